"""The pages of a plan."""

import pytest
from django.utils import timezone

from spojka.base.ids import new_id
from spojka.caseplans.actions import standing
from spojka.caseplans.models import Part, Plan
from spojka.cases.actions import people
from spojka.cases.content import Who
from tests import make


@pytest.fixture
def at(case):
    return f"/podchod/cases/{case.pk}/plan/"


def test_a_plan_is_begun_and_written(ema, case, browse, at):
    shown = browse(ema).get(at).content.decode()
    assert f"{at}start/" in shown
    assert browse(ema).post(f"{at}start/", {"id": new_id(), "kind": "final"}).status_code == 302
    plan = Plan.objects.get()
    service = make.the_service_of(ema).pk
    said = {"id": new_id(), "service": service, "text": "Vlastní pokoj", "criterion": "Aspoň 1+kk."}
    answer = browse(ema).post(f"/podchod/case-plans/{plan.pk}/goals/new/", said)
    assert answer["Location"] == f"{at}?version=1"
    goal = Part.objects.get(kind="goal")
    said = {"id": new_id(), "service": service, "text": "Sehnat postele", "who": "", "owner": "babička"}
    assert browse(ema).post(f"/podchod/plan-parts/{goal.pk}/steps/new/", said).status_code == 302
    shown = browse(ema).get(at).content.decode()
    for words in ("Vlastní pokoj", "Aspoň 1+kk.", "Sehnat postele", "babička"):
        assert words in shown


def test_strangers_find_no_page(cyril, petra, plan, goal, browse, case):
    for who, house in ((cyril, "jinde"), (petra, "jinde")):
        for path in (f"cases/{case.pk}/plan/", f"plan-parts/{goal.pk}/", f"case-plans/{plan.pk}/goals/new/"):
            assert browse(who).get(f"/{house}/{path}").status_code == 404
        assert browse(who).post(f"/{house}/cases/{case.pk}/plan/start/", {"id": new_id()}).status_code == 404
        assert browse(who).post(f"/{house}/case-plans/{plan.pk}/agree/", {}).status_code == 404


def test_hints_stand_at_their_fields_and_only_where_something_is_missing(ema, goal, write, browse):
    good = write(goal, criterion="Aspoň 1+kk.", plan_b="Babička.", term=timezone.localdate())
    shown = browse(ema).get(f"/podchod/plan-parts/{good.pk}/").content.decode()
    assert 'class="advice"' not in shown
    poor = write("goal", text="Přestat pít")
    shown = browse(ema).get(f"/podchod/plan-parts/{poor.pk}/").content.decode()
    assert shown.count('class="advice"') == 4
    assert "Napište i to, co místo toho začne." in shown


def test_a_term_that_passed_is_told_at_its_field_and_in_the_draft_until_it_is_done(ema, goal, step, browse, at):
    words, today = "Tento den už minul. Do kdy teď?", timezone.localdate()
    assert words in browse(ema).get(f"/podchod/plan-parts/{step.pk}/").content.decode()
    assert browse(ema).get(at).content.decode().count(words) == 2
    for part in (goal, step):
        deed = {"by": ema, "service": make.the_service_of(ema), "part": part, "state": "done", "words": ""}
        standing.tick(**deed, id=new_id(), on=today, at=timezone.now())

    assert words not in browse(ema).get(f"/podchod/plan-parts/{step.pk}/").content.decode()
    assert words not in browse(ema).get(at).content.decode()


def test_what_the_plan_as_a_whole_lacks_is_said_on_its_page(ema, plan, browse, at):
    shown = browse(ema).get(at).content.decode()

    assert all(words in shown for words in ("Čeho má být nakonec dosaženo?", "Plán B domluvený předem"))


