"""PINs of the crews that work just now, so that the shared tablet can be tried: the page of the PIN tells them."""

from datetime import datetime

from spojka.members import pins
from spojka.members.demo_people import PIN

from .network import Network
from .tonight import CREW

AT_COUNTER = ("bara", "david")


def build(network: Network, now: datetime) -> None:
    """Set one PIN for all of them."""
    for key in (*CREW, *AT_COUNTER):
        pins.set_pin(network.members[key].user, PIN, now)
