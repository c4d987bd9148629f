"""Case work: a client who leaves the ward, a family whose child comes home, parents whom a court sent to agree."""

from datetime import timedelta
from typing import Any

from django.utils import timezone

from spojka.access.permissions import Kind
from spojka.base.ids import new_id
from spojka.cases import sharing
from spojka.cases.actions import courts, entries, file, groups, people
from spojka.cases.content import File, Ordered, Outside, Said, Standing, Who
from spojka.cases.models import Case, Party
from spojka.clients.actions import agreements, clients
from spojka.clients.agreeing import shipped
from spojka.clients.models import Client
from spojka.consents.actions import consents, openings
from spojka.consents.actions.openings import Telling
from spojka.consents.content import Said as Agreed
from spojka.consents.content import Signed, Whom
from spojka.consents.models import OpeningBasis, Told

from .mass import Mass

PERSON: dict[str, Any] = {"of": "person", "way_words": "", "setting": ""}
FAMILY = {"of": "family", "regime": "office", "setting": "return", "way_in": "court_postponed"}


def build(mass: Mass) -> None:
    """Tell the stories, each act on its day."""
    case, mirka = _recovering(mass)
    _ward_and_centre(mass, case, mirka)
    family, mother, adam = _family(mass)
    _family_team(mass, family, mother, adam)
    _family_story(mass, family, mother, adam)
    _parents(mass)
    _usurer(mass)


def _recovering(mass: Mass) -> tuple[Case, Party]:
    client = _client(mass, "filip", "poradna", "MIR 87 Z", 64)
    said = {"name": "Mirka", "way_in": "ward", "regime": "service", **PERSON}
    said["way_words"] = "Primářka detoxu: chce zůstat čistá, doma ji nikdo nečeká."
    case = _open(mass, "filip", client, 62, "Mirka", said)
    mirka = Party.objects.get(case=case)
    with mass.then(mass.now - timedelta(days=61)) as at:
        by, sister = mass.network.actors["filip"], Who(role="supporter", name="sestra Hanka", relation="sibling")
        people.add_party(by=by, id=new_id(), case=case, who=sister, at=at)
        ward = Outside(
            role="ward", institution="Nemocnice Lipovec", unit="detoxifikační stanice", person="MUDr. Sýkora"
        )
        people.add(by=by, id=new_id(), case=case, outside=ward, at=at)
    return case, mirka


def _ward_and_centre(mass: Mass, case: Case, mirka: Party) -> None:
    centre = mass.network.services["kcentrum"]
    named = Whom(institution=centre.organisation.name, unit=centre.name, house=centre.organisation, centre=centre)
    client = sharing.client_of(mirka, case.service_id)
    assert client is not None
    _agree(mass, "filip", client, 50, (named,), Kind.COURSE | Kind.SITUATION)
    _let_in(mass, "filip", case, 49, centre.pk, [mirka], "key_worker")
    _stand(mass, "filip", "poradna", mirka, 60, accepts=2, believes=1, reasons="Pomoc přijímá, změně zatím nevěří.")
    _say(mass, "filip", "poradna", mirka, Kind.HISTORY, 60, "Druhý detox. Po prvním vydržela tři týdny, sama doma.")
    _say(mass, "filip", "poradna", mirka, Kind.SITUATION, 44, "Bydlí u sestry, do konce měsíce hledá pokoj.")
    _turn(mass, "filip", case, "planning", 41, "Zmapováno, příště píšeme plán.")
    _say(mass, "david", "kcentrum", mirka, Kind.COURSE, 20, "Přišla se osprchovat a vyprat. Domluvila si pondělky.")
    _say(mass, "filip", "poradna", mirka, Kind.COURSE, 6, "Chodí každé úterý. Našla brigádu v prádelně.")
    _stand(mass, "filip", "poradna", mirka, 6, accepts=3, believes=2, reasons="Sama navrhla, co s víkendy.")
    with mass.then(mass.now - timedelta(days=6)) as at:
        said = {"text": "Zeptat se příště na spaní; tváří se unaveně.", "happened": at, "at": at, "about": mirka}
        by, service = mass.network.actors["filip"], mass.network.services["poradna"]
        entries.note(by=by, id=new_id(), service=service, case=case, **said)


