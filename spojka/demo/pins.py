"""PINs of the crew at tonight's stand, so that the shared tablet can be tried: the page of the PIN tells them."""

from datetime import datetime

from spojka.members import pins
from spojka.members.demo_people import PIN

from .network import Network
from .tonight import CREW


def build(network: Network, now: datetime) -> None:
    """Set one PIN for all of them."""
    for key in CREW:
        pins.set_pin(network.members[key].user, PIN, now)
