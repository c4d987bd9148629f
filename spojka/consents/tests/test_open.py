"""Told without consent: what a duty or a danger opens, who approves it, that the client is told."""

from datetime import timedelta

import pytest
from django.core.exceptions import PermissionDenied
from django.utils import timezone

from spojka.access.permissions import Kind
from spojka.base.errors import Refusal
from spojka.base.ids import new_id
from spojka.consents.actions import openings
from spojka.consents.actions.openings import Alone, Telling
from spojka.consents.content import Whom
from spojka.consents.models import Opening
from spojka.consents.reading import to_look_at
from tests import make

from .test_give import sees


@pytest.fixture
def boss(teren):
    """Another head of Anna's service."""
    return make.member(teren, name="Hedvika Druhá", role="service_head")


@pytest.fixture
def write(anna, jinde, rada):
    def write_(by=anna, **fields):
        today = timezone.localdate()
        usual = {"basis": "duty", "ground": "§ 10 odst. 4", "reason": "Dítě je v ohrožení.", "kinds": Kind.SITUATION}
        usual |= {"whom": Whom(institution="Jinde", house=jinde, person="Cyril Cizí"), "ends_on": today}
        usual |= {"told": "before", "told_on": today, "told_how": "Anna, osobně."}
        telling = Telling(**usual | fields)
        return openings.record(by=by, id=new_id(), client=rada, telling=telling, at=timezone.now())

    return write_


SILENT = {"told": "not_told", "told_on": None, "told_how": "", "untold_why": "Otec vyhrožoval matce."}


def test_told_beforehand_a_duty_opens_at_once(cyril, rada, write):
    row = write()
    assert sees(cyril, rada)
    assert "Cyril" not in row.person
    assert row.called == "Cyril Cizí"


def test_not_told_nothing_opens_before_another_head_approves(anna, hana, boss, cyril, rada, write):
    row = write(by=hana, **SILENT)
    assert not sees(cyril, rada)
    assert to_look_at(hana) == []
    assert to_look_at(boss) == [row]
    with pytest.raises(Alone):
        openings.approve(by=hana, opening=row, words="", at=timezone.now())
    with pytest.raises(PermissionDenied):
        openings.approve(by=anna, opening=row, words="", at=timezone.now())

    openings.approve(by=boss, opening=row, words="Ano.", at=timezone.now())
    assert sees(cyril, rada)
    assert to_look_at(boss) == []


def test_danger_opens_at_once_and_is_looked_at_afterwards(hana, cyril, rada, write):
    row = write(basis="danger", told="after", told_on=None, told_how="")
    assert sees(cyril, rada)
    assert to_look_at(hana) == [row]
    openings.end(by=hana, opening=row, why="Nebylo to nutné.", at=timezone.now())
    assert not sees(cyril, rada)
    assert to_look_at(hana) == []


def test_the_client_is_told_afterwards(anna, write):
    row = write(basis="danger", told="after", told_on=None, told_how="")
    today = timezone.localdate()
    told = openings.tell(by=anna, opening=row, on=today, how="Bára u pultu.", today=today)
    assert told.told_on == today


@pytest.mark.parametrize(
    ("wrong", "field"),
    [
        ({"kinds": Kind(0)}, "kinds"),
        ({"told_how": ""}, "told_how"),
        ({"told": "not_told"}, "untold_why"),
        ({"told": "after"}, "told"),
        ({"told_on": timezone.localdate() + timedelta(days=1)}, "told_on"),
        ({"ends_on": timezone.localdate() - timedelta(days=1)}, "ends_on"),
        ({"ends_on": timezone.localdate() + timedelta(days=400)}, "ends_on"),
        ({"basis": "danger", "ends_on": timezone.localdate() + timedelta(days=8)}, "ends_on"),
    ],
)
def test_what_says_too_little_is_refused(write, wrong, field):
    with pytest.raises(Refusal) as refusal:
        write(**wrong)
    assert refusal.value.field == field


def test_by_the_pages(anna, hana, jinde, rada, cyril, browse):
    today = timezone.localdate().isoformat()
    said = {"id": str(new_id()), "basis": "duty", "ground": "§ 10", "reason": "Proto.", "kinds": [8], "ends_on": today}
    said |= {"to-0-to": str(jinde.pk), "told": "not_told", "untold_why": "Ohrozilo by to dítě."}
    path = f"/podchod/clients/{rada.pk}/openings/new/"
    for wrong in ({"ground": ""}, {"to-0-to": ""}, {"told": ""}, {"untold_why": ""}, {"kinds": []}):
        assert browse(anna).post(path, said | wrong).status_code == 422, wrong
    page = f"/podchod/openings/{said['id']}/"
    assert browse(anna).get(path).status_code == 200
    assert browse(anna).post(path, said).url == page
    assert "RAD 80 Z" in browse(hana).get("/podchod/").content.decode()
    assert browse(hana).post(f"{page}approve/", {"words": "Souhlasím."}).status_code == 302
    assert "Souhlasím." in browse(anna).get(page).content.decode()
    assert sees(cyril, rada)
    assert browse(hana).post(f"{page}end/", {"why": ""}).status_code == 422
    assert browse(hana).post(f"{page}end/", {"why": "Skončilo."}).status_code == 302
    assert not sees(cyril, rada)
    assert browse(anna).post(f"{page}tell/", {"on": today, "how": "Osobně."}).status_code == 302
    assert "§ 10" in browse(anna).get(page).content.decode()
    assert str(jinde) in browse(anna).get(f"/podchod/clients/{rada.pk}/consents/").content.decode()


def test_strangers_and_those_who_are_told_find_no_page(bara, cyril, rada, write, browse):
    row = write()
    for rest in ("", "approve/", "end/", "tell/"):
        assert browse(bara).post(f"/podchod/openings/{row.pk}/{rest}", {}).status_code in (404, 405)
        assert browse(cyril).get(f"/jinde/openings/{row.pk}/{rest}").status_code in (404, 405)
    assert browse(cyril).get(f"/jinde/openings/{row.pk}/").status_code == 404
    assert Opening.objects.get().ended_at is None
