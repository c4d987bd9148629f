"""The hub of tonight's stand: a laptop that Anna's phone is paired with, and something waits in it for internet."""

from datetime import timedelta

from spojka.base.ids import new_id
from spojka.hubs import actions, sealing
from spojka.phones.models import Phone

from .mass import Mass

ENDS = 61  # days until the certificate ends


def build(mass: Mass) -> None:
    """Hana writes the hub down and Anna pairs her phone, as the actions do it; then what the laptop told."""
    hana, anna = mass.network.actors["hana"], mass.network.actors["anna"]
    said = {"name": "Notebook u stánku", "address": "stanek.zastavka.invalid"}
    with mass.then(mass.now - timedelta(days=6)):
        hub = actions.add(by=hana, id=new_id(), service=mass.network.services["noc"], **said)
    with mass.then(mass.now - timedelta(days=2)) as at:
        phone = Phone.objects.get(user=anna.user)
        actions.pair(by=anna, hub=hub, phone=phone, key=sealing.new_pair()[1], at=at)
    told = {"waiting": 23, "returned": 1, "delivered": 412, "certificate_ends": mass.now + timedelta(days=ENDS)}
    hub.change(joined_at=mass.now - timedelta(days=5), heard_at=mass.now - timedelta(hours=3), **told)
