"""Agreements between organisations: a ward and an office, one that waits for Hana's word, one that ended."""

from datetime import timedelta
from typing import Any

from django.utils import timezone

from spojka.base.ids import new_id
from spojka.network.models import Service
from spojka.partners import actions
from spojka.partners.content import Terms
from spojka.partners.models import PartnerAgreement, Side, Word

from .mass import Mass

DAY = timedelta(days=1)
WARD = {
    "our_person": "Filip, klíčový pracovník",
    "their_head": "MUDr. Oldřich Vodní, primář",
    "their_person": "staniční sestra Alena Bílá",
    "chosen": "Kdo přišel kvůli nelegálním látkám a má zájem o navazující péči.",
    "not_chosen": "Kdo užívá jen alkohol: doporučit ambulanci AT.",
    "our_contact": "Filip, 602 000 117, filip@podkrovi.invalid, po–pá 9–17",
    "their_contact": "Alena Bílá, 573 000 220, detox@nemocnice.invalid, dopoledne",
    "deciding": "Na oddělení primář nebo jím pověřený lékař, se souhlasem pacienta. U nás klíčový pracovník.",
    "coordinating": "Oddělení, dokud tam pacient je; potom poradna.",
    "meeting": "V klidné místnosti. Není-li u toho oddělení, pacient ví předem, že se dohoda a plán vrátí.",
    "telling": "Jen základ bez jména, dokud pacient nedá souhlas; potom nástup, průběh a konec péče.",
    "disputes": "Domluví se vedoucí obou služeb, nejdéle do týdne.",
    "ending": "Kterákoli strana písemně; rozjetá předání se dokončí.",
    "afterwards": "Jen s novým výslovným souhlasem klienta.",
    "evaluating": "Oddělení, poradna a dva lidé, kteří předáním prošli.",
    "good": "Kolik pozvaných přišlo a kolik jich po třech měsících pokračuje.",
}
OFFICE = {
    "their_head": "Ota Radní, vedoucí oddělení",
    "their_person": "Marie Dětská",
    "chosen": "Rodiče, kteří užívají látky a mají dítě v evidenci OSPOD, a chtějí pomoc.",
    "our_contact": "David, 601 000 250, v otevírací době",
    "their_contact": "Marie Dětská, úřední dny a po domluvě",
    "deciding": "Vedoucí centra a pracovnice OSPOD.",
    "coordinating": "OSPOD; centrum přechodně, když se na tom dohodnou.",
    "telling": "Jen to, s čím klient souhlasí, nebo co ukládá zákon. Rodina předem ví, kdo komu co řekne.",
    "disputes": "Společná schůzka do pěti dnů.",
    "evaluating": "Obě strany jednou ročně.",
}
NIGHT = {
    "our_person": "Filip, klíčový pracovník",
    "chosen": "Kdo u stánku řekne, že chce mluvit o svém užívání.",
    "our_contact": "Filip, 602 000 117",
    "deciding": "Klient. První schůzka je volná každou středu odpoledne.",
    "telling": "Nic o klientovi; jen kolik lidí přišlo.",
}
SHELTER = {"chosen": "Kdo nemá kde spát a je pod vlivem.", "deciding": "Sociální pracovnice azylového domu."}


def build(mass: Mass) -> None:
    """Tell four agreements, each act on its day."""
    services = mass.network.services
    ward = _signed(mass, 330, "jarmila", "poradna", "Nemocnice Lipovec · detoxifikační oddělení", WARD)
    _evaluated(mass, 60, ward)
    _with_office(mass, services["ospod"])
    _propose(mass, 2, "jarmila", _write(mass, 3, "jarmila", "poradna", services["noc"], NIGHT, notice_months=1))
    ended = _signed(mass, 400, "david", "kcentrum", "Azylový dům Pod Mostem", SHELTER)
    with mass.then(mass.now - 80 * DAY) as at:
        on = timezone.localdate(at)
        said = {
            "side": Side.THEIRS,
            "name": "ředitelka",
            "note": "Dům se zavírá.",
            "on": on,
            "last_day": on + 40 * DAY,
        }
        about = {"agreement": ended, "service": ended.service, "at": at}
        actions.give_notice(by=mass.network.actors["david"], id=new_id(), **about, **said)


def _with_office(mass: Mass, office: Service) -> None:
    one = _write(mass, 170, "david", "kcentrum", office, OFFICE, every="month", forms=["meeting", "report"])
    _propose(mass, 168, "david", one)
    _say(mass, 167, "david", one, "David Dopolední, vedoucí")
    _say(mass, 160, "ota", one, "Ota Radní, vedoucí oddělení")


def _write(
    mass: Mass, ago: int, who: str, service: str, partner: Service | str, texts: dict[str, str], **more: Any
) -> PartnerAgreement:
    name = partner if isinstance(partner, str) else f"{partner.organisation} · {partner}"
    usual: dict[str, Any] = {"answer_days": 3, "visit_days": 5, "ends_on": None, "is_unnamed_first": True}
    with mass.then(mass.now - ago * DAY) as at:
        centre = mass.network.services[service]
        with_whom = None if isinstance(partner, str) else partner
        terms = Terms(
            partner_name=name, partner=with_whom, texts=texts, starts_on=timezone.localdate(at), more=usual | more
        )
        return actions.write(by=mass.network.actors[who], id=new_id(), service=centre, terms=terms)


def _propose(mass: Mass, ago: int, who: str, one: PartnerAgreement) -> None:
    with mass.then(mass.now - ago * DAY) as at:
        actions.propose(by=mass.network.actors[who], agreement=one, at=at)


def _say(mass: Mass, ago: int, who: str, one: PartnerAgreement, name: str) -> None:
    by = mass.network.actors[who]
    service = next(side for side in (one.service, one.partner) if side and side.pk in by.services)
    with mass.then(mass.now - ago * DAY) as at:
        said = {"word": Word.YES, "name": name, "note": "", "on": timezone.localdate(at), "at": at}
        actions.say(by=by, id=new_id(), agreement=one, service=service, **said)


def _signed(mass: Mass, ago: int, who: str, service: str, partner: str, texts: dict[str, str]) -> PartnerAgreement:
    """Return an agreement on paper with somebody who has no Spojka."""
    one = _write(mass, ago, who, service, partner, texts)
    _propose(mass, ago - 1, who, one)
    _say(mass, ago - 2, who, one, f"{mass.network.actors[who].user}, vedoucí")
    with mass.then(mass.now - (ago - 4) * DAY) as at:
        said = {"word": Word.YES, "name": texts.get("their_head", "ředitelka"), "note": "", "at": at}
        said["on"] = timezone.localdate(at)
        actions.sign_for_them(by=mass.network.actors[who], id=new_id(), agreement=one, **said)
    return one


def _evaluated(mass: Mass, ago: int, one: PartnerAgreement) -> None:
    with mass.then(mass.now - ago * DAY) as at:
        said = {
            "on": timezone.localdate(at),
            "who": "primář, staniční sestra, Jarmila a Filip",
            "found": "Z jedenácti pozvaných přišlo osm. Dvakrát trvala návštěva přes pět dnů, pacient odešel.",
            "changes": "Oddělení pošle pozvání hned po prvním rozhovoru, ne až před propuštěním.",
            "next_on": None,
        }
        about = {"agreement": one, "service": one.service, "at": at}
        actions.evaluate(by=mass.network.actors["jarmila"], id=new_id(), **about, **said)
