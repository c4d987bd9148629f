"""What stands in one shift, counted: for the stand's running counts and for the summary at its end."""

from collections.abc import Iterable
from dataclasses import dataclass
from decimal import Decimal

from django.db.models import Count, F, Q, Sum

from spojka.access.actor import Actor
from spojka.access.permissions import Permission
from spojka.clients.models import Client

from .models import Act, Breath, Encounter, Handout, ServiceRefusal, Shift, Side, Topic, TopicKind, VitalSigns
from .models.encounter import EncounterQuerySet

LAST = 60  # rows that say what is being used just now


@dataclass(frozen=True)
class Counts:
    """Contacts without tallies, and the people of tallies."""

    contacts: int
    tallied: int
    late: int


@dataclass(frozen=True)
class Summary:
    """A whole shift. Lists are pairs of code and number, the largest first."""

    counts: Counts
    clients: int
    minutes: int
    acts: list[tuple[str, int]]
    materials: list[tuple[str, int]]
    themes: list[tuple[str, int]]
    strokes: list[tuple[str, int]]  # themes of tallies, with how many people
    substances: list[tuple[str, int]]
    refusals: list[tuple[str, int]]
    breaths: int
    signs: int
    highest: Decimal | None  # promile


def counts(shift: Shift, *, by: Actor) -> Counts:
    """Count the shift's standing records that `by` may see."""
    contact = ~Q(side=Side.TALLY)
    found = _standing(shift, by).aggregate(
        contacts=Count("pk", filter=contact),
        tallied=Sum("people", filter=~contact, default=0),
        late=Count("pk", filter=Q(is_late=True)),
    )
    return Counts(**found)


def contacts_of(client: Client, *, by: Actor) -> int:
    """Count a client's standing contacts that `by` may see."""
    seen: EncounterQuerySet = Encounter.objects.allowed(by, Permission.ENCOUNTER_VIEW)
    return seen.filter(client=client).standing().count()


def latest(shift: Shift) -> dict[str, list[str]]:
    """Return the codes of materials and themes used last in this shift, the last one first."""
    mine = {"encounter__shift": shift, "encounter__voided_at": None}
    order = ("-encounter__occurred_at", "code")
    handed = Handout.objects.filter(**mine).order_by(*order).values_list("code", flat=True)[:LAST]
    themes = Topic.objects.filter(**mine, kind=TopicKind.THEME).order_by(*order).values_list("code", flat=True)[:LAST]
    return {"material": list(dict.fromkeys(handed)), "theme": list(dict.fromkeys(themes))}


def latest_device(shift: Shift) -> dict[str, object]:
    """Return with what breath was measured last in this shift, for a form to start from."""
    said = Breath.objects.filter(shift=shift, voided_at=None).exclude(device="").order_by("-recorded_at", "pk")
    return said.values("device", "calibrated_on", "unit").first() or {}


def latest_signs_device(shift: Shift) -> dict[str, object]:
    """The same for vital signs."""
    said = VitalSigns.objects.filter(shift=shift, voided_at=None).exclude(device="").order_by("-recorded_at", "pk")
    return said.values("device", "checked_on").first() or {}


def summary(shift: Shift, *, by: Actor) -> Summary:
    """Count all of a shift that `by` may see. Topics are those of contacts, as in the report."""
    standing = _standing(shift, by)
    acts = Act.objects.filter(encounter__in=standing)
    handouts = Handout.objects.filter(encounter__in=standing)
    topics = Topic.objects.filter(encounter__in=standing.exclude(side=Side.TALLY))
    tallied = Topic.objects.filter(encounter__in=standing.filter(side=Side.TALLY), kind=TopicKind.THEME)
    breaths = Breath.objects.allowed(by, Permission.ENCOUNTER_VIEW).filter(shift=shift, voided_at=None)
    signs = VitalSigns.objects.allowed(by, Permission.ENCOUNTER_VIEW).filter(shift=shift, voided_at=None)
    refusals = ServiceRefusal.objects.allowed(by, Permission.SHIFT_VIEW).filter(shift=shift, voided_at=None)
    highest = breaths.annotate(p=F("value") * F("factor")).order_by("-p", "pk").first()
    return Summary(
        counts=counts(shift, by=by),
        clients=standing.exclude(client=None).values("client").distinct().count(),
        minutes=acts.aggregate(all=Sum("minutes", default=0))["all"],
        acts=_by_code(acts.values("code").annotate(n=Sum("quantity"))),
        materials=_by_code(handouts.values("code").annotate(n=Sum("quantity"))),
        themes=_by_code(topics.filter(kind=TopicKind.THEME).values("code").annotate(n=Count("pk"))),
        strokes=_by_code(tallied.values("code").annotate(n=Sum("people"))),
        substances=_by_code(topics.filter(kind=TopicKind.SUBSTANCE).values("code").annotate(n=Count("pk"))),
        refusals=_by_code(refusals.values(code=F("ground")).annotate(n=Count("pk"))),
        breaths=breaths.count(),
        signs=signs.count(),
        highest=highest.promile if highest else None,
    )


def _standing(shift: Shift, by: Actor) -> EncounterQuerySet:
    seen: EncounterQuerySet = Encounter.objects.allowed(by, Permission.ENCOUNTER_VIEW)
    return seen.filter(shift=shift).standing()


def _by_code(rows: Iterable[dict[str, object]]) -> list[tuple[str, int]]:
    pairs = [(str(row["code"]), int(str(row["n"]))) for row in rows]
    return sorted(pairs, key=lambda pair: (-pair[1], pair[0]))
