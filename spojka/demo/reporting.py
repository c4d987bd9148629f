"""Settings of reports that the heads of the invented services remembered."""

from datetime import timedelta

from spojka.base.ids import new_id
from spojka.reports import actions

from .mass import Mass

REMEMBERED = (
    ("Pořadatelům po víkendu", True, {"period": "last_weekend", "for": "partner", "by": "event"}, 2),
    ("Čtvrtletí proti loňsku", False, {"period": "last_quarter", "against": "year", "by": "place"}, 9),
)


def build(mass: Mass) -> None:
    """One for all of the service, one private; both move with the calendar."""
    head, service = mass.network.actors["hana"], mass.network.services["noc"]
    for name, is_shared, settings, days in REMEMBERED:
        with mass.then(mass.now - timedelta(days=days)) as at:
            said = {"name": name, "is_shared": is_shared, "settings": settings, "at": at}
            actions.remember(by=head, id=new_id(), service=service, **said)
