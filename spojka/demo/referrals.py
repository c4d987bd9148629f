"""Referrals: one with a ward that went well, one that waits, one declined, one whose name closed, one visited late."""

from datetime import timedelta
from typing import Any

from django.utils import timezone

from spojka.access.permissions import Kind, Permission
from spojka.base.ids import new_id
from spojka.base.terms import working_days_after
from spojka.clients.models import Client
from spojka.consents.actions import consents
from spojka.consents.content import Said as Agreed
from spojka.consents.content import Whom
from spojka.consents.models import ConsentRecipient
from spojka.network.models import Service
from spojka.partners.models import PartnerAgreement
from spojka.referrals import opening
from spojka.referrals.actions import links as linking
from spojka.referrals.actions import offers, steps
from spojka.referrals.content import Offer, Partner, Person, Step
from spojka.referrals.models import Referral

from .mass import Mass

DAY = timedelta(days=1)
DEEDS = {
    "accepted": steps.answer, "declined": steps.answer, "question": steps.say, "invited": steps.invite,
    "visited": steps.visit, "outcome": steps.tell,
}  # fmt: skip
METH = {"sex": "man", "age_band": "26_35", "substance": "methamphetamine"}
HEROIN = {"sex": "woman", "age_band": "36_49", "substance": "heroin"}


def build(mass: Mass) -> None:
    """Tell five referrals, each act on its day."""
    ward = PartnerAgreement.objects.get(service=mass.network.services["poradna"], partner=None)
    _went_well(mass, ward)
    _is_late(mass, ward)
    _between_houses(mass)
    _closed_name(mass)


def _went_well(mass: Mass, ward: PartnerAgreement) -> None:
    """The ward answers by a link and visits on the fourth working day."""
    to = Partner(name=ward.partner_name, agreement=ward)
    mirka = _client(mass, "MIR 87 Z")
    wants = "Třetí detox, tentokrát s návazností. Bojí se, že po propuštění zůstane sama."
    goal = "Detox a hned po něm dvakrát týdně poradna; do měsíce terapeutická skupina."
    said = Offer(wants=wants, goal=goal, contact="Filip, 602 000 117, po–pá 9–17", codes=HEROIN)
    one = _offer(mass, 40, "filip", mirka, to, said)
    token = mass.rng.randbytes(32).hex()
    with mass.then(mass.now - 40 * DAY + timedelta(hours=1)) as at:
        about = {"by": mass.network.actors["filip"], "id": new_id(), "referral": one, "token": token, "at": at}
        linking.issue(**about, way="mail", email="detox@nemocnice.invalid")
    _say(mass, 38, token, one, "accepted", words="Místo bude příští týden. Volejte sestře Bílé.")
    whom = Whom(institution="Nemocnice Lipovec", unit="detoxifikační oddělení")
    _named(mass, 37, mirka, one, whom, Person(name="Mirka", contact="přes poradnu, 602 000 117"))
    _say(mass, 36, token, one, "invited", words="V 10 hodin, s primářem.", place="Pavilon C, hovorna")
    due = working_days_after(timezone.localdate(mass.now - 36 * DAY), 4)
    ago = (timezone.localdate(mass.now) - due).days
    more = {"presence": "part", "place": "Pavilon C, hovorna"}
    _say(mass, ago, "filip", one, "visited", side="ours", words="Nastupuje ve čtvrtek, plán má u sebe.", **more)
    more = {"outcome": "care", "agreed_how": "Mirka souhlasila na oddělení, u toho Filip."}
    _say(mass, 12, token, one, "outcome", words="Detox dokončila, odchází do doléčování u vás.", **more)
    with mass.then(mass.now - 10 * DAY) as at:
        offers.close(by=mass.network.actors["filip"], referral=one, words="Pozvání přišlo včas.", at=at)


def _is_late(mass: Mass, ward: PartnerAgreement) -> None:
    """The ward invited by phone, and nobody has been there yet."""
    to = Partner(name=ward.partner_name, agreement=ward)
    said = Offer(wants="Přestat s pervitinem, dokud má u koho nechat syna.", codes=METH | {"sex": "woman"})
    one = _offer(mass, 16, "filip", _client(mass, "DVO 87 Z"), to, said)
    _say(mass, 14, "filip", one, "accepted")
    with mass.then(mass.now - 13 * DAY) as at:
        about = {"by": mass.network.actors["filip"], "id": new_id(), "referral": one, "at": at}
        steps.name(**about, person=None, recipient=None)
    _say(mass, 12, "filip", one, "invited", place="Pavilon C, příjem")


