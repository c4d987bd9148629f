"""What changed since the columns of a service were made: which months have to be read anew."""

from __future__ import annotations

from calendar import monthrange
from dataclasses import dataclass
from datetime import date
from functools import cache
from hashlib import sha256
from pathlib import Path
from uuid import UUID

from django.db import connection
from django.db.models import Q, QuerySet

from spojka.codelists import shipped
from spojka.figures import dated, lines, marts, metric
from spojka.figures.folder import Manifest
from spojka.figures.models import Mark
from spojka.work.models import IndirectWork

from . import further
from .models import Breath, Encounter, ServiceRefusal, Shift, VitalSigns

HERE = Path(__file__).parent
AT_ONCE = 500  # contacts asked about by their ids
MADE_BY = (
    *(
        HERE / f"{name}.py"
        for name in ("scope", "extract", "further", "loading", "columns", "vitals", "models/encounter")
    ),
    *sorted((HERE / "metrics").glob("*.py")),
    *map(Path, (lines.__file__, marts.__file__, metric.__file__)),
    shipped.DATA / "material.toml",  # which material is for injecting
)
TOUCHED = (  # what a mark names: whose days it is about, and by which column
    ("encounter", Encounter, "pk"),
    ("client", Encounter, "client"),
    ("shift", Shift, "pk"),
    ("place", Shift, "place"),
)


@dataclass(frozen=True)
class Changes:
    """Where the marks stand, and the months they name."""

    manifest: Manifest  # without files: what the next one says of marks
    months: frozenset[str]
    is_all: bool  # nothing of what was made before holds
    is_new: bool  # something was marked, if only what is no more

    def __bool__(self) -> bool:
        return self.is_all or self.is_new or bool(self.months)


def are_none(service: UUID, known: Manifest) -> bool:
    """Test by one look that nothing changed, as most often nothing did."""
    if known.waiting or known.definitions != definitions():
        return False
    marks = Mark.objects.filter(service_id=service)
    last = marks.order_by("-number").values_list("number", "token").first() or (0, "")
    if last != (known.number, known.token):
        return False
    later = _but_seen(marks.filter(xact__gte=known.horizon, xact__gt=0), known)
    return connection.vendor != "postgresql" or not later.exists()


def holds(service: UUID, known: Manifest) -> bool:
    """Test whether what was made is of this release and of this database."""
    return known.definitions == definitions() and _is_continued(Mark.objects.filter(service_id=service), known)


def since(service: UUID, known: Manifest) -> Changes:
    """Return what changed since `known`. Marks are read before the rows, so what comes between is seen again."""
    is_all = not holds(service, known)
    new, said, is_new = _news(service, known, is_all)
    months = _every_month(service) if is_all else _months(service, new) | set(known.waiting)
    return Changes(said, frozenset(months), is_all, is_new)


def days_since(service: UUID, known: Manifest) -> tuple[frozenset[date] | None, Manifest]:
    """Return the days of shifts whose contacts changed since `known`, None when nothing known holds; and the new mark.

    For sums that do not depend on how figures are defined.
    """
    is_all = not known.number or not _is_continued(Mark.objects.filter(service_id=service), known)
    new, said, _is_new = _news(service, known, is_all)
    if is_all:
        return None, said
    days = set(new.exclude(day=None).values_list("day", flat=True).distinct())
    touched = list(new.filter(kind="encounter").values_list("subject_id", flat=True).distinct())
    for start in range(0, len(touched), AT_ONCE):  # by their ids: the database would sooner read the whole service
        rows = Encounter.objects.filter(pk__in=touched[start : start + AT_ONCE])
        days |= set(rows.values_list("day", flat=True))
    return frozenset(days), said


def _news(service: UUID, known: Manifest, is_all: bool) -> tuple[QuerySet[Mark], Manifest, bool]:
    """Return the marks that were not seen yet, where they stand now, and whether there are any."""
    (horizon, mine), made_by = _horizon(), definitions()
    marks = new = Mark.objects.filter(service_id=service)
    if not is_all:
        new = _but_seen(marks.filter(Q(number__gt=known.number) | Q(xact__gte=known.horizon, xact__gt=0)), known)
    last = new.order_by("-number").values_list("number", "token").first()
    number, token = last or (0, "")
    if not is_all and number <= known.number:
        number, token = known.number, known.token
    later = marks.filter(xact__gte=horizon, xact__gt=0).exclude(xact=mine).values_list("number", flat=True)
    said = Manifest(definitions=made_by, number=number, token=token, horizon=horizon, seen=sorted(later), mine=mine)
    return new, said, last is not None


def _but_seen(marks: QuerySet[Mark], known: Manifest) -> QuerySet[Mark]:
    """Leave out what was seen: marks one by one, and all that the transaction which looked had written by then."""
    marks = marks.exclude(number__in=known.seen)
    return marks.exclude(xact=known.mine, number__lte=known.number) if known.mine else marks


def _is_continued(marks: QuerySet[Mark], known: Manifest) -> bool:
    """Test whether this is still the database the columns were made of: the last mark seen is where it was."""
    return not known.number or marks.filter(number=known.number, token=known.token).exists()


def _horizon() -> tuple[int, int]:
    """Return the first transaction that may not be finished yet, and our own if it has written anything.

    SQLite finishes one after the other.
    """
    if connection.vendor != "postgresql":
        return 0, 0
    with connection.cursor() as cursor:
        cursor.execute(
            "SELECT pg_snapshot_xmin(pg_current_snapshot())::text::bigint,"
            " coalesce(pg_current_xact_id_if_assigned()::text::bigint, 0)"
        )
        horizon, mine = cursor.fetchone()
        return int(horizon), int(mine)


def _months(service: UUID, marks: QuerySet[Mark]) -> set[str]:
    """Return the months that marks name: by their day, or by the rows of what they touch."""
    found = set(marks.exclude(day=None).dates("day", "month"))
    for kind, model, column in TOUCHED:
        touched = marks.filter(kind=kind).values("subject_id")
        found |= set(model.objects.filter(service=service, **{f"{column}__in": touched}).dates("day", "month"))
    return {_month(day) for day in found}


def _every_month(service: UUID) -> set[str]:
    kinds = (Shift, Encounter, Breath, VitalSigns, ServiceRefusal, IndirectWork, *further.models())
    days = [kind.objects.filter(service=service).values_list("day", flat=True).distinct().order_by() for kind in kinds]
    return {_month(day) for some in days for day in some}


def _month(day: date) -> str:
    return f"{day:%Y-%m}"


def span(month: str) -> tuple[date, date]:
    """Return the first and the last day of a month."""
    year, number = int(month[:4]), int(month[5:])
    return date(year, number, 1), date(year, number, monthrange(year, number)[1])


@cache  # a part of the release
def definitions() -> str:
    """Return a short text that changes with whatever decides what is counted and how it is kept."""
    digest = sha256()
    for file in (*MADE_BY, *further.files(), *sorted(dated.DATA.glob("*.toml"))):
        digest.update(file.read_bytes())
    return digest.hexdigest()[:16]
