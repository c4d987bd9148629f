"""What professionals say to each other of a family: a sentence of a school that was made clear within days."""

from datetime import timedelta
from typing import Any

from django.utils import timezone

from spojka.access.permissions import Kind
from spojka.base.ids import new_id
from spojka.cases.models import Case, Participant, Party
from spojka.statements.actions import agreements, replies, statements
from spojka.statements.content import Agreed, Answered, Said, Stated, Voice
from spojka.statements.models import AssentWay, Form, Heard, Statement, TeamAgreement, What

from .mass import Mass

FAMILY = "Rodina Janíkova"


def build(mass: Mass) -> None:
    """Tell the story, each act on its day."""
    case = _case(mass, "ospod", FAMILY)
    mother = Party.objects.filter(case=case, role="client", is_child=False).get()
    school = Participant.objects.get(case=case, role="school")
    _school(mass, mother, school)
    said = {"kind": Kind.COURSE, "source": "own"}
    tired = _state(
        mass, "filip", "poradna", mother, 4, "Dvakrát přišla hodně unavená, o bytě mluvit nechtěla.", **said
    )
    _reply(mass, "marie", "ospod", tired, 1, What.QUESTION, "Víte, jestli teď chodí i na noční směny?")
    _family_team(mass, case)
    _ward_team(mass)


def _case(mass: Mass, service: str, name: str) -> Case:
    """Return a case by what its team calls it, which lies sealed."""
    found = Case.objects.filter(opened_in=mass.network.services[service]).order_by("opened_on", "pk")
    return next(one for one in found if one.called == name)


def _school(mass: Mass, mother: Party, school: Participant) -> None:
    counsellor = Voice(participant=school, who="Hana Říhová, výchovná poradkyně")
    said = {"kind": Kind.SITUATION, "source": "judgement", "voice": counsellor}
    old = _state(mass, "marie", "ospod", mother, 18, "Matka nespolupracuje.", **said)
    _reply(mass, "filip", "poradna", old, 17, What.QUESTION, "Čeho konkrétně se to týká?")
    view = "O schůzkách se dozvídám pozdě a jen od paní ředitelky. Na třídní učitelky nemám ani telefon."
    _reply(mass, "marie", "ospod", old, 15, What.VIEW, view, whose=mother, heard=Heard.PERSON)
    answer = "O třídní schůzky a omluvenky. S maminkou zatím mluvila jen paní ředitelka."
    _reply(mass, "marie", "ospod", old, 14, What.ANSWER, answer, voice=counsellor)
    with mass.then(mass.now - timedelta(days=11)) as at:
        text = (
            "Matka dostávala zprávy jen od ředitelky. Potřebuje mluvit i s třídními učitelkami, "
            "první schůzka proběhla."
        )
        deputy = Voice(participant=school, who="zástupkyně školy")
        clear = Said(text=text, source="professional", at=at, voice=deputy)
        statements.clarify(by=mass.network.actors["marie"], id=new_id(), statement=old, said=clear, at=at)


def _state(mass: Mass, who: str, service: str, about: Party, ago: float, text: str, **said: Any) -> Statement:
    with mass.then(mass.now - timedelta(days=ago)) as at:
        deed = {"service": mass.network.services[service], "about": about, "stated": Stated(text=text, at=at, **said)}
        return statements.write(by=mass.network.actors[who], id=new_id(), **deed, at=at)


def _reply(
    mass: Mass, who: str, service: str, statement: Statement, ago: float, what: str, text: str, **more: Any
) -> None:
    with mass.then(mass.now - timedelta(days=ago)) as at:
        deed = {"service": mass.network.services[service], "statement": statement}
        said = Answered(what=what, text=text, at=at, **more)
        replies.reply(by=mass.network.actors[who], id=new_id(), **deed, answered=said, at=at)


