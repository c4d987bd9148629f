"""What all houses say of their services, what some know of others, and the capacity that they told."""

from collections.abc import Mapping
from datetime import timedelta
from typing import Any

from django.utils import timezone

from spojka.base.ids import new_id
from spojka.directory import actions, hours
from spojka.directory.models import ServiceEntry
from spojka.places import territory

from .mass import Mass
from .network import read

DAY = timedelta(days=1)
APIECE = timedelta(minutes=17)  # it takes a while to write one
APART = ("by", "service", "found_by", "ago", "is_own", "hours", "exceptions")
PLACE = ("municipality_code", "district_code", "orp_code", "region_code")
TOLD = (  # which entry, who, days ago, free, in care, a note
    ("Poradna Podkroví", "filip", 95, 0, 31, "Nové lidi bereme od příštího měsíce."),
    ("Poradna Podkroví", "filip", 40, 1, 30, ""),
    ("Poradna Podkroví", "filip", 4, 3, 28, "Rodiny hned, jednotlivci do dvou týdnů."),
    ("K-centrum Zastávka", "bara", 30, 0, 62, ""),
    ("K-centrum Zastávka", "bara", 3, 0, 64, "Poradenství je plné, kontakt a výměna bez omezení."),
    ("Vraní most v ulicích", "sona", 41, 4, 20, ""),
    ("Odbor sociálních věcí a OSPOD", "klara", 9, 5, None, "Terénní pracovnice města."),
)


def build(mass: Mass) -> None:
    """Write the entries, each as long ago as it was looked at, and tell capacity."""
    made = {said["name"]: _entry(mass, said, n * APIECE) for n, said in enumerate(read("directory")["entries"])}
    for name, who, ago, free, in_care, note in TOLD:
        with mass.then(mass.now - ago * DAY) as at:
            said = {"free": free, "in_care": in_care, "note": note, "today": timezone.localdate(at)}
            actions.tell(by=mass.network.actors[who], id=new_id(), entry=made[name], **said)


def _entry(mass: Mass, said: Mapping[str, Any], later: timedelta) -> ServiceEntry:
    by, service = mass.network.actors[said["by"]], mass.network.services[said["service"]]
    with mass.then(mass.now - max(said["ago"], 100) * DAY + later) as at:
        known = {"is_own": said.get("is_own", True), "said": _columns(said)}
        entry = actions.write(by=by, id=new_id(), service=service, today=timezone.localdate(at), **known)
        actions.publish(by=by, entry=entry, found_by=said["found_by"], partners=[], at=at)
    if said["ago"] < 100:
        with mass.then(mass.now - said["ago"] * DAY + later) as at:
            actions.check(by=by, entry=entry, today=timezone.localdate(at))
    return entry


def _columns(said: Mapping[str, Any]) -> dict[str, Any]:
    week = [hours.spans(one) for one in said.get("hours", [])]
    kept = {"week": week + [[]] * (7 - len(week)) if week else [], "closed_on_holidays": len(week) < 7}
    kept["exceptions"] = hours.exceptions(said.get("exceptions", ""))
    unit = territory.typed(said["municipality"]) if said.get("municipality") else None
    codes = {name: code for name, code in territory.columns(unit).items() if name in PLACE}
    plain = {name: value for name, value in said.items() if name not in APART}
    return {"languages": ["cs"], "hours": kept} | codes | plain
