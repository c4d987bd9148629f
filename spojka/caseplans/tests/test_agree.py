"""A version is agreed: with whom, and what becomes of the one before."""

from datetime import date, timedelta

import pytest
from django.core.exceptions import PermissionDenied
from django.db import IntegrityError, transaction
from django.utils import timezone

from spojka.access.owned import Changed
from spojka.base.errors import Refusal
from spojka.base.ids import new_id
from spojka.caseplans import comparing, reading
from spojka.caseplans.actions import plans, standing
from spojka.caseplans.content import Word
from spojka.caseplans.models import Assent, Part, Plan
from spojka.cases.models import Participant
from tests import make


@pytest.fixture
def hear(ema, plan):
    def hear_(by=ema, id=None, way="signed", word="yes", on=None, plan=plan, **said):
        now = timezone.now()
        word_ = Word(way=way, word=word, on=on or timezone.localdate(now), **said)
        return standing.assent(
            by=by, id=id or new_id(), service=make.the_service_of(by), plan=plan, said=word_, at=now
        )

    return hear_


def voices(plan, by):
    return {one.name: one for one in reading.assented(plan.case, plan, by, timezone.now())}


def test_an_agreed_version_stands_in_the_line_of_time(ema, plan, goal, party, browse):
    at = f"/podchod/cases/{plan.case_id}/"
    said = f'href="{at}plan/?version=1"'
    assert said not in browse(ema).get(at).content.decode()

    plans.agree(by=ema, plan=plan, at=timezone.now())

    assert said in browse(ema).get(at).content.decode()
    assert said in browse(ema).get(f"{at}?what=plan").content.decode()
    assert said not in browse(ema).get(f"{at}?about={party.pk}").content.decode()


def test_an_empty_plan_is_not_agreed(ema, plan):
    with pytest.raises(Refusal):
        plans.agree(by=ema, plan=plan, at=timezone.now())


def test_an_agreed_plan_supersedes_the_one_before_and_keeps_it(ema, case, plan, goal, step, write, parts):
    plans.agree(by=ema, plan=plan, at=timezone.now())
    second = plans.start(by=ema, id=new_id(), case=case, kind="preliminary")
    assert (second.kind, second.number) == ("final", 2)
    copied = Part.objects.get(plan=second, key=goal.key)
    write(copied, plan=second, text="Vlastní pokoj pro děti")
    plans.agree(by=ema, plan=second, at=timezone.now())

    plan.refresh_from_db()
    assert plan.state == "superseded"
    assert "Vlastní pokoj" in parts(plan)
    assert parts(second)["Sehnat postele"].of == goal.key
    assert plans.start(by=ema, id=new_id(), case=case, kind="final").kind == "revision"


def test_a_case_has_one_draft_and_one_agreed_plan(ema, case, plan, goal):
    with pytest.raises(Refusal):
        plans.start(by=ema, id=new_id(), case=case, kind="final")
    with pytest.raises(IntegrityError), transaction.atomic():
        Plan(**case.ownership, case=case, number=9, kind="final", started_by="x").add()


def test_agreeing_twice_is_agreeing_once(ema, plan, goal):
    first = plans.agree(by=ema, plan=plan, at=make.NOON)
    assert plans.agree(by=ema, plan=plan, at=timezone.now()).agreed_at == first.agreed_at


def test_only_the_service_that_coordinates_agrees(petra, cyril, let_in, plan, goal):
    let_in()
    for who in (petra, cyril):
        with pytest.raises(PermissionDenied):
            plans.agree(by=who, plan=plan, at=timezone.now())


def test_who_has_not_agreed_stands_there(ema, plan, goal, party, hear):
    assert all(one.is_missing for one in voices(plan, ema).values())
    hear(party=party)
    assert not voices(plan, ema)["Rada"].is_missing


def test_an_assent_to_an_older_text_is_asked_for_again(ema, plan, goal, party, hear, write):
    hear(party=party)
    write(goal, text="Něco jiného")
    assert voices(plan, ema)["Rada"].is_old


def test_the_newest_word_counts_and_the_older_one_stays(ema, plan, goal, party, hear):
    hear(party=party)
    hear(party=party, word="no", words="Tohle ne.")
    assert not voices(plan, ema)["Rada"].is_yes
    assert Assent.objects.count() == 2


def test_a_guest_agrees_for_their_own_side_alone(petra, ema, let_in, plan, goal, party, hear):
    side, _consent = let_in()
    said = hear(by=petra, way="here", participant=side)
    assert said.service == make.the_service_of(petra)
    host = Participant.objects.get(case=plan.case, grantee_id=plan.service_id)
    for whose in ({"party": party}, {"participant": host}):
        with pytest.raises(Refusal):
            hear(by=petra, way="here", **whose)
    assert not voices(plan, ema)[str(side)].is_missing


@pytest.mark.parametrize(
    "said",
    [
        {"way": "signed"},
        {"way": "spoken", "who": "babička"},
        {"way": "signed", "who": "babička", "word": "but"},
        {"way": "signed", "who": "babička", "on": timezone.localdate() + timedelta(days=2)},
    ],
)
def test_a_word_without_a_speaker_a_hearer_a_reason_or_its_day_is_refused(said, hear):
    with pytest.raises(Refusal):
        hear(**said)


def test_a_word_sent_twice_is_one(hear, party, cyril):
    id = new_id()
    assert hear(id=id, party=party) == hear(id=id, party=party)
    with pytest.raises(Changed):
        hear(id=id, party=party, words="Bez babičky.")
    with pytest.raises(PermissionDenied):
        hear(by=cyril, party=party)
    assert Assent.objects.count() == 1


def test_versions_are_compared_by_goal_and_step(ema, case, plan, goal, step, write):
    plans.agree(by=ema, plan=plan, at=timezone.now())
    second = plans.start(by=ema, id=new_id(), case=case, kind="final")
    copied = {one.key: one for one in Part.objects.filter(plan=second)}
    write(copied[goal.key], plan=second, text="Vlastní pokoj pro děti", term=date(2026, 4, 1))
    write(copied[step.key], plan=second, is_out=True, text="Sehnat postele")
    write("goal", plan=second, text="Škola")

    pairs = comparing.versions(*(reading.parts_of(one, ema) for one in (plan, second)))

    assert {pair.part.title: pair.state for pair in pairs if pair.part.kind == "goal"} == {
        "Vlastní pokoj pro děti": "changed",
        "Škola": "new",
    }
    room = next(pair for pair in pairs if pair.part.key == goal.key)
    assert [one.state for one in room.steps] == ["out"]
    assert ("new", " pro děti") in next(one for one in room.changes if one.field == "text").pieces
    assert next(one for one in room.changes if one.field == "term").now == date(2026, 4, 1)
