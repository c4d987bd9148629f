"""Figures of rapid tests and groups, counted by hand; the columns beside the database tell the same."""

from datetime import date, timedelta

import pytest

from spojka.care.models import GroupAttendee, GroupSession, RapidTest, RapidTestStep
from spojka.encounters import extract, opening
from spojka.encounters.metrics import DIMENSIONS
from spojka.encounters.scope import Scope
from spojka.figures import counting, registry
from tests import make

YEAR = Scope(first=date(2026, 1, 1), last=date(2026, 12, 31))
BY = [one for one in DIMENSIONS if one.code in ("month", "project", "worker", "place", "item")]


def tried(shift, kind, result="", *steps, taken=True, **fields):
    at = shift.start + timedelta(hours=1)
    state = "done" if result else "taken" if taken else "talked"
    usual = {"day": shift.day, "state": state, "taken_by": "anna", "recorded_by": "anna"}
    due = at + timedelta(minutes=15) if taken else None
    test = RapidTest(**shift.ownership, shift=shift, kind=kind, result=result, due_from=due, **(usual | fields)).add()
    for one in ("talk", *(["taken"] if taken else []), *steps):
        RapidTestStep(**shift.ownership, test=test, kind=one, occurred_at=at, recorded_by="anna").add()
    return test


def met(shift, act="SK", others=0, known=0, **fields):
    start = shift.start + timedelta(hours=2)
    times = {"day": shift.day, "starts_at": start, "ends_at": start + timedelta(hours=1)}
    group = GroupSession(
        **shift.ownership, shift=shift, act=act, others=others, recorded_by="anna", **(times | fields)
    ).add()
    for _ in range(known):
        contact = make.encounter(shift, client=make.client(shift.service))
        GroupAttendee(**shift.ownership, session=group, encounter=contact).add()
    return group


@pytest.fixture
def night(teren, lists):
    shift = make.shift(teren)
    tried(shift, "hiv", "nonreactive")
    tried(shift, "hiv", "reactive", "referred")
    tried(shift, "hcv", "reactive", "declined")
    tried(shift, "hcv", "invalid")
    tried(shift, "hcv", "not_read")
    tried(shift, "hcv")  # waits to be read
    tried(shift, "hcv", taken=False)
    tried(shift, "hcv", "reactive", "referred", voided_at=make.NOON)
    met(shift, others=4, known=2)
    met(shift, "ST", known=1)
    met(shift, others=30, voided_at=make.NOON)
    return shift


def counted(store, dimensions=BY):
    with store:
        metrics = [one for one in registry.metrics() if one.table in ("rapid_tests", "group_sessions")]
        return counting.count(store, metrics, dimensions, next(one for one in BY if one.code == "item"))


def test_tests_are_told_by_kind_and_by_result(night, anna):
    counts = counted(extract.extract(anna, YEAR))

    assert {code: n for code, n in counts.totals.items() if code.startswith("tests")} == {
        "tests": 6, "tests.nonreactive": 1, "tests.reactive": 2, "tests.invalid": 1, "tests.not_read": 1,
        "tests.referred": 1,
    }  # fmt: skip
    assert counts.of("item", "tests") == {"hiv": 2, "hcv": 4}
    assert counts.of("item", "tests.reactive") == {"hiv": 1, "hcv": 1}
    assert counts.of("worker", "tests") == {"anna": 6}


def test_a_referral_that_was_taken_back_is_none(night, anna):
    RapidTestStep.objects.filter(kind="referred").update(voided_at=make.NOON)

    assert counted(extract.extract(anna, YEAR)).totals["tests.referred"] == 0


def test_sessions_count_everybody_who_came_to_each(night, anna):
    counts = counted(extract.extract(anna, YEAR))

    assert [counts.totals[f"groups.{one}"] for one in ("sessions", "people", "coded")] == [2, 7, 3]
    assert counts.of("item", "groups.people") == {"SK": 6, "ST": 1}


def test_whose_contact_was_voided_did_not_come(night, anna):
    GroupAttendee.objects.filter(session__act="ST").get().encounter.change(voided_at=make.NOON)

    assert counted(extract.extract(anna, YEAR)).of("item", "groups.people") == {"SK": 6}


def test_others_services_are_not_in_it(night, bara):
    assert not any(counted(extract.extract(bara, YEAR)).totals.values())


@pytest.mark.slow
def test_columns_tell_the_same_after_anything(night, teren, anna, settings, tmp_path):
    settings.DATA_DIR = tmp_path
    later = make.shift(teren, day=date(2026, 8, 2))
    deeds = (
        lambda: tried(later, "hiv", "reactive"),
        lambda: RapidTest.objects.filter(kind="hiv", result="reactive").first().change(result="nonreactive"),
        lambda: met(later, others=3, known=1),
        lambda: GroupAttendee.objects.first().encounter.change(voided_at=make.NOON),
        lambda: GroupAttendee.objects.last().delete(),
        lambda: GroupSession.objects.filter(act="ST").first().change(others=9),
        lambda: RapidTest.objects.filter(kind="hcv", result="invalid").first().change(day=later.day),
    )
    for do in (lambda: None, *deeds):
        do()
        plain, kept = counted(extract.read(anna, YEAR)), counted(opening.opened(anna, YEAR))
        assert told(kept) == told(plain)
        assert plain.totals["tests"]


def told(counts):
    pairs = {**counts.parts, **{f"{code} x item": lines for code, lines in counts.cells.items()}}
    lines = {"": {"": counts.totals}} | pairs
    return {
        (kind, key, code): n
        for kind, parts in lines.items() for key, sums in parts.items() for code, n in sums.items() if n
    }  # fmt: skip
