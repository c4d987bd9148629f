"""For which service a page is: the one that is named, else the first; what is sent is never written elsewhere."""

import pytest
from django.http import Http404
from django.test import RequestFactory

from spojka.access.choosing import services
from spojka.access.permissions import Permission
from tests import make


@pytest.fixture
def two(podchod):
    return [make.service(organisation=podchod, name=name) for name in ("Centrum", "Teren")]


def asked(by, method="get", **said):
    request = getattr(RequestFactory(), method)("/", said)
    request.actor = by
    return services(request, Permission.SIGNAL_RECORD)


def test_the_first_is_meant_unless_another_is_named(two):
    centre, teren = two
    both = make.member(*two)

    assert asked(both) == (two, centre)
    assert asked(both, service=str(teren.pk)) == (two, teren)
    assert asked(both, "post", service=str(teren.pk)) == (two, teren)
    assert asked(both, "post") == (two, centre)


@pytest.mark.parametrize("named", ["x", "01a22cf6-6093-735c-8c61-ef23f3ed4e09"])
def test_an_address_of_another_one_leads_to_the_first(two, named):
    assert asked(make.member(*two), service=named) == (two, two[0])


def test_what_was_filled_in_for_a_service_one_left_goes_into_no_other(two):
    centre, teren = two
    only_centre = make.member(centre)

    with pytest.raises(Http404):
        asked(only_centre, "post", service=str(teren.pk))


def test_who_may_do_it_nowhere_finds_nothing(two):
    with pytest.raises(Http404):
        asked(make.member(two[0], role="auditor"))
