"""What the invented workers of several houses noticed, told on, and the warnings that Hana and Klára made of it."""

from datetime import timedelta
from typing import Any

from django.utils import timezone

from spojka.base.ids import new_id
from spojka.network.models import Organisation
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
    ("cyril", "cizi_teren", 3, PILLS | {"what": "kotva", "source": "crew", "many": 2, "municipality": "Horka"}),
    ("radek", "teren", 20, {"kind": "substitution", "source": "visitor", "many": 1, "sure": "low"}),
)
USUAL = {"substance": "", "what": "", "look": "", "where": "", "municipality": "", "municipality_code": ""}
OPIOIDS = "Dva klienti mluví o silnějším hnědém prášku. Nabízejte naloxon a připomeňte, ať nikdo neužívá o samotě."
KNOWS = "U nás na nábřeží o tom mluvil jeden člověk minulý týden. Od té doby nic."
SAYS = "Silně tlumí dech. Neberte je. A nic neberte o samotě; když je někomu zle, volejte 155 a zůstaňte u něj."


def build(mass: Mass) -> None:
    """Write signals of four services down, tell two houses' to others and warn; Anna has not read it yet."""
    signals = [_signal(mass, *seen) for seen in SEEN]
    hana, today = mass.network.actors["hana"], timezone.localdate(mass.now)
    _share(mass, "sona", [one for one in signals if one.what == "kotva"], "zastavka", "mesto-lipovec")
    _share(mass, "david", [one for one in signals if one.kind == "substitution"], "mesto-lipovec")
    _warn_the_network(mass, [one for one in signals if one.kind == "substitution"])
    pills = [one for one in signals if one.substance == "mdma"]
    with mass.then(mass.now - DAY):
        warning = actions.draw(
            by=hana, id=new_id(), service=mass.network.services["noc"], signals=pills, text=SAYS, area="",
            what="Růžové tablety s kotvou silně tlumí dech", look="růžová tableta, z jedné strany kotva", area_code="",
            audience="public", partners=_houses("vrani-most", "mesto-lipovec"),
            valid_from=today - DAY, valid_to=today + 13 * DAY,
        )  # fmt: skip
    with mass.then(mass.now - timedelta(hours=20)) as at:
        warning = actions.verify(by=hana, warning=warning, at=at, today=timezone.localdate(at))
    with mass.then(mass.now - timedelta(hours=1)) as at:
        actions.acknowledge(by=mass.network.actors["ema"], warning=warning, at=at, today=timezone.localdate(at))


def _houses(*slugs: str) -> list[Organisation]:
    return list(Organisation.objects.hearing().filter(slug__in=slugs).order_by("slug"))


def _share(mass: Mass, who: str, signals: list[Any], *slugs: str) -> None:
    for signal in signals:
        with mass.then(mass.now - 2 * DAY + timedelta(hours=2)) as at:
            actions.share(by=mass.network.actors[who], signal=signal, partners=_houses(*slugs), at=at)


def _warn_the_network(mass: Mass, signals: list[Any]) -> None:
    """Klára, who coordinates the city, warns two houses; one of them writes what it knows."""
    klara, today = mass.network.actors["klara"], timezone.localdate(mass.now)
    with mass.then(mass.now - 26 * timedelta(hours=1)) as at:
        warning = actions.draw(
            by=klara, id=new_id(), service=mass.network.services["urad"], signals=signals, text=OPIOIDS, area="",
            what="Místo heroinu může být něco silnějšího", look="hnědý prášek", area_code="", audience="network",
            partners=_houses("zastavka", "vrani-most"), valid_from=today - DAY, valid_to=today + 20 * DAY,
        )  # fmt: skip
        warning = actions.verify(by=klara, warning=warning, at=at, today=timezone.localdate(at))
    with mass.then(mass.now - timedelta(hours=5)) as at:
        said = {"id": new_id(), "warning": warning, "text": KNOWS, "today": timezone.localdate(at)}
        actions.reply(by=mass.network.actors["cyril"], **said)


def _signal(mass: Mass, who: str, service: str, ago: int, said: dict[str, Any]) -> Any:
    with mass.then(mass.now - ago * DAY) as at:
        today = timezone.localdate(at)
        told = USUAL | said | {"is_for_house": True, "phone_at": None, "shift": None}
        owner = {"by": mass.network.actors[who], "service": mass.network.services[service]}
        return actions.record(**owner, id=new_id(), **told, seen_on=today, at=at, today=today)
