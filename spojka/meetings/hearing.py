"""What a line of minutes says of time, as its field takes it; the writer sees it at once and may correct it."""

from datetime import date, time

from django.core.exceptions import ValidationError
from django.forms import DateTimeField

from spojka.base import spoken
from spojka.ui.fields import DayField

from .models import MATTERS, LineKind

DAY, MOMENT = DayField(), DateTimeField()


def heard(kind: str, text: str, said_on: date) -> str:
    """Return by which day a task or question is to be answered, or when an announced thing is; as ISO 8601, or "".

    That is also the term by the next meeting, which moves with that meeting. A slip, as a year far away or an hour
    that the clocks leave out, is no time. A day in a question that is no term is what one asks about.
    """
    said = _said(kind, text, said_on)
    try:
        DAY.clean(said.partition("T")[0])
        MOMENT.clean(said)
    except ValidationError:
        return ""
    return said


def _said(kind: str, text: str, said_on: date) -> str:
    if kind in MATTERS:
        found = spoken.term(text, said_on)
        is_term = found and found.on and (found.is_term or kind == LineKind.TASK)
        return found.on.isoformat() if is_term else ""
    if kind == LineKind.NOTICE and (found := spoken.moment(text, said_on)) and found.on:
        return f"{found.on}T{found.at or time():%H:%M}"
    return ""
