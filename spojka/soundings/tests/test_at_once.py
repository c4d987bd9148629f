"""Two at the same moment: of two who ask one finds, of two who confirm one tells, told or taken back, never half."""

import pytest
from django.utils import timezone

from spojka.base.errors import Refusal
from spojka.clients.tests.test_at_once import both
from spojka.soundings import actions
from spojka.soundings.models import Sounding
from tests import make

from .conftest import agreed, ask

pytestmark = pytest.mark.slow


@pytest.fixture
def sides(transactional_db):
    """Who asks, their client, and whom they ask; of either side."""
    houses = [make.organisation(slug=slug, hears_warnings=True) for slug in ("podchod", "podkrovi")]
    first, second = (make.service(organisation=house) for house in houses)
    klara, filip = (make.member(one, role="key_worker") for one in (first, second))
    return [(klara, agreed(make.client(first)), second), (filip, agreed(make.client(second)), first)]


def clean(sides):
    for row in Sounding.objects.filter(withdrawn_at=None).order_by("pk"):
        Sounding.objects.filter(pk=row.pk).update(withdrawn_at=timezone.now())


def test_of_two_who_ask_the_later_one_finds(sides):
    for _round in range(4):
        told = both(*(lambda one=one: ask(*one) for one in sides))

        assert sorted(one.came.is_found for one in told) == [False, True]
        clean(sides)


def test_of_two_who_confirm_one_tells(sides):
    colleague = make.member(sides[0][2], role="service_head")
    for _round in range(3):
        first, second = ask(*sides[0]), ask(*sides[1])

        told = both(
            *(
                lambda by=by, row=second: actions.confirm(by=by, sounding=row, at=timezone.now())
                for by in (sides[1][0], colleague)
            )
        )

        assert told[0].came == told[1].came
        assert Sounding.objects.get(pk=first.pk).came.is_told
        clean(sides)


def test_confirmed_while_it_is_taken_back_it_is_told_to_both_or_to_none(sides):
    for _round in range(4):
        first, second = ask(*sides[0]), ask(*sides[1])

        told = both(
            lambda row=second: actions.confirm(by=sides[1][0], sounding=row, at=timezone.now()),
            lambda row=first: actions.withdraw(by=sides[0][0], sounding=row, at=timezone.now()),
        )

        known = {Sounding.objects.get(pk=one.pk).came.is_told for one in (first, second)}
        assert known == {isinstance(told[1], Refusal)} == {not isinstance(told[0], Refusal)}
        clean(sides)
