"""The stock of a service as its page shows it: low and expiring things first, then what lies where."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date, datetime, timedelta
from functools import cached_property
from uuid import UUID

from django.db.models import Exists, Max, OuterRef

from spojka.access.actor import Actor
from spojka.access.doors import rows
from spojka.access.permissions import Permission
from spojka.codelists.catalogue import Catalogue, Item, catalogue
from spojka.encounters.models import Handout, Shift
from spojka.network.models import Service

from .balances import Balance, Stock
from .batches import Lying, lying
from .carried import by_people
from .models import Count, Level, Location, Taking
from .models.items import WARNED
from .models.locations import began_on
from .sums import Pair, seen, within

MOST = 20  # shifts that nobody said of where they draw from
BACK = timedelta(days=90)  # for so long they are asked about


@dataclass(frozen=True)
class Line:
    """One item: what there is of it at each location, in their order, and together."""

    code: str
    name: str
    cells: list[tuple[Location, Balance | None]]
    low: int | None

    @property
    def total(self) -> int:
        return sum(balance.quantity for _location, balance in self.cells if balance)

    @property
    def is_low(self) -> bool:
        return self.low is not None and self.total <= self.low

    @property
    def is_gone(self) -> bool:
        return self.total == 0

    @property
    def is_short(self) -> bool:
        return any(balance.is_short for _location, balance in self.cells if balance)


@dataclass(frozen=True)
class Ending:
    """A batch that expires soon, or did, with the name of its item and of where it lies."""

    name: str
    code: str
    location: Location
    lying: Lying
    is_over: bool


class Overview:
    """All that pages say of the stock of one service, as `by` may see it on the day."""

    def __init__(self, service: Service, by: Actor, on: date, code: str = "") -> None:
        self.service, self.by, self.on, self.code = service, by, on, code  # `code`: of one item alone
        self.stock = Stock(service, by)
        self._codes = [code] if code else None

    @cached_property
    def lists(self) -> Catalogue:
        return catalogue(self.service, self.on)

    @cached_property
    def names(self) -> dict[str, str]:
        return self.stock.names

    @cached_property
    def levels(self) -> dict[str, Level]:
        return {one.code: one for one in seen(Level, self.by).filter(service=self.service)}

    @cached_property
    def balances(self) -> dict[Pair, Balance]:
        return self.stock.balances(codes=self._codes)

    def balances_at(self, *moments: datetime) -> list[dict[Pair, Balance]]:
        """Return the balances of moments; those of now, which each page shows, are reckoned along with them."""
        self.balances, *found = self.stock.balances_at([None, *moments], self._codes)
        return found

    def differences(self, counts: Iterable[Count]) -> dict[UUID, int]:
        """Return what counts found more or less; the balances of now are reckoned along with them."""
        (self.balances,), found = self.stock.reckon([None], counts, self._codes)
        return found

    @cached_property
    def locations(self) -> list[Location]:
        """The locations in use, and closed ones where a contact that came late left a difference."""
        open_ones = {where for (where, _code), one in self.balances.items() if one.quantity}
        return [one for one in self.stock.locations if one.closed_on is None or one.pk in open_ones]

    def at(self, location: Location) -> dict[str, int]:
        """Return how much there should be of each item at a location."""
        return {code: one.quantity for (where, code), one in self.balances.items() if where == location.pk}

    @cached_property
    def lines(self) -> list[Line]:
        """The items there are, in the order of the list; those that are short and low first."""
        codes = {code for _location, code in self.balances} | {code for code, one in self.levels.items() if one.low}
        codes &= {self.code} if self.code else codes
        found = [self._line(code) for code in sorted(codes, key=self._place)]
        return sorted(found, key=lambda one: (not one.is_short, not one.is_low))

    def _line(self, code: str) -> Line:
        level = self.levels.get(code)
        cells = [(one, self.balances.get((one.pk, code))) for one in self.locations]
        return Line(code, self.names.get(code, code), cells, level.low if level else None)

    def unit(self, code: str) -> str:
        """Return the code of the item's unit."""
        item = self.lists.find("material", code)
        return str(item.extra.get("unit", "piece")) if item else "piece"

    def _place(self, code: str) -> tuple[int, str]:
        item = self.lists.find("material", code)
        return (item.position if item else 10_000, code)

    @cached_property
    def batches(self) -> list[Lying]:
        return lying(self.stock, self.balances, self.on)

    @cached_property
    def endings(self) -> list[Ending]:
        """Batches that lie somewhere and expire soon or did, the earliest first."""
        where = {one.pk: one for one in self.locations}
        found = []
        for one in self.batches:
            ends, code = one.batch.expires_on, one.batch.code
            warned = self.levels[code].warned if code in self.levels else WARNED
            if ends and ends <= self.on + timedelta(days=warned) and one.location in where:
                found.append(Ending(self.names.get(code, code), code, where[one.location], one, ends < self.on))
        return found

    @cached_property
    def low(self) -> list[Line]:
        return [line for line in self.lines if line.is_low and not line.is_short]

    @cached_property
    def shorts(self) -> list[tuple[Location, list[tuple[Line, Balance]]]]:
        """The locations from which more was handed out than there was, with the items."""
        found: dict[Location, list[tuple[Line, Balance]]] = {}
        for line in self.lines:
            for location, balance in line.cells:
                if balance and balance.is_short:
                    found.setdefault(location, []).append((line, balance))
        return list(found.items())

    @property
    def to_settle(self) -> int:
        """How many differences there are to settle."""
        return sum(len(lines) for _location, lines in self.shorts) + len(self.undrawn)

    @cached_property
    def undrawn(self) -> list[Shift]:
        """Shifts that handed something out since there is a stock, and nobody said where it came from."""
        since = began_on(self.service.pk)
        if since is None:
            return []
        given = Handout.objects.filter(encounter__shift=OuterRef("pk"), encounter__voided_at=None)
        shifts = rows(Shift, by=self.by, to=Permission.STOCK_VIEW).filter(service=self.service, stock=None)
        recent = shifts.filter(Exists(given), day__gte=max(since, self.on - BACK))
        return list(recent.select_related("place", "event").order_by("-day", "pk")[:MOST])

    @cached_property
    def last_takings(self) -> dict[UUID, Taking]:
        """The last stock-taking of each location."""
        where = [one.pk for one in self.locations]
        theirs = within(Taking, self.by).filter(by_people(), location__in=where)
        last = dict(theirs.order_by().values_list("location").annotate(at=Max("taken_at")))
        found = theirs.filter(taken_at__in=set(last.values())).order_by("taken_at", "pk")
        return {one.location_id: one for one in found if one.taken_at == last[one.location_id]}

    def items_at(self, location: Location, typed: Iterable[str] = ()) -> tuple[list[Item], list[Item]]:
        """Return the items that are likely to lie at a location, then the other ones that the service gives out.

        What was typed stays there, also if the service ended it since the form was opened.
        """
        here = {code for where, code in self.balances if where == location.pk} | set(location.kit)
        shown = here | set(typed)
        every = [item for item in self.lists.everything.get("material", ()) if item.is_on or item.code in shown]
        return [item for item in every if item.code in here], [item for item in every if item.code not in here]
