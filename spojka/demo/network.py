"""The invented organisations, services, teams and people, from data/network.toml."""

import tomllib
from bisect import bisect_right
from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date, timedelta
from functools import cached_property
from itertools import chain
from pathlib import Path
from typing import Any
from uuid import UUID

from spojka.access.actor import Actor
from spojka.codelists.catalogue import Catalogue, catalogue
from spojka.codelists.models import Entry, OwnEntry
from spojka.members.demo_people import DOMAIN
from spojka.network.models import Membership, Organisation, Service, Team, User

HERE = Path(__file__).parent


@dataclass(frozen=True)
class Network:
    """Who and what there is, by the keys of the file; people by the first part of their address."""

    services: dict[str, Service] = field(default_factory=dict)
    teams: dict[str, Team] = field(default_factory=dict)
    members: dict[str, Membership] = field(default_factory=dict)
    actors: dict[str, Actor] = field(default_factory=dict)  # the members as they act

    @cached_property
    def _lists(self) -> dict[tuple[UUID, int], Catalogue]:
        return {}

    @cached_property
    def _changes(self) -> list[date]:
        """The days on which any list changes."""
        ends = Entry.objects.exclude(valid_to=None).values_list("valid_to", flat=True)
        starts = (model.objects.values_list("valid_from", flat=True) for model in (Entry, OwnEntry))
        return sorted({*chain(*starts), *(end + timedelta(days=1) for end in ends)})

    def lists(self, service: Service, on: date) -> Catalogue:
        """Return the code lists of a service on a day; each is read once for all days on which it is the same."""
        key = service.pk, bisect_right(self._changes, on)
        if key not in self._lists:
            self._lists[key] = catalogue(service, on)
        return self._lists[key]


def read(name: str) -> dict[str, Any]:
    """Return one file of our data."""
    with (HERE / "data" / f"{name}.toml").open("rb") as opened:
        return tomllib.load(opened)


def make(since: date) -> Network:
    """Write down the network; memberships hold from the day `since`."""
    network, data = Network(), read("network")
    for said in data["organisations"]:
        house = Organisation(slug=said["slug"], name=said["name"], hears_warnings=said.get("hears", False)).add()
        for one in said["services"]:
            _add_service(network, house, one)
    for person in data["people"]:
        add_member(network, person, since)
    return network


def _add_service(network: Network, house: Organisation, said: Mapping[str, Any]) -> None:
    anonymous = said.get("is_anonymous", True)
    service = Service(organisation=house, name=said["name"], kind=said["kind"], is_anonymous=anonymous).add()
    network.services[said["key"]] = service
    for name in said.get("teams", []):
        network.teams[name] = Team(service=service, name=name).add()


def add_member(network: Network, said: Mapping[str, Any], since: date) -> None:
    """Make an account without a password: nobody signs in to it, the demonstration lets one in."""
    services = [network.services[key] for key in said["services"]]
    membership = Membership(
        user=User.objects.create_user(f"{said['local_part']}@{DOMAIN}", said["name"]),
        organisation=services[0].organisation,
        role=said["role"],
        reads_house=said.get("reads_house", False),
        valid_from=since,
    ).add()
    membership.services.set(services)
    membership.teams.set([network.teams[name] for name in said.get("teams", [])])
    network.members[said["local_part"]] = membership
    network.actors[said["local_part"]] = Actor.member(membership)
