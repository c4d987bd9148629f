"""What is asked and answered, as plain values; and the grounds on which one may ask."""

from dataclasses import dataclass
from datetime import date, datetime

from django.utils import timezone

from spojka.access.models import Grant
from spojka.access.permissions import Kind
from spojka.clients.models import Client
from spojka.consents.models import ConsentRecipient, Opening
from spojka.consents.reading import kinds_in_words
from spojka.network.models import Membership, Organisation

Ground = ConsentRecipient | Opening


@dataclass(frozen=True, kw_only=True)
class Question:
    """What is asked, why, by when, and what of the client the words tell."""

    wants: str
    what: str
    why: str
    kinds: Kind
    due_on: date


@dataclass(frozen=True, kw_only=True)
class Reply:
    """What is answered. `ground` says why the client may be told of; empty when nothing of them is told."""

    kind: str
    words: str
    ground: str = ""
    ground_words: str = ""


def grounds_of(client: Client, at: datetime) -> list[Ground]:
    """Return by what somebody who works with Spojka may know of a client now: consents first, then the rest."""
    named = ConsentRecipient.objects.open(at).filter(consent__client=client).exclude(grant=None)
    told = Opening.objects.filter(client=client, ended_at=None, ends_at__gt=at).exclude(grant=None)
    agreed = named.select_related("consent", "grant", "house", "centre").order_by(
        "consent__given_on", "place_in_order", "pk"
    )
    return [
        one
        for one in (*agreed, *told.select_related("grant", "house", "centre").order_by("recorded_at", "pk"))
        if one.grant.is_open(at) and is_found(one.house, client) and is_there(one, timezone.localdate(at))
    ]


def hold(client: Client, ground: Ground, at: datetime) -> Grant | None:
    """Return the grant of a ground, both held so that it does not end meanwhile; None when it ended already.

    They are held in the order in which they end.
    """
    type(ground).objects.select_for_update(of=("self",)).get(pk=ground.pk)
    if not ground.grant_id:
        return None
    grant: Grant = Grant.objects.select_for_update().get(pk=ground.grant_id)
    still = any(type(one) is type(ground) and one.pk == ground.pk for one in grounds_of(client, at))
    return grant if still else None


def is_found(house: Organisation | None, client: Client) -> bool:
    """Test whether a house may be found by others now; the own one always is."""
    return house is not None and (house.hears_warnings or house.pk == client.organisation_id)


def is_there(ground: Ground, on: date) -> bool:
    """Test whether somebody is left who would see the question: a service may close, a worker may leave."""
    running = ground.centre is None or ground.centre.ends_on is None or ground.centre.ends_on >= on
    return running and (ground.worker is None or Membership.objects.valid(on).filter(pk=ground.worker_id).exists())


def told_kinds(ground: Ground) -> str:
    """Return in words what may be told on a ground."""
    return ", ".join(kinds_in_words(ground.what))
