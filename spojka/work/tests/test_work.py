"""Indirect work: one's own minutes, put right with a trace, overseen by the head."""

from datetime import timedelta

import pytest
from django.core.exceptions import PermissionDenied

from spojka.access.owned import Changed
from spojka.base.errors import Refusal
from spojka.base.ids import new_id
from spojka.work import actions
from spojka.work.models import IndirectWork
from tests import make

DAY = make.SATURDAY


def record(by, service, **fields):
    usual = {"id": new_id(), "day": DAY, "code": "travel", "minutes": 40, "project": None, "note": "", "today": DAY}
    return actions.record(by=by, service=service, **usual | fields)


def correct(by, line, **fields):
    usual = {"id": new_id(), "day": DAY, "code": "travel", "minutes": 50, "project": None, "note": "", "today": DAY}
    return actions.correct(by=by, line=line, at=make.NOON, **usual | fields)


def test_a_repeated_sending_is_one_line(anna, teren):
    id = new_id()
    assert record(anna, teren, id=id) == record(anna, teren, id=id)
    with pytest.raises(Changed):
        record(anna, teren, id=id, minutes=90)

    assert str(IndirectWork.objects.get().membership_id) == anna.id


def test_strangers_write_nothing(bara, cyril, teren):
    for by in (bara, cyril):
        with pytest.raises(PermissionDenied):
            record(by, teren)


def test_the_day_has_come_and_the_project_is_valid(anna, teren, kontakt):
    with pytest.raises(actions.NotYet):
        record(anna, teren, day=DAY + timedelta(days=1))
    with pytest.raises(actions.NotPaying):
        record(anna, teren, project=make.project(teren, valid_to=DAY - timedelta(days=1)))
    with pytest.raises(PermissionDenied):
        record(anna, teren, project=make.project(kontakt))


def test_a_corrected_line_stays_and_counts_no_more(anna, teren):
    old = record(anna, teren)
    new = correct(anna, old)
    old.refresh_from_db()

    assert (new.instead_of, new.minutes, old.voided_at) == (old, 50, make.NOON)
    assert list(IndirectWork.objects.all().standing()) == [new]
    with pytest.raises(Refusal):
        correct(anna, old)


def test_correcting_says_that_it_was_put_right(anna, teren, lists, browse):
    line = record(anna, teren)
    said = {"id": new_id(), "day": DAY, "code": "travel", "minutes": 50}

    answer = browse(anna).post(f"/podchod/indirect/{line.pk}/correct/", said, follow=True)

    assert "Řádek je opravený" in answer.content.decode()


def test_colleagues_leave_it_alone_but_the_head_may(anna, hana, teren):
    line, colleague = record(anna, teren), make.member(teren)

    with pytest.raises(PermissionDenied):
        correct(colleague, line)
    new = correct(hana, line)
    assert str(new.membership_id) == anna.id
    assert actions.void(by=hana, line=new, at=make.NOON).voided_at


def test_one_sees_ones_own_and_the_head_all(anna, hana, teren, lists, browse):
    record(anna, teren, note="Cesta do Brna")
    record(make.member(teren), teren, note="Cesta do Ostravy")
    pages = [browse(by).get("/podchod/indirect/?month=2026-07").content.decode() for by in (anna, hana)]

    assert ["Cesta do Ostravy" in page for page in pages] == [False, True]
    assert "Cesta do Brna" in pages[0]


def test_several_lines_of_a_day_at_once(anna, teren, lists, browse):
    ids = {f"id_{n}": new_id() for n in range(4)}
    said = {"day": "2026-07-04", "code_0": "travel", "minutes_0": 30, "code_2": "supervision", "minutes_2": 120}
    done = browse(anna).post("/podchod/indirect/new/", ids | said)

    assert done.status_code == 302
    assert sorted(IndirectWork.objects.values_list("code", "minutes")) == [("supervision", 120), ("travel", 30)]


@pytest.mark.parametrize(
    "wrong", [{}, {"code_0": "travel"}, {"minutes_1": 5}, {"code_0": "travel", "minutes_0": 2000}]
)
def test_what_is_missing_is_said(anna, teren, lists, browse, wrong):
    ids = {f"id_{n}": new_id() for n in range(4)}

    assert browse(anna).post("/podchod/indirect/new/", ids | {"day": "2026-07-04"} | wrong).status_code == 422
    assert not IndirectWork.objects.exists()


def test_a_worker_comes_to_it_from_today(anna, lists, browse):
    page = browse(anna).get("/podchod/").content.decode()
    form = browse(anna).get("/podchod/indirect/new/").content.decode()

    assert 'href="/podchod/indirect/new/"' in page
    assert form.count("<details") == 2 + page.count("<details")
    assert 'class="more more-flat" open' not in form
    wrong = browse(anna).post("/podchod/indirect/new/", {"day": "2026-07-04", "minutes_1": 5}).content.decode()
    assert wrong.count('class="more more-flat" open') == 1
