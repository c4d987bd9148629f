"""What a service has already: its lists by day, places, events, colleagues, codes, and what its words mean."""

from bisect import bisect_right
from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date, timedelta
from functools import cached_property
from uuid import UUID

from spojka.clients.models import Client
from spojka.codelists.catalogue import Catalogue, catalogue
from spojka.codelists.models import Entry, OwnEntry
from spojka.events.models import Event
from spojka.network.models import Membership, Service
from spojka.places.models import Place

from .folding import fold
from .models import Meaning
from .vocabulary import Words

DAY = timedelta(days=1)


@dataclass
class Known:
    """Read once for a portion of rows; the lists once for every stretch of days on which they are the same."""

    service: Service
    meanings: Mapping[tuple[str, str], str] = field(default_factory=dict)
    _lists: dict[int, Catalogue] = field(default_factory=dict)
    _words: dict[tuple[int, str], Words] = field(default_factory=dict)

    @classmethod
    def of(cls, service: Service) -> "Known":
        """Return what the service knows now."""
        rows = Meaning.objects.filter(service=service).values_list("list", "said", "means")
        return cls(service, {(list_code, said): means for list_code, said, means in rows.order_by("pk")})

    def lists(self, on: date) -> Catalogue:
        """Return the lists as they stood on a day."""
        stretch = bisect_right(self._turns, on)
        if stretch not in self._lists:
            self._lists[stretch] = catalogue(self.service, on)
        return self._lists[stretch]

    def words(self, list_code: str, on: date) -> Words:
        """Return the words of a list on a day."""
        key = bisect_right(self._turns, on), list_code
        if key not in self._words:
            self._words[key] = Words(list_code, self.lists(on), self.meanings)
        return self._words[key]

    @cached_property
    def _turns(self) -> list[date]:
        """Return the days on which some list changes."""
        spans = Entry.objects.values_list("valid_from", "valid_to").order_by("pk").distinct()
        own = OwnEntry.objects.filter(service=self.service).values_list("valid_from", flat=True).order_by("pk")
        ends = {end + DAY for _start, end in spans if end}
        return sorted({start for start, _end in spans} | ends | set(own))

    @cached_property
    def places(self) -> dict[str, list[Place]]:
        """Return the places by their name, and by their name with the town."""
        found: dict[str, list[Place]] = {}
        for place in Place.objects.filter(service=self.service).order_by("pk"):
            for name in {fold(place.name), fold(str(place))}:
                found.setdefault(name, []).append(place)
        return found

    @cached_property
    def events(self) -> dict[str, list[Event]]:
        found: dict[str, list[Event]] = {}
        for event in Event.objects.filter(service=self.service).select_related("venue").order_by("starts_on", "pk"):
            found.setdefault(fold(event.name), []).append(event)
        return found

    def venue_of(self, event: str) -> str:
        """Return the place of an event, both by their ids."""
        every = (one for same in self.events.values() for one in same)
        return next((str(one.venue_id) for one in every if str(one.pk) == event), "")

    @cached_property
    def workers(self) -> dict[str, list[UUID]]:
        """Return the members of the service, past ones too, by name."""
        found: dict[str, list[UUID]] = {}
        for member in Membership.objects.filter(services=self.service).select_related("user").order_by("pk"):
            found.setdefault(fold(member.user.name), []).append(member.pk)
        return found

    @cached_property
    def codes(self) -> set[str]:
        """Return the codes of the service's clients."""
        return set(Client.objects.filter(service=self.service).values_list("code", flat=True).order_by("pk"))
