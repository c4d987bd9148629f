"""What packages above know of a client: whether the evaluation of a child belongs to them."""

from collections.abc import Callable

from spojka.access.actor import Actor
from spojka.clients.models import Client

Asks = Callable[[Client, Actor], bool]
_ASKS: list[Asks] = []


def register_child(asks: Asks) -> Asks:
    """Let asks(client, by) say that the regime is child protection, whatever the kind of service."""
    _ASKS.append(asks)
    return asks


def asks_of_child(client: Client, by: Actor) -> bool:
    """Test whether the child's situation is evaluated."""
    return any(asks(client, by) for asks in _ASKS)
