"""The contact room that is open just now: its conditions and limits, cards, instructions, what regulars had today."""

from dataclasses import replace
from datetime import datetime, timedelta

from django.db.models import Q
from django.utils import timezone

from spojka.base.ids import new_id
from spojka.clients.actions import around
from spojka.clients.models import Client, InstructionKind
from spojka.codelists import actions as codelists
from spojka.counter import actions as counter
from spojka.counter import numbers
from spojka.encounters.actions import eligibility, encounters, refusals
from spojka.encounters.content import Content, Taken
from spojka.encounters.models import Encounter, Shift, Side, Source

from . import days, room
from .mass import Mass

LEAST = 30  # minutes between two exchanges
FOR = ["problem", "harmful", "at_risk", "recreational", "experimenting"]
EVERYBODY = ["IP", "IS", "PK", "RO", "TP", "OD", "KIP", "KP"]
NOTES = [
    (InstructionKind.INSTRUCTION, "Bere jen krátké jehly, dlouhé nenabízet."),
    (InstructionKind.MESSAGE, "Máma volala, ať se ozve."),
    (InstructionKind.INSTRUCTION, "Výsledek vyzvedne jen u Báry."),
]


def build(mass: Mass) -> None:
    """Set the rules of the house, open the room and let four regulars come."""
    _rules(mass)
    shift = room.opened(mass)
    today = Encounter.objects.filter(Q(shift=shift) | Q(day__gte=shift.day), client__service=shift.service)
    known = Client.objects.filter(service=shift.service).exclude(pk__in=today.values("client"))
    often = Encounter.objects.filter(client__in=known, handouts__code__startswith="syringe").order_by(
        "-occurred_at", "pk"
    )
    met = list(dict.fromkeys(often.values_list("client", flat=True)))
    clients = [Client.objects.select_related("service").get(pk=one) for one in met[:6]]
    _cards(mass, clients)
    _exchanges(mass, shift, clients)
    _refused(mass, shift)


def _rules(mass: Mass) -> None:
    network = mass.network
    since = timezone.localdate(mass.now) - 20 * days.DAY
    david, service = network.actors["david"], network.services["kcentrum"]
    said = {"least_age": 15, "user_kinds": FOR, "territory": "Lipovec a okolní obce", "outside": EVERYBODY}
    nothing = {"is_on": None, "short": "", "minutes": None, "limit": None, "position": None}
    with mass.then(days.at(since, 10)):
        eligibility.set(by=david, id=new_id(), service=service, valid_from=since, **said)
        vp = {"list": "act", "code": "VP", "interval": LEAST}
        codelists.edit(by=david, id=new_id(), service=service, valid_from=since, **nothing, **vp)


def _cards(mass: Mass, clients: list[Client]) -> None:
    bara = mass.network.actors["bara"]
    with mass.then(mass.now - timedelta(days=6)):
        for client in clients[:4]:
            number = "".join(mass.rng.choices(numbers.LETTERS, k=numbers.LENGTH))
            counter.issue(by=bara, id=new_id(), client=client, number=number)
        for client, (kind, text) in zip(clients[1:], NOTES, strict=False):
            around.instruct(by=bara, id=new_id(), client=client, kind=kind, text=text, until=None)


def _exchanges(mass: Mass, shift: Shift, clients: list[Client]) -> None:
    """One had all that a day gives, one comes too soon if now, one got more with a reason."""
    first = max(shift.start, mass.now - room.RUNS) + timedelta(minutes=5)
    usual = Content(side=Side.CODE, occurred_at=first, age_band="26_35", user_kind="problem", acts={})
    full = {"materials": {"syringe_1": 20, "sterile_water": 20}, "taken": (Taken(code="syringe_1", quantity=18),)}
    found = Taken(code="syringe_1", quantity=6, source=Source.FOUND, is_estimated=True)
    more = {"materials": {"syringe_2": 30}, "others": {"syringe_2": 15}, "taken": (found,)}
    small = {"materials": {"syringe_05": 5}, "taken": (Taken(code="syringe_05", quantity=5),)}
    said = [full, more | {"over": "Bere i pro kamarády z garáží, ti k nám nechodí."}, small]
    for number, (client, one) in enumerate(zip(clients[2:], said, strict=False)):
        _record(mass, shift, replace(usual, code=client.code, **one), first + timedelta(minutes=17 * number))


def _record(mass: Mass, shift: Shift, content: Content, at: datetime) -> None:
    at = min(at, mass.now)
    lists = mass.network.lists(shift.service, shift.day)
    with mass.then(at):
        said = {"content": replace(content, occurred_at=at), "catalogue": lists, "at": at}
        encounters.record(by=mass.network.actors["bara"], id=new_id(), shift=shift, **said)


UNMET = (
    {"ground": "not_eligible", "wanted": "food", "instead": "elsewhere", "offered": "Nízkoprahový klub, do 18 h."},
    {"ground": "full", "wanted": "", "wanted_act": "HSC", "instead": "later", "offered": "Zítra od 10 h."},
    {
        "ground": "not_provided",
        "wanted": "",
        "wanted_act": "BO",
        "instead": "elsewhere",
        "offered": "Infekční klinika.",
    },
)


def _refused(mass: Mass, shift: Shift) -> None:
    bara = mass.network.actors["bara"]
    nothing = {"by": bara, "shift": shift, "ends_service": False, "agreed_by": "", "description": "", "phone_at": None}
    for number, said in enumerate(UNMET):
        at = max(shift.start, mass.now - timedelta(minutes=50 + 45 * number))
        with mass.then(at):
            refusals.record(id=new_id(), occurred_at=at, at=at, **said, **nothing)
