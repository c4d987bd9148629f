"""What a report is about: a period and filters, asked the same way of every table that it counts."""

from dataclasses import dataclass
from datetime import date
from typing import Any
from uuid import UUID

from django.db.models import Q


@dataclass(frozen=True, kw_only=True)
class Scope:
    """Which shifts a report is about. The days are the shifts' own."""

    first: date
    last: date
    service: UUID | None = None
    event: UUID | None = None
    place: UUID | None = None
    setting: str = ""
    project: UUID | None = None
    municipality: str = ""  # codes of territory, from here on
    orp: str = ""
    region: str = ""

    def where(self, path: str = "", day: str = "day") -> Q:
        """Return the condition on rows that have a day, a service and a shift, or lead to them by `path`."""
        found = Q(**{f"{path}{day}__range": (self.first, self.last)})
        chosen = {
            "service_id": self.service,
            "shift__event_id": self.event,
            "shift__place_id": self.place,
            "shift__setting": self.setting,
            "shift__place__municipality_code": self.municipality,
            "shift__place__orp_code": self.orp,
            "shift__place__region_code": self.region,
        }
        return found & Q(**{path + name: value for name, value in chosen.items() if value})

    @property
    def asks_where(self) -> bool:
        """Whether it asks for what a shift alone has: an event, a place, a territory."""
        return any((self.event, self.place, self.setting, self.municipality, self.orp, self.region))

    @property
    def asks_for_shifts(self) -> bool:
        """Whether it asks for what is counted by shifts alone: where they were, or who paid them."""
        return self.asks_where or bool(self.project)

    @property
    def of_no_shift(self) -> Q:
        """Return the condition on work without a shift: it was at no place, so what asks for one leaves it out."""
        if self.asks_where:
            return Q(pk__in=[])
        chosen = {"service_id": self.service, "project_id": self.project}
        return Q(day__range=(self.first, self.last), **{name: value for name, value in chosen.items() if value})

    def apart(self, rows: Any) -> Any:
        """Return those that are asked for of rows that stand in no shift."""
        if self.asks_for_shifts:
            return rows.none()
        return rows.filter(service=self.service) if self.service else rows
