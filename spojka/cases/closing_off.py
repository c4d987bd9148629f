"""A wall around a client, or a secret address, closes the party of a case that they are, too.

A wall closes the case as a whole while it is about nobody else: its plan and its name tell of that client alone.
"""

from collections.abc import Iterable, Iterator
from datetime import datetime
from typing import Any
from uuid import UUID

from spojka.access.bars import register_aliases, register_wholes
from spojka.access.models import Bar, Hiding
from spojka.walls.models import SecretAddress, Wall

from .models import Case, Party, Tie

WALLS = Bar, Wall, ("wall_id", "kept_out_id")
ADDRESSES = Hiding, SecretAddress, ("secret_id",)


@register_aliases
def parties(subject: UUID) -> Iterator[UUID]:
    """Return as which parties of cases a client is known."""
    yield from Tie.objects.filter(client=subject).order_by("pk").values_list("party_id", flat=True)


@register_wholes
def cases(subject: UUID) -> Iterator[UUID]:
    """Return the cases that are about a client alone."""
    ties = Tie.objects.filter(client=subject, party__is_alone=True).order_by("pk")
    yield from ties.values_list("party__case_id", flat=True)


def settle(tied: Iterable[UUID], at: datetime) -> None:
    """Let just that close these parties what closes the clients they are: ties came, or lead elsewhere now."""
    tied = sorted(set(tied))
    for party in tied:
        for what in (WALLS, ADDRESSES):
            _settle(party, Tie.objects.filter(party=party), *what, at)
    about_one = Party.objects.filter(pk__in=tied, is_alone=True).order_by("pk")
    for case in about_one.values_list("case_id", flat=True):
        _settle(case, Tie.objects.filter(party__case=case, party__is_alone=True), *WALLS, at)


def open_to_others(case: Case, at: datetime) -> None:
    """The case is about somebody else, too: no wall closes it as a whole any more."""
    Party.objects.filter(case=case, is_alone=True).update(is_alone=False)
    Bar.objects.current(at).filter(subject_id=case.pk).end(at)


def _settle(subject: UUID, ties: Any, model: Any, reasons: Any, columns: tuple[str, ...], at: datetime) -> None:
    by = columns[0]  # the row that says why
    standing = model.objects.current(at).filter(subject_id__in=ties.values("client_id")).order_by("pk")
    wanted = {getattr(one, by): one for one in standing}
    here = model.objects.current(at).filter(subject_id=subject)
    known = set(here.values_list(by, flat=True))
    # behind the fence the ties and walls of others are not seen: what closes it by theirs stays
    ours = reasons.objects.filter(pk__in=known - set(wanted)).values_list("pk", flat=True)
    here.filter(**{f"{by}__in": list(ours)}).end(at)
    for why, one in wanted.items():
        if why not in known:
            same = {column: getattr(one, column) for column in columns}
            model(**same, subject_id=subject, starts_at=at, ends_at=one.ends_at).add()
