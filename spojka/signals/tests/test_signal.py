"""Signals: who writes and sees them, and what is told as one."""

from datetime import date, timedelta

import pytest
from django.core.exceptions import PermissionDenied
from django.utils import timezone

from spojka.access.permissions import Permission
from spojka.base.errors import Refusal
from spojka.base.ids import new_id
from spojka.signals import actions
from spojka.signals.models import Signal
from spojka.signals.together import by_month, months, things
from tests import make


def seen_by(actor):
    return set(Signal.objects.allowed(actor, Permission.SIGNAL_VIEW))


def test_a_worker_writes_a_signal_once(anna, teren, notice):
    id = new_id()

    assert notice(anna, teren, id=id) == notice(anna, teren, id=id)
    assert Signal.objects.count() == 1


@pytest.mark.parametrize("who", ["bara", "cyril"])
def test_others_write_none_for_the_service(who, teren, notice, request):
    with pytest.raises(PermissionDenied):
        notice(request.getfixturevalue(who), teren)


def test_nobody_writes_into_anothers_shift(anna, teren, kontakt, notice):
    with pytest.raises(PermissionDenied):
        notice(anna, teren, shift=make.shift(kontakt))


def test_a_signal_for_the_house_is_seen_in_the_house_alone(anna, bara, cyril, teren, notice):
    shared, own = notice(anna, teren), notice(anna, teren, is_for_house=False)

    assert seen_by(anna) == {shared, own}
    assert seen_by(bara) == {shared}
    assert seen_by(cyril) == set()


def test_the_house_may_not_take_it_back(anna, bara, teren, notice):
    signal = notice(anna, teren)

    with pytest.raises(PermissionDenied):
        actions.void(by=bara, signal=signal, at=timezone.now())


def test_what_is_taken_back_leaves_the_house(anna, bara, teren, notice):
    signal = actions.void(by=anna, signal=notice(anna, teren), at=timezone.now())

    assert signal.voided_at
    assert seen_by(bara) == set()


def test_a_substance_has_to_be_said(anna, teren, notice):
    with pytest.raises(actions.SaysNothing):
        notice(anna, teren, substance="", what="")
    assert notice(anna, teren, kind="hunger", substance="", what="").kind == "hunger"


def test_tomorrow_was_not_seen(anna, teren, notice, today):
    with pytest.raises(actions.BadDay):
        notice(anna, teren, seen_on=today + timedelta(days=1))


def test_an_id_of_another_service_tells_nothing(anna, bara, teren, kontakt, notice):
    theirs = notice(bara, kontakt, is_for_house=False)

    with pytest.raises(Refusal):
        notice(anna, teren, id=theirs.pk)


def test_several_services_sightings_are_told_as_one(anna, bara, teren, kontakt, notice):
    first = notice(anna, teren, many=2)
    second = notice(bara, kontakt, what="kotva", municipality="Horka")
    other = notice(anna, teren, substance="cocaine")

    found = {thing.substance: thing for thing in things([first, second, other], teren.organisation_id)}

    assert set(found["mdma"].signals) == {first, second}
    assert found["mdma"].times == 3
    assert found["mdma"].services == ["Kontaktní centrum", "Noční život"]
    assert found["mdma"].municipalities == ["Horka", "Lipovec"]
    assert found["cocaine"].signals == (other,)


def test_without_a_substance_the_name_joins_whatever_its_accents():
    one, two = (Signal(kind="substance", what=what, seen_on=date(2026, 7, 4)) for what in ("Růžová", "ruzova "))

    assert [set(thing.signals) for thing in things([one, two], None)] == [{one, two}]


@pytest.mark.parametrize(
    ("first", "second", "later", "together"),
    [
        (("kotva", "růžová tableta"), ("růžové", "kulatá"), 3, True),
        (("kotva", "růžová tableta"), ("delfín", "modrá tableta"), 3, False),
        (("kotva", "růžová tableta"), ("", ""), 3, True),  # nothing is said against it
        (("kotva", "růžová tableta"), ("kotva", "růžová tableta"), 70, False),
    ],
)
def test_look_and_time_tell_things_of_one_substance_apart(first, second, later, together):
    days = date(2026, 7, 4), date(2026, 7, 4) + timedelta(days=later)
    signals = [
        Signal(kind="substance", substance="mdma", what=what, look=look, seen_on=day)
        for (what, look), day in zip((first, second), days, strict=True)
    ]

    assert len(things(signals, None)) == (1 if together else 2)


def test_trends_count_sightings_by_months():
    heads = months(date(2026, 2, 14), 3)
    seen = [("hunger", date(2026, 2, 1), 2), ("hunger", date(2026, 2, 28), 1), ("substitution", date(2025, 12, 31), 4)]

    assert heads == [date(2025, 12, 1), date(2026, 1, 1), date(2026, 2, 1)]
    assert [line["counts"] for line in by_month(seen, heads)] == [[0, 0, 3], [4, 0, 0]]