def _family(mass: Mass) -> tuple[Case, Party, Party]:
    client = _client(mass, "marie", "ospod", "JAN 88 Z", 90)
    child = _client(mass, "marie", "ospod", "ADA 16 M", 90)
    until = timezone.localdate(mass.now + timedelta(days=17))
    words = "Soud čeká, jestli se rodiče domluví, kde budou děti bydlet."
    said = {"name": "Rodina Janíkova", "way_words": words, "court_until": until, **FAMILY}
    case = _open(mass, "marie", client, 73, "maminka", said)
    mother = Party.objects.get(case=case)
    by = mass.network.actors["marie"]
    with mass.then(mass.now - timedelta(days=72)) as at:
        who = Who(role="client", name="Adam, 10 let", relation="child", is_child=True)
        adam = people.add_party(by=by, id=new_id(), case=case, who=who, at=at)
        people.tie(by=by, client=child, party=adam, at=at)
        granny = Who(role="supporter", name="babička", relation="relative", contact="601 000 417, po páté")
        people.add_party(by=by, id=new_id(), case=case, who=granny, at=at)
        school = Outside(role="school", institution="ZŠ Polní", person="Hana Říhová, výchovná poradkyně")
        people.add(by=by, id=new_id(), case=case, outside=school, at=at)
    return case, mother, adam


def _family_team(mass: Mass, case: Case, mother: Party, adam: Party) -> None:
    """The mother agrees; of the child the counselling centre is told by law, and the child says its own."""
    centre = mass.network.services["poradna"]
    named = Whom(institution=centre.organisation.name, unit=centre.name, house=centre.organisation, centre=centre)
    client, child = (sharing.client_of(one, case.service_id) for one in (mother, adam))
    assert client is not None
    assert child is not None
    _agree(mass, "marie", client, 66, (named,), Kind.COURSE | Kind.SITUATION, lasts=94)
    of_age = timezone.localdate(mass.now + timedelta(days=2900))
    own = {"of_age_on": of_age, "child_assent": "yes", "child_words": "Chci domů k mámě. Babička může chodit taky."}
    own |= {"signers": (Signed(role="parent", name="Jana Janíková"),)}
    _agree(mass, "marie", child, 66, (named,), Kind.SITUATION, lasts=94, **own)
    _let_in(mass, "marie", case, 65, centre.pk, [mother, adam], "social_worker")
    with mass.then(mass.now - timedelta(days=64)) as at:
        police = mass.network.services["policie"]
        told = {"basis": OpeningBasis.DUTY, "ground": "§ 53 zákona č. 359/1999 Sb.", "told": Told.BEFORE}
        told |= {"reason": "Otec byl vykázán, hlídka má vědět, kdo v bytě je.", "kinds": Kind.SITUATION}
        told |= {"told_on": timezone.localdate(at), "told_how": "Marie Dětská, osobně"}
        whom = Whom(institution=police.organisation.name, house=police.organisation, unit=police.name, centre=police)
        ends = timezone.localdate(mass.now + timedelta(days=30))
        telling = Telling(**told, whom=whom, ends_on=ends)
        openings.record(by=mass.network.actors["marie"], id=new_id(), client=client, telling=telling, at=at)


