"""What tonight's crew at the stand carries and read, who is alone and on call, how the festival's last night ended."""

from datetime import timedelta
from typing import Any

from django.utils import timezone

from spojka.base.ids import new_id
from spojka.encounters.actions import arranging
from spojka.encounters.models import Shift
from spojka.shifts import actions
from spojka.shifts.actions import Filled, Told
from spojka.shifts.models import ChecklistKind
from spojka.shifts.reading import about
from spojka.signals.doors import in_force

from .mass import Mass

KIT = {
    "breathalyser": 1, "mouthpieces": 100, "tent": 1, "lamp": 2, "first_aid": 1, "naloxone": 1, "power_bank": 2,
    "blanket": 4, "leaflets": 3,
}  # fmt: skip
ROUND = timedelta(minutes=12)  # so long Týna has been going round the camp alone
LOST = {"lamp": 1, "blanket": 3}
ROLES = {"anna": "leader", "tyna": "worker"}
LEFT = "U zdravotníků leží někdo s naší dekou. Od jedné v noci je u baru málo vody, mluvili jsme s pořadatelem."


def build(mass: Mass) -> None:
    """Fill in what the crew of the fair has done tonight, and how the festival's crew ended."""
    shift = Shift.objects.open().filter(event__name="Lipovecké slavnosti").order_by("-started_at").first()
    if shift is None:
        return
    hana, members = mass.network.actors["hana"], mass.network.members
    with mass.then(shift.planned_start - timedelta(days=1)):
        roles = {members[key]: role for key, role in ROLES.items()}
        arranging.assign(by=hana, shift=shift, roles=roles)
        on_call = {"contact": members["hana"], "name": "Hana Večerní", "phone": "+420 601 000 222", "every": 30}
        actions.set_briefing(by=hana, shift=shift, **on_call)
    _before(mass, shift)
    _after(mass)


def _before(mass: Mass, shift: Shift) -> None:
    anna, tyna = mass.network.actors["anna"], mass.network.actors["tyna"]
    _fill(mass, anna, shift, 5, ChecklistKind.KIT_OUT, KIT, device="Dräger 5820", calibrated_on=_spring(mass))
    here = {"water": 1, "light": 1, "quiet": 1, "first_aid": 1, "exit": 1, "signal": 0, "sharps": 1, "agreed": 1}
    _fill(mass, anna, shift, 12, ChecklistKind.ZONE, here, why={"signal": "Síť padá, domluvena vysílačka kanál 3."})
    told = _told(mass, shift, 15)
    today = timezone.localdate(told.now)
    with mass.then(told.now):
        said = {"about": about(shift, in_force(tyna, today)), "warnings": [], "told": told, "today": today}
        actions.read_briefing(by=tyna, id=new_id(), shift=shift, **said)
    told = Told(occurred_at=mass.now - ROUND, phone_at=mass.now - ROUND, now=mass.now - ROUND)
    with mass.then(told.now):
        where = "Obchůzka kempu za tratí"
        actions.start_watch(by=tyna, id=new_id(), shift=shift, every=30, where=where, told=told)


def _after(mass: Mass) -> None:
    """The last night of the festival: the kit came back, one of the crew looked back, the next one took over."""
    ended = Shift.objects.exclude(closed_at=None).exclude(event=None).exclude(started_at=None)
    last = ended.filter(crew__membership=mass.network.members["anna"]).order_by("-ended_at", "pk").first()
    if last is None:
        return
    anna, hana = mass.network.actors["anna"], mass.network.actors["hana"]
    minutes = int((last.end - last.start).total_seconds() // 60)
    _fill(mass, anna, last, 0, ChecklistKind.KIT_OUT, KIT)
    _fill(mass, anna, last, minutes, ChecklistKind.KIT_BACK, KIT | LOST, bad={"power_bank": 1}, note="Světlo zhaslo.")
    told = _told(mass, last, minutes)
    with mass.then(told.now):
        said = {"to": mass.network.members["hana"], "runs": LEFT, "kit": "Chybí světlo a deka.", "message": ""}
        left = actions.hand_over(by=anna, id=new_id(), shift=last, **said, told=told)
        looks = {
            "mood": "tired",
            "well": "Klidový kout fungoval, lidé se vraceli sami.",
            "badly": "Po druhé hodině jsme na frontu u alkotesteru byli dva málo.",
            "incidents": "",
            "needs": "Druhé světlo a náhradní náustky.",
            "next": "Hana domluví s pořadatelem vodu u baru.",
        }
        actions.look_back(by=anna, id=new_id(), shift=last, **looks, told=told)
    with mass.then(told.now + timedelta(hours=9)) as at:
        actions.take_over(by=hana, handover=left, at=at)


def _fill(mass: Mass, by: Any, shift: Shift, minutes: int, kind: str, pieces: dict[str, int], **said: Any) -> None:
    bad, why = said.pop("bad", {}), said.pop("why", {})
    lines = [Filled(code=c, quantity=n, bad=bad.get(c, 0), why=why.get(c, "")) for c, n in pieces.items()]
    told = _told(mass, shift, minutes)
    with mass.then(told.now):
        actions.fill(by=by, id=new_id(), shift=shift, kind=kind, lines=lines, told=told, **said)


def _told(mass: Mass, shift: Shift, minutes: int) -> Told:
    at = min(shift.start + timedelta(minutes=minutes), mass.now)
    return Told(occurred_at=at, phone_at=at, now=at)


def _spring(mass: Mass) -> Any:
    return timezone.localdate(mass.now) - timedelta(days=97)
