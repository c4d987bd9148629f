"""What the nightlife team sets differently in its code lists, since before its first contact."""

from datetime import date

from spojka.base.ids import new_id
from spojka.codelists import actions as codelists

from . import days
from .network import Network
from .still import still

SET = [  # list, code, minutes, limit
    ("act", "IZA", 15, None),
    ("material", "earplugs", None, 4),
]


def build(network: Network, since: date) -> None:
    """Let the head of the team set the usual length of one act and the limit of one material."""
    with still(days.at(since, 9), "own"):
        for list_code, code, minutes, limit in SET:
            codelists.edit(
                by=network.actors["hana"],
                id=new_id(),
                service=network.services["noc"],
                list=list_code,
                code=code,
                valid_from=since,
                is_on=None,
                short="",
                minutes=minutes,
                limit=limit,
                position=None,
            )
