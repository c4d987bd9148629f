"""A client of the counselling centre fills in the entry form with Filip in two meetings, and the assessment after.

What the office of child protection knows of Adam's situation stands in the evaluation of the child.
"""

from datetime import timedelta
from typing import Any

from spojka.assessments.actions import parts, ties
from spojka.assessments.content import Filled, Somebody
from spojka.assessments.models import AssessmentForm, AssessmentPart, newest
from spojka.assessments.questions import find, for_child
from spojka.base.ids import new_id
from spojka.clients.models import Client

from .mass import Mass
from .network import read


def build(mass: Mass) -> None:
    """Write down what data/assessment.toml tells, as it was told."""
    theirs = Client.objects.filter(service=mass.network.services["poradna"], merged_into=None, sex="man")
    client = theirs.order_by("recorded_at", "pk").first()
    if client is None:
        return
    told = read("assessment")
    for said in told["parts"]:
        _write(mass, client, "filip", said)
    for said in told["ties"]:
        with mass.then(mass.now - timedelta(days=said.pop("ago"))):
            ties.add(by=mass.network.actors["filip"], id=new_id(), client=client, who=Somebody(**said))


def build_child(mass: Mass) -> None:
    """Write down what Marie evaluated of Adam, after his case was opened."""
    office = mass.network.services["ospod"]
    client = Client.objects.filter(service=office, code="ADA 16 M").first()
    for said in read("assessment")["child"] if client else ():
        _write(mass, client, "marie", {"form": AssessmentForm.CHILD} | said)


def _write(mass: Mass, client: Client, who: str, said: dict[str, Any]) -> None:
    with mass.then(mass.now - timedelta(days=said["ago"])) as at:
        lists = for_child(mass.network.lists(client.service, at.date()))
        section = find(said["form"], said["section"], lists)
        assert section is not None
        theirs = AssessmentPart.objects.filter(client=client, form=section.form, section=section.code)
        after = tuple(one.pk for one in newest(theirs.order_by("recorded_at", "pk")))
        filled = Filled(section=section, answers=said["answers"], after=after)
        parts.write(by=mass.network.actors[who], id=new_id(), client=client, filled=filled)
