"""What Hana's service says in its own words, shown to everybody, and trends that several services watch for a year."""

from datetime import timedelta

from django.utils import timezone

from spojka.base.ids import new_id
from spojka.signals import actions as signals
from spojka.themes import actions as themes

from .mass import Mass

DAY = timedelta(days=1)
HEARING = {
    "title_cs": "Uši máte jen jedny",
    "lead_cs": "Špunty zdarma, ticho za stánkem.",
    "text_cs": "Špunty máme zdarma, vezměte si i pro kamarády.\nHudbu v nich slyšíte dál, jen bez bolesti.\n"
    "Za stánkem je tichý kout. Deset minut ticha uši ocení.\n"
    "Pískání, které do druhého dne nepřejde, patří na ORL.",
}
HUNGER = (0, 1, 1, 1, 2, 2, 2, 3, 2, 3, 3, 3)  # the older month first
OPIOIDS = (0, 0, 0, 1, 0, 1, 1, 1, 2, 1, 2, 2)
WATCHED = (("hunger", "bara", "kcentrum", HUNGER), ("hunger", "radek", "teren", (*HUNGER[1:], 4)),
           ("opioids", "radek", "teren", OPIOIDS))  # fmt: skip
SAID = {
    ("hunger", 0): "Před výdejem čeká deset lidí, chléb dojde do hodiny.",
    ("hunger", 3): "Lidé si říkají o jídlo dřív než o materiál.",
    ("opioids", 0): "Dva říkají, že „to hnědé“ je jiné a silnější.",
}


def build(mass: Mass) -> None:
    """Word a card, publish the cards of the nightlife service and note trends month by month."""
    hana, night, today = mass.network.actors["hana"], mass.network.services["noc"], timezone.localdate(mass.now)
    with mass.then(mass.now - 40 * DAY) as at:
        day = today - 40 * DAY
        themes.word(by=hana, id=new_id(), service=night, theme="hearing", valid_from=day, **HEARING)
        themes.publish(by=hana, service=night, at=at)
    for trend, who, service, scales in WATCHED:
        for ago, scale in enumerate(reversed(scales)):
            with mass.then(mass.now - (30 * ago + 2) * DAY) as at:
                day = timezone.localdate(at)
                said = {"trend": trend, "scale": scale, "text": SAID.get((trend, ago), "") if who != "bara" else ""}
                owner = {"by": mass.network.actors[who], "service": mass.network.services[service]}
                signals.note(**owner, id=new_id(), **said, day=day, is_for_house=True, at=at, today=day)