def _family_story(mass: Mass, case: Case, mother: Party, adam: Party) -> None:
    by = mass.network.actors["marie"]
    _stand(mass, "marie", "ospod", adam, 70, risk=3, reasons="Byt je bez topení, otec pije a Adam spí u známých.")
    _stand(mass, "marie", "ospod", mother, 70, accepts=3, believes=2, reasons="Volala sama, o děti velmi stojí.")
    with mass.then(mass.now - timedelta(days=69)) as at:
        today = timezone.localdate(at)
        hearing = {"next_on": timezone.localdate(mass.now + timedelta(days=9)), "next_what": "zpráva soudu"}
        named = {"court": "Okresní soud v Lipovci", "file_number": "14 P 31/2026"}
        ordered = Ordered(kind="preliminary", starts_on=today, words="Děti zatím u babičky.", **named, **hearing)
        courts.record(by=by, id=new_id(), about=adam, ordered=ordered)
        moved = courts.plan(by=by, id=new_id(), about=adam, where="k babičce", on=today + timedelta(days=4))
    with mass.then(mass.now - timedelta(days=66)) as at:
        about = {"by": by, "service": mass.network.services["ospod"], "placement": moved, "at": at}
        for item, words in (
            ("school_told", "paní zástupkyně, telefonem"),
            ("things", "sbalil si sám, i kytaru"),
            ("child_told", "ví, že je to na zimu a že máma přijde každou středu"),
        ):
            courts.tick(**about, item=item, is_done=True, words=words)
        courts.tick(**about, item="school_farewell", is_done=False, words="školu nemění")
    _say(mass, "marie", "ospod", mother, Kind.SITUATION, 58, "Otec se odstěhoval, maminka podala žádost o byt.")
    _say(mass, "filip", "poradna", mother, Kind.COURSE, 41, "Na poradnu chodí pravidelně, učí se mluvit s úřady.")
    _turn(mass, "marie", case, "planning", 47, "Na setkání s maminkou a babičkou jsme si řekli, co má být do zimy.")
    _say(
        mass,
        "marie",
        "ospod",
        mother,
        Kind.PERSONAL,
        39,
        "O dětství v domově mluvila poprvé. Ať to zůstane u nás.",
    )
    _turn(mass, "marie", case, "realisation", 37, "Plán podepsali všichni.")
    _say(mass, "filip", "poradna", adam, Kind.SITUATION, 12, "Do školy chodí každý den, těší se na vlastní stůl.")
    _stand(mass, "marie", "ospod", adam, 5, risk=2, reasons="U babičky je v bezpečí; byt se zařizuje.")


def _parents(mass: Mass) -> None:
    """Assistance, mediation and therapy for parents, until the court sits again."""
    mother, father = (_client(mass, "filip", "poradna", code, 52) for code in ("DVO 87 Z", "DVO 85 M"))
    until = timezone.localdate(mass.now + timedelta(days=34))
    said = {"of": "family", "name": "Dvořákovi", "regime": "protection", "setting": "preventing"}
    said |= {"way_in": "court_postponed", "way_words": "Soud odročil jednání o péči, rodiče se mají dohodnout."}
    case = _open(mass, "filip", mother, 51, "máma Petra", said | {"court_until": until})
    petra, by = Party.objects.get(case=case), mass.network.actors["filip"]
    with mass.then(mass.now - timedelta(days=50)) as at:
        tomas = people.add_party(by=by, id=new_id(), case=case, who=Who(role="client", name="táta Tomáš"), at=at)
        people.tie(by=by, client=father, party=tomas, at=at)
        ela = Who(role="client", name="Ela, 7 let", relation="child", is_child=True)
        people.add_party(by=by, id=new_id(), case=case, who=ela, at=at)
    office = mass.network.services["ospod"]
    named = Whom(institution=office.organisation.name, unit=office.name, house=office.organisation, centre=office)
    for client in (mother, father):
        _agree(mass, "filip", client, 48, (named,), Kind.COURSE)
    _let_in(mass, "filip", case, 47, office.pk, [petra, tomas], "ospod")
    _stand(mass, "filip", "poradna", petra, 46, accepts=2, believes=1, reasons="Přišla kvůli soudu, dohodě nevěří.")
    _stand(mass, "filip", "poradna", tomas, 46, accepts=2, believes=2, reasons="Chce Elu vídat a nehádat se u dveří.")
    _turn(mass, "filip", case, "planning", 45, "První setkání bylo u OSPOD, všichni tři u stolu.")
    _say(mass, "filip", "poradna", tomas, Kind.COURSE, 24, "Na mediaci přišel včas a s návrhem na papíře.")
    _say(mass, "filip", "poradna", petra, Kind.COURSE, 10, "Poprvé mluvili o Vánocích beze zvýšení hlasu.")


