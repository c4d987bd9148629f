"""A line that waits for somebody, as Today says it, whatever package it comes from; shown by `ui/matters.html`."""

from dataclasses import dataclass
from datetime import date
from uuid import UUID


@dataclass(frozen=True)
class Matter:
    """Its sign, what it is, where it leads, more of it, when in words; its day and the row it is about, if known."""

    ring: str
    text: str
    link: str
    detail: str = ""
    when: str = ""
    on: date | None = None
    of: UUID | None = None
