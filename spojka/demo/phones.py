"""Phones at tonight's stand: one is well, one without signal for hours; Vít has lost his, so it is revoked."""

from datetime import datetime, timedelta

from spojka.base.ids import new_id
from spojka.phones.models import Phone

from .network import Network
from .tonight import CREW

TOLD = [  # heard so many minutes ago, waiting, to mend, the name
    (2, 0, 0, "Chrome, Android"),
    (190, 14, 1, "Safari, iPhone"),
    (2900, 3, 0, "Firefox, Android"),
]


def build(network: Network, now: datetime) -> None:
    """Write down what each told when it was heard last."""
    for key, (minutes, waiting, to_mend, name) in zip((*CREW, "vit"), TOLD, strict=True):
        heard = now - timedelta(minutes=minutes)
        oldest = heard - timedelta(minutes=25) if waiting else None
        said = {"waiting": waiting, "to_mend": to_mend, "oldest_at": oldest, "heard_at": heard, "name": name}
        lost = {"revoked_at": heard + timedelta(hours=3), "revoked_by": "demo"} if minutes > 1000 else {}
        Phone(id=new_id(), user=network.members[key].user, **said, **lost).add()
