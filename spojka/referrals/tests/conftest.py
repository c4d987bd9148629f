from datetime import timedelta

import pytest
from django.utils import timezone

from spojka.access.actor import Actor
from spojka.base.ids import new_id
from spojka.consents.content import Whom
from spojka.consents.tests.conftest import give, jinde, rada
from spojka.links import doors as links
from spojka.partners.tests.conftest import agreed, detox, draft, olga, proposed, say
from spojka.referrals.actions import links as linking
from spojka.referrals.actions import offers, steps
from spojka.referrals.content import Offer, Partner, Person, Step
from spojka.referrals.models import Referral

__all__ = ["agreed", "detox", "draft", "give", "jinde", "olga", "proposed", "rada", "say"]

RADKA = Person(name="Radka Malá", contact="601 000 900")
WARD = "Nemocnice U řeky, detox"


@pytest.fixture
def offered(anna, rada, detox):
    """An offer: offered() to the ward in Spojka, offered(None) to one without."""

    def offered_(to=detox, *, by=anna, client=rada, at=None, agreement=None, **said) -> Referral:
        name = f"{to.organisation} · {to}" if to else WARD
        partner = Partner(name=name, service=to, agreement=agreement)
        usual = {"wants": "Přestat s pervitinem.", "codes": {"sex": "woman", "substance": "methamphetamine"}}
        offer = Offer(**usual | said)
        return offers.offer(by=by, id=new_id(), client=client, to=partner, said=offer, at=at or timezone.now())

    return offered_


@pytest.fixture
def step():
    """Say something: step(olga, referral, "accepted")."""

    def step_(by: Actor, referral, kind, side="theirs", on=None, words="", at=None, **more):
        at = at or timezone.now()
        said = Step(kind=kind, side=side, on=on or timezone.localdate(at), words=words, more=more)
        action = {
            "accepted": steps.answer, "declined": steps.answer, "question": steps.say, "invited": steps.invite,
            "visited": steps.visit, "missed": steps.visit, "outcome": steps.tell,
        }[kind]  # fmt: skip
        return action(by=by, id=new_id(), referral=referral, step=said, at=at)

    return step_


@pytest.fixture
def consent(anna, rada, jinde, detox, give):
    """Rada agrees that the ward in Spojka is told; consent(named="…") for one without."""

    def consent_(named="", **more):
        whom = Whom(institution=named) if named else Whom(institution="Jinde", house=jinde, centre=detox)
        return give(anna, rada, whom, **more).recipients.get()

    return consent_


@pytest.fixture
def name(anna):
    """Say who it is: name(referral, recipient)."""

    def name_(referral, recipient, by=anna, person=RADKA, at=None):
        said = {"person": person, "recipient": recipient, "at": at or timezone.now()}
        return steps.name(by=by, id=new_id(), referral=referral, **said)

    return name_


@pytest.fixture
def linked(anna):
    """Give a link and return its token: linked(referral)."""

    def linked_(referral, by=anna, at=None):
        token = links.new_token()
        said = {"way": "shown", "email": "", "token": token, "at": at or timezone.now()}
        linking.issue(by=by, id=new_id(), referral=referral, **said)
        return token

    return linked_


def whole(referral) -> Referral:
    return Referral.objects.all().with_steps().get(pk=referral.pk)


def earlier(**by):
    return timezone.now() - timedelta(**by)
