"""Which batches lie where: a view of ours, the batch that expires first goes first.

What came and went of each batch is written down, but a hand-out names none. So of what there is, the batches that
expire last are taken to be there still; what is more than all of them is of no batch that we know.
"""

from collections import Counter, defaultdict
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import date, timedelta
from uuid import UUID

from django.db.models import Q, Sum

from spojka.access.actor import Actor
from spojka.network.models import Service

from .balances import Balance, Pair, Stock
from .models import Batch, Location, Movement
from .sums import seen, within

OLD = timedelta(days=366)  # a batch that expired longer ago is not reckoned with: whoever finds it writes it off
FAR = date.max


@dataclass(frozen=True)
class Lying:
    """So many pieces of one batch at one location."""

    location: UUID
    batch: Batch
    quantity: int


def lying(stock: Stock, balances: Mapping[Pair, Balance], on: date) -> list[Lying]:
    """Return the batches that lie at each location of the stock, those that expire first coming first."""
    known = {one.pk: one for one in _known(stock.service, stock.by, on, {code for _location, code in balances})}
    came = _came(known, stock.by)
    of: dict[Pair, list[Batch]] = defaultdict(list)
    for location, batch in came:
        of[location, known[batch].code].append(known[batch])
    found = []
    for pair, batches in of.items():
        left = balances[pair].quantity if pair in balances else 0
        for batch in sorted(batches, key=_end, reverse=True):
            there = max(0, min(left, came[pair[0], batch.pk]))
            left -= there
            if there:
                found.append(Lying(pair[0], batch, there))
    return sorted(found, key=lambda one: (_end(one.batch), one.batch.code, -one.quantity))


def portions(source: Location, code: str, quantity: int, by: Actor) -> list[tuple[UUID | None, int]]:
    """Divide pieces that leave a location among its batches, those that expire first going first."""
    if not Batch.objects.filter(service=source.service, code=code).exists():
        return [(None, quantity)]
    stock = Stock(source.service, by)
    balances = stock.balances(codes=[code])
    there = [one for one in lying(stock, balances, date.min + OLD) if one.location == source.pk]
    found: list[tuple[UUID | None, int]] = []
    for one in there:
        taken = min(one.quantity, quantity)
        quantity -= taken
        if taken:
            found.append((one.batch.pk, taken))
    return [*found, (None, quantity)] if quantity else found  # what no batch is known of


def _known(service: Service, by: Actor | None, on: date, codes: Iterable[str]) -> Iterable[Batch]:
    fresh = Q(expires_on=None) | Q(expires_on__gte=on - OLD)
    return seen(Batch, by).filter(fresh, service=service, code__in=list(codes))


def _came(batches: Iterable[UUID], by: Actor | None) -> Counter[tuple[UUID, UUID]]:
    """Return what came less what went of each batch at each location, by what is written of the batch itself."""
    rows = within(Movement, by).filter(batch__in=list(batches)).order_by()
    came: Counter[tuple[UUID, UUID]] = Counter()
    for end, sign in (("target", 1), ("source", -1)):
        for location, batch, n in rows.exclude(**{end: None}).values_list(end, "batch").annotate(n=Sum("quantity")):
            came[location, batch] += sign * n
    return came


def _end(batch: Batch) -> tuple[date, str]:
    return batch.expires_on or FAR, str(batch.pk)
