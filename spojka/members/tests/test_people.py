"""Colleagues: who works in my services."""

from datetime import timedelta

import pytest
from django.utils import timezone

from spojka.network.models import Membership
from tests import make


def names(browser):
    return [one.membership.user.name for one in browser.get("/podchod/people/").context["colleagues"]]


def test_lists_those_who_share_a_service_by_name(anna, bara, hana, cyril, browse):
    assert names(browse(anna)) == ["Anna Poledne", "Hana Večerní"]


def test_names_only_the_services_one_works_in_too(anna, teren, kontakt, browse):
    make.member(teren, kontakt, name="Olga Obojí")

    page = browse(anna).get("/podchod/people/").content.decode()
    assert "Olga Obojí" in page
    assert "Kontaktní centrum" not in page


def test_names_no_team_of_a_service_one_does_not_work_in(anna, teren, kontakt, browse):
    both = make.member(teren, kontakt, teams=[make.team(teren, name="Ostrava"), make.team(kontakt, name="Opava")])

    page = browse(anna).get(f"/podchod/people/{both.id}/").content.decode()
    assert "Ostrava" in page
    assert "Opava" not in page


def test_leaves_out_who_has_left_unless_asked(anna, hana, browse):
    ended = timezone.localdate() - timedelta(days=1)
    Membership.objects.get(pk=hana.id).change(valid_to=ended)

    assert names(browse(anna)) == ["Anna Poledne"]
    page = browse(anna).get("/podchod/people/?state=ended").content.decode()
    assert "Hana Večerní" in page
    assert "teď nepracuje" in page


@pytest.mark.parametrize("role", ["funder", "partner_professional", "volunteer_on_duty"])
def test_who_may_not_look_at_colleagues_sees_nothing(teren, browse, role):
    assert browse(make.member(teren, role=role)).get("/podchod/people/").status_code == 404
