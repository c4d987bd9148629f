"""What is found of case work: cases by their name or number, entries and own notes by their words."""

from collections.abc import Iterable
from typing import Any

from django.urls import reverse
from django.utils.translation import gettext
from django.utils.translation import gettext_lazy as _

from spojka.access.actor import Actor
from spojka.access.doors import read, rows
from spojka.access.permissions import Permission
from spojka.search.asked import Asked
from spojka.search.registry import Hit, Source, register
from spojka.search.rows import rows_source
from spojka.ui.words import day

from .models import Case, Entry, Note
from .reading import FOUND, WITH, named

P = Permission


def _url(by: Actor, case: Any) -> str:
    return reverse("cases:case", args=[by.organisation.slug if by.organisation else "", case])


def _cases(asked: Asked, by: Actor, most: int) -> Iterable[Hit]:
    """Names lie sealed, so they are looked through, not asked of an index."""
    if not by.may(P.CASE_VIEW) or len(asked.text) < 2:
        return []
    found = rows(Case, by=by, to=P.CASE_VIEW).filter(named(by, asked.text, FOUND)).select_related(*WITH)
    shown = read(found.order_by("-opened_on", "-pk")[:most], by=by, to=P.CASE_VIEW)
    return [Hit(title=one.called, url=_url(by, one.pk), detail=f"{one} · {one.organisation}") for one in shown]


def within(case: Case, by: Actor, url: str) -> dict[str, str]:
    """Return what a case is called in an answer and where that leads; of one that one left its number alone."""
    if by.can(P.CASE_VIEW, case):
        return {"title": case.called, "url": url}
    left = gettext("Case %(number)s, not open to you any more") % {"number": case}
    return {"title": left, "url": reverse("cases:list", args=[by.organisation.slug if by.organisation else ""])}


def _entry(row: Entry | Note, by: Actor) -> Hit:
    return Hit(**within(row.case, by, _url(by, row.case_id)), detail=day(row.at, True), note=row.text)


register(
    Source(key="cases", title=_("Cases"), icon="list-details", rank=22, find=_cases),
    rows_source(
        "case entries", title=_("In cases"), icon="list-details", rank=52, model=Entry, to=P.CASE_VIEW, hit=_entry,
        related=("case",), order=("-at", "-pk"),
    ),
    rows_source(
        "case notes", title=_("Own notes in cases"), icon="lock", rank=53, model=Note, to=P.NOTE_VIEW, hit=_entry,
        related=("case",), order=("-at", "-pk"),
    ),
)  # fmt: skip
