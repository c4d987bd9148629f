"""Which project pays for a shift, and from when to when."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date, datetime, timedelta

from django.core.exceptions import PermissionDenied
from django.utils.translation import gettext as _

from spojka.base.errors import Refusal
from spojka.network.models import Project, Service
from spojka.places.models import Place

from .models import Shift, ShiftPart


class NotPaying(Refusal):
    """The project does not pay for this day or place."""


@dataclass(frozen=True)
class Span:
    """One part of a shift; without a project it is outside of projects."""

    start: datetime
    end: datetime
    project: Project | None

    @property
    def length(self) -> timedelta:
        return max(self.end - self.start, timedelta())


def usual(service: Service, day: date, place: Place) -> Project | None:
    """Return the project that pays by itself: the only one of the service valid on the day for this territory."""
    return only(Project.objects.filter(services=service).valid(day).order_by("pk"), day, place)


def only(projects: Iterable[Project], day: date, place: Place) -> Project | None:
    """Return the one of these projects that pays on the day for the territory of a place; none where several do."""
    paying = [one for one in projects if one.valid_from <= day <= one.valid_to and one.covers(place.codes)]
    return paying[0] if len(paying) == 1 else None


def parts_of(shift: Shift) -> Sequence[ShiftPart]:
    """Return the parts of a shift in their order."""
    return list(ShiftPart.objects.filter(shift=shift).select_related("project").order_by("starts_at", "pk"))


def spans(shift: Shift, parts: Sequence[ShiftPart]) -> list[Span]:
    """Return parts with their ends: each lasts until the next one or the end, the first from the very start."""
    if not parts:
        return []
    starts = [shift.start, *(max(part.starts_at, shift.start) for part in parts[1:])]
    ends = [*starts[1:], max(shift.end, starts[-1])]
    return [Span(start, end, part.project) for start, end, part in zip(starts, ends, parts, strict=True)]


def check(project: Project, shift: Shift, field: str) -> None:
    """Stop unless the project pays for the service, day and place of a shift."""
    if not project.services.filter(pk=shift.service_id).exists():
        raise PermissionDenied("another service's project")
    if not project.valid_from <= shift.day <= project.valid_to:
        raise NotPaying(_("%(project)s is not valid on the day of the shift.") % {"project": project}, field=field)
    if not project.covers(shift.place.codes):
        words = {"project": project, "place": shift.place}
        raise NotPaying(_("%(project)s is for another territory than %(place)s.") % words, field=field)
