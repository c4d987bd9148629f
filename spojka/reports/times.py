"""Days, months and years as lines of a table: which there are in a period and what they are called."""

from datetime import date, timedelta

from django.utils.formats import date_format

from spojka.encounters.scope import Scope
from spojka.ui.words import day

WIDTHS = {"day": 10, "month": 7, "year": 4}  # characters of the key
DAYS, MONTHS = 62, 5 * 366  # longer periods are shown by months, and by years


def kind(scope: Scope) -> str:
    """Return by what a period is told: its days, months or years."""
    days = (scope.last - scope.first).days
    return "day" if days < DAYS else "month" if days <= MONTHS else "year"


def spots(scope: Scope, code: str) -> list[str]:
    """Return the keys of all days, months or years of a period, also those when nothing happened."""
    days = (scope.first + timedelta(days=n) for n in range((scope.last - scope.first).days + 1))
    return list(dict.fromkeys(str(one)[: WIDTHS[code]] for one in days))


def first_of(key: str) -> date:
    """Return the first day of a day, month or year."""
    return date.fromisoformat(f"{key}-01-01"[:10])


def called(key: str) -> str:
    """Return what a day, month or year is called in a table."""
    if not key:
        return ""
    if len(key) == WIDTHS["year"]:
        return key
    return day(first_of(key), True) if len(key) == WIDTHS["day"] else date_format(first_of(key), "F Y")


def called_shortly(key: str) -> str:
    """Return what it is called under a picture."""
    if len(key) == WIDTHS["year"]:
        return key
    return day(first_of(key)) if len(key) == WIDTHS["day"] else date_format(first_of(key), "n/Y")
