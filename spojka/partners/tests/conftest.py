from datetime import date, timedelta

import pytest
from django.utils import timezone

from spojka.access.actor import Actor
from spojka.base.ids import new_id
from spojka.consents.tests.conftest import jinde
from spojka.partners import actions
from spojka.partners.content import Terms
from spojka.partners.models import PartnerAgreement
from tests import make

__all__ = ["jinde"]

TEXTS = {"chosen": "Kdo chce přestat s pervitinem.", "our_contact": "Hana, 601 000 111", "deciding": "Primář."}


@pytest.fixture
def olga(jinde) -> Actor:
    """Olga heads a service of the house next door, the detox ward."""
    return make.member(make.service(organisation=jinde, name="Detox"), name="Olga Vedlejší", role="service_head")


@pytest.fixture
def detox(olga):
    return make.the_service_of(olga)


@pytest.fixture
def draft(hana, teren):
    """A draft: draft(partner=detox), or with somebody who has no Spojka."""

    def draft_(partner=None, starts_on: date | None = None, texts=TEXTS, by=hana, **more):
        name = f"{partner.organisation} · {partner}" if partner else "Nemocnice U řeky, detox"
        more = {"answer_days": 3, "visit_days": 5, "ends_on": None} | more
        start = starts_on or timezone.localdate() - timedelta(days=9)
        terms = Terms(partner_name=name, partner=partner, texts=texts, starts_on=start, more=more)
        return actions.write(by=by, id=new_id(), service=teren, terms=terms)

    return draft_


@pytest.fixture
def proposed(hana, draft):
    def proposed_(*args, **fields):
        return actions.propose(by=hana, agreement=draft(*args, **fields), at=timezone.now() - timedelta(hours=1))

    return proposed_


@pytest.fixture
def say():
    """One side says a word: say(hana, agreement)."""

    def say_(by, agreement, word="yes", note="", on=None):
        service = next(one for one in (agreement.service, agreement.partner) if one and one.pk in by.services)
        day = on or timezone.localdate() - timedelta(days=1)
        said = {"word": word, "name": "Vedoucí", "note": note, "on": day, "at": timezone.now()}
        return actions.say(by=by, id=new_id(), agreement=agreement, service=service, **said)

    return say_


@pytest.fixture
def agreed(hana, olga, detox, proposed, say):
    """An agreement with the ward that both sides agreed to."""

    def agreed_(**fields):
        one = proposed(detox, **fields)
        say(hana, one)
        say(olga, one)
        return whole(one)

    return agreed_


def whole(agreement) -> PartnerAgreement:
    """The agreement as it is now, with what the sides said."""
    return PartnerAgreement.objects.all().with_words().get(pk=agreement.pk)
