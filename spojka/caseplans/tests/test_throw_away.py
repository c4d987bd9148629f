"""A draft that was never agreed is thrown away: it stays to be read, and can be taken back."""

import pytest
from django.core.exceptions import PermissionDenied
from django.utils import timezone

from spojka.base.errors import Refusal
from spojka.base.ids import new_id
from spojka.caseplans import reading
from spojka.caseplans.actions import plans, standing
from spojka.caseplans.actions.plans import Agreed
from spojka.caseplans.content import Word
from tests import make


def thrown(by, plan):
    return plans.void(by=by, plan=plan, at=timezone.now())


def test_it_stays_with_who_and_when_and_another_one_takes_the_next_number(ema, case, plan, goal):
    away = thrown(ema, plan)

    assert (away.is_voided, away.voided_by) == (True, ema.id)
    assert reading.plans_of(case, ema) == []
    assert reading.thrown_away(case, ema) == [plan]
    again = plans.start(by=ema, id=new_id(), case=case, kind="final")
    assert (again.number, again.kind) == (2, "final")


def test_a_revision_begins_from_what_was_agreed(ema, case, plan, goal, write, parts):
    plans.agree(by=ema, plan=plan, at=make.NOON)
    second = plans.start(by=ema, id=new_id(), case=case, kind="")
    write("goal", plan=second, text="Ukvapený cíl")
    thrown(ema, second)

    third = plans.start(by=ema, id=new_id(), case=case, kind="")

    assert "Ukvapený cíl" not in parts(third)
    assert "Vlastní pokoj" in parts(third)
    with pytest.raises(Refusal):
        plans.restore(by=ema, plan=second)


def test_it_is_taken_back(ema, case, plan, goal, write):
    thrown(ema, plan)
    back = plans.restore(by=ema, plan=plan)

    assert (back.is_draft, back.voided_at, back.voided_by) == (True, None, "")
    write(goal, text="Psalo se dál")


def test_nothing_is_written_or_agreed_of_it(ema, plan, goal, write, party):
    thrown(ema, plan)
    with pytest.raises(Refusal):
        write(goal, text="x")
    with pytest.raises(Refusal):
        plans.agree(by=ema, plan=plan, at=make.NOON)
    plan.refresh_from_db()
    word = Word(way="signed", word="yes", on=timezone.localdate(), party=party)
    with pytest.raises(Refusal):
        standing.assent(by=ema, id=new_id(), service=make.the_service_of(ema), plan=plan, said=word, at=timezone.now())


def test_an_agreed_one_and_one_of_others_is_not_thrown_away(ema, cyril, petra, let_in, plan, goal):
    let_in()
    for who in (cyril, petra):
        with pytest.raises(PermissionDenied):
            thrown(who, plan)
    plans.agree(by=ema, plan=plan, at=make.NOON)
    with pytest.raises(Agreed):
        thrown(ema, plan)


def test_it_is_asked_on_a_page_and_taken_back_by_one_tap(ema, case, plan, goal, browse):
    page = f"/podchod/cases/{case.pk}/plan/"
    at = f"/podchod/case-plans/{plan.pk}/void/"
    assert at in browse(ema).get(page).content.decode()
    assert "Zahodit" in browse(ema).get(at).content.decode()
    assert browse(ema).post(at).status_code == 302

    shown = browse(ema).get(page).content.decode()
    assert "Zahozené koncepty" in shown
    assert "Ema Klíčová" in shown
    assert "Vlastní pokoj" in browse(ema).get(f"{page}?version=1").content.decode()
    assert browse(ema).post(f"/podchod/case-plans/{plan.pk}/restore/").status_code == 302
    assert "Zahozené koncepty" not in browse(ema).get(page).content.decode()


def test_its_beginning_sent_again_leads_to_it(ema, case, plan, browse):
    thrown(ema, plan)
    page = f"/podchod/cases/{case.pk}/plan/"

    again = browse(ema).post(f"{page}start/", {"id": plan.pk, "kind": "final"})

    assert again["Location"] == f"{page}?version={plan.number}"
