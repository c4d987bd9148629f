"""How much one person gets and how soon again; what a client had of it already."""

from collections import Counter
from collections.abc import Collection, Iterable, Mapping
from dataclasses import dataclass, field
from datetime import date, datetime, timedelta
from typing import Any
from uuid import UUID

from django.db.models import Q
from django.utils.translation import gettext as _

from spojka.clients.models import Client
from spojka.codelists.catalogue import Catalogue, Item
from spojka.codelists.words import lasting

from .content import Content, acts_of
from .models import Act, Encounter, Handout, OverrideKind
from .models.shift import LONGEST

LISTS: dict[str, type[Act | Handout]] = {"material": Handout, "act": Act}
Key = tuple[str, str]  # list and code


@dataclass(frozen=True)
class Usage:
    """What a client had: on the day, in the shift, and when last of what has an interval."""

    on_day: Mapping[Key, int] = field(default_factory=dict)
    in_shift: Mapping[Key, int] = field(default_factory=dict)
    last: Mapping[Key, datetime] = field(default_factory=dict)

    def had(self, item: Item) -> int:
        """Return how much of the item counts towards its limit."""
        counted = self.in_shift if item.per == "shift" else self.on_day
        return counted.get((item.list, item.code), 0)

    def left(self, item: Item) -> int | None:
        """Return how much is left; None where there is no limit."""
        return None if item.limit is None else max(0, item.limit - self.had(item))


@dataclass(frozen=True)
class Breach:
    """A rule that a contact would break: `came_to` pieces where `most` are given, or so many minutes."""

    kind: OverrideKind
    item: Item
    most: int
    came_to: int
    had: int = 0

    @property
    def is_alone(self) -> bool:
        """Whether the contact is over the limit by itself, whatever the client had before."""
        return self.kind == OverrideKind.LIMIT and not self.had

    @property
    def stops(self) -> bool:
        """Whether it asks for a reason."""
        return not self.item.only_warns

    def __str__(self) -> str:
        said = {"name": self.item.name, "limit": self.most, "had": self.had, "sum": self.came_to}
        if self.kind == OverrideKind.INTERVAL:
            said |= {"ago": lasting(self.came_to), "time": lasting(self.most)}
            return _("%(name)s: the last one was %(ago)s ago, at least %(time)s has to pass.") % said
        if self.had:
            return _("%(name)s: had %(had)s already, with this %(sum)s; at most %(limit)s for one person.") % said
        if not self.stops:
            return _("%(name)s: %(sum)s, at most %(limit)s for one person.") % said
        return _("%(name)s: at most %(limit)s for one person. Change the number.") % said


def usage(
    client: Client, *, day: date, shifts: Collection[UUID], at: datetime, catalogue: Catalogue, but: Any = None
) -> Usage:
    """Return what the client had on the day and in the shifts, and what before `at`, in at most four queries."""
    standing = Q(encounter__client=client, encounter__voided_at=None) & ~Q(encounter=but)
    near = standing & Q(encounter__occurred_at__gte=at - LONGEST - LONGEST)
    on_day: Counter[Key] = Counter()
    in_shift: Counter[Key] = Counter()
    last: dict[Key, datetime] = {}
    for name, model in LISTS.items():
        limited = [item.code for item in catalogue.items(name) if item.limit]
        rows = model.objects.filter(near & (Q(encounter__day=day) | Q(encounter__shift__in=shifts)), code__in=limited)
        for code, quantity, on, shift in rows.values_list(
            "code", "quantity", "encounter__day", "encounter__shift_id"
        ).order_by():
            on_day[name, code] += quantity if on == day else 0
            in_shift[name, code] += quantity if shift in shifts else 0
        last |= _last(name, standing, at, catalogue)
    return Usage(on_day, in_shift, last)


def _last(name: str, standing: Q, at: datetime, catalogue: Catalogue) -> dict[Key, datetime]:
    spaced = {item.code: item.interval for item in catalogue.items(name) if item.interval}
    if not spaced:
        return {}
    since = at - timedelta(minutes=max(spaced.values()))
    where = standing & Q(encounter__occurred_at__gt=since, encounter__occurred_at__lte=at, code__in=[*spaced])
    rows = LISTS[name].objects.filter(where).order_by("encounter__occurred_at")
    return {(name, code): when for code, when in rows.values_list("code", "encounter__occurred_at")}


def breaches(content: Content, acts: Mapping[str, int], catalogue: Catalogue, used: Usage) -> list[Breach]:
    """Return every limit that the contact would go over, and what would come too soon."""
    asked = [("material", code, quantity) for code, quantity in content.materials.items()]
    asked += [("act", code, quantity) for code, quantity in acts.items()]
    found: list[Breach] = []
    for name, code, quantity in asked:
        if item := catalogue.find(name, code):
            found += _of(item, quantity, content, used)
    return found


def asking(found: Iterable[Breach]) -> list[Breach]:
    """Return those of the breaches that ask for a reason."""
    return [one for one in found if one.stops]


def warned(encounter: Encounter, content: Content, catalogue: Catalogue) -> list[str]:
    """Say what of a contact that is written down is only warned of. Mostly nothing, and then it asks nobody."""
    acts = acts_of(content, catalogue)
    items = [("material", code) for code in content.materials] + [("act", code) for code in acts]
    if not any((item := catalogue.find(*one)) and item.only_warns for one in items):
        return []
    found = breaches(content, acts, catalogue, usage_for(encounter, content, catalogue))
    return [str(one) for one in found if not one.stops]


def _of(item: Item, quantity: int, content: Content, used: Usage) -> list[Breach]:
    found = []
    had = used.had(item)
    if item.limit and had + quantity > item.limit * content.people:
        found.append(Breach(OverrideKind.LIMIT, item, item.limit, had + quantity, had))
    if item.interval and (last := used.last.get((item.list, item.code))):
        minutes = int((content.occurred_at - last).total_seconds() // 60)
        if minutes < item.interval:
            found.append(Breach(OverrideKind.INTERVAL, item, item.interval, minutes))
    return found


def usage_for(encounter: Encounter, content: Content, catalogue: Catalogue) -> Usage:
    """Return what the client of a contact that is being written had before it."""
    if not encounter.client:
        return Usage()
    said = {"day": encounter.day, "shifts": [encounter.shift_id], "at": content.occurred_at}
    return usage(encounter.client, **said, catalogue=catalogue, but=encounter.pk)
