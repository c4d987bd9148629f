from dataclasses import replace
from datetime import datetime
from typing import Any, cast
from uuid import UUID

from django.utils.translation import gettext as _

from spojka.access.actions import action
from spojka.access.actor import Actor
from spojka.access.permissions import Permission
from spojka.base.errors import Refusal
from spojka.clients.meeting import met
from spojka.clients.models import Client
from spojka.codelists.catalogue import Catalogue

from ..content import Content
from ..models import Breath, Correction, Encounter, Override, Shift, Side, VitalSigns
from ..models.encounter import CorrectionKind
from ..overriding import NotEligible, OverLimit, check, recheck
from ..parts import TooMuch, carry, check_amounts, parts_of
from ..times import check_time

__all__ = [
    "Clash", "NotEligible", "OverLimit", "TooMuch", "correct", "record", "void", "void_breath", "void_signs",
]  # fmt: skip

PARTS = ("acts", "handouts", "taken", "topics", "breaths", "signs", "overrides")


class Clash(Refusal):
    """Somebody else changed the record in the meantime."""


class AlreadyVoided(Refusal):
    """The record does not count any more."""


@action(Permission.ENCOUNTER_RECORD, on="shift")
def record(*, by: Actor, id: UUID, shift: Shift, content: Content, catalogue: Catalogue, at: datetime) -> Encounter:
    """Write down one contact or tally. The id comes from the phone, so a repeated send is seen as such."""
    Encounter.objects.all().stop_if_known(id, shift.service, digest=content.digest)
    check_time(shift, content.occurred_at, at)
    check_amounts(content, catalogue)
    encounter = Encounter(
        **shift.ownership,
        **content.facts,
        phone_at=content.phone_at,
        digest=content.digest,
        id=id,
        shift=shift,
        day=shift.day,
        client=_client(by, shift, content),
        is_late=shift.closed_at is not None and at > shift.closed_at,
        recorded_by=by.id,
    )
    left_aside = check(encounter, content, catalogue, by=by, at=at)
    carry(encounter, content, catalogue).add()
    _add_parts(encounter, shift, content, catalogue)
    Override.objects.bulk_create(left_aside)
    return encounter


@action(Permission.ENCOUNTER_CORRECT, on="encounter")
def correct(
    *, by: Actor, encounter: Encounter, version: int, content: Content, catalogue: Catalogue, reason: str, at: datetime
) -> Encounter:
    """Put a record right. What stood before is kept beside it; `version` is the one the worker started from."""
    client = _client(by, encounter.shift, content)  # first the client, then the record: as merging holds them
    encounter = _locked(encounter)
    said = f"{content.digest} {content.occurred_at.timestamp()}"
    if encounter.version != version and _is_resent(encounter, version, said, reason, by):
        return encounter
    if encounter.version != version:
        raise Clash(_("Somebody changed this record while you were writing. Load it again and repeat your change."))
    if content.occurred_at != encounter.occurred_at:
        check_time(encounter.shift, content.occurred_at, at)
    check_amounts(content, catalogue)
    with_breath = not _comes_under_a_code(encounter, content)
    _keep_trace(encounter, CorrectionKind.CORRECTED, reason, by, with_breath=with_breath, said=said)
    content = _with_strokes(_with_what_was_said(content, encounter), encounter)
    encounter.client = client
    left_aside = recheck(encounter, content, catalogue, by=by, reason=reason)
    carry(encounter, content, catalogue).change(**content.facts, client=client, version=version + 1)
    for part in PARTS:
        getattr(encounter, part).all().delete()
    _add_parts(encounter, encounter.shift, content, catalogue)
    Override.objects.bulk_create(left_aside)
    return encounter


@action(Permission.ENCOUNTER_VOID, on="encounter")
def void(*, by: Actor, encounter: Encounter, reason: str, at: datetime) -> Encounter:
    """Say that a record does not count. It stays, with who said so and why."""
    encounter = _locked(encounter)
    _keep_trace(encounter, CorrectionKind.VOIDED, reason, by, with_breath=True)
    encounter.breaths.update(voided_at=at)
    encounter.signs.update(voided_at=at)
    return encounter.change(voided_at=at, version=encounter.version + 1)


@action(Permission.BREATH_VOID, on="breath")
def void_breath(*, by: Actor, breath: Breath, at: datetime) -> Breath:
    """Say that a value that is tied to no contact was measured or written by mistake."""
    return breath if breath.voided_at else breath.change(voided_at=at)


