from collections.abc import Sequence
from datetime import date, datetime
from typing import Any
from uuid import UUID

from django.core.exceptions import PermissionDenied
from django.utils.translation import gettext as _

from spojka.access.actions import action
from spojka.access.actor import EVERYBODY, Actor, ActorKind
from spojka.access.models import Basis, Grant
from spojka.access.owned import Owned, Repeated
from spojka.access.permissions import Kind, Level, Permission
from spojka.base.errors import Refusal
from spojka.encounters.models import Shift
from spojka.network.models import Organisation, Service
from spojka.places import territory

from .models import Acknowledgement, Audience, EarlyWarning, Signal, SignalKind, TrendNote, WarningReply


class SaysNothing(Refusal):
    """A signal of a substance has to say which one."""


class BadDay(Refusal):
    """The day can't be true."""


class NobodyToTell(Refusal):
    """Organisations have to be chosen where they are told, and nowhere else."""


class NotInForce(Refusal):
    """The warning does not hold: it was not verified, it was withdrawn, or its days are over."""


@action(Permission.SIGNAL_RECORD, on="service", into="shift")
def record(
    *,
    by: Actor,
    id: UUID,
    service: Service,
    shift: Shift | None,
    kind: str,
    substance: str,
    what: str,
    look: str,
    where: str,
    municipality: str,
    municipality_code: str,
    seen_on: date,
    sure: str,
    source: str,
    many: int,
    is_for_house: bool,
    phone_at: datetime | None,
    at: datetime,
    today: date,
) -> Signal:
    """Write down a sighting. In a shift it was seen where the shift is."""
    Signal.objects.all().stop_if_known(id, service)
    if shift and shift.service_id != service.pk:
        raise PermissionDenied("another service's shift")
    if kind == SignalKind.SUBSTANCE and not substance and not what:
        raise SaysNothing(_("Choose the substance or write what people call it."), field="what")
    if seen_on > today:
        raise BadDay(_("This day has not come yet."), field="seen_on")
    said: dict[str, Any] = {"kind": kind, "substance": substance, "what": what, "look": look, "seen_on": seen_on}
    said |= {"sure": sure, "source": source, "many": many, "phone_at": phone_at, "is_for_house": is_for_house}
    said |= {"where": where, "municipality": municipality, "municipality_code": municipality_code}
    owner = shift.ownership if shift else service.ownership
    signal = Signal(**owner, id=id, shift=shift, **said, recorded_by=by.id).add()
    if is_for_house:
        _open(signal, Level.READ, at, None)
    return signal


@action(Permission.SIGNAL_VOID, on="signal")
def void(*, by: Actor, signal: Signal, at: datetime) -> Signal:
    """Say that the signal was written by mistake; the house does not see it any more."""
    Grant.objects.filter(subject_id=signal.pk).end(at)
    return signal if signal.voided_at else signal.change(voided_at=at)


@action(Permission.SIGNAL_SHARE, on="signal")
def share(*, by: Actor, signal: Signal, partners: Sequence[Organisation], at: datetime) -> Signal:
    """Tell a signal to these organisations and to no others. The place finer than a municipality stays at home."""
    if signal.voided_at:
        raise Refusal(_("The signal was taken back."))
    told = Grant.objects.current(at).filter(subject_id=signal.pk).exclude(grantee_id=signal.organisation_id)
    told.exclude(grantee_id__in=[one.pk for one in partners]).end(at)
    known = set(told.values_list("grantee_id", flat=True))
    for partner in partners:
        if partner.hears_warnings and partner.pk not in known:
            _open(signal, Level.READ, at, None, to=partner.pk)
    return signal


@action(Permission.WARNING_DRAW, on="service")
def draw(
    *,
    by: Actor,
    id: UUID,
    service: Service,
    signals: Sequence[Signal],
    what: str,
    look: str,
    text: str,
    area: str,
    area_code: str,
    audience: str,
    partners: Sequence[Organisation] = (),
    valid_from: date,
    valid_to: date,
) -> EarlyWarning:
    """Draw signals, also of other services if they may be read, together into a warning. Nobody hears of it yet."""
    EarlyWarning.objects.all().stop_if_known(id, service)
    if any(not by.can(Permission.SIGNAL_VIEW, one) for one in signals):
        raise PermissionDenied("a signal that can't be read")
    if valid_to < valid_from:
        raise BadDay(_("The last day can't be before the first one."), field="valid_to")
    if area_code and territory.find("district", area_code) and not territory.find("municipality", area_code):
        raise Refusal(_("A warning names no place finer than a municipality."), field="area")
    said = {"what": what, "look": look, "text": text, "area": area, "area_code": area_code, "audience": audience}
    days = {"valid_from": valid_from, "valid_to": valid_to}
    warning: EarlyWarning = EarlyWarning(**service.ownership, id=id, **said, **days, drawn_by=by.id).add()
    warning.signals.set(signals)
    warning.partners.set(_told(warning, partners))
    return warning


