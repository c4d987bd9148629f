"""What the invented workers noticed, the warning that Hana made of it, and hunger that comes back each month."""

from datetime import timedelta
from typing import Any

from django.utils import timezone

from spojka.base.ids import new_id
from spojka.signals import actions

from .mass import Mass

DAY = timedelta(days=1)
PILLS = {"kind": "substance", "substance": "mdma", "look": "růžová tableta, z jedné strany kotva", "sure": "middle"}
SEEN = (  # who, for which service, days ago, what
    ("anna", "noc", 4, PILLS | {"what": "růžová kotva", "source": "visitor", "many": 3, "municipality": "Lipovec"}),
    ("bara", "kcentrum", 3, PILLS | {"what": "kotvy", "source": "visitor", "many": 1, "municipality": "Vrbohrad"}),
    ("radek", "teren", 2, PILLS | {"what": "růžová kotva", "source": "crew", "many": 2, "municipality": "Lipovec"}),
    ("bara", "kcentrum", 34, {"kind": "hunger", "source": "own", "many": 4, "sure": "high"}),
    ("bara", "kcentrum", 9, {"kind": "hunger", "source": "own", "many": 7, "sure": "high"}),
    ("radek", "teren", 20, {"kind": "substitution", "source": "visitor", "many": 1, "sure": "low"}),
)
USUAL = {"substance": "", "what": "", "look": "", "where": "", "municipality": "", "municipality_code": ""}
SAYS = "Silně tlumí dech. Neberte je. A nic neberte o samotě; když je někomu zle, volejte 155 a zůstaňte u něj."


def build(mass: Mass) -> None:
    """Write signals of three services down and draw those of the pills together; Anna has not read it yet."""
    signals = [_signal(mass, *seen) for seen in SEEN]
    hana, today = mass.network.actors["hana"], timezone.localdate(mass.now)
    with mass.then(mass.now - DAY):
        warning = actions.draw(
            by=hana, id=new_id(), service=mass.network.services["noc"], signals=signals[:3], text=SAYS, area="",
            what="Růžové tablety s kotvou silně tlumí dech", look="růžová tableta, z jedné strany kotva", area_code="",
            audience="public", valid_from=today - DAY, valid_to=today + 13 * DAY,
        )  # fmt: skip
    with mass.then(mass.now - timedelta(hours=20)) as at:
        warning = actions.verify(by=hana, warning=warning, at=at, today=timezone.localdate(at))
    with mass.then(mass.now - timedelta(hours=1)) as at:
        actions.acknowledge(by=mass.network.actors["ema"], warning=warning, at=at, today=timezone.localdate(at))


def _signal(mass: Mass, who: str, service: str, ago: int, said: dict[str, Any]) -> Any:
    with mass.then(mass.now - ago * DAY) as at:
        today = timezone.localdate(at)
        told = USUAL | said | {"is_for_house": True, "phone_at": None, "shift": None}
        owner = {"by": mass.network.actors[who], "service": mass.network.services[service]}
        return actions.record(**owner, id=new_id(), **told, seen_on=today, at=at, today=today)
