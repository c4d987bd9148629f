"""Contracts of the drop-in centre: by word, with an addendum, ending soon, after a notice, waiting for the head."""

from datetime import timedelta
from typing import Any

from django.utils import timezone

from spojka.base.ids import new_id
from spojka.clients.models import Client
from spojka.contracts.actions import concluding, drafts, endings, mending, refusals, rules, warnings
from spojka.contracts.content import Breach, Frame, Handed, Terms
from spojka.contracts.models import Contract, ContractWarning, ServiceRules
from spojka.contracts.proposing import from_plan, proposals

from .mass import Mass

CENTRE, HEAD, WORKER = "kcentrum", "david", "bara"
FIRST = """Do kontaktního centra může přijít každý, komu je víc než 15 let. Jméno nepotřebujeme.

Chováme se k sobě slušně. Nikoho tu nebijeme, neokrádáme a neponižujeme.

V centru a před ním se neprodává, nekupuje ani nebere.

Použité stříkačky patří do kontejneru, ne na zem.

Kdo chce, může kdykoli odejít a spolupráci ukončit. Stěžovat si můžete komukoli z nás nebo do schránky u dveří."""
SECOND = FIRST + "\n\nSprcha a pračka jsou na pořadník. Kdo nepřijde do deseti minut, pouští dalšího."
COUNSELLING = """Do poradny se objednáte, nebo přijdete v úterý bez objednání.

O čem mluvíme, zůstává mezi námi.

Když nemůžete přijít, dejte vědět den předem."""
WAYS = ["together", "easy"]
GOALS = (
    ("Chci si zařídit občanku a doplatit pojištění, aby mě vzali do práce.", "doprovod na úřad v pondělí"),
    ("Chci si přestat píchat do třísel a doléčit ruku.", "převaz ruky dvakrát týdně"),
    ("Chci mít kam dát věci a kde se umýt, než najdu ubytovnu.", "sprcha a pračka třikrát týdně"),
    ("Chci se dostat na substituci a vydržet na ní.", "domluvit ambulanci, doprovod na první schůzku"),
    ("Chci vědět, kolik komu dlužím.", "sepsat dluhy, napsat věřitelům"),
)
WHY = "Všechna místa v individuálním poradenství jsou obsazena nejméně do konce měsíce."
DAY = timedelta(days=1)


def build(mass: Mass) -> None:
    """Set the rules, then tell six contracts and two refusals, each act on its day."""
    _counselled(mass)
    first = _rules(mass, 300, FIRST)
    second = _rules(mass, 120, SECOND)
    clients = Client.objects.filter(service=mass.network.services[CENTRE], merged_into=None)
    found = list(clients.order_by("recorded_at", "pk")[: len(GOALS)])
    if len(found) < len(GOALS):
        return
    for ago, client in zip((90, 60, 75, 1, 45), found, strict=True):
        _explain(mass, ago, client, first if ago > 300 else second)
    amended = _concluded(mass, 88, found[0], 0, second)
    _amend(mass, 21, amended, second)
    _taken_back(mass, amended)
    _concluded(mass, 58, found[1], 1, second, lasts=67)
    _given_notice(mass, _concluded(mass, 72, found[2], 2, second))
    _write(mass, 1, found[3], 3, second)
    _ended(mass, _concluded(mass, 44, found[4], 4, second))
    _refuse(mass, 16, "capacity", "Pravidelné poradenství k dluhům", WHY, "later", "Termín 15. dne příštího měsíce.")
    why = "Ubytování nemáme, jsme ambulantní služba."
    _refuse(mass, 5, "not_provided", "Ubytování na zimu", why, "elsewhere", "Kontakt na azylový dům v Lipovci.")


def _rules(mass: Mass, ago: int, text: str, who: str = HEAD, service: str = CENTRE) -> ServiceRules:
    with mass.then(mass.now - ago * DAY) as at:
        said = {"text": text, "valid_from": timezone.localdate(at), "notice": 10, "notice_unit": "working"}
        by, owner = mass.network.actors[who], mass.network.services[service]
        return rules.set_rules(by=by, id=new_id(), service=owner, **said)


def _counselled(mass: Mass) -> None:
    """Filip writes a contract with Mirka from her plan; it waits for the head of the counselling centre."""
    version = _rules(mass, 200, COUNSELLING, "jarmila", "poradna")
    mirka = Client.objects.filter(service=mass.network.services["poradna"], code="MIR 87 Z").first()
    if mirka is None:
        return
    filip = mass.network.actors["filip"]
    with mass.then(mass.now - 2 * DAY) as at:
        on = timezone.localdate(at)
        plan = from_plan(mirka, filip, on)
        words = proposals() | {"goal": (plan and plan.goal) or GOALS[3][0], "own_acts": "jedno setkání týdně"}
        terms = Terms(rules=version, words=words, starts_on=on, acts=["IP"])
        frame = Frame(regime="service", form="oral")
        drafts.write(by=filip, id=new_id(), client=mirka, frame=frame, terms=terms)


