"""What pages and papers show of contracts, rules, warnings, endings and refusals."""

from collections.abc import Iterable
from dataclasses import dataclass, field
from datetime import date
from typing import Any
from uuid import UUID

from django.db.models import Q

from spojka.access.actor import Actor
from spojka.access.doors import read, rows
from spojka.access.permissions import Permission
from spojka.clients.models import Client
from spojka.codelists.catalogue import extras_of
from spojka.identities import sealing
from spojka.identities.models import Identity
from spojka.members.people import names_of
from spojka.network.models import Service

from .holding import blocks_until
from .models import (
    Contract,
    ContractEnding,
    ContractRefusal,
    ContractState,
    ContractWarning,
    ContractWording,
    RulesExplanation,
    ServiceRules,
)

P = Permission
VIEW = P.CONTRACT_VIEW
WITH = ("client", "service", "organisation")
RINGS = {
    ContractState.DRAFT: "due",
    ContractState.RUNNING: "half",
    ContractState.NOTICE: "due",
    ContractState.ENDED: "done",
    ContractState.LAPSED: "done",
    ContractState.DROPPED: "open",
}
TONES = {ContractState.DRAFT: "due", ContractState.RUNNING: "ok", ContractState.NOTICE: "due"}


@dataclass(frozen=True)
class Line:
    """A contract as lists tell it."""

    contract: Contract
    state: ContractState
    ring: str
    is_amended: bool = False  # an addendum waits for the head


@dataclass
class Told:
    """A contract with all that belongs to it."""

    contract: Contract
    state: ContractState
    wordings: list[ContractWording] = field(default_factory=list)  # the newest first
    warnings: list[ContractWarning] = field(default_factory=list)
    endings: list[ContractEnding] = field(default_factory=list)
    people: dict[str, str] = field(default_factory=dict)
    explained: dict[UUID, RulesExplanation] = field(default_factory=dict)  # the last time, by the version of the rules

    @property
    def draft(self) -> ContractWording | None:
        return next((one for one in self.wordings if one.is_draft), None)

    @property
    def in_force(self) -> ContractWording | None:
        """The newest concluded wording."""
        return next((one for one in self.wordings if one.concluded_on), None)

    @property
    def main(self) -> ContractWording:
        return self.in_force or self.wordings[0]

    @property
    def ending(self) -> ContractEnding | None:
        return next((one for one in self.endings if one.is_in_force), None)

    @property
    def tone(self) -> str:
        return TONES.get(self.state, "plain")


def chosen(show: str, today: date, by: Actor) -> Any:
    """Return the contracts of a filter."""
    found = rows(Contract, by=by, to=VIEW)
    sets = {"running": found.holding(today), "ending": found.ending(today), "over": found.over(today)}
    waiting = Q(concluded_on=None, dropped_at=None) | Q(pk__in=amended(by))
    return found.filter(waiting) if show == "drafts" else sets[show]


def amended(by: Actor) -> Any:
    """Return the ids of concluded contracts of which an addendum waits."""
    drafts = rows(ContractWording, by=by, to=VIEW).filter(concluded_on=None, dropped_at=None, version__gt=1)
    return drafts.values("contract_id")


def lines(found: Iterable[Contract], by: Actor, today: date) -> list[Line]:
    """Return contracts as lists tell them; they were shown already."""
    waiting = set(amended(by).values_list("contract_id", flat=True))
    return [_line(one, today, one.pk in waiting) for one in found]


def _line(contract: Contract, today: date, is_amended: bool = False) -> Line:
    state = contract.state_on(today)
    return Line(contract, state, RINGS[state], is_amended and contract.is_concluded)


def of_client(client: Client, by: Actor, today: date) -> list[Line]:
    """Return the contracts of a client but for what was put aside, the newest first."""
    found = rows(Contract, by=by, to=VIEW).filter(client=client, dropped_at=None)
    listed: list[Any] = read(found.order_by("-recorded_at", "pk"), by=by, to=VIEW)
    return lines(listed, by, today)


