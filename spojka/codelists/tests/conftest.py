from datetime import date

import pytest

from spojka.base.ids import new_id
from spojka.codelists.load import load

DAY = date(2026, 7, 4)


@pytest.fixture
def lists(db):
    """The shipped lists, loaded."""
    return load()


@pytest.fixture
def values():
    """Return valid arguments of actions.edit, with changes."""

    def of(service, **changes):
        usual = {
            "id": new_id(),
            "service": service,
            "list": "material",
            "code": "earplugs",
            "valid_from": DAY,
            "is_on": None,
            "short": "",
            "minutes": None,
            "limit": None,
            "position": None,
        }
        return usual | changes

    return of
