"""What of the cards others show: whether a service has published them, and the cards that everybody may read."""

from collections.abc import Iterable
from datetime import date, datetime

from spojka.access import fence
from spojka.access.actor import EVERYBODY, Actor
from spojka.access.doors import read, rows
from spojka.access.models import Grant
from spojka.access.permissions import Permission
from spojka.base.sorting import by_name, czech
from spojka.codelists.catalogue import catalogue
from spojka.network.models import Organisation, Service

from . import reading
from .models import OwnCard


def cards(service: Service, on: date, by: Actor) -> list[reading.Card]:
    """Return the cards of one's service; that own wording was read is remembered."""
    own = rows(OwnCard, by=by, to=Permission.THEME_VIEW).filter(service=service)
    return reading.cards(catalogue(service, on), read(own, by=by, to=Permission.THEME_VIEW))  # type: ignore[arg-type]


def published(services: Iterable[Service], at: datetime) -> set[Service]:
    """Return those services whose cards everybody may read now."""
    found = Grant.objects.current(at).filter(grantee_id=EVERYBODY, subject_id__in=[one.pk for one in services])
    open_ones = set(found.values_list("subject_id", flat=True))
    return {one for one in services if one.pk in open_ones}


def public_services(house: Organisation, at: datetime) -> list[Service]:
    """Return the services of a house with published cards, by name."""
    running = house.services.all().order_by(by_name(), "pk")
    return sorted(published(list(running), at), key=lambda one: (czech(one.name), str(one.pk)))


def public_cards(service: Service, on: date) -> list[reading.Card]:
    """Return the cards of a published service for somebody who has not signed in.

    Nobody's reading of what everybody may read is remembered: it would tell nothing and let strangers fill our disk.
    """
    anybody = Actor.anybody()
    # which themes the service has lies behind the fence, and no grant opens it: the cards tell them anyway
    fence.tell(Actor.system("public_cards", service, frozenset()))
    lists = catalogue(service, on)
    fence.tell(anybody)
    own = rows(OwnCard, by=anybody, to=Permission.THEME_VIEW).filter(service=service)
    return [card for card in reading.cards(lists, own) if card.say]
