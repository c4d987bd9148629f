"""Who heads a service: asked in one place by letters and by walls."""

from datetime import date, timedelta

import pytest

from spojka.access.heads import HEADS, heads_of, heads_of_house
from spojka.access.permissions import Permission
from spojka.access.roles import ROLES
from spojka.network.models import Membership
from tests import make

TODAY = date(2026, 11, 30)


def who(found):
    return [str(one.pk) for one in found]


def test_heads_are_those_who_may_take_a_wall_down():
    assert set(HEADS) == {role for role, may in ROLES.items() if Permission.WALL_TAKE_DOWN in may}


def test_the_head_and_the_manager_head_a_service_others_do_not(teren):
    make.member(teren, role="key_worker")
    make.member(make.service(organisation=teren.organisation), role="service_head")
    head, manager = make.member(teren, role="service_head"), make.member(teren, role="organisation_manager")
    Membership.objects.filter(pk=head.id).update(valid_from=date(2021, 1, 1))

    assert who(heads_of(teren.pk, TODAY)) == [manager.id, head.id]  # who has been there longest comes first
    assert len(heads_of_house(teren.organisation_id, TODAY)) == 3


GONE = [("valid_to", TODAY - timedelta(days=1)), ("valid_from", date(2027, 1, 1))]


@pytest.mark.parametrize(("field", "value"), GONE)
def test_who_has_left_or_has_not_begun_heads_nothing(teren, field, value):
    head = make.member(teren, role="service_head")
    Membership.objects.filter(pk=head.id).update(**{field: value})

    assert who(heads_of(teren.pk, TODAY)) == []
