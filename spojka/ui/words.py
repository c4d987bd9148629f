"""Numbers, days and hours as people write them, in the page's language."""

import re
from datetime import date, datetime
from decimal import Decimal

from cryptography.fernet import InvalidToken
from django.utils import timezone
from django.utils.formats import date_format, number_format
from django.utils.translation import get_language
from django.utils.translation import gettext as _

from spojka.base.sealed import unseal

HARD = "\N{NO-BREAK SPACE}"
DASH = "\N{EN DASH}"
LONELY = re.compile(r"(?<![\w])([ksvzouaiKSVZOUAI]|\d+) (?=\w)")


def number(value: int | float | Decimal | None, places: int | None = None) -> str:
    """Write 4812 as `4 812` and 0.86 as `0,86`."""
    if value is None:
        return ""
    return number_format(value, places, use_l10n=True, force_grouping=True).replace(" ", HARD)


def percent(share: float | Decimal | None) -> str:
    """Write the share 0.946 as `94,6 %`."""
    return "" if share is None else f"{number(share * 100, 1)}{HARD}%"


def local(at: date | datetime) -> date | datetime:
    """Return a moment in the clock of the page."""
    return timezone.localtime(at) if isinstance(at, datetime) and timezone.is_aware(at) else at


def day(at: date | datetime, year: bool = False) -> str:
    """Write a day as `10. 6.` or `10. 6. 2026`; in English as `10 Jun`, in Ukrainian with the month's genitive."""
    at, tongue = local(at), get_language()
    if tongue == "cs":  # written at once: lists hold hundreds
        return f"{at.day}.{HARD}{at.month}.{f'{HARD}{at.year}' if year else ''}"
    month = "E" if tongue == "uk" else "M"
    return date_format(at, f"j{HARD}{month}{f'{HARD}Y' if year else ''}")


def days(start: date | datetime, end: date | datetime) -> str:
    """Write a span of days as `10.–12. 6.`, `30. 6.–2. 7.`, or `30. 12. 2026–1. 1. 2027`."""
    start, end = local(start), local(end)
    if (start.year, start.month, start.day) == (end.year, end.month, end.day):
        return day(start)
    if start.year != end.year:
        return f"{day(start, True)}{DASH}{day(end, True)}"
    if start.month != end.month:
        return f"{day(start)}{DASH}{day(end)}"
    return f"{start.day}{'.' if get_language() == 'cs' else ''}{DASH}{day(end)}"


def hour(at: datetime) -> str:
    """Write a moment's hour as `20:00`."""
    return f"{local(at):%H:%M}"


def hours(start: datetime, end: datetime | None) -> str:
    """Write a span of hours as `20:00–03:00`; an open end as `20:00–`."""
    return f"{hour(start)}{DASH}{hour(end) if end else ''}"


def moment(at: datetime) -> str:
    """Write a moment as `10. 6. 14:02`; a year other than this one is told."""
    here, at = timezone.localtime().year, local(at)
    return f"{day(at, at.year != here)} {at:%H:%M}"


def bound(text: str) -> str:
    """Tie the one-letter words and numbers to what follows, so that no line ends with them."""
    return LONELY.sub(rf"\1{HARD}", LONELY.sub(rf"\1{HARD}", text))


def legible(sealed: str) -> str:
    """Return what was sealed, or a sentence that says that its key is gone: a page must not break over it."""
    try:
        return unseal(sealed)
    except InvalidToken:
        return _("It was sealed by a key that is here no more.")
