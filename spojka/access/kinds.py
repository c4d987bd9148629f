"""What rows tell of their subject, and how far a permission reaches. The numbers are stored."""

from enum import IntEnum, IntFlag

from django.utils.translation import gettext_lazy as _


class Kind(IntFlag):
    """What a row tells of its subject. A model declares it, a grant opens some; the numbers are stored."""

    COURSE = 1
    HISTORY = 2
    PERSONAL = 4
    SITUATION = 8
    OTHER = 16
    FIGURES = 32
    WORK = 64
    LEDGER = 128  # what was agreed and who knows what: for the client's own look, no consent opens it

    ANYTHING = COURSE | HISTORY | PERSONAL | SITUATION | OTHER  # who is let in to anything sees whose it is

    def __str__(self) -> str:
        return ", ".join(str(KIND_NAMES[kind]) for kind in self)


KIND_NAMES = {
    Kind.COURSE: _("course of the service"),
    Kind.HISTORY: _("history of contacts"),
    Kind.PERSONAL: _("personal history"),
    Kind.SITUATION: _("present situation"),
    Kind.OTHER: _("other"),
    Kind.FIGURES: _("figures"),
    Kind.WORK: _("work"),
    Kind.LEDGER: _("who knows what"),
}


class Level(IntEnum):
    """How far a permission reaches: a grant opens the first two, the third never leaves the owning service."""

    READ = 1
    CONTRIBUTE = 2
    OWN = 3
