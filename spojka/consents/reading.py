"""What pages and papers show of consents: those of a client, who of the recipients sees something now."""

from dataclasses import dataclass
from datetime import date, datetime
from typing import Any

from spojka.access.actor import Actor
from spojka.access.doors import read, rows
from spojka.access.models import Basis, Grant
from spojka.access.permissions import KIND_NAMES, Kind, Permission
from spojka.base.prepared import prepared
from spojka.clients.models import Agreement, Client
from spojka.members.people import names_of

from .models import KINDS, Consent, ConsentRecipient, ConsentScan, ConsentSigner, Opening
from .models.consent import last_day

VIEW = Permission.CONSENT_VIEW


@dataclass(frozen=True)
class Line:
    """One recipient as it is shown. `cells` are kinds in words with whether it is told."""

    row: Any
    cells: list[tuple[str, bool]]
    is_open: bool
    sees: bool  # and works with Spojka, so that it sees something now


@dataclass(frozen=True)
class Told:
    """A consent with all that belongs to it."""

    consent: Any
    lines: list[Line]
    signers: list[Any]
    is_standing: bool
    taken_by: str
    withdrawn_by: str

    @property
    def is_open(self) -> bool:
        """Test whether anything is shared by it now."""
        return any(line.is_open for line in self.lines)


def has_statement(client: Client) -> bool:
    """Test whether the client agreed that anything is kept, and has not taken it back."""
    return Agreement.objects.filter(client=client, withdrawn_on=None).exists()


def kind_names() -> list[str]:
    return [str(KIND_NAMES[kind]) for kind in KINDS]


def of_client(client: Client, by: Actor, at: datetime) -> list[Told]:
    """Return the consents of a client, the newest first."""
    found = rows(Consent, by=by, to=VIEW).filter(client=client).select_related("statement", "replaced_by")
    return told(read(found.order_by("-given_on", "-recorded_at", "pk"), by=by, to=VIEW), by, at)


def told(consents: list[Any], by: Actor, at: datetime) -> list[Told]:
    """Return consents with their recipients and signers, in few queries whatever their number."""
    ids = [one.pk for one in consents]
    named = rows(ConsentRecipient, by=by, to=VIEW).filter(consent__in=ids).select_related("house", "centre")
    recipients: list[Any] = read(named.order_by("place_in_order"), by=by, to=VIEW)
    signed = rows(ConsentSigner, by=by, to=VIEW).filter(consent__in=ids)
    signers: list[Any] = read(signed.order_by("place_in_order"), by=by, to=VIEW)
    workers = names_of({one.taken_by for one in consents} | {one.withdrawn_by for one in consents} - {""})
    return [
        Told(
            one,
            [line_of(one, row, at) for row in recipients if row.consent_id == one.pk],
            [row for row in signers if row.consent_id == one.pk],
            one.is_standing(at),
            workers.get(one.taken_by, ""),
            workers.get(one.withdrawn_by, ""),
        )
        for one in consents
    ]


def line_of(consent: Any, row: Any, at: datetime) -> Line:
    """Return a recipient as it is shown."""
    is_open = consent.is_standing(at) and not consent.is_opposed and row.ended_at is None
    cells = [(name, bool(kind & row.kinds)) for name, kind in zip(kind_names(), KINDS, strict=True)]
    return Line(row, cells, is_open, is_open and row.grant_id is not None)


@dataclass(frozen=True)
class Opened:
    """A client of others that grants open to us: whose, what, on which ground, until when."""

    client: Any
    kinds: Kind
    bases: list[str]
    until: datetime | None  # None: until it is taken back

    @property
    def last_day(self) -> date | None:
        return last_day(self.until)


def shared_with(by: Actor, at: datetime, most: int) -> list[Opened]:
    """Return the clients of other services that `by` may see now, those whose sharing ends first on top."""
    allowed = rows(Client, by=by, to=Permission.CLIENT_VIEW).exclude(service__in=by.services)
    grants = list(
        Grant.objects.opening(Client, by, Permission.CLIENT_VIEW)
        .filter(subject_id__in=allowed.values("pk"))
        .order_by("starts_at", "pk")
    )
    theirs = allowed.filter(pk__in={one.subject_id for one in grants}).select_related("service", "organisation")
    clients: list[Any] = read(theirs.order_by("code", "pk")[:most], by=by, to=Permission.CLIENT_VIEW)
    by_client = [(one, [g for g in grants if g.subject_id == one.pk and _opens(g, one)]) for one in clients]
    found = [_opened(one, opening) for one, opening in by_client if opening]  # the others are seen on other grounds
    return sorted(found, key=lambda one: (one.until is None, one.until or at, one.client.code))


def _opens(grant: Grant, client: Any) -> bool:
    return grant.basis == Basis.PARTICIPATION or grant.holder_id == client.service_id


def _opened(client: Any, grants: list[Grant]) -> Opened:
    kinds = Kind(0)
    for one in grants:
        kinds |= Kind(one.kinds)
    ends = [one.ends_at for one in grants]
    bases = list(dict.fromkeys(str(Basis(one.basis).label) for one in grants))
    return Opened(client, kinds, bases, None if None in ends else max(filter(None, ends), default=None))


def kinds_in_words(kinds: Kind) -> list[str]:
    return [str(KIND_NAMES[kind]) for kind in KINDS if kind in kinds]


def openings_of(client: Client, by: Actor) -> list[Any]:
    """Return what is or was told of a client without their consent, the newest first."""
    to = Permission.OPENING_VIEW
    found = rows(Opening, by=by, to=to).filter(client=client)
    return read(found.order_by("-recorded_at", "-pk"), by=by, to=to)


def told_to_client(client: Client, by: Actor) -> list[Any]:
    """Return what was told without consent and the client knows of, the newest first."""
    return [one for one in openings_of(client, by) if one.told_on is not None]


def scans_of(consent: Any, by: Actor) -> list[Any]:
    """Return the signed papers of a consent that were not erased, in the order in which they came."""
    to = Permission.CONSENT_SCAN_VIEW
    found = rows(ConsentScan, by=by, to=to).there().filter(consent=consent).order_by("recorded_at", "pk")
    return read(found, by=by, to=to)


def to_look_at(by: Actor, most: int = 20) -> list[Any]:
    """Return openings that wait for `by` to look at: never those they wrote down themselves."""
    to = Permission.OPENING_APPROVE
    if not by.may(to):
        return []
    return read(_to_look_at(by, most), by=by, to=to)


@prepared
def _to_look_at(by: Actor, most: int) -> Any:
    found = rows(Opening, by=by, to=Permission.OPENING_APPROVE).waiting().exclude(recorded_by=by.id)
    return found.select_related("client", "service").order_by("recorded_at", "pk")[:most]