def test_an_assent_a_tick_and_an_answer_are_written_on_the_page(ema, case, party, plan, step, browse, at):
    service = make.the_service_of(ema).pk
    today = timezone.localdate().isoformat()
    said = {
        "id": new_id(),
        "service": service,
        "whose": f"party:{party.pk}",
        "word": "yes",
        "way": "signed",
        "on": today,
    }
    assert browse(ema).post(f"/podchod/case-plans/{plan.pk}/assent/", said | {"word": ""}).status_code == 422
    assert browse(ema).post(f"/podchod/case-plans/{plan.pk}/assent/", said).status_code == 302
    assert browse(ema).get(f"/podchod/case-plans/{plan.pk}/agree/").status_code == 200
    assert browse(ema).post(f"/podchod/case-plans/{plan.pk}/agree/", {}).status_code == 302
    said = {"id": new_id(), "service": service, "passed": step.term.isoformat(), "words": "Babička, od pondělí."}
    assert browse(ema).post(f"/podchod/plan-parts/{step.pk}/act/", said | {"words": ""}).status_code == 422
    assert browse(ema).post(f"/podchod/plan-parts/{step.pk}/act/", said).status_code == 302
    again = said | {"id": new_id(), "new_term": "2099-01-01"}
    assert browse(ema).post(f"/podchod/plan-parts/{step.pk}/move/", again).status_code == 422
    assert "Babička, od pondělí." in browse(ema).get(at).content.decode()
    for part, words in ((step, "Od souseda."), (Part.objects.get(kind="goal"), "Má klíče.")):
        ticked = {"id": new_id(), "service": service, "state": "done", "on": today, "words": words}
        assert browse(ema).post(f"/podchod/plan-parts/{part.pk}/tick/", ticked).status_code == 302
    assert "Babička, od pondělí." in browse(ema).get(f"/podchod/cases/{case.pk}/").content.decode()
    shown = browse(ema).get(at).content.decode()
    assert all(words in shown for words in ("ring-done", "Od souseda.", "Má klíče."))


def test_a_review_and_a_rating_are_written_on_the_page(ema, case, party, plan, goal, browse, lists):
    service, today = make.the_service_of(ema).pk, timezone.localdate().isoformat()
    said = {
        "id": new_id(),
        "service": service,
        "on": today,
        f"level-{goal.key}": "-1",
        f"words-{goal.key}": "Zatím ne.",
    }
    assert browse(ema).post(f"/podchod/case-plans/{plan.pk}/review/", {"id": new_id(), "on": today}).status_code == 422
    unsaid = {f"level-{goal.key}": "", "kind": "meeting", "purpose": "Byt"}
    alone = browse(ema).post(f"/podchod/case-plans/{plan.pk}/review/", said | unsaid)
    assert (alone.status_code, "Zatím ne." in alone.content.decode()) == (422, True)
    assert browse(ema).post(f"/podchod/case-plans/{plan.pk}/review/", said).status_code == 302
    rated = {"id": new_id(), "service": service, "about": party.pk, "by_whom": "client", "occasion": "entry"}
    rated |= {"on": today, "area-work": "3", "words": "Hledá od ledna."}
    assert browse(ema).post(f"/podchod/cases/{case.pk}/ratings/new/", rated).status_code == 302
    shown = browse(ema).get(f"/podchod/cases/{case.pk}/reviews/").content.decode()
    for words in ("Zatím ne.", "méně, než jsme čekali", "outcome-last", "Hledá od ledna."):
        assert words in shown


def test_a_guest_reads_no_name_of_whom_they_may_not_know_and_keeps_them_as_owner(
    ema, petra, let_in, case, plan, goal, write, browse
):
    let_in()
    other = Who(role="supporter", name="babička Božena")
    granny = people.add_party(by=ema, id=new_id(), case=case, who=other, at=timezone.now())
    step = write("step", of=goal.key, text="Vodit do školy", party=granny)
    theirs, ours = f"/jinde/cases/{case.pk}/plan/", f"/podchod/cases/{case.pk}/plan/"
    assert "Božena" in browse(ema).get(ours).content.decode()
    shown = browse(petra).get(theirs).content.decode()
    assert "Božena" not in shown
    assert "někdo z případu" in shown
    page = browse(petra).get(f"/jinde/plan-parts/{step.pk}/").content.decode()
    assert f"party:{granny.pk}" in page
    assert "Božena" not in page
    said = {"id": new_id(), "began": step.pk, "service": make.the_service_of(petra).pk, "who": f"party:{granny.pk}"}
    assert browse(petra).post(f"/jinde/plan-parts/{step.pk}/", said | {"text": "Vodit ráno"}).status_code == 302
    assert Part.objects.get(key=step.key, wording=2).party == granny
