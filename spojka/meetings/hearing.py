"""What a line of minutes says of time, as its field takes it; the writer sees it at once and may correct it."""

from datetime import date, time

from spojka.base import spoken

from .models import MATTERS, LineKind


def heard(kind: str, text: str, said_on: date) -> str:
    """Return by which day a task or question is to be answered, or when an announced thing is; as ISO 8601, or "".

    That is also the term by the next meeting, which moves with that meeting. A day in a question that is no term is
    what one asks about.
    """
    if kind in MATTERS:
        found = spoken.term(text, said_on)
        is_term = found and found.on and (found.is_term or kind == LineKind.TASK)
        return found.on.isoformat() if is_term else ""
    if kind == LineKind.NOTICE and (found := spoken.moment(text, said_on)) and found.on:
        return f"{found.on}T{found.at or time():%H:%M}"
    return ""
