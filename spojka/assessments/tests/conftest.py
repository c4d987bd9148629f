import pytest

from spojka.access.permissions import Kind
from spojka.assessments.actions import parts as actions
from spojka.assessments.content import Filled
from spojka.assessments.models import AssessmentPart, newest
from spojka.assessments.questions import find
from spojka.base.ids import new_id
from spojka.codelists.catalogue import catalogue
from spojka.consents.content import Whom
from spojka.consents.tests.conftest import give, jinde, override, rada
from tests import make

__all__ = ["give", "jinde", "override", "rada"]


@pytest.fixture
def klara(teren):
    """Klára, key worker of Anna's service."""
    return make.member(teren, name="Klára Klíčová", role="key_worker")


@pytest.fixture
def write(klara, rada):
    """Write a section: write("family", home="Lipovec"), after what stands there unless told otherwise."""

    def write_(section, *, by=klara, client=rada, form="entry", after=None, id=None, **answers):
        if after is None:
            after = [one.pk for one in standing(client, section, form)]
        found = find(form, section, catalogue(client.service, make.SATURDAY))
        filled = Filled(section=found, answers=answers, after=tuple(after))
        return actions.write(by=by, id=id or new_id(), client=client, filled=filled)

    return write_


@pytest.fixture
def shared(klara, cyril, jinde, rada, give):
    """Rada agrees that Cyril's house is told of the present situation."""
    return give(klara, rada, Whom(institution="Jinde", house=jinde), kinds=Kind.SITUATION)


def standing(client, section, form="entry"):
    rows = AssessmentPart.objects.filter(client=client, form=form, section=section)
    return newest(rows.order_by("recorded_at", "pk"))


def texts(client, section, form="entry"):
    return [one.said for one in standing(client, section, form)]
