"""Referrals in figures, counted by hand."""

from datetime import timedelta

from django.utils import timezone

from spojka.encounters import extract
from spojka.encounters.metrics import DIMENSIONS
from spojka.encounters.scope import Scope
from spojka.figures import counting, registry
from spojka.figures.protect import Audience
from spojka.referrals.actions import steps
from spojka.reports import indicators
from tests import make

from .conftest import whole

ITEM = [one for one in DIMENSIONS if one.code == "item"]


def span():
    today = timezone.localdate()
    return Scope(first=today - timedelta(days=60), last=today)


def counted(by):
    with extract.extract(by, span()) as store:
        metrics = [one for one in registry.metrics() if one.code.startswith("referrals.")]
        return counting.count(store, metrics, ITEM)


def totals(by):
    return {code.removeprefix("referrals."): n for code, n in counted(by).totals.items()}


def test_by_hand(olga, teren, detox, cyril, offered, step, lists):
    """Five offered: one unanswered, one declined, three accepted; of these one came in time, one late, one not yet."""
    before, today = timezone.now() - timedelta(days=40), timezone.localdate()
    one, late, waits, no, _unanswered = [offered(client=make.client(teren), at=before) for _ in range(5)]
    on = timezone.localdate(before)
    for each in (one, late, waits):
        step(olga, each, "accepted", on=on, at=before)
        step(olga, each, "invited", on=on, at=before)
    step(olga, no, "declined", on=on, at=before, reason="capacity")
    step(olga, one, "visited", on=on + timedelta(days=1), presence="whole")
    step(olga, late, "visited", on=today, presence="whole")
    gone = step(olga, waits, "visited", on=today, presence="whole")
    steps.take_back(by=olga, step=gone, why="omyl", at=timezone.now())
    assert len(whole(one).steps.all()) == 3

    head = make.member(teren, role="service_head", name="Hedvika")
    assert totals(head) == {
        "offered": 5, "accepted": 3, "declined": 1, "visited": 2, "in_term": 1, "received": 0
    }  # fmt: skip
    assert counted(head).of("item", "referrals.declined") == {"capacity": 1}
    theirs = make.member(detox, role="service_head", name="Primářka")
    assert totals(theirs) == {
        "offered": 0, "accepted": 0, "declined": 0, "visited": 0, "in_term": 0, "received": 5
    }  # fmt: skip
    assert not any(totals(cyril).values())

    block = indicators.make([head], span(), Audience.OWN, make.NOON)
    section = next(one for one in block.sections if one.code == "referrals")
    assert [line.cell.text for line in section.lines][:3] == ["5", "3", "1"]
    outside = indicators.make([head], span(), Audience.PARTNER, make.NOON)
    hidden = next(one for one in outside.sections if one.code == "referrals")
    assert not {"1", "2", "3"} & {line.cell.text for line in hidden.lines}
