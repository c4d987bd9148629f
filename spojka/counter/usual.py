"""What a client got and brought back last, and the rows of the exchange that follow from it."""

from collections import Counter
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from datetime import datetime

from django.db.models import Exists, OuterRef

from spojka.access.actor import Actor
from spojka.access.doors import read, rows
from spojka.access.permissions import Permission
from spojka.clients.models import Client
from spojka.codelists.catalogue import Catalogue, Item
from spojka.encounters.forms.exchange import returnable
from spojka.encounters.limits import Usage
from spojka.encounters.models import Act, Encounter, Handout, Shift, Source, TakenBack

FIRST = 6  # rows that stand at once beside the usual ones
USED = 300  # rows that say what is being used


@dataclass(frozen=True)
class Usual:
    """The last exchange: codes with pieces. `back` is their own alone, `taken` all that came in."""

    at: datetime | None = None
    given: Mapping[str, int] = field(default_factory=dict)
    back: Mapping[str, int] = field(default_factory=dict)
    taken: int = 0

    @property
    def out(self) -> int:
        return sum(self.given.values())

    @property
    def own(self) -> int:
        return sum(self.back.values())


@dataclass(frozen=True)
class Line:
    """One material of the exchange: what was last, how much is left of its limit, whether it comes back."""

    item: Item
    given: int
    back: int
    left: int | None
    comes_back: bool


def usual_of(client: Client | None, *, by: Actor) -> Usual:
    """Return the client's last exchange that `by` may see."""
    if not client:
        return Usual()
    parts = [Exists(model.objects.filter(encounter=OuterRef("pk"))) for model in (Handout, TakenBack)]
    mine = rows(Encounter, by=by, to=Permission.ENCOUNTER_VIEW).filter(client=client, voided_at=None)
    last = mine.filter(parts[0] | parts[1]).order_by("-occurred_at", "-pk").first()
    if not last:
        return Usual()
    read([last], by=by, to=Permission.ENCOUNTER_VIEW)
    given = dict(Handout.objects.filter(encounter=last).order_by("pk").values_list("code", "quantity"))
    back: Counter[str] = Counter()
    taken = TakenBack.objects.filter(encounter=last).order_by("code").values_list("code", "quantity", "source")
    for code, quantity, source in taken:
        back[code] += quantity if source == Source.OWN else 0
    return Usual(last.occurred_at, given, +back, sum(quantity for _code, quantity, _source in taken))


def lines(lists: Catalogue, usual: Usual, used: Usage, first: Iterable[str]) -> tuple[list[Line], list[Line]]:
    """Return the rows that stand at once, the usual ones before what is used here mostly, and the rest."""
    items, come_back = lists.items("material"), {item.code for item in returnable(lists)}
    mine = sorted({**usual.given, **usual.back}, key=lambda code: code not in come_back)  # syringes before the rest
    ranks = {code: rank for rank, code in enumerate(dict.fromkeys([*mine, *first]))}
    made = [
        Line(
            item, usual.given.get(item.code, 0), usual.back.get(item.code, 0), used.left(item), item.code in come_back
        )
        for item in sorted(items, key=lambda item: ranks.get(item.code, len(ranks)))
    ]
    many = max(FIRST, len(mine))
    return made[:many], made[many:]


def used_here(shift: Shift) -> tuple[list[str], list[str]]:
    """Return materials and acts of the service, those given and done most often of late first."""
    return _often(Handout, shift), _often(Act, shift)


def _often(model: type[Act | Handout], shift: Shift) -> list[str]:
    mine = {"encounter__service": shift.service_id, "encounter__voided_at": None, "encounter__day__lte": shift.day}
    late = model.objects.filter(**mine).order_by("-encounter__day", "-encounter__occurred_at")
    return [code for code, _n in Counter(late.values_list("code", flat=True)[:USED]).most_common()]
