from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, datetime
from uuid import UUID

from django.utils.translation import gettext as _

from spojka.access.actions import action
from spojka.access.actor import Actor
from spojka.access.owned import Repeated
from spojka.access.permissions import Permission
from spojka.base.errors import Refusal
from spojka.clients import leading
from spojka.clients.models import Client
from spojka.codelists.catalogue import Catalogue
from spojka.encounters.actions import encounters
from spojka.encounters.content import Content
from spojka.encounters.models import Encounter, Shift
from spojka.encounters.times import check_time
from spojka.network.models import Service

from ..apart import apart
from ..models import KitReason, NaloxoneKit, NaloxoneTraining, NaloxoneUse, Trained
from ..models.kits import NALOXONE as NALOXONE

REFILLS = (KitReason.USED, KitReason.EXPIRED, KitReason.LOST)


class SaysNothing(Refusal):
    """There is neither a kit nor a training in it."""


class NotYet(Refusal):
    """The day has not come."""


class NoKit(Refusal):
    """The contact does not say that a kit was given, or its kit is written down already."""


@dataclass(frozen=True, kw_only=True)
class Handed:
    """What somebody took home, as it was said."""

    kits: int
    doses: int
    batch: str = ""
    expires_on: date | None = None
    reason: str = KitReason.FIRST
    trained: str = Trained.NONE
    covered: Sequence[str] = ()  # codes of what was gone through now


@action(Permission.NALOXONE_HAND, on="shift")
def hand(
    *,
    by: Actor,
    id: UUID,
    shift: Shift,
    content: Content,
    catalogue: Catalogue,
    handed: Handed,
    replaces: NaloxoneKit | None,
    at: datetime,
) -> Encounter:
    """Give somebody a kit, train them, or both: one contact, which carries the kit as its material."""
    if not handed.kits and not handed.covered:
        raise SaysNothing(_("Write down a kit, or what was gone through."), field="kits")
    encounter = encounters.record(by=by, id=id, shift=shift, content=content, catalogue=catalogue, at=at)
    if encounter.naloxone_kits.exists() or encounter.naloxone_trainings.exists():
        raise Repeated(encounter)
    if handed.kits:
        _take_home(by, encounter, handed, replaces or _to_replace(encounter, handed))
    if handed.covered:
        _train(by, encounter, handed.covered)
    return encounter


@action(Permission.NALOXONE_DETAIL, on="encounter")
def detail(*, by: Actor, encounter: Encounter, handed: Handed) -> Encounter:
    """Say of a kit that a contact holds as mere material which batch it was and what came before it."""
    given = sum(encounter.handouts.filter(code=NALOXONE).values_list("quantity", flat=True))
    if not given or encounter.voided_at or encounter.naloxone_kits.exists():
        raise NoKit(_("This contact has no naloxone kit that would wait for its details."))
    _take_home(by, encounter, handed, _to_replace(encounter, handed))
    if handed.covered and not encounter.naloxone_trainings.exists():
        _train(by, encounter, handed.covered)
    return encounter


@action(Permission.NALOXONE_TRAIN, on="service")
def train(
    *, by: Actor, id: UUID, service: Service, day: date, people: int, covered: Sequence[str], trained_by: str,
    note: str, today: date,
) -> NaloxoneTraining:  # fmt: skip
    """Write down a training of a group, which took nobody's code."""
    NaloxoneTraining.objects.all().stop_if_known(id, service)
    if day > today:
        raise NotYet(_("This day has not come yet."), field="day")
    said = {"day": day, "people": people, "covered": list(covered), "trained_by": trained_by, "note": note}
    return NaloxoneTraining(**service.ownership, id=id, **said).add()


@action(Permission.NALOXONE_VOID_TRAINING, on="training")
def void_training(*, by: Actor, training: NaloxoneTraining, at: datetime) -> NaloxoneTraining:
    """Say that a group's training was written by mistake."""
    return training if training.voided_at else training.change(voided_at=at)


@action(Permission.NALOXONE_REPORT, on="shift")
def report(
    *,
    by: Actor,
    id: UUID,
    shift: Shift,
    content: Content,
    catalogue: Catalogue,
    used_on: date | None,
    doses: int,
    by_whom: str,
    came: str,
    ambulance: str,
    handed: Handed | None,
    at: datetime,
    today: date,
) -> NaloxoneUse:
    """Write down that naloxone was used, as somebody told us; under a code it was the kit they held last."""
    NaloxoneUse.objects.all().stop_if_known(id, shift.service)
    check_time(shift, content.occurred_at, at)
    if used_on and used_on > today:
        raise NotYet(_("This day has not come yet."), field="used_on")
    holder = leading.client_of(shift.service, content.code) if content.code else None
    kit, another = _held_by(holder), None
    said = {"used_on": used_on, "doses": doses, "by_whom": by_whom, "came": came, "ambulance": ambulance}
    if handed:
        contact = hand(
            by=by,
            id=apart(id),
            shift=shift,
            content=content,
            catalogue=catalogue,
            handed=handed,
            replaces=kit,
            at=at,
        )
        another = contact.naloxone_kits.order_by("pk").first()
    return NaloxoneUse(
        **shift.ownership,
        **said,
        id=id,
        kit=kit,
        replacement=another,
        shift=shift,
        day=shift.day,
        occurred_at=content.occurred_at,
        phone_at=content.phone_at,
        recorded_by=by.id,
    ).add()


@action(Permission.NALOXONE_VOID_REPORT, on="use")
def void_report(*, by: Actor, use: NaloxoneUse, at: datetime) -> NaloxoneUse:
    """Say that a use was written by mistake; its kit is held again. A kit that was given for it stays a contact's."""
    return use if use.voided_at else use.change(voided_at=at)


def _take_home(by: Actor, encounter: Encounter, handed: Handed, replaces: NaloxoneKit | None) -> None:
    names = ("doses", "batch", "expires_on", "reason", "trained")
    said = {name: getattr(handed, name) for name in names} | {"replaces": replaces}
    if handed.covered:
        said["trained"] = Trained.NOW
    NaloxoneKit(
        **encounter.ownership, id=apart(encounter.pk, "kit"), encounter=encounter, day=encounter.day, **said,
        recorded_by=by.id,
    ).add()  # fmt: skip


def _train(by: Actor, encounter: Encounter, covered: Sequence[str]) -> None:
    said = {"covered": list(covered), "trained_by": by.id, "day": encounter.day, "people": encounter.people}
    NaloxoneTraining(**encounter.ownership, id=apart(encounter.pk, "training"), encounter=encounter, **said).add()


def _to_replace(encounter: Encounter, handed: Handed) -> NaloxoneKit | None:
    if handed.reason not in REFILLS or not encounter.client:
        return None
    return _held_by(encounter.client, but=encounter)


def _held_by(client: Client | None, but: Encounter | None = None) -> NaloxoneKit | None:
    """Return the kit that a client took home last and holds still."""
    if client is None:
        return None
    held = NaloxoneKit.objects.all().held().filter(service=client.service_id, encounter__client=client)
    return held.exclude(encounter=but).order_by("-day", "-encounter__occurred_at", "pk").first()
