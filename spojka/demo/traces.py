"""The clients' traces at the drop-in centre: who was merged, split, taken back; nicknames, agreements, a household."""

from datetime import timedelta
from uuid import UUID

from django.db.models import Count

from spojka.access.actor import Actor
from spojka.access.models import Grant
from spojka.base.ids import new_id
from spojka.clients import actions as clients
from spojka.clients.actions import agreements, around, joining
from spojka.clients.agreeing import shipped
from spojka.clients.models import Client, InstructionKind
from spojka.encounters.models import Encounter

from .mass import Mass

NICKNAMES = ("Kolouch", "Malá", "Profesor", "Malá", "Bubeník")
ROW = "encounters.Encounter", "client"


def build(mass: Mass) -> None:
    """Let it all have happened in the past weeks."""
    them = _regulars(mass)
    _nicknames(mass, them)
    _agreements(mass, them)
    _merged(mass, them[5])
    _taken_back(mass, them[6], them[7])
    _split(mass, them[8])
    _likely(mass, them[9], them[10])
    _household(mass, them)


def _regulars(mass: Mass) -> list[Client]:
    """Return those who come often and whose code can be said wrongly, but for those whom others may see."""
    theirs = Client.objects.filter(service=mass.network.services["kcentrum"])
    shared = Grant.objects.values("subject_id")
    often = theirs.exclude(pk__in=shared).annotate(times=Count("encounters")).filter(times__gte=3)
    return [one for one in often.order_by("-times", "code")[:200] if has_two_ways(one.code)][:12]


def has_two_ways(code: str) -> bool:
    """Test that a code is another one with its names, and with its day and month, said the other way round."""
    return code[:2] != code[2:4] and code[4:6] != code[6:8]


def _by(mass: Mass, who: str) -> Actor:
    return mass.network.actors[who]


def _nicknames(mass: Mass, them: list[Client]) -> None:
    for number, nickname in enumerate(NICKNAMES):
        with mass.then(mass.now - timedelta(days=20 - number)):
            clients.set_nickname(by=_by(mass, "bara"), client=them[number], nickname=nickname)


def _agreements(mass: Mass, them: list[Client]) -> None:
    bara = _by(mass, "bara")
    for client, form, days in ((them[0], "signed", 19), (them[1], "spoken", 17), (them[2], "signed", 25)):
        with mass.then(mass.now - timedelta(days=days)) as at:
            said = {"form": form, "version": shipped().version, "given_on": at.date(), "taken_by": bara.id}
            given = agreements.record(by=bara, id=new_id(), client=client, **said, today=at.date())
    with mass.then(mass.now - timedelta(days=4)) as at:
        agreements.withdraw(by=bara, agreement=given, on=at.date(), how="ústně, u pultu", today=at.date())
    with mass.then(mass.now - timedelta(days=2)) as at:
        text = "Volala sociální pracovnice, ať se jí ozve do pátku."
        said = {"kind": InstructionKind.MESSAGE, "text": text, "until": at.date() + timedelta(days=6)}
        around.instruct(by=bara, id=new_id(), client=them[0], **said)


def _merged(mass: Mass, client: Client) -> None:
    """Answers that were said the other way round one day."""
    other = _under_another_code(mass, client, client.code[2:4] + client.code[:2] + client.code[4:], 2)
    with mass.then(mass.now - timedelta(days=6)) as at:
        reason = "Prohodil jméno matky a svoje, poznala ho Bára."
        joining.merge(by=_by(mass, "david"), id=new_id(), client=client, other=other, reason=reason, at=at)


def _taken_back(mass: Mass, client: Client, other: Client) -> None:
    with mass.then(mass.now - timedelta(days=12)) as at:
        said = {"id": new_id(), "client": client, "other": other, "reason": "Stejný batoh i pes."}
        made = joining.merge(by=_by(mass, "david"), **said, at=at)
    with mass.then(mass.now - timedelta(days=3)) as at:
        reason = "Přišli oba najednou: jsou to bratři."
        joining.undo(by=_by(mass, "gita"), joining=made, reason=reason, at=at)


def _split(mass: Mass, client: Client) -> None:
    rows = [(*ROW, pk) for pk in _latest(client, 2)]
    with mass.then(mass.now - timedelta(days=8)) as at:
        reason = "Dva lidé se stejnými odpověďmi, narození týž den."
        joining.split(by=_by(mass, "david"), id=new_id(), client=client, rows=rows, reason=reason, at=at)


def _likely(mass: Mass, client: Client, other: Client) -> None:
    """Two pairs that wait for somebody to decide."""
    code = client.code
    _under_another_code(mass, client, code[:4] + code[6:8] + code[4:6] + code[8:], 1)
    _under_another_code(mass, other, ("S" if other.code[0] != "S" else "Z") + other.code[1:], 1)


def _household(mass: Mass, them: list[Client]) -> None:
    bara = _by(mass, "bara")
    with mass.then(mass.now - timedelta(days=10)) as at:
        said = {"id": new_id(), "client": them[1], "name": "byt nad pekárnou", "since": at.date()}
        home = around.add_household(by=bara, **said)
        around.join_household(by=bara, household=home, client=them[3], since=at.date())
        pair = {"client": them[1], "other": them[3], "kind": "partner", "about": ""}
        around.relate(by=bara, id=new_id(), **pair)
        said = {"client": them[1], "other": None, "kind": "parent", "about": "ví o nás, volat jen přes klientku"}
        around.relate(by=bara, id=new_id(), **said)


def _under_another_code(mass: Mass, client: Client, code: str, contacts: int) -> Client:
    """Let the first contacts of a client have been written under a code that came out otherwise."""
    rows = list(client.encounters.order_by("occurred_at", "pk").values_list("pk", flat=True)[:contacts])
    first = Encounter.objects.get(pk=rows[0])
    with mass.then(first.recorded_at):
        about = {"by": _by(mass, "bara"), "service": client.service, "code": code}
        other = clients.recognise(**about, sex=client.sex)
    Encounter.objects.filter(pk__in=rows).update(client=other)
    return other


def _latest(client: Client, contacts: int) -> list[UUID]:
    return list(client.encounters.order_by("-occurred_at", "pk").values_list("pk", flat=True)[:contacts])
