"""The nightlife team and the counselling centre look for clients in common; one of these has a secret address.

Two parts of the own look are withheld: one for good reason, one proposal that waits.
"""

from datetime import timedelta

from django.utils import timezone

from spojka.base.ids import new_id
from spojka.clients import agreeing
from spojka.clients.actions import agreements
from spojka.clients.models import AgreementForm, Client
from spojka.identities.models import Identity
from spojka.identities.sealing import Person
from spojka.looks import withholding
from spojka.looks.models import Part, WithholdingGround
from spojka.soundings import actions
from spojka.soundings.actions import Asking
from spojka.soundings.models import Sounding, SoundingBasis
from spojka.walls import actions as walls

from .mass import Mass
from .named import PEOPLE

SAID = {"basis": SoundingBasis.SPOKEN, "why": "Ať mu dvě služby nedávají dvě různé rady."}
BY = {"noc": "hana", "poradna": "filip"}


def build(mass: Mass) -> None:
    """Ask: one told, one that waits for Filip, one that closed, one that is open."""
    named = Identity.objects.filter(service=mass.network.services["noc"]).select_related("client")
    ours = [one.client for one in named.order_by("client__recorded_at", "client_id")]
    counselled = Client.objects.filter(service=mass.network.services["poradna"]).order_by("recorded_at", "pk")
    theirs = [_agreed(mass, one) for one in counselled[:2]]
    _ask(mass, "noc", "poradna", ours[1], PEOPLE[1], 34)
    _ask(mass, "noc", "poradna", ours[0], PEOPLE[0], 12)
    known = _ask(mass, "poradna", "noc", theirs[0], PEOPLE[0], 5)
    with mass.then(mass.now - timedelta(days=4.8)) as at:
        actions.confirm(by=mass.network.actors["filip"], sounding=known, at=at)
    _ask(mass, "noc", "poradna", ours[2], PEOPLE[2], 3)
    _ask(mass, "poradna", "noc", theirs[1], PEOPLE[2], 0.5)
    _ask(mass, "noc", "cizi_teren", ours[2], PEOPLE[2], 2)
    with mass.then(mass.now - timedelta(days=2.5)) as at:
        why = "Hledá ji bývalý partner, už dvakrát čekal u dodávky."
        walls.hide(by=mass.network.actors["hana"], id=new_id(), client=ours[0], why=why, at=at)
    _withhold(mass, ours[0], ours[2])


def _withhold(mass: Mass, hidden: Client, other: Client) -> None:
    """One part that Hana approved not to show, and one that she has not decided yet."""
    day, anna = timezone.localdate(mass.now), mass.network.actors["anna"]
    with mass.then(mass.now - timedelta(days=2.2)) as at:
        why = "Bývalý partner jí bere telefon; z kontaktů by poznal, kdy a kde bývá."
        said = {"part": Part.DONE, "ground": WithholdingGround.LIFE, "why": why, "ends_on": day + timedelta(days=60)}
        first = withholding.propose(by=anna, id=new_id(), client=hidden, **said, at=at)
    with mass.then(mass.now - timedelta(days=2)) as at:
        said = {"is_approved": True, "words": "Souhlasím, za dva měsíce se podíváme znovu."}
        withholding.review(by=mass.network.actors["hana"], withholding=first, **said, at=at)
    with mass.then(mass.now - timedelta(days=0.4)) as at:
        why = "V dohodě s rodinou stojí, co řekla jeho sestra. Nejdřív se jí zeptáme."
        said = {
            "part": Part.LEDGER,
            "ground": WithholdingGround.OTHERS,
            "why": why,
            "ends_on": day + timedelta(days=21),
        }
        withholding.propose(by=anna, id=new_id(), client=other, **said, at=at)


def _agreed(mass: Mass, client: Client) -> Client:
    """Write down the base statement of a counselled client."""
    filip = mass.network.actors["filip"]
    with mass.then(mass.now - timedelta(days=20)) as at:
        today = timezone.localdate(at)
        said = {"form": AgreementForm.SIGNED, "version": agreeing.shipped().version, "given_on": today}
        agreements.record(by=filip, id=new_id(), client=client, **said, taken_by=filip.id, today=today)
    return client


def _ask(mass: Mass, service: str, asked: str, client: Client, person: Person, ago: float) -> Sounding:
    by = mass.network.actors[BY[service]]
    with mass.then(mass.now - timedelta(days=ago)) as at:
        said = SAID | {"basis_words": f"Ústně, u nás. Slyšel(a): {by.user.name if by.user else ''}"}
        asking = Asking(asked=mass.network.services[asked], person=person, **said)
        return actions.ask(by=by, id=new_id(), client=client, asking=asking, at=at)
