"""Words of meetings for templates."""

from datetime import date, datetime
from typing import Any

from django import template
from django.utils import timezone
from django.utils.translation import gettext as _
from django.utils.translation import ngettext, pgettext

from .. import telling
from ..models import MeetingSeries, Rhythm

register = template.Library()


@register.filter
def kind_words(kind: str) -> str:
    """Say what a line of minutes is, where its words do not."""
    return telling.named(kind)


@register.filter
def rule_words(series: MeetingSeries) -> str:
    """Return the rule of a series in words: 'third Thursday of the month, 13:00'."""
    at = f"{series.hour:%H:%M}"
    if series.rhythm == Rhythm.FREE or series.weekday is None:
        return _("by agreement, %(at)s") % {"at": at}
    day = weekdays()[series.weekday]
    if series.rhythm == Rhythm.MONTH:
        said = _("%(nth)s %(day)s of the month, %(at)s") % {"nth": nths()[series.nth or 1], "day": day, "at": at}
        return said if series.every == 1 else f"{said}, {_every(series.every, 'months')}"
    return f"{day}, {_every(series.every, 'weeks')}, {at}"


def _every(many: int, what: str) -> str:
    if what == "months":
        return ngettext("every month", "every %(n)s months", many) % {"n": many}
    return ngettext("every week", "every %(n)s weeks", many) % {"n": many}


def weekdays() -> list[str]:
    return [
        pgettext("in a rule", "Monday"), pgettext("in a rule", "Tuesday"), pgettext("in a rule", "Wednesday"),
        pgettext("in a rule", "Thursday"), pgettext("in a rule", "Friday"), pgettext("in a rule", "Saturday"),
        pgettext("in a rule", "Sunday"),
    ]  # fmt: skip


def nths() -> dict[int, str]:
    """Return words without gender, which fit each weekday."""
    return {1: _("1st"), 2: _("2nd"), 3: _("3rd"), 4: _("4th"), -1: pgettext("in a rule", "last")}


@register.filter
def at(found: Any, key: Any) -> Any:
    """Return what stands under a key, or nothing."""
    return found.get(key, "") if found else ""


@register.filter
def weekday(on: date) -> str:
    """Return the name of the weekday of a day."""
    return weekdays()[on.weekday()]


@register.filter
def weekday_of(at: datetime) -> str:
    """Return the name of the weekday of a moment."""
    return weekdays()[timezone.localdate(at).weekday()]


@register.filter
def when(at: datetime) -> str:
    """Write when something that was announced is: the whole day, or the day and the hour."""
    return telling.when(at)
