"""A signal and a warning of Anna's service, as their writers would say them."""

from datetime import timedelta

import pytest
from django.utils import timezone

from spojka.base.ids import new_id
from spojka.signals import actions

SAID = {
    "kind": "substance", "substance": "mdma", "what": "růžová kotva", "look": "růžová tableta", "where": "",
    "municipality": "Lipovec", "municipality_code": "", "sure": "high", "source": "visitor", "many": 1,
    "is_for_house": True, "phone_at": None, "shift": None,
}  # fmt: skip


@pytest.fixture
def today():
    return timezone.localdate()


@pytest.fixture
def notice(today):
    """Write a signal down."""

    def of(by, service, **fields):
        told = {"id": new_id(), "seen_on": today, "at": timezone.now(), "today": today}
        return actions.record(by=by, service=service, **SAID | told | fields)

    return of


@pytest.fixture
def draw(today):
    """Draw a warning up; verify it if `verified` says by whom."""

    def of(by, service, verified=None, **fields):
        told = {"id": new_id(), "signals": [], "what": "Růžové tablety", "look": "", "text": "Neberte je."}
        where = {"area": "", "area_code": "", "audience": "house"}
        days = {"valid_from": today, "valid_to": today + timedelta(days=7)}
        made = actions.draw(by=by, service=service, **told | where | days | fields)
        if verified:
            made = actions.verify(by=verified, warning=made, at=timezone.now(), today=today)
        return made

    return of
