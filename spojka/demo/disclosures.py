"""Requests of authorities at the drop-in centre and in the nightlife service: given, refused, waiting."""

from datetime import timedelta
from typing import Any

from django.utils import timezone

from spojka.base.ids import new_id
from spojka.disclosures import actions
from spojka.disclosures.models import Decision, DisclosureRequest, LineKind, Way

from .mass import Mass

COURT: dict[str, Any] = {
    "authority": "court",
    "office": "Okresní soud v Lipovci",
    "reference": "12 T 48/2026",
    "officer": "JUDr. Alena Přísedící",
    "ground": "criminal_judge",
    "ground_text": "příkaz podle § 8 odst. 5 tr. řádu ze dne 3. t. m.",
    "way": Way.DATA_BOX,
    "about": "Osoba označená v příkazu pod bodem 1",
    "asked": "Zda osoba v červnu docházela do programu a v které dny.",
}
POLICE: dict[str, Any] = {
    "authority": "police",
    "office": "Policie, obvodní oddělení Lipovec",
    "reference": "KRPL-2217/ČJ-2026",
    "officer": "prap. Josef Obchůzka",
    "ground": "criminal",
    "ground_text": "§ 8 odst. 1 tr. řádu",
    "way": Way.IN_PERSON,
    "about": "Muž asi 35 let, přezdívka v žádosti",
    "asked": "Zda je v kontaktní místnosti a kdy přijde příště.",
}
OSPOD: dict[str, Any] = {
    "authority": "ospod",
    "office": "Městský úřad Lipovec, OSPOD",
    "reference": "MUL/SPOD/391/2026",
    "officer": "Bc. Ludmila Ochranná",
    "ground": "children",
    "ground_text": "§ 53 zákona č. 359/1999 Sb.",
    "way": Way.DATA_BOX,
    "about": "Matka dítěte uvedená v žádosti",
    "asked": "Zprávu o spolupráci za poslední půlrok.",
}
WHY_NOT = "Chybí souhlas soudce, mlčenlivost trvá. Řekl jsem to na místě."
NO = "K žádosti bez souhlasu soudce nemůžeme žádné údaje sdělit ani potvrdit, zda nám je osoba známa."
DAY = timedelta(days=1)


def build(mass: Mass) -> None:
    """Write three requests down: a court's that was met in part, a police one refused, one of OSPOD that waits."""
    court = _ask(mass, "david", "kcentrum", 34, COURT, due=10)
    _decide(mass, "david", court, 30, Decision.PART, "Příkaz soudce máme. Vydáváme jen dny návštěv, ne obsah.",
            "Na základě příkazu sdělujeme dny návštěv v červnu. Další údaje v příkazu uvedeny nejsou.")  # fmt: skip
    given = {"text": "Přehled dnů návštěv za červen, jeden list", "recipient": "Okresní soud v Lipovci"}
    _add(mass, "david", court, 29, LineKind.GIVEN, way=Way.DATA_BOX, **given)
    _add(mass, "david", court, 27, LineKind.TOLD, text="Osobně v kontaktní místnosti, dostal kopii odpovědi.")
    police = _ask(mass, "david", "kcentrum", 12, POLICE)
    _decide(mass, "david", police, 12, Decision.REFUSE, WHY_NOT, NO)
    _add(mass, "david", police, 12, LineKind.UNTOLD, code="unknown")
    _add(mass, "david", police, 5, LineKind.NOTE, text="Policie volala znovu, odkázáno na písemnou odpověď.")
    ospod = _ask(mass, "david", "kcentrum", 3, OSPOD, due=9)
    with mass.then(mass.now - 2 * DAY):
        bara = mass.network.members["bara"]
        actions.name(by=mass.network.actors["david"], request=ospod, membership=bara)


def _ask(mass: Mass, who: str, service: str, ago: int, said: Any, due: int = 0) -> DisclosureRequest:
    with mass.then(mass.now - ago * DAY) as at:
        on = timezone.localdate(at)
        told = {"received_on": on, "today": on, "due_on": on + due * DAY if due else None}
        owner = mass.network.services[service]
        return actions.record(by=mass.network.actors[who], id=new_id(), service=owner, **said | told)


def _decide(mass: Mass, who: str, request: DisclosureRequest, ago: int, decision: str, why: str, answer: str) -> None:
    with mass.then(mass.now - ago * DAY + timedelta(hours=1)) as at:
        said = {"decision": decision, "why": why, "answer": answer}
        actions.decide(by=mass.network.actors[who], request=request, at=at, **said)


def _add(mass: Mass, who: str, request: DisclosureRequest, ago: int, kind: str, **said: str) -> None:
    request.refresh_from_db()
    with mass.then(mass.now - ago * DAY + timedelta(hours=2)) as at:
        on = timezone.localdate(at)
        told = {"text": "", "recipient": "", "way": "", "code": ""} | said
        actions.note(by=mass.network.actors[who], id=new_id(), request=request, kind=kind, on=on, today=on, **told)