@action(Permission.WARNING_VERIFY, on="warning")
def verify(*, by: Actor, warning: EarlyWarning, at: datetime, today: date) -> EarlyWarning:
    """Stand behind a warning by name. From now on, and for its days alone, its audience sees it."""
    warning = _locked(warning)
    if warning.is_verified:
        return warning
    if by.user is None:
        raise PermissionDenied("nobody to stand behind it")
    if warning.is_withdrawn or warning.valid_to < today:
        raise NotInForce(_("The warning was withdrawn or its days are over. Draw a new one."))
    if warning.leaves_service:
        _open(warning, Level.CONTRIBUTE, *warning.span)  # they write that they have read it
    for partner in warning.partners.hearing().order_by("pk") if warning.may_have_partners else ():
        _open(warning, Level.CONTRIBUTE, *warning.span, to=partner.pk)
    if warning.is_public:
        _open(warning, Level.READ, *warning.span, to=EVERYBODY)
    return warning.change(verified_at=at, verified_by=by.id, verified_name=by.user.name)


@action(Permission.WARNING_ACKNOWLEDGE, on="warning")
def acknowledge(*, by: Actor, warning: EarlyWarning, at: datetime, today: date) -> Acknowledgement:
    """Say that one has read the warning."""
    if by.kind is not ActorKind.MEMBER:
        raise PermissionDenied("nobody's own reading")
    if known := Acknowledgement.objects.filter(warning=warning, membership_id=by.id).first():
        raise Repeated(known)
    if not warning.holds(today):
        raise NotInForce(_("The warning does not hold now."))
    own = {"warning": warning, "membership_id": UUID(by.id)}
    return Acknowledgement(**warning.ownership, **own, seen_at=at).add()


@action(Permission.WARNING_REPLY, on="warning")
def reply(*, by: Actor, id: UUID, warning: EarlyWarning, text: str, today: date) -> WarningReply:
    """Write what one knows about a warning; only those who look after it read it."""
    WarningReply.objects.all().stop_if_known(id, warning.service)
    if by.kind is not ActorKind.MEMBER or not warning.holds(today):
        raise NotInForce(_("The warning does not hold now."))
    own = {"id": id, "membership_id": UUID(by.id), "text": text}
    return WarningReply(**warning.ownership, warning=warning, **own).add()


@action(Permission.TREND_RECORD, on="service")
def note(
    *,
    by: Actor,
    id: UUID,
    service: Service,
    trend: str,
    scale: int,
    text: str,
    day: date,
    is_for_house: bool,
    at: datetime,
    today: date,
) -> TrendNote:
    """Write down how much of something slow there is just now."""
    TrendNote.objects.all().stop_if_known(id, service)
    if day > today:
        raise BadDay(_("This day has not come yet."), field="day")
    said: dict[str, Any] = {"trend": trend, "scale": scale, "text": text, "day": day, "is_for_house": is_for_house}
    made = TrendNote(**service.ownership, id=id, **said, recorded_by=by.id).add()
    if is_for_house:
        _open(made, Level.READ, at, None)
    return made


@action(Permission.TREND_VOID, on="note")
def unnote(*, by: Actor, note: TrendNote, at: datetime) -> TrendNote:
    """Take a note of a trend back that was written by mistake."""
    Grant.objects.filter(subject_id=note.pk).end(at)
    return note if note.voided_at else note.change(voided_at=at)


@action(Permission.WARNING_WITHDRAW, on="warning")
def withdraw(*, by: Actor, warning: EarlyWarning, reason: str, at: datetime) -> EarlyWarning:
    """Take a warning back. Others don't see it from now on; the reason stays."""
    warning = _locked(warning)
    if warning.is_withdrawn:
        return warning
    if not reason:
        raise Refusal(_("Write why the warning is withdrawn."), field="reason")
    Grant.objects.filter(subject_id=warning.pk).end(at)
    return warning.change(withdrawn_at=at, withdrawn_by=by.id, withdrawn_why=reason)


@action(Permission.WARNING_ANSWER, on="warning")
def answer(*, by: Actor, warning: EarlyWarning, came_back: str) -> EarlyWarning:
    """Write down what came back after a warning."""
    return _locked(warning).change(came_back=came_back)


def _told(warning: EarlyWarning, partners: Sequence[Organisation]) -> list[Organisation]:
    """Return the organisations that a warning is for, if its audience fits them."""
    if partners and not warning.may_have_partners:
        raise NobodyToTell(
            _("Organisations are told only what may leave the house. Choose another audience."), field="audience"
        )
    if warning.audience == Audience.NETWORK and not partners:
        raise NobodyToTell(_("Choose at least one organisation."), field="partners")
    return list(partners)


def _locked(warning: EarlyWarning) -> EarlyWarning:
    row: EarlyWarning = EarlyWarning.objects.select_for_update(of=("self",)).get(pk=warning.pk)
    return row


def _open(row: Owned, level: Level, starts_at: datetime, ends_at: datetime | None, *, to: UUID | None = None) -> None:
    """Open a row to an organisation, to the other services of the house if none is said: shared early warning."""
    about: dict[str, Any] = {"holder_id": row.service_id, "subject_id": row.pk}
    days = {"starts_at": starts_at, "ends_at": ends_at, "grantee_id": to or row.organisation_id}
    Grant(**about, kinds=Kind.WORK, level=level, basis=Basis.PARTICIPATION, **days).add()