def _explain(mass: Mass, ago: int, client: Client, version: ServiceRules) -> None:
    bara = mass.network.actors[WORKER]
    with mass.then(mass.now - ago * DAY) as at:
        on = timezone.localdate(at)
        said = {"ways": WAYS, "on": on, "told_by": bara.id, "note": "", "today": on}
        rules.explain(by=bara, id=new_id(), client=client, rules=version, **said)


def _terms(mass: Mass, ago: int, story: int, version: ServiceRules, lasts: int = 0, extra: str = "") -> Terms:
    on = timezone.localdate(mass.now - ago * DAY)
    goal, acts = GOALS[story]
    words = proposals() | {"goal": goal, "own_acts": "\n".join(one for one in (acts, extra) if one)}
    ends = on + lasts * DAY if lasts else None
    return Terms(rules=version, words=words, starts_on=on, ends_on=ends, acts=["SP", "IP"])


def _write(mass: Mass, ago: int, client: Client, story: int, version: ServiceRules, lasts: int = 0) -> Contract:
    frame, terms = Frame(regime="service", form="oral"), _terms(mass, ago, story, version, lasts)
    with mass.then(mass.now - ago * DAY):
        return drafts.write(by=_by(mass), id=new_id(), client=client, frame=frame, terms=terms)


def _concluded(mass: Mass, ago: int, client: Client, story: int, version: ServiceRules, lasts: int = 0) -> Contract:
    return _conclude(mass, ago, _write(mass, ago, client, story, version, lasts))


def _conclude(mass: Mass, ago: int, contract: Contract) -> Contract:
    with mass.then(mass.now - ago * DAY + timedelta(hours=1)) as at:
        on = timezone.localdate(at)
        return concluding.conclude(by=_by(mass), contract=contract, on=on, edition=1, today=on)


def _amend(mass: Mass, ago: int, contract: Contract, version: ServiceRules) -> None:
    terms = _terms(mass, ago, 0, version, extra="společně napsat životopis")
    with mass.then(mass.now - ago * DAY) as at:
        on = timezone.localdate(at)
        drafts.amend(by=_by(mass), id=new_id(), contract=contract, terms=terms, today=on)
    _conclude(mass, ago, contract)


def _given_notice(mass: Mass, contract: Contract) -> None:
    """Warn, and after the rule was broken again end it: the notice runs out in two weeks."""
    warning = _warn(mass, 30, contract)
    with mass.then(mass.now - 3 * DAY) as at:
        on = timezone.localdate(at)
        what = "Znovu nabízel látku u dveří, dva lidé kvůli tomu odešli."
        breach = Breach(ground="rules", what=what, happened_on=on, warning=warning)
        handed = Handed(on=on, how="in_person")
        endings.give_notice(
            by=_by(mass), id=new_id(), contract=contract, breach=breach, on=on, handed=handed, today=on
        )


def _warn(mass: Mass, ago: int, contract: Contract) -> ContractWarning:
    with mass.then(mass.now - ago * DAY) as at:
        on = timezone.localdate(at)
        said: dict[str, Any] = {"rule": "V centru a před ním se neprodává, nekupuje ani nebere."}
        said |= {"what": "Před centrem prodal látku jinému klientovi.", "happened_on": on, "written_on": on}
        handed = Handed(on=on, how="in_person")
        return warnings.warn(by=_by(mass), id=new_id(), contract=contract, handed=handed, today=on, **said)


def _taken_back(mass: Mass, contract: Contract) -> None:
    """Take back a warning that was meant for somebody else."""
    wrong = _warn(mass, 12, contract)
    with mass.then(mass.now - 11 * DAY) as at:
        mending.void_warning(by=_by(mass), row=wrong, why="Spletli jsme si klienta, byl to někdo jiný.", at=at)


def _ended(mass: Mass, contract: Contract) -> None:
    with mass.then(mass.now - 12 * DAY) as at:
        on = timezone.localdate(at)
        said = {"on": on, "last": on, "is_written": False, "words": "Našel si práci v Praze.", "today": on}
        endings.end(by=_by(mass), id=new_id(), contract=contract, **said)


def _refuse(mass: Mass, ago: int, ground: str, wanted: str, why: str, instead: str, offered: str) -> None:
    with mass.then(mass.now - ago * DAY) as at:
        on = timezone.localdate(at)
        words = {"wanted": wanted, "why": why, "offered": offered}
        said = {"on": on, "ground": ground, "is_residential": False, "ended_on": None, "instead": instead}
        service = mass.network.services[CENTRE]
        told = said | {"words": words, "wants_paper": ago < 10, "client": None, "today": on}
        refusals.refuse(by=_by(mass), id=new_id(), service=service, **told)


def _by(mass: Mass) -> Any:
    return mass.network.actors[HEAD]
