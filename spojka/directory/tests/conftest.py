import pytest
from django.utils import timezone

from spojka.base.ids import new_id
from spojka.directory import actions, hours

WEEK = [hours.spans("9:00–12:00, 13–17")] * 5 + [[], []]
SAID = {
    "name": "Poradna", "provider": "Podchod", "kind": "3836", "ways": ["ambulant"], "groups": ["families"],
    "languages": ["cs", "uk"], "municipality": "Lipovec", "hours": {"week": WEEK, "exceptions": {}},
}  # fmt: skip


@pytest.fixture
def today():
    return timezone.localdate()


@pytest.fixture
def write(today):
    """Write an entry of a service."""

    def of(by, service, *, is_own=True, **said):
        known = {"is_own": is_own, "said": SAID | said, "today": today}
        return actions.write(by=by, id=new_id(), service=service, **known)

    return of


@pytest.fixture
def publish():
    def of(by, entry, found_by="everybody", partners=()):
        return actions.publish(by=by, entry=entry, found_by=found_by, partners=list(partners), at=timezone.now())

    return of


@pytest.fixture
def tell(today):
    def of(by, entry, free, on=None):
        said = {"free": free, "in_care": None, "note": "", "today": on or today}
        return actions.tell(by=by, id=new_id(), entry=entry, **said)

    return of
