from datetime import timedelta

import pytest
from django.utils import timezone

from spojka.access.permissions import Kind
from spojka.base.ids import new_id
from spojka.cases.actions import people
from spojka.cases.content import Outside
from spojka.cases.models import Participant
from spojka.cases.tests.conftest import (
    case,
    ema,
    give,
    jinde,
    let_in,
    look,
    override,
    party,
    petra,
    rada,
    read,
    withhold,
    write,
)
from spojka.statements.actions import agreements, replies, statements
from spojka.statements.content import Agreed, Answered, Said, Stated, Voice
from tests import make

__all__ = [
    "case",
    "ema",
    "give",
    "jinde",
    "let_in",
    "look",
    "override",
    "party",
    "petra",
    "rada",
    "read",
    "withhold",
    "write",
]


@pytest.fixture
def stranger(db):
    """Somebody who may do all of case work, of a house that takes no part."""
    return make.member(make.service(organisation=make.organisation(slug="treti")), role="service_head")


@pytest.fixture
def state(party):
    """Write a statement down: state(by, kind=…)."""

    def state_(by, text="Matka nespolupracuje.", kind=Kind.COURSE, about=None, id=None, at=None, who="ZŠ Polní"):
        at = at or timezone.now()
        stated = Stated(text=text, kind=kind, source="professional", at=at, voice=Voice(who=who))
        service = make.the_service_of(by)
        return statements.write(by=by, id=id or new_id(), service=service, about=about or party, stated=stated, at=at)

    return state_


@pytest.fixture
def reply():
    """Say something to a statement: reply(by, statement, what="answer")."""

    def reply_(by, statement, text="Čeho konkrétně se to týká?", what="question", id=None, at=None, **more):
        at = at or timezone.now()
        answered = Answered(what=what, text=text, at=at, **more)
        service = make.the_service_of(by)
        return replies.reply(by=by, id=id or new_id(), service=service, statement=statement, answered=answered, at=at)

    return reply_


@pytest.fixture
def clarify():
    """Put a clearer statement in the place of one."""

    def clarify_(by, statement, text="Potřebuje mluvit i s třídními učitelkami.", id=None, at=None):
        at = at or timezone.now()
        said = Said(text=text, source="professional", at=at, voice=Voice(who="ZŠ Polní"))
        return statements.clarify(by=by, id=id or new_id(), statement=statement, said=said, at=at)

    return clarify_


@pytest.fixture
def today():
    return timezone.localdate()


@pytest.fixture
def agree(ema, case, today):
    """Agree: agree(paces=…)."""

    def agree_(by=ema, id=None, case=case, **fields):
        usual = {"topics": ("progress",), "forms": ("phone",), "paces": ((today - timedelta(days=8), "week"),)}
        usual |= {"misunderstanding": "Zavoláme si.", "ending": "S případem.", "evaluation": "Na setkání."}
        usual |= {"evaluate_on": today + timedelta(days=90)}
        agreed = Agreed(**usual | fields)
        return agreements.make(by=by, id=id or new_id(), case=case, agreed=agreed, today=today)

    return agree_


@pytest.fixture
def school(ema, case):
    said = Outside(role="school", institution="ZŠ Polní")
    return people.add(by=ema, id=new_id(), case=case, outside=said, at=timezone.now())


def host(case):
    return Participant.objects.get(case=case, grantee_id=case.service_id)


def tell(by, agreement, teller, on, to=None, id=None):
    deed = {"service": make.the_service_of(by), "agreement": agreement, "teller": teller, "to": to, "form": "phone"}
    return agreements.tell(by=by, id=id or new_id(), **deed, on=on, today=timezone.localdate())
