"""Measures of courts with their terms, and the checklist before a child goes to live elsewhere."""

from datetime import date, datetime
from uuid import UUID

from django.utils.translation import gettext as _

from spojka.access.actions import action
from spojka.access.actor import Actor
from spojka.access.permissions import Permission
from spojka.base.errors import Refusal
from spojka.base.ids import new_id
from spojka.base.sealed import seal
from spojka.network.models import Service

from ..content import Ordered
from ..holding import check_open, locked
from ..models import Measure, Party, Placement, PlacementTick


@action(Permission.MEASURE_RECORD, on="about")
def record(*, by: Actor, id: UUID, about: Party, ordered: Ordered) -> Measure:
    """Write down what a court ordered."""
    case = locked(about.case)
    same = {name: getattr(ordered, name) for name in ("kind", "starts_on", "next_on")}
    Measure.objects.all().stop_if_known(id, case.service, about_id=about.pk, said=ordered.words, **same)
    mine = {"id": id, "case": case, "about": about, "recorded_by": by.id}
    return Measure(**case.ownership, **_columns(ordered), **mine).add()


@action(Permission.MEASURE_CHANGE, on="measure")
def change(*, by: Actor, measure: Measure, ordered: Ordered) -> Measure:
    """Write its terms anew, as after a hearing."""
    return _held(measure).change(**_columns(ordered))


@action(Permission.MEASURE_END, on="measure")
def end(*, by: Actor, measure: Measure, on: date) -> Measure:
    """A court ended it, or its time passed."""
    measure = _held(measure)
    if measure.ended_on:
        return measure
    if on < measure.starts_on:
        raise Refusal(_("It can't end before it began."), field="on")
    return measure.change(ended_on=on)


@action(Permission.PLACEMENT_PLAN, on="about")
def plan(*, by: Actor, id: UUID, about: Party, where: str, on: date) -> Placement:
    """Begin the checklist of a child that goes to live elsewhere."""
    case = locked(about.case)
    Placement.objects.all().stop_if_known(id, case.service, about_id=about.pk, place=where, planned_on=on)
    if not about.is_child:
        raise Refusal(_("The checklist is for a child."), field="about")
    said = {"where": seal(where), "planned_on": on, "recorded_by": by.id}
    return Placement(**case.ownership, **said, id=id, case=case, about=about).add()


@action(Permission.PLACEMENT_TICK, on="service", into="placement")
def tick(
    *, by: Actor, service: Service, placement: Placement, item: str, is_done: bool, words: str, at: datetime
) -> PlacementTick:
    """Say of one thing that it was seen to, or why it is not needed."""
    check_open(placement.case)
    if placement.ended_on:
        raise Refusal(_("The checklist was closed meanwhile."))
    if not is_done and not words:
        raise Refusal(_("Write why it is not needed."), field="words")
    mine = {"organisation_id": service.organisation_id, "service_id": service.pk}
    said = {"item": item, "is_done": is_done, "words": seal(words) if words else "", "at": at, "ticked_by": by.id}
    return PlacementTick(**mine, **said, id=new_id(), placement=placement).add()


@action(Permission.PLACEMENT_END, on="placement")
def end_placement(*, by: Actor, placement: Placement, words: str, on: date) -> Placement:
    """The child moved, or it came to nothing."""
    placement = Placement.objects.select_for_update(of=("self",)).get(pk=placement.pk)
    return placement if placement.ended_on else placement.change(ended_on=on, ended_words=seal(words))


def _held(measure: Measure) -> Measure:
    row: Measure = Measure.objects.select_for_update(of=("self",)).get(pk=measure.pk)
    locked(row.case)
    return row


def _columns(ordered: Ordered) -> dict[str, object]:
    if ordered.ends_by and ordered.ends_by < ordered.starts_on:
        raise Refusal(_("It would be over before it began."), field="ends_by")
    if ordered.next_on and ordered.next_on < ordered.starts_on:
        raise Refusal(_("The next term lies before the beginning."), field="next_on")
    plain = ("kind", "starts_on", "court", "file_number", "ends_by", "next_on", "next_what")
    said: dict[str, object] = {name: getattr(ordered, name) for name in plain}
    return said | {"words": seal(ordered.words) if ordered.words else ""}