def _between_houses(mass: Mass) -> None:
    """The contact centre offers two to the counselling centre: one was declined, one waits for Filip."""
    bara, centre = mass.network.actors["bara"], mass.network.services["kcentrum"]
    offered = Client.objects.allowed(bara, Permission.REFERRAL_OFFER).filter(service=centre, merged_into=None)
    first, second = offered.order_by("code", "pk")[:2]
    to = _in_spojka(mass.network.services["poradna"])
    contact = "Bára, 601 000 210, v otevírací době"
    no = _offer(mass, 20, "bara", first, to, Offer(wants="Chce bydlet a přestat s alkoholem.", contact=contact))
    words = "Bydlení neděláme. Zkuste Azylový dům na Růžové, na alkohol ambulanci AT."
    _say(mass, 18, "filip", no, "declined", reason="goal", words=words)
    wants = "Chodit pravidelně a nemuset pokaždé vysvětlovat všechno od začátku."
    said = Offer(wants=wants, goal="Stálý klíčový pracovník, později skupina.", contact=contact, codes=METH)
    _offer(mass, 1, "bara", second, to, said)


def _closed_name(mass: Mass) -> None:
    """The name closed when the client took the consent back; the offer runs on under its mark."""
    client, centre = _client(mass, "DVO 85 M"), mass.network.services["kcentrum"]
    said = Offer(wants="Výměna a testy blíž k práci.", codes=METH, contact="Filip, 602 000 117")
    one = _offer(mass, 9, "filip", client, _in_spojka(centre), said)
    _say(mass, 8, "bara", one, "accepted", words="Ať přijde kdykoli odpoledne.")
    whom = Whom(institution=str(centre.organisation), unit=str(centre), house=centre.organisation, centre=centre)
    _named(mass, 7, client, one, whom, Person(name="Tomáš", contact="přes poradnu"))
    row = ConsentRecipient.objects.get(grant=one.identities.get().ground)
    with mass.then(mass.now - 3 * DAY) as at:
        how = "po telefonu, chce tam přijít sám a bez jména"
        consents.withdraw_from(by=mass.network.actors["filip"], recipient=row, how=how, at=at)


def _client(mass: Mass, code: str) -> Client:
    return Client.objects.get(service=mass.network.services["poradna"], code=code)


def _in_spojka(service: Service) -> Partner:
    return Partner(name=f"{service.organisation} · {service}", service=service)


def _offer(mass: Mass, ago: int, who: str, client: Client, to: Partner, said: Offer) -> Referral:
    with mass.then(mass.now - ago * DAY) as at:
        about = {"by": mass.network.actors[who], "id": new_id(), "client": client, "at": at}
        return offers.offer(**about, to=to, said=said)


def _say(
    mass: Mass, ago: int, who: str, one: Referral, kind: str, side: str = "theirs", words: str = "", **more: Any
) -> None:
    """Let a worker, or the holder of a link by its token, say something."""
    with mass.then(mass.now - ago * DAY) as at:
        by = mass.network.actors.get(who) or opening.behind(who, at)[0]
        step = Step(kind=kind, side=side, on=timezone.localdate(at), words=words, more=more)
        DEEDS[kind](by=by, id=new_id(), referral=one, step=step, at=at)


def _named(mass: Mass, ago: int, client: Client, one: Referral, whom: Whom, person: Person) -> None:
    """The client signs that the other side may know who they are, and it is told."""
    filip = mass.network.actors["filip"]
    with mass.then(mass.now - ago * DAY) as at:
        day = timezone.localdate(at)
        said = Agreed(recipients=(whom,), kinds=Kind.COURSE, way="paper", given_on=day, taken_by=filip.id)
        consent = consents.give(by=filip, id=new_id(), client=client, said=said, at=at)
        row = consent.recipients.get()
        steps.name(by=filip, id=new_id(), referral=one, person=person, recipient=row, at=at)
