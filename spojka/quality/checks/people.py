"""Checks of who is who: codes that may be one person, names that rest on nothing."""

from typing import Any
from uuid import UUID

from django.db.models import Case, CharField, DateField, Exists, F, OuterRef, Q, QuerySet, Subquery, Value, When
from django.db.models.functions import Cast
from django.utils.translation import gettext_lazy as _

from spojka.access.permissions import Permission
from spojka.clients import duplicates
from spojka.clients.models import Agreement, Client
from spojka.encounters.words import Words
from spojka.identities.models import Identity
from spojka.network.models import Service

from ..check import Asked, Check, Mend, Severity


def _pairs(asked: Asked) -> dict[UUID, tuple[UUID, str]]:
    """Return who may be the same person as whom, and why, of services in which `by` may merge."""
    services = Service.objects.allowed(asked.by, Permission.CLIENT_MERGE).order_by("pk")
    if asked.service:
        services = services.filter(pk=asked.service)
    found: dict[UUID, duplicates.Proposal] = {}
    for service in services:
        for one in duplicates.proposals(service, asked.last):
            found.setdefault(one.first, one)  # the likeliest of each comes first
    codes = dict(Client.objects.filter(pk__in={one.second for one in found.values()}).values_list("pk", "code"))
    return {id: (one.second, f"{codes[one.second]}: {', '.join(one.reasons)}") for id, one in found.items()}


def _near(rows: QuerySet[Any], asked: Asked) -> QuerySet[Any]:
    pairs = asked.once("near", lambda: _pairs(asked))
    said = [(id, str(other), why) for id, (other, why) in pairs.items()]
    pair = Case(*(When(pk=id, then=Value(other)) for id, other, _why in said), default=Value(""))
    why = Case(*(When(pk=id, then=Value(why)) for id, _other, why in said), default=Value(""))
    return rows.filter(pk__in=pairs).annotate(pair=Cast(pair, CharField()), why=Cast(why, CharField()))


def _unagreed(rows: QuerySet[Any], asked: Asked) -> QuerySet[Any]:
    """Names whose client did not agree, or took it back and nobody said since then why the name stays."""
    theirs = Agreement.objects.filter(client=OuterRef("client"))
    taken = theirs.exclude(withdrawn_on=None).order_by("-withdrawn_on").values("withdrawn_on")[:1]
    kept = rows.exclude(sealed="").annotate(taken=Subquery(taken, output_field=DateField()))
    if not asked.by.may(Permission.IDENTITY_VIEW):
        return kept.none()
    return kept.filter(~Exists(theirs.filter(withdrawn_on=None)), Q(without_why="") | Q(taken__gt=F("without_since")))


def _as_pair(row: Any, words: Words) -> str:
    return str(row.why)


PEOPLE = (
    Check(
        code="client-near",
        severity=Severity.IMPROBABLE,
        name=_("Clients who may be one person"),
        why=_("One person under two codes is counted twice, and neither page tells the whole of them."),
        model=Client,
        faulty=_near,
        mend=lambda row: Mend(
            "clients:duplicates", None, _("Merge, or never propose again"), f"service={row.service_id}"
        ),
        own=None,
        state=F("pair"),
        dated=False,
        order=("-recorded_at", "-pk"),
        details=_as_pair,
    ),
    Check(
        code="name-unagreed",
        severity=Severity.CONTRADICTORY,
        name=_("Names kept without an agreement"),
        why=_(
            "A name rests on the client’s agreement; when it is taken back, the name goes, or somebody says why not."
        ),
        model=Identity,
        faulty=_unagreed,
        mend=lambda row: Mend("identities:identity", row.client_id, _("Erase the name, or say why it stays")),
        own=None,
        state=Cast("taken", CharField()),
        dated=False,
        order=("-recorded_at", "-pk"),
        related=("client",),
    ),
)