def told(contract: Contract, by: Actor, today: date) -> Told:
    """Return a contract that was reached, with what belongs to it."""
    wordings = rows(ContractWording, by=by, to=VIEW).filter(contract=contract).select_related("rules")
    found = Told(contract, contract.state_on(today))
    found.wordings = read(wordings.order_by("-version", "-recorded_at", "pk"), by=by, to=VIEW)
    if contract.dropped_at is None:
        found.wordings = [one for one in found.wordings if one.dropped_at is None]
    warnings = rows(ContractWarning, by=by, to=VIEW).filter(contract=contract).select_related("corrected")
    warnings = warnings.order_by("written_on", "recorded_at", "pk")
    found.warnings = read(warnings, by=by, to=VIEW)
    endings = rows(ContractEnding, by=by, to=VIEW).filter(contract=contract).select_related("warning")
    found.endings = read(endings.order_by("-recorded_at", "pk"), by=by, to=VIEW)
    found.explained = {one.rules_id: one for one in reversed(explained(contract.client, by)) if one.holds}
    ids = {contract.written_by, *(one.written_by for one in found.wordings)}
    ids |= {one.concluded_by for one in found.wordings}
    ids |= {one.recorded_by for one in (*found.warnings, *found.endings)}
    ids |= {one.voided_by for one in found.warnings} | {one.opened_by for one in found.endings}
    found.people = names_of(ids)
    return found


def name_of(client: Client, by: Actor) -> str:
    """Return who the client is, for the paper; nothing if no name is kept or `by` may not know it."""
    known = rows(Identity, by=by, to=P.IDENTITY_VIEW).filter(client=client).exclude(sealed="").first()
    person = sealing.opened(known.sealed, client.pk) if known else None
    if person is None:
        return ""
    read([known], by=by, to=P.IDENTITY_VIEW)
    return str(person)


def is_named(client: Client, by: Actor) -> bool:
    """Say whether a name of the client is kept; it is not shown."""
    return bool(rows(Identity, by=by, to=P.IDENTITY_VIEW).filter(client=client).exclude(sealed="").exists())


def rules_of(service: Service, by: Actor) -> list[ServiceRules]:
    """Return all versions of the rules of a service, the newest first."""
    found = rows(ServiceRules, by=by, to=P.RULES_VIEW).filter(service=service).select_related("service")
    return read(found.order_by("-valid_from", "-version"), by=by, to=P.RULES_VIEW)


def in_force(versions: Iterable[ServiceRules], on: date) -> ServiceRules | None:
    """Return the version that holds on a day; of versions with the newest first."""
    return next((one for one in versions if one.valid_from <= on), None)


def explained(client: Client, by: Actor) -> list[RulesExplanation]:
    """Return when the client was told the rules, the last time first; also what was taken back."""
    found = rows(RulesExplanation, by=by, to=P.RULES_VIEW).filter(client=client).select_related("rules", "corrected")
    return read(found.order_by("-on", "-recorded_at", "pk")[:10], by=by, to=P.RULES_VIEW)


def refusals(by: Actor, year: int) -> list[Any]:
    found = rows(ContractRefusal, by=by, to=VIEW).filter(on__year=year).select_related("corrected", *WITH)
    return read(found.order_by("-on", "-recorded_at", "pk")[:300], by=by, to=VIEW)


@dataclass(frozen=True)
class Barrier:
    """A contract that the provider ended for a breach: until a day it is a ground of refusing another one."""

    ending: ContractEnding
    until: date


def barrier(client: Client, by: Actor, today: date) -> Barrier | None:
    """Return by what a contract may be refused to a client who applies again, if anything; the last one."""
    grounds = {code for code, extra in extras_of("contract_ending").items() if extra.get("breach")}
    ended = Q(contract__client=client, service=client.service_id, last_day__lt=today, ground__in=grounds)
    found = rows(ContractEnding, by=by, to=VIEW, where=ended).in_force().filter(opened_at=None)
    last = found.select_related("contract").order_by("-last_day", "pk").first()
    if last is None or last.last_day is None:
        return None
    until = blocks_until(last.last_day, client.service, today)
    return Barrier(read([last], by=by, to=VIEW)[0], until) if until >= today else None


def where(service: Service | None, **said: Any) -> Q:
    return Q(**said) & (Q(service=service) if service else Q())
