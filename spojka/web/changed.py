"""What others changed in cases that one may see, since one looked; and what of clients was opened or closed.

A row counts until it was shown to who asks: the audit knows. Today names the case, not the row.
"""

from dataclasses import dataclass
from datetime import datetime, timedelta
from typing import Any
from uuid import UUID

from django.db.models import Count, Exists, Max, OuterRef
from django.urls import reverse
from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from spojka.access.actor import Actor
from spojka.access.doors import read, rows
from spojka.access.models import Basis, Grant
from spojka.access.permissions import Permission
from spojka.audit.models import Seen
from spojka.base.prepared import prepared
from spojka.caseplans.models import Assent, Plan, PlanState, TermAnswer
from spojka.cases.models import Case, Entry
from spojka.statements.models import Reply, Statement

P = Permission
BACK = timedelta(days=7)
MOST = 8
SOURCES: dict[str, tuple[Any, Permission, str]] = {  # what, by which right it is read, the column of its moment
    "entries": (Entry, P.CASE_VIEW, "at"),
    "statements": (Statement, P.STATEMENT_VIEW, "at"),
    "replies": (Reply, P.STATEMENT_VIEW, "at"),
    "plans": (Plan, P.CASE_VIEW, "recorded_at"),
    "assents": (Assent, P.CASE_VIEW, "at"),
    "answers": (TermAnswer, P.CASE_VIEW, "at"),
}


@dataclass(frozen=True)
class Changed:
    """One line: where it is, what of it is new, when the last of it came. `icon` says of which sort it is."""

    icon: str
    text: str
    detail: str
    at: datetime
    link: str = ""


def changed(by: Actor, at: datetime) -> list[Changed]:
    """Return what changed in the last week, the newest first."""
    if by.organisation is None or not by.may(P.CASE_VIEW):
        return []
    found = [*_in_cases(by, at), *_opened(by, at)]
    return sorted(found, key=lambda one: one.at, reverse=True)[:MOST]


def _in_cases(by: Actor, at: datetime) -> list[Changed]:
    many: dict[UUID, dict[str, int]] = {}
    last: dict[UUID, datetime] = {}
    for kind in SOURCES:
        for case, n, on in _news(by, kind, at - BACK):
            many.setdefault(case, {})[kind] = n
            last[case] = max(on, last.get(case, on))
    newest = sorted(last, key=lambda case: last[case], reverse=True)[:MOST]
    slug = by.organisation.slug if by.organisation else ""
    shown = read(_live(by).filter(pk__in=newest), by=by, to=P.CASE_VIEW) if newest else []
    return [
        Changed(
            "list-details", one.called, _told(many[one.pk]), last[one.pk], reverse("cases:case", args=[slug, one.pk])
        )
        for one in shown
    ]


def _live(by: Actor) -> Any:
    return rows(Case, by=by, to=P.CASE_VIEW).live()


@prepared
def _news(by: Actor, kind: str, since: datetime) -> Any:
    model, to, moment = SOURCES[kind]
    news = rows(model, by=by, to=to).filter(**{f"{moment}__gt": since}, case__in=_live(by).values("pk"))
    seen = Seen.objects.filter(row_id=OuterRef("pk"), entry__actor_id=by.id)
    news = news.exclude(service__in=by.services).exclude(Exists(seen))
    news = news.exclude(state=PlanState.VOIDED) if model is Plan else news
    return news.order_by().values_list("case_id").annotate(n=Count("pk"), on=Max(moment))


def _told(many: dict[str, int]) -> str:
    lines = {
        "entries": ngettext("%(n)s new entry", "%(n)s new entries", many.get("entries", 0)),
        "statements": ngettext("%(n)s new statement", "%(n)s new statements", many.get("statements", 0)),
        "replies": ngettext("%(n)s reply", "%(n)s replies", many.get("replies", 0)),
        "plans": ngettext("%(n)s new version of the plan", "%(n)s new versions of the plan", many.get("plans", 0)),
        "assents": ngettext("%(n)s word on the plan", "%(n)s words on the plan", many.get("assents", 0)),
        "answers": ngettext("%(n)s passed term answered", "%(n)s passed terms answered", many.get("answers", 0)),
    }
    return ", ".join(lines[kind] % {"n": n} for kind, n in many.items())


def _opened(by: Actor, at: datetime) -> list[Changed]:
    """What consents of clients opened and what their end closed; what is closed is not named."""
    said = []
    for grant in _begun(by, at):
        house = {"house": grant.holder.organisation, "service": grant.holder}
        text = _("%(house)s, %(service)s: a client lets you know of them") % house
        said.append(Changed("eye", text, _("by a consent"), grant.starts_at))
    closed: dict[UUID, Grant] = {grant.holder_id: grant for grant in _over(by, at)}
    for grant in closed.values():
        house = {"house": grant.holder.organisation, "service": grant.holder}
        text = _("%(house)s, %(service)s: something is shared with you no more") % house
        said.append(Changed("eye-off", text, _("a consent or a participation ended"), grant.ends_at or at))
    return said


def _to(by: Actor) -> Any:
    mine = Grant.objects.filter(grantee_id__in=by.names).exclude(holder__in=by.services)
    return mine.exclude(subject_id__in=by.barred).select_related("holder__organisation")


@prepared
def _begun(by: Actor, at: datetime) -> Any:
    begun = _to(by).current(at).filter(basis=Basis.CONSENT, starts_at__gt=at - BACK)
    return begun.order_by("-starts_at", "pk")[:MOST]


@prepared
def _over(by: Actor, at: datetime) -> Any:
    over = _to(by).filter(basis__in=[Basis.CONSENT, Basis.PARTICIPATION], ends_at__gt=at - BACK, ends_at__lte=at)
    again = Grant.objects.current(at).filter(subject_id=OuterRef("subject_id"), grantee_id=OuterRef("grantee_id"))
    return over.exclude(Exists(again)).order_by("ends_at", "pk")[:50]
