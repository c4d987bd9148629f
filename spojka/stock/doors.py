"""What of the stock others show: low and expiring things and differences, for Today."""

from dataclasses import dataclass
from datetime import date

from spojka.access.actor import Actor, ActorKind
from spojka.access.doors import rows
from spojka.access.permissions import Permission
from spojka.base.sorting import by_name
from spojka.network.models import Service

from .models import Location
from .overview import Overview

MOST = 6  # lines of each kind


@dataclass(frozen=True)
class Waiting:
    """What the stock of one service asks of those who look after it."""

    overview: Overview
    is_named: bool  # the reader looks after several

    @property
    def low(self) -> list[object]:
        return list(self.overview.low[:MOST])

    @property
    def endings(self) -> list[object]:
        return list(self.overview.endings[:MOST])

    @property
    def differences(self) -> int:
        return self.overview.to_settle

    def __bool__(self) -> bool:
        return bool(self.overview.low or self.overview.endings or self.differences)


def waiting(by: Actor, on: date) -> list[Waiting]:
    """Return what is low, expires or differs in each stock that `by` looks after."""
    if by.kind is not ActorKind.MEMBER or not by.may(Permission.STOCK_DELIVER):
        return []
    kept = rows(Location, by=by, to=Permission.STOCK_DELIVER).used().order_by().values("service")
    services = Service.objects.filter(pk__in=kept).select_related("organisation").order_by(by_name(), "pk")
    return [one for one in (Waiting(Overview(each, by, on), len(services) > 1) for each in services) if one]