@action(Permission.SIGNS_VOID, on="signs")
def void_signs(*, by: Actor, signs: VitalSigns, at: datetime) -> VitalSigns:
    """Say that vital signs that are tied to no contact were measured or written by mistake."""
    return signs if signs.voided_at else signs.change(voided_at=at)


def _comes_under_a_code(encounter: Encounter, content: Content) -> bool:
    """Test whether a correction makes it a client's and not all that was measured may be tied to the code."""
    measured = [one for one in (content.breath, content.signs) if one]
    joins = bool(measured) and all(one.joins for one in measured)
    return content.side == Side.CODE and not encounter.client and not joins


def _snapshot(encounter: Encounter, with_breath: bool) -> dict[str, Any]:
    """Return all that a record says, with codes, as plain values.

    A value that the person did not want tied to their code must not come to it through the trace either.
    """
    breaths = encounter.breaths.order_by("pk") if with_breath else []
    names = ("side", "people", "occurred_at", "sex", "age_band", "user_kind", "reason", "note")
    return {name: getattr(encounter, name) for name in names} | {
        "code": encounter.client.code if encounter.client else "",
        "acts": {act.code: [act.quantity, act.minutes] for act in encounter.acts.order_by("pk")},
        "materials": dict(encounter.handouts.order_by("pk").values_list("code", "quantity")),
        "others": dict(encounter.handouts.exclude(others=0).order_by("pk").values_list("code", "others")),
        "taken": [[t.code, t.quantity, t.source, t.is_estimated] for t in encounter.taken.order_by("code", "source")],
        "breaths": [[str(b.value), b.unit, b.device] for b in breaths],
        "signs": [one.figures for one in encounter.signs.order_by("pk")] if with_breath else [],
        "topics": [list(pair) for pair in encounter.topics.order_by("kind", "code").values_list("kind", "code")],
    }


def _with_what_was_said(content: Content, encounter: Encounter) -> Content:
    """Return the content with what a breath value had beside it, which the form of a correction doesn't ask for."""
    content = _with_what_was_checked(content, encounter)
    was = encounter.breaths.order_by("pk").first()
    if not was or not content.breath:
        return content
    calibrated_on = was.calibrated_on if content.breath.device == was.device else None
    return replace(content, breath=replace(content.breath, since_drink=was.since_drink, calibrated_on=calibrated_on))


def _with_what_was_checked(content: Content, encounter: Encounter) -> Content:
    """The same for vital signs: when the device was inspected, as long as it is the same one."""
    was = encounter.signs.order_by("pk").first()
    if not was or not content.signs or content.signs.device != was.device:
        return content
    return replace(content, signs=replace(content.signs, checked_on=was.checked_on))


def _with_strokes(content: Content, encounter: Encounter) -> Content:
    """Return the content with how many people each theme of a tally was for, which a correction doesn't ask for."""
    if content.side != Side.TALLY:
        return content
    was = dict(encounter.topics.filter(people__gt=1).order_by("pk").values_list("code", "people"))
    return replace(content, strokes={code: was[code] for code in content.themes if code in was})


def _locked(encounter: Encounter) -> Encounter:
    locked = Encounter.objects.select_for_update(of=("self",)).select_related("shift", "client", "service")
    row: Encounter = locked.get(pk=encounter.pk)
    if row.voided_at:
        raise AlreadyVoided(_("This record was voided already."))
    return row


def _is_resent(encounter: Encounter, version: int, said: str, reason: str, by: Actor) -> bool:
    """Test whether it is the last correction once more, whose answer was lost on the way."""
    last = encounter.corrections.order_by("recorded_at", "pk").last()
    if not last or encounter.version != version + 1:
        return False
    return (last.made_by, last.reason, last.before.get("said")) == (by.id, reason, said)


def _keep_trace(
    encounter: Encounter, kind: CorrectionKind, reason: str, by: Actor, *, with_breath: bool, said: str = ""
) -> None:
    """Keep what stood; `said` tells what was said instead from anything else."""
    Correction(
        **encounter.ownership,
        encounter=encounter,
        kind=kind,
        before=_snapshot(encounter, with_breath) | ({"said": said} if said else {}),
        reason=reason,
        made_by=by.id,
    ).add()


def _client(by: Actor, shift: Shift, content: Content) -> Client | None:
    if content.side != Side.CODE:
        return None
    return met(by=by, service=shift.service, code=content.code, sex=content.sex)


def _add_parts(encounter: Encounter, shift: Shift, content: Content, catalogue: Catalogue) -> None:
    for model, made in parts_of(encounter, shift, content, catalogue).items():
        if model in (Breath, VitalSigns):
            for row in made:
                cast(Breath | VitalSigns, row).add()
        elif made:
            model._default_manager.bulk_create(made)