def _usurer(mass: Mass) -> None:
    """Two more families of the same street owe the same man."""
    first: Case | None = None
    by = mass.network.actors["marie"]
    for code, name, ago in (("KOV 79 M", "Rodina z Polní 9", 33), ("HOR 91 Z", "Paní z Polní 11", 31)):
        client = _client(mass, "marie", "ospod", code, ago)
        said = {"name": name, "way_in": "self", "regime": "office", **PERSON}
        case = _open(mass, "marie", client, ago, name.split()[0], said)
        with mass.then(mass.now - timedelta(days=ago - 1)) as at:
            if first is None:
                words = "Týž věřitel, platí se do ruky, bez papíru."
                group = groups.add(by=by, id=new_id(), case=case, name="Dluhy v Polní", why=words)
                first = case
            else:
                groups.join(by=by, case=case, group=group)
            party = Party.objects.get(case=case)
            said_ = Said(kind=Kind.SITUATION, text="Splácí do ruky, doklad nemá.", at=at)
            service = mass.network.services["ospod"]
            entries.write(by=by, id=new_id(), service=service, about=party, said=said_, at=at)


def _client(mass: Mass, who: str, service: str, code: str, ago: int) -> Client:
    """Somebody known under a code, who agreed that anything is kept."""
    by, where = mass.network.actors[who], mass.network.services[service]
    with mass.then(mass.now - timedelta(days=ago)) as at:
        client = clients.recognise(by=by, service=where, code=code)
        said = {"form": "signed", "version": shipped().version, "given_on": timezone.localdate(at), "taken_by": by.id}
        agreements.record(by=by, id=new_id(), client=client, **said, today=timezone.localdate(at))
    return client


def _open(mass: Mass, who: str, client: Client, ago: int, called: str, said: dict[str, Any]) -> Case:
    with mass.then(mass.now - timedelta(days=ago)) as at:
        told = File(**said, opened_on=timezone.localdate(at))
        party = Who(role="client", name=called)
        return file.open_case(by=mass.network.actors[who], id=new_id(), client=client, file=told, who=party, at=at)


def _agree(
    mass: Mass, who: str, client: Client, ago: int, whom: tuple[Whom, ...], kinds: Kind, lasts: int = 0, **more: Any
) -> None:
    by = mass.network.actors[who]
    with mass.then(mass.now - timedelta(days=ago)) as at:
        until = {"ends_on": timezone.localdate(mass.now + timedelta(days=lasts))} if lasts else {}
        said = {"way": "paper", "given_on": timezone.localdate(at), "taken_by": by.id, "kinds": kinds} | until | more
        consents.give(by=by, id=new_id(), client=client, said=Agreed(recipients=whom, **said), at=at)


def _let_in(mass: Mass, who: str, case: Case, ago: int, grantee: Any, parties: list[Party], role: str) -> None:
    with mass.then(mass.now - timedelta(days=ago)) as at:
        side = next(one for one in sharing.sides(case, at) if one.grantee == grantee)
        about = {"case": case, "side": side, "parties": parties, "role": role}
        people.open_to(by=mass.network.actors[who], id=new_id(), **about, at=at)


def _say(mass: Mass, who: str, service: str, about: Party, kind: Kind, ago: float, text: str) -> None:
    with mass.then(mass.now - timedelta(days=ago)) as at:
        said = Said(kind=kind, text=text, at=at)
        where = mass.network.services[service]
        entries.write(by=mass.network.actors[who], id=new_id(), service=where, about=about, said=said, at=at)


def _stand(mass: Mass, who: str, service: str, about: Party, ago: float, **said: Any) -> None:
    with mass.then(mass.now - timedelta(days=ago)) as at:
        deed = {"service": mass.network.services[service], "about": about, "standing": Standing(**said)}
        entries.appraise(by=mass.network.actors[who], id=new_id(), **deed, at=at)


def _turn(mass: Mass, who: str, case: Case, to: str, ago: float, words: str) -> None:
    with mass.then(mass.now - timedelta(days=ago)) as at:
        file.move(by=mass.network.actors[who], case=case, to=to, words=words, until=None, at=at)