def _family_team(mass: Mass, case: Case) -> None:
    """Weekly at first, monthly as the children come home, later twice a year."""
    office, school, centre = _team(case)
    paces = ((-57, "week"), (15, "month"), (196, "half_year"))
    ways = ((office, centre), (centre, office), (centre, school), (school, office))
    duties = (
        (office, "Hlídá plán, svolává setkání, píše soudu."),
        (centre, "Doprovází maminku, učí ji mluvit s úřady."),
        (school, "Dává vědět o docházce, volá nejdřív mamince."),
    )
    said = {"topics": ("family", "progress", "attendance"), "directions": ways, "duties": duties}
    said["principles"] = "Maminka ví o každé zprávě a dostane její opis."
    row = _agree(mass, "marie", case, 57, paces, evaluate_in=24, **said)
    _assent(mass, "filip", "poradna", row, centre, 55, AssentWay.SPOJKA)
    _assent(mass, "marie", "ospod", row, school, 50, AssentWay.PAPER)
    _tell(mass, "filip", "poradna", row, centre, school, 9, Form.PHONE)
    _tell(mass, "marie", "ospod", row, office, centre, 3, Form.PHONE)


def _ward_team(mass: Mass) -> None:
    case = _case(mass, "poradna", "Mirka")
    counselling, ward, centre = _team(case)
    duties = ((counselling, "Vede případ, domlouvá termíny."), (centre, "Zázemí ve dne, pondělní schůzky."))
    said = {"topics": ("progress", "relapse", "housing"), "duties": duties}
    row = _agree(mass, "filip", case, 35, ((-35, "fortnight"), (60, "month")), evaluate_in=0, **said)
    _assent(mass, "david", "kcentrum", row, centre, 33, AssentWay.SPOJKA)
    _tell(mass, "filip", "poradna", row, ward, None, 22, Form.PHONE)


def _team(case: Case) -> list[Participant]:
    """Return who takes part: the coordinating service, who works without Spojka, and who was let in."""
    return list(Participant.objects.filter(case=case).order_by("joined_on", "pk"))


def _agree(
    mass: Mass, who: str, case: Case, ago: int, paces: tuple[tuple[int, str], ...], evaluate_in: int, **said: Any
) -> TeamAgreement:
    with mass.then(mass.now - timedelta(days=ago)) as at:
        words = {
            "misunderstanding": "Nejdřív si zavoláme. Když to nestačí, koordinátor do týdne svolá setkání.",
            "ending": "Kdo nemůže pokračovat, řekne to předem všem.",
            "evaluation": "Společně na setkání: co přišlo včas, co pomohlo, co tomu říká rodina.",
            "evaluate_on": timezone.localdate(mass.now + timedelta(days=evaluate_in)),
        }
        days = tuple((timezone.localdate(mass.now + timedelta(days=day)), every) for day, every in paces)
        agreed = Agreed(forms=("phone", "report"), paces=days, **words, **said)
        deed = {"case": case, "agreed": agreed, "today": timezone.localdate(at)}
        return agreements.make(by=mass.network.actors[who], id=new_id(), **deed)


def _assent(
    mass: Mass, who: str, service: str, row: TeamAgreement, participant: Participant, ago: int, way: str
) -> None:
    with mass.then(mass.now - timedelta(days=ago)) as at:
        deed = {"service": mass.network.services[service], "agreement": row, "participant": participant, "way": way}
        agreements.assent(by=mass.network.actors[who], **deed, on=timezone.localdate(at))


def _tell(
    mass: Mass,
    who: str,
    service: str,
    row: TeamAgreement,
    teller: Participant,
    to: Participant | None,
    ago: int,
    form: str,
) -> None:
    with mass.then(mass.now - timedelta(days=ago)) as at:
        today = timezone.localdate(at)
        deed = {"service": mass.network.services[service], "agreement": row, "teller": teller, "to": to, "form": form}
        agreements.tell(by=mass.network.actors[who], id=new_id(), **deed, on=today, today=today)
