"""What was noticed is brought to a group: it stands on the agenda of its next meeting."""

from datetime import timedelta
from urllib.parse import urlencode

import pytest
from django.utils import timezone

from spojka.base.ids import new_id
from spojka.groups.actions import groups as actions
from spojka.groups.content import Sitting
from spojka.signals.actions import record
from tests import groups, make

PAGE = "/zastavka/group-signals/"


@pytest.fixture
def head(street):
    return make.member(street, name="David Dopolední", role="service_head")


@pytest.fixture
def pill(head, street):
    now = timezone.now()
    said = {"kind": "substance", "what": "Růžová kotva", "look": "", "where": "Nádražní 12", "municipality": "Lipovec"}
    said |= {"municipality_code": "", "substance": "", "sure": "middle", "source": "own", "many": 2, "shift": None}
    said |= {"is_for_house": True, "seen_on": timezone.localdate(now), "at": now, "today": timezone.localdate(now)}
    return record(by=head, id=new_id(), service=street, phone_at=None, **said)


def let_in(josef, cell, street):
    sitting = Sitting("member", "ngo", house=street.organisation)
    actions.seat(by=josef, id=new_id(), group=cell, sitting=sitting, at=timezone.now() - timedelta(minutes=1))


def test_a_signal_stands_on_the_agenda_of_the_next_meeting_without_its_exact_place(
    josef, cell, street, head, pill, browse
):
    let_in(josef, cell, street)
    coming, later = groups.met(josef, cell, 3), groups.met(josef, cell, 30)
    assert PAGE in browse(head).get("/zastavka/signals/").content.decode()
    page = browse(head).get(f"{PAGE}?{urlencode({'signals': pill.pk})}").content.decode()
    assert str(coming.pk) in page
    assert str(later.pk) not in page

    said = {"id": new_id(), "meeting": coming.pk, "signals": [pill.pk]}
    assert browse(head).post(PAGE, said).status_code == 302
    assert browse(head).post(PAGE, said).status_code == 302  # sent twice

    (point,) = coming.agenda.all()
    assert point.said.startswith("Včasné varování: Růžová kotva, Lipovec, ")
    assert "Nádražní" not in point.said


def test_nothing_is_chosen_nothing_is_brought(josef, cell, street, head, pill, browse):
    let_in(josef, cell, street)
    coming = groups.met(josef, cell, 3)

    answer = browse(head).post(PAGE, {"id": new_id()})

    assert answer.status_code == 422
    assert "Vyberte skupinu." in answer.content.decode()
    assert not coming.agenda.exists()


def test_no_signal_of_others_and_to_no_group_of_others(josef, cell, street, head, pill, radek, stranger, browse):
    coming = groups.met(josef, cell, 3)
    assert browse(head).post(PAGE, {"id": new_id(), "meeting": coming.pk, "signals": [pill.pk]}).status_code == 422
    let_in(josef, cell, street)
    assert browse(radek).get(PAGE).status_code == 404  # who leads the service tells others of it
    said = {"id": new_id(), "meeting": coming.pk, "signals": [pill.pk]}
    assert browse(stranger).post("/jinde/group-signals/", said).status_code == 422
    assert not coming.agenda.exists()
