"""What could not wait: whom to call at the festival, a card that ended well, a needle-stick that the head signed."""

from datetime import datetime, timedelta
from decimal import Decimal

from spojka.access.actor import Actor
from spojka.base.ids import new_id
from spojka.emergencies.actions import alerts, cards, incidents
from spojka.emergencies.models import Incident, Part
from spojka.encounters.actions import encounters
from spojka.encounters.content import Content, SignValues
from spojka.encounters.models import Shift, Side
from spojka.network.models import Membership

from .mass import Mass

NUMBERS = (
    ("medics", "Jirka, modrý stan", "777000111"),
    ("security", "dispečink", "777000222"),
    ("organiser", "Eva Lipovská", "777000333"),
)
CARD = (  # minutes from the start, code, in words
    (0, "drowsy", "sedí opřený o plot"),
    (1, "breath_calm", ""),
    (2, "pulse_fast", "128"),
    (3, "took_ghb", "jednou, asi ve 23:30, s pivem"),
    (4, "did_side", ""),
    (9, "breath_calm", ""),
    (14, "alert", ""),
    (21, "end_medics", "sestře ze stanu"),
)
STICK = (  # minutes from the start, kind, code, in words
    (1, "step", "stick_bleed", ""),
    (2, "step", "stick_wash", ""),
    (14, "step", "stick_disinfect", ""),
    (20, "step", "stick_head", "Haně telefonem"),
    (24, "what", "", "Při sběru stříkaček za pódiem prošla jehla rukavicí. Jehla je v nádobě."),
    (25, "where", "", "za hlavním pódiem u plotu"),
    (75, "step", "stick_clinic", "infekční ambulance, taxíkem"),
)
AFTER = (  # hours after, kind, in words
    (13, "told", "zaměstnavateli, zápis v knize úrazů"),
    (14, "debrief", "celé posádce, úterý v 16 hodin"),
    (15, "measure", "Silnější rukavice a kleště do každé tašky."),
)


def build(mass: Mass, night: Shift, now: Shift) -> None:
    """Fill a past night of the festival and the stand that runs."""
    _numbers(mass, now)
    _card(mass, night)
    _stick(mass, night)
    _measured(mass, now)


def _numbers(mass: Mass, shift: Shift) -> None:
    with mass.then(mass.now - timedelta(hours=3)):
        for role, name, phone in NUMBERS:
            said = {"role": role, "name": name, "phone": phone}
            alerts.add_contact(by=mass.network.actors["hana"], id=new_id(), shift=shift, **said)


def _card(mass: Mass, shift: Shift) -> None:
    by, start = mass.network.actors["anna"], shift.start + timedelta(hours=4)
    lists = mass.network.lists(shift.service, shift.day)
    with mass.then(start) as at:
        card = cards.start(by=by, id=new_id(), shift=shift, occurred_at=at, phone_at=None, at=at)
    with mass.then(start + timedelta(minutes=5)) as at:
        about = {"card": card, "incident": None, "contact": None, "text": "u plotu za stanem"}
        call = _call(by, shift, "medics", at, about)
    for minutes, code, text in CARD:
        with mass.then(start + timedelta(minutes=minutes)) as at:
            item = lists.find("card_entry", code)
            said = {"id": new_id(), "card": card, "item": item, "text": text}
            cards.note(by=by, **said, occurred_at=at, phone_at=None, at=at)
    for minutes, kind in ((6, "answered"), (12, "arrived")):
        with mass.then(start + timedelta(minutes=minutes)) as at:
            alerts.answer(by=by, id=new_id(), alert=call, kind=kind, occurred_at=at, phone_at=None, at=at)


def _call(by: Actor, shift: Shift, role: str, at: datetime, about: dict[str, object]) -> alerts.Alert:
    said = {"id": new_id(), "shift": shift, "role": role, "occurred_at": at, "phone_at": None, "at": at}
    return alerts.send(by=by, **said, **about)  # type: ignore[arg-type]


def _stick(mass: Mass, shift: Shift) -> None:
    anna, hana = mass.network.actors["anna"], mass.network.actors["hana"]
    start = shift.start + timedelta(hours=5, minutes=10)
    with mass.then(start) as at:
        said = {"id": new_id(), "shift": shift, "kind": "needle_stick", "occurred_at": at, "phone_at": None}
        incident = incidents.start(by=anna, **said, at=at)
    for minutes, kind, code, text in STICK:
        _line(mass, anna, incident, start + timedelta(minutes=minutes), (kind, code, text))
    for hours, kind, text in AFTER:
        _line(mass, hana, incident, start + timedelta(hours=hours), (kind, "", text))
    with mass.then(start + timedelta(hours=16)) as at:
        for who, part in (("anna", Part.PRESENT), ("vit", Part.PRESENT), ("vit", Part.HURT)):
            member = Membership.objects.get(pk=mass.network.actors[who].id)
            incidents.name(by=hana, incident=incident, membership=member, part=part)
        incidents.sign(by=hana, incident=incident, at=at)
    _line(mass, hana, incident, start + timedelta(hours=20), ("note", "", "První kontrolní odběr v pořádku objednán."))


def _line(mass: Mass, by: Actor, incident: Incident, when: datetime, said: tuple[str, str, str]) -> None:
    kind, code, text = said
    with mass.then(when) as at:
        told = {"kind": kind, "code": code, "text": text, "occurred_at": at, "phone_at": None, "at": at}
        incidents.note(by=by, id=new_id(), incident=incident, **told)


def _measured(mass: Mass, shift: Shift) -> None:
    """Somebody who felt dizzy in the heat."""
    lists = mass.network.lists(shift.service, shift.day)
    with mass.then(mass.now - timedelta(minutes=25)) as at:
        signs = SignValues(
            upper=104, lower=66, pulse=112, temperature=Decimal("37.6"), saturation=97, device="tlakoměr č. 1"
        )
        content = Content(side=Side.ANONYMOUS, occurred_at=at, phone_at=at, materials={"water": 1}, signs=signs)
        said = {"id": new_id(), "shift": shift, "content": content, "catalogue": lists, "at": at}
        encounters.record(by=mass.network.actors["anna"], **said)
