"""Clients on their way to a page: what stands on it, and what stays in the service."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date, datetime
from typing import Any
from uuid import UUID

from django.db.models import Count, Q
from django.utils.translation import gettext as _

from spojka.access.actor import Actor
from spojka.access.doors import read, rows
from spojka.access.permissions import Permission as P
from spojka.access.whereabouts import hidden
from spojka.codelists.catalogue import names
from spojka.codelists.models import Entry
from spojka.members.people import names_of

from . import duplicates, leading, merging
from .models import Agreement, Apart, Client, HouseholdMember, Instruction, Joining, Relation

LIVE = Q(ended_at=None)
EVERY = Q()
HERE = Q(until=None, client__merged_into=None)  # lives in a household now, under a code that stands


def found(listed: Iterable[Client], by: Actor) -> list[Client]:
    """Return each client once, whom codes lead to now; `found_by` names another code by which it was found."""
    made: dict[UUID, Any] = {}
    for row in listed:
        client = leading.now(row)
        client.nickname = nickname(client, by)  # in memory only
        client.found_by = "" if client.pk == row.pk else row.code
        if client.pk not in made or not client.found_by:
            made[client.pk] = client
    read(made.values(), by=by, to=P.CLIENT_VIEW)
    return list(made.values())


def nickname(client: Client, by: Actor) -> str:
    """Return the nickname for those of the service; it stays there."""
    return client.nickname if client.is_own_of(by) else ""


def nicknames(clients: Iterable[Client], by: Actor) -> dict[UUID, str]:
    """Return the nicknames of a page of clients."""
    return {client.pk: nickname(client, by) for client in clients}


def older_first(one: Client, other: Client) -> list[Client]:
    """Return both; the code that is known longer stands first, as most often it stays."""
    return sorted((one, other), key=lambda client: (client.recorded_at, client.pk))


def side(client: Client, by: Actor, at: datetime) -> dict[str, Any]:
    """Return what is to be compared before a merge."""
    counts = [
        (told.name, rows(model, by=by, to=P.CLIENT_VIEW).filter(**{column: client}).count())
        for model, column in merging.columns()
        if (told := merging.FOLLOWS.get((model._meta.label, column)))
    ]
    times = [one[3] for one in merging.meetings(client.service_id, [client.pk])]
    return {
        "client": client,
        "nickname": nickname(client, by),
        "sex": names("sex").get(client.sex, ""),
        "first": min(times, default=None),
        "last": max(times, default=None),
        "counts": [(name, count) for name, count in counts if count],
        "shared": merging.to_others(at).filter(subject_id=client.pk).count(),
    }


def against(one: Client, other: Client) -> list[str]:
    """Return in words what speaks against the two being one person."""
    found = [duplicates.contradiction(one.service, one.pk, other.pk)]
    if one.sex and other.sex and one.sex != other.sex:
        found.append(_("A different sex is written."))
    pair = {"client__in": [one, other], "other__in": [one, other]}
    if Relation.objects.filter(LIVE, **pair).exists():
        found.append(_("They are written down as related to each other."))
    ids = sorted((one.pk, other.pk))
    if Apart.objects.filter(LIVE, first=ids[0], second=ids[1]).exists():
        found.append(_("Somebody said that these are two people."))
    return [said for said in found if said]


def counts(joining: Joining) -> list[tuple[Any, int]]:
    """Return how many rows of what will go back: what still is where it was moved to."""
    told = joining.moved.filter(back_at=None).values_list("model", "column").annotate(n=Count("pk"))
    return [(merging.FOLLOWS[label, column].name, n) for label, column, n in told.order_by("model", "column")]


@dataclass(frozen=True)
class Person:
    """Somebody around a client: another client, or a close person told of in words."""

    row: Relation
    kind: str
    client: Client | None

    @property
    def code(self) -> str:
        return self.client.code if self.client else ""


def about(client: Client, by: Actor, on: date) -> dict[str, Any]:
    """Return all that stands on a client's page of what this package knows; of the service's own people alone."""
    if not client.is_own_of(by):
        return {"is_own": False}
    said = {
        "is_own": True,
        "nickname": client.nickname,
        "namesakes": _namesakes(client, by),
        "codes": client.other_codes(),
        "leads_to": leading.now(client) if client.merged_into_id else None,
        "instructions": _read(Instruction, by, LIVE & (Q(until=None) | Q(until__gte=on)), client=client),
        "agreements": _read(Agreement, by, client=client),
        "households": _households(client, by),
        "people": people(client, by),
        "joinings": _joinings(client, by),
    }
    ids = [row.recorded_by for row in said["instructions"]] + [row.taken_by for row in said["agreements"]]
    said["workers"] = names_of([*ids, *(row.made_by for row in said["joinings"])])
    verbs = {
        "nickname": P.CLIENT_NICKNAME,
        "recode": P.CLIENT_RECODE,
        "merge": P.CLIENT_MERGE,
        "split": P.CLIENT_SPLIT,
        "undo": P.JOINING_UNDO,
        "instruct": P.INSTRUCTION_SET,
        "agree": P.AGREEMENT_RECORD,
        "household": P.HOUSEHOLD_ADD,
        "relate": P.RELATION_ADD,
    }
    is_standing = client.merged_into_id is None
    said["may"] = {name: is_standing and by.can(verb, client) for name, verb in verbs.items()}
    said["may"]["undo"] = by.can(P.CLIENT_MERGE, client)
    said["has_agreement"] = any(row.withdrawn_on is None for row in said["agreements"])
    return said


def people(client: Client, by: Actor) -> list[Person]:
    """Return who is around a client, told from their side: of a parent's child the parent's page says 'child'."""
    words, turned = names("relation", organisation=by.organisation), inverse()
    theirs = Q(client=client) | Q(other=client)
    found = []
    for row in _read(Relation, by, LIVE & theirs, related=("client", "other")):
        if row.client_id == client.pk:
            found.append(Person(row, words.get(row.kind, row.kind), row.other))
        else:
            kind = turned.get(row.kind, row.kind)
            found.append(Person(row, words.get(kind, kind), row.client))
    found = [one for one in found if one.client is None or one.client.pk != client.pk]  # of two who are one now
    secret = _hidden(found, by)
    found = [one for one in found if one.client is None or one.client.pk not in secret]
    read([one.client for one in found if one.client], by=by, to=P.CLIENT_VIEW)
    return found


def inverse() -> dict[str, str]:
    """Return what the first is to the second, for each kind of relation."""
    rows = Entry.objects.filter(list="relation").order_by("valid_from", "pk").values_list("code", "extra")
    return {code: extra["inverse"] for code, extra in rows}


def members(home: Any, by: Actor) -> list[HouseholdMember]:
    """Return who lives in a household now."""
    found = _read(HouseholdMember, by, HERE, household=home, related=("client",))
    secret = _hidden(found, by)
    found = [row for row in found if row.client_id not in secret]
    read([row.client for row in found], by=by, to=P.CLIENT_VIEW)
    return sorted(found, key=lambda row: (row.since, row.pk))


def _households(client: Client, by: Actor) -> list[dict[str, Any]]:
    mine = list(_read(HouseholdMember, by, Q(until=None), client=client, related=("household",)))
    everybody = _read(
        HouseholdMember,
        by,
        HERE & Q(household__in=[row.household_id for row in mine]),
        related=("client",),
    )
    secret = _hidden(everybody, by)
    everybody = [row for row in everybody if row.client_id not in secret]
    read([row.client for row in everybody], by=by, to=P.CLIENT_VIEW)
    homes = {row.household_id: row.household for row in mine}
    return [{"home": home, "with": _others(everybody, home.pk, client)} for home in homes.values()]


def _hidden(found: Iterable[Any], by: Actor) -> set[UUID]:
    """Return whom pages of others do not show: clients with a secret address. Key workers and heads see them."""
    if by.may(P.ADDRESS_VIEW):
        return set()
    return hidden([one.client.pk for one in found if one.client])


def _others(everybody: Iterable[Any], home: UUID, client: Client) -> list[Client]:
    found = {row.client_id: row.client for row in everybody if row.household_id == home}
    found.pop(client.pk, None)
    return list(found.values())


def _namesakes(client: Client, by: Actor) -> list[Client]:
    if not client.nickname_key:
        return []
    same = {"service": client.service_id, "nickname_key": client.nickname_key, "merged_into": None}
    theirs = rows(Client, by=by, to=P.CLIENT_VIEW).filter(**same).exclude(pk=client.pk)
    return read(theirs.order_by("code", "pk")[:5], by=by, to=P.CLIENT_VIEW)


def _joinings(client: Client, by: Actor) -> list[Joining]:
    theirs = Q(source=client) | Q(target=client)
    return _read(Joining, by, theirs, related=("source", "target"))


def _read(model: Any, by: Actor, where: Q = EVERY, related: tuple[str, ...] = (), **same: Any) -> list[Any]:
    found = rows(model, by=by, to=P.CLIENT_VIEW, where=where).filter(**same).select_related(*related)
    return read(found.order_by("-recorded_at", "-pk"), by=by, to=P.CLIENT_VIEW)


def instructions_of(client: Client, by: Actor, on: date) -> list[Instruction]:
    """Return the instructions and messages that stand, for whoever meets the client."""
    found = rows(Instruction, by=by, to=P.CLIENT_VIEW, where=LIVE & (Q(until=None) | Q(until__gte=on)))
    return read(found.filter(client=client).order_by("kind", "recorded_at", "pk"), by=by, to=P.CLIENT_VIEW)
