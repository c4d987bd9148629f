"""Recommendations are counted by the state to which they came in the period, each once."""

from datetime import timedelta

from django.utils import timezone

from spojka.access.permissions import Permission
from spojka.encounters.scope import Scope
from spojka.figures.registry import find
from spojka.recommendations import metrics
from spojka.recommendations.actions import recommendations as actions
from spojka.recommendations.holding import newest
from tests import make
from tests.recommendations import asked, rejected, stepped

DAY = timedelta(days=1)


def test_each_counts_once_by_its_state_and_what_was_taken_back_not_at_all(josef, police, group):
    head, today = make.member(police, role="service_head"), timezone.localdate()
    rejected(josef, group)
    twice = asked(josef, group)
    for state in ("recommended", "handed", "handed", "adopted"):
        stepped(josef, twice, state)
    actions.unstep(by=josef, step=newest(twice), why="Omyl", at=timezone.now())

    table = metrics.stepped(head, Scope(first=today, last=today))

    rows = table.to_pylist()
    for code, many in {"proposed": 2, "handed": 2, "adopted": 0, "rejected": 1}.items():
        states = {str(one) for one in next(states for name, *_words, states in metrics.STATES if name == code)}
        assert len({row["recommendation"] for row in rows if row["state"] in states}) == many
    assert metrics.stepped(head, Scope(first=today - 9 * DAY, last=today - DAY)).num_rows == 0
    assert not josef.may(Permission.REPORT_VIEW)
    assert metrics.stepped(josef, Scope(first=today, last=today)).num_rows == 0


def test_the_figures_are_registered():
    assert [find(f"recommendations.{code}").distinct for code, *_rest in metrics.STATES] == ["recommendation"] * 6
