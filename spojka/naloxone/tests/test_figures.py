"""The chain of naloxone in figures, counted by hand; the page of a year and the columns tell the same."""

from datetime import date, timedelta

import pytest

from spojka.encounters import extract, opening
from spojka.encounters.metrics import DIMENSIONS
from spojka.encounters.models import Handout
from spojka.encounters.scope import Scope
from spojka.figures import counting, registry
from spojka.naloxone.models import NaloxoneKit, NaloxoneTraining, NaloxoneUse
from spojka.naloxone.reading import chain
from tests import make

YEAR = Scope(first=date(2026, 1, 1), last=date(2026, 12, 31))
BY = [one for one in DIMENSIONS if one.code in ("month", "place", "sex", "worker")]
CHAIN = ("kits", "doses", "trained", "uses", "used", "reversed", "refills")


def took(shift, kits=1, doses=2, reason="first", **fields):
    contact = make.encounter(shift, **fields)
    Handout(**shift.ownership, encounter=contact, code="naloxone", quantity=kits).add()
    said = {"doses": doses, "reason": reason, "trained": "now", "recorded_by": "anna"}
    NaloxoneKit(**shift.ownership, encounter=contact, day=shift.day, **said).add()
    NaloxoneTraining(**shift.ownership, encounter=contact, day=shift.day, trained_by="anna").add()
    return contact


def used(shift, came="reversed", doses=1, **fields):
    said = {"came": came, "doses": doses, "by_whom": "holder", "ambulance": "no", "recorded_by": "anna"}
    at = {"day": shift.day, "occurred_at": shift.start + timedelta(hours=1)}
    return NaloxoneUse(**shift.ownership, shift=shift, **(at | said | fields)).add()


@pytest.fixture
def night(teren, lists):
    shift = make.shift(teren)
    took(shift, sex="woman")
    took(shift, kits=2, doses=3, reason="used")
    took(shift, kits=9).change(voided_at=make.NOON)
    took(shift, kits=5).handouts.get().delete()  # corrected: trained, but none was handed out
    used(shift)
    used(shift, came="not", doses=2)
    used(shift, doses=9, voided_at=make.NOON)
    group = {"day": date(2026, 7, 9), "people": 12, "trained_by": "anna"}
    NaloxoneTraining(**teren.ownership, **group).add()
    NaloxoneTraining(**teren.ownership, **(group | {"voided_at": make.NOON})).add()
    return shift


def counted(store):
    with store:
        return counting.count(store, [one for one in registry.metrics() if one.table.startswith("naloxone")], BY)


def test_the_chain_is_that_of_its_page(night, anna):
    totals = counted(extract.extract(anna, YEAR)).totals

    assert [totals[f"naloxone.{one}"] for one in CHAIN] == [3, 8, 15, 2, 3, 1, 2]
    page = chain(anna, 2026)
    assert [getattr(page, one) for one in CHAIN] == [3, 8, 15, 2, 3, 1, 2]


def test_a_kit_is_of_the_person_and_place_of_its_contact(night, anna):
    counts = counted(extract.extract(anna, YEAR))

    assert counts.of("sex", "naloxone.kits") == {"woman": 1, "": 2}
    assert counts.of("place", "naloxone.kits") == {str(next(iter(counts.parts["place"]))): 3}


def test_a_training_of_a_group_was_at_no_place(night, anna):
    at = Scope(first=YEAR.first, last=YEAR.last, place=night.place_id)

    assert counted(extract.extract(anna, at)).totals["naloxone.trained"] == 3


def test_others_services_are_not_in_it(night, bara):
    assert not any(counted(extract.extract(bara, YEAR)).totals.values())


@pytest.mark.slow
def test_columns_tell_the_same_after_anything(night, teren, anna, settings, tmp_path):
    settings.DATA_DIR = tmp_path
    later = make.shift(teren, day=date(2026, 8, 2))
    narrow = Scope(first=YEAR.first, last=YEAR.last, place=night.place_id)
    deeds = (
        lambda: took(later, kits=4),
        lambda: NaloxoneKit.objects.first().change(doses=7),
        lambda: Handout.objects.first().change(quantity=3),
        lambda: NaloxoneKit.objects.last().delete(),
        lambda: used(later),
        lambda: NaloxoneUse.objects.filter(came="not").first().change(voided_at=make.NOON),
        lambda: NaloxoneTraining.objects.filter(people=12).first().change(voided_at=make.NOON),
        lambda: NaloxoneKit.objects.first().encounter.change(voided_at=make.NOON),
    )
    for do in (lambda: None, *deeds):
        do()
        for scope in (YEAR, narrow):
            plain, kept = counted(extract.read(anna, scope)), counted(opening.opened(anna, scope))
            assert told(kept) == told(plain)


def told(counts):
    lines = {"": {"": counts.totals}} | counts.parts
    return {
        (kind, key, code): n
        for kind, parts in lines.items() for key, sums in parts.items() for code, n in sums.items() if n
    }  # fmt: skip
