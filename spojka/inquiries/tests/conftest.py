import pytest
from django.utils import timezone

from spojka.access.permissions import Kind
from spojka.base.ids import new_id
from spojka.consents.content import Whom
from spojka.consents.tests.conftest import give, jinde, override, rada
from spojka.inquiries import actions
from spojka.inquiries.content import Question, Reply
from tests import make

__all__ = ["give", "jinde", "override", "rada"]


@pytest.fixture
def ground(anna, cyril, jinde, rada, give):
    """Rada agrees that Cyril's house is told of the course of the service."""
    return give(anna, rada, Whom(institution="Jinde", house=jinde), kinds=Kind.COURSE).recipients.get()


@pytest.fixture
def ask(anna, rada, ground):
    """Ask by a ground: ask(due_on=…)."""

    def ask_(by=anna, client=rada, ground=ground, at=None, **fields):
        at = at or timezone.now()
        usual = {"wants": "information", "what": "Nastoupil na detox?", "why": "Ať ho nečekáme marně."}
        said = Question(**usual | {"kinds": Kind.COURSE, "due_on": timezone.localdate(at)} | fields)
        return actions.ask(by=by, id=new_id(), client=client, ground=ground, question=said, at=at)

    return ask_


@pytest.fixture
def answer(cyril):
    """Answer: answer(inquiry, kind="done")."""

    def answer_(inquiry, by=cyril, service=None, at=None, **fields):
        usual = {"kind": "information", "words": "Nastoupil v pondělí.", "ground": "consent", "ground_words": "ústně"}
        where = service or make.the_service_of(by)
        reply = Reply(**usual | fields)
        return actions.answer(by=by, id=new_id(), inquiry=inquiry, service=where, reply=reply, at=at or timezone.now())

    return answer_


def text(kinds: Kind) -> list[str]:
    return [str(int(kind)) for kind in kinds]
