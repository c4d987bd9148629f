"""What went on in a case, as far as one may see it: many kinds of rows in one order, the newest first.

Each source gives its newest rows, asked for by an index; they are merged, so a page costs the same however long the
case is. The place where a page ends is a moment and an id, not a number of rows.
"""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import datetime
from heapq import merge
from itertools import islice
from operator import attrgetter
from typing import Any
from uuid import UUID

from django.db.models import Q
from django.utils.translation import gettext_lazy as _

from spojka.access.actor import Actor
from spojka.access.doors import read, rows
from spojka.access.owned import Openings
from spojka.access.permissions import Permission
from spojka.base.days import span
from spojka.encounters.models import Encounter
from spojka.search.asked import Asked
from spojka.search.columns import PRIVATE, scope_within

from . import sharing
from .beside import SOURCES, Source, register_source
from .models import Appraisal, Case, CaseFile, CaseTurn, Entry, Measure, Note, Tie

PAGE = 30
P = Permission


@dataclass(frozen=True)
class Wanted:
    """What of a case is looked for: about whom, of which kind, which words, and from where on."""

    about: UUID | None = None
    what: str = ""  # the name of a source; empty: all
    kind: int | None = None
    text: str = ""
    before: tuple[datetime, str] | None = None


@dataclass(frozen=True)
class Line:
    """One thing that went on. `source` says how it is shown."""

    at: datetime
    source: str
    row: Any

    @property
    def template(self) -> str:
        return SOURCES[self.source].template

    @property
    def key(self) -> tuple[datetime, str]:
        return self.at, str(self.row.pk)


WHOSE = ("about", "service", "organisation")


def page(case: Case, by: Actor, wanted: Wanted, among: Openings | None = None) -> tuple[list[Line], Line | None]:
    """Return one page of lines and, if there is more, the last of them, from which the next one goes on."""
    opened = sharing.openings(case, by) if among is None else among
    found = [
        _lines(name, one, case, by, wanted, opened)
        for name, one in SOURCES.items()
        if _is_asked(name, one, by, wanted)
    ]
    lines = list(islice(merge(*found, key=lambda line: line.key, reverse=True), PAGE + 1))
    shown = lines[:PAGE]
    for name in {line.source for line in shown}:
        found = [line.row for line in shown if line.source == name]
        along = [getattr(row, SOURCES[name].along) for row in found if SOURCES[name].along]
        read([*found, *(one for one in along if one)], by=by, to=SOURCES[name].to)
    return shown, shown[-1] if len(lines) > PAGE else None


def _is_asked(name: str, one: Source, by: Actor, wanted: Wanted) -> bool:
    asked = not wanted.what or wanted.what == name
    fits = (one.words or not wanted.text) and (one.of_kind or wanted.kind is None)
    return asked and fits and by.may(one.to) and bool(one.about or wanted.about is None or one.where)


def _lines(name: str, one: Source, case: Case, by: Actor, wanted: Wanted, opened: Openings) -> Iterable[Line]:
    where = _where(name, one, case, by, wanted)
    of_case = one.model.subject in ("case_id", "about_id")
    found = rows(one.model, by=by, to=one.to, where=where, among=opened if of_case else None)
    found = found.select_related(*one.related)
    moment = attrgetter(one.at.replace("__", "."))
    return [Line(moment(row), name, row) for row in found.order_by(f"-{one.at}", "-pk")[: PAGE + 1]]


def _where(name: str, one: Source, case: Case, by: Actor, wanted: Wanted) -> Q:
    where = one.where(case, by, wanted.about) if one.where else Q(case=case)
    if wanted.about and one.about:
        where &= Q(**{one.about: wanted.about})
    if wanted.kind is not None:
        where &= Q(kind=wanted.kind)
    if wanted.text:
        where &= _said(name, one, case, by, Asked.of(wanted.text))
    if wanted.before:
        at, id = wanted.before
        where &= Q(**{f"{one.at}__lt": at}) | Q(**{one.at: at}, pk__lt=id)
    return where


def _said(name: str, one: Source, case: Case, by: Actor, asked: Asked) -> Q:
    """Rows with these words, of this day; notes of contacts are searched where they are one's own."""
    where = Q()
    if asked.on:
        first, end = span(asked.on, asked.on)
        where &= Q(**{f"{one.at}__gte": first, f"{one.at}__lt": end})
    if asked.words:
        marks = [scope_within(case.pk)] if one.model._meta.get_field("words").within else []
        match = asked.match(private=PRIVATE if name == "contact" else "", scopes=frozenset(marks))
        where &= Q(words__match=match) if match.is_possible else Q(pk__in=[])
        where &= Q(service__in=by.services) if name == "contact" else Q()
    return where if where else Q(pk__in=[])


def _contacts(case: Case, by: Actor, about: UUID | None) -> Q:
    """Contacts of the clients of our services that the parties are: they belong to the story."""
    ties = rows(Tie, by=by, to=P.CASE_VIEW, where=Q(party__case=case))
    clients = (ties.filter(party=about) if about else ties).values("client_id")
    return Q(client__in=clients, voided_at=None)


for key, source in {
    "entry": Source(_("entries"), Entry, P.CASE_VIEW, "at", "about", words=True, related=WHOSE, of_kind=True),
    "note": Source(_("notes of our own"), Note, P.NOTE_VIEW, "at", "about", words=True, related=("about",)),
    "file": Source(_("files"), CaseFile, P.CASE_VIEW, "at", "about", related=WHOSE, of_kind=True),
    "appraisal": Source(_("how they stand"), Appraisal, P.CASE_VIEW, "at", "about", related=WHOSE),
    "measure": Source(_("measures of courts"), Measure, P.CASE_VIEW, "recorded_at", "about", related=("about",)),
    "turn": Source(_("the case itself"), CaseTurn, P.CASE_VIEW, "at", related=("organisation",)),
    "contact": Source(
        _("our contacts"),
        Encounter,
        P.ENCOUNTER_VIEW,
        "occurred_at",
        words=True,
        where=_contacts,
        related=("client", "shift__place"),
    ),
}.items():
    register_source(key, source)
