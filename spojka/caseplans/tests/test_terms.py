"""A passed term: 'plan B is due', on the page, on Today and by mail, until somebody answers."""

from datetime import UTC, date, datetime, timedelta

import pytest
from django.core import mail
from django.core.exceptions import PermissionDenied
from django.core.management import call_command
from django.utils import timezone

from spojka.access.owned import Changed
from spojka.base.errors import Refusal
from spojka.base.ids import new_id
from spojka.caseplans import reading, terms
from spojka.caseplans.actions import plans, standing
from spojka.caseplans.actions.standing import Settled
from spojka.caseplans.models import Part, TermAnswer, TermNotice, Tick
from tests import make

PASSED = date(2026, 2, 1)
LATER = datetime(2026, 2, 3, 9, tzinfo=UTC)
DAY = timedelta(days=1)


@pytest.fixture
def agreed(ema, plan, step):
    return plans.agree(by=ema, plan=plan, at=make.NOON)


@pytest.fixture
def answer(ema, agreed, step):
    def answer_(by=ema, id=None, part=step, passed=PASSED, new_term=None, words="Děti jsou u babičky.", at=LATER):
        deed = {"by": by, "id": id or new_id(), "service": make.the_service_of(by)}
        return standing.answer(**deed, part=part, passed=passed, new_term=new_term, words=words, at=at)

    return answer_


@pytest.fixture
def tick(ema, agreed, step):
    def tick_(by=ema, id=None, state="done", on=PASSED, at=LATER, words=""):
        deed = {"by": by, "id": id or new_id(), "service": make.the_service_of(by), "part": step}
        return standing.tick(**deed, state=state, on=on, words=words, at=at)

    return tick_


def due(by, on=LATER):
    return [one.seen.part.title for one in terms.due(by, timezone.localdate(on))]


def remind(at=LATER):
    return list(terms.remind(at))


def test_a_term_is_due_from_the_day_after(ema, agreed, step):
    assert due(ema, LATER - 2 * DAY) == []
    assert due(ema, LATER - DAY) == ["Sehnat postele"]


def test_a_draft_is_not_watched(ema, plan, step):
    assert due(ema) == []
    assert remind() == []


def test_what_is_done_is_due_no_more_and_opened_again_it_is(ema, tick):
    tick()
    assert due(ema) == []
    tick(state="open", at=LATER + DAY)
    assert due(ema) == ["Sehnat postele"]


def test_done_holds_in_a_revision_too(ema, case, tick, step):
    tick()
    second = plans.start(by=ema, id=new_id(), case=case, kind="final")
    whole = reading.whole(second, ema, PASSED)
    assert next(one for one in whole.seen if one.part.key == step.key).is_done


def test_plan_b_that_was_started_answers_it(ema, answer):
    answer()
    assert due(ema) == []


def test_a_new_term_answers_it_until_it_passes_itself(ema, answer):
    answer(new_term=LATER.date() + 5 * DAY, words="Sklad veze až v pátek.")
    assert due(ema) == []
    assert due(ema, LATER + 6 * DAY) == ["Sehnat postele"]


def test_a_revision_begins_with_the_term_that_was_agreed_since(ema, case, answer, step):
    new = LATER.date() + 5 * DAY
    answer(new_term=new, words="Sklad veze až v pátek.")
    second = plans.start(by=ema, id=new_id(), case=case, kind="final")
    assert Part.objects.get(plan=second, key=step.key).term == new


@pytest.mark.parametrize("new_term", [None, LATER.date() + 5 * DAY])
def test_what_was_answered_while_the_revision_was_written_holds_in_it(ema, case, answer, step, new_term):
    second = plans.start(by=ema, id=new_id(), case=case, kind="final")
    answer(new_term=new_term, words="Sklad veze až v pátek.")

    plans.agree(by=ema, plan=second, at=LATER)

    assert due(ema) == []
    part = Part.objects.get(plan=second, key=step.key)
    with pytest.raises(Settled):
        answer(part=part)
    assert due(ema, LATER + 6 * DAY) == ([] if new_term is None else ["Sehnat postele"])


def test_an_answer_to_a_term_that_was_answered_is_refused(answer):
    answer()
    with pytest.raises(Settled):
        answer(new_term=LATER.date() + DAY)


def test_a_new_term_lies_ahead(answer):
    with pytest.raises(Refusal):
        answer(new_term=LATER.date())


def test_sent_twice_it_is_one_and_strangers_answer_nothing(answer, tick, cyril):
    id, again = new_id(), new_id()
    assert answer(id=id) == answer(id=id)
    assert tick(id=new_id()) != tick(id=again)
    assert tick(id=again).pk == again
    with pytest.raises(Changed):
        tick(id=again, words="Až v březnu.")
    with pytest.raises(Changed):
        answer(id=id, words="Děti jsou u tety.")
    for deed in (answer, tick):
        with pytest.raises(PermissionDenied):
            deed(by=cyril)
    assert (TermAnswer.objects.count(), Tick.objects.count()) == (1, 2)


def test_a_guest_answers_as_themselves(petra, let_in, answer):
    let_in()
    assert answer(by=petra).service == make.the_service_of(petra)


def test_only_who_coordinates_is_told(petra, cyril, let_in, agreed):
    let_in()
    assert due(petra) == due(cyril) == []


def test_the_coordinator_gets_one_letter_that_names_nothing(ema, agreed, case):
    assert remind() == [True]
    (letter,) = mail.outbox
    assert letter.to == [case.coordinator.user.email]
    assert str(case) in letter.body
    assert not any(words in letter.body + letter.subject for words in ("postele", "Rada", "maminka", case.called))


def test_it_is_told_again_after_a_week_and_not_before(agreed):
    assert remind() == [True]
    assert remind(LATER + DAY) == []
    assert remind(LATER + 7 * DAY) == [True]
    assert TermNotice.objects.count() == 2


def test_once_answered_no_letter_comes(answer):
    answer()
    assert remind(LATER + 30 * DAY) == [True]  # the goal, whose own term passed on 1 March
    answered = TermNotice.objects.get()
    assert answered.passed == date(2026, 3, 1)


def test_who_left_gets_no_letter(agreed, case):
    case.coordinator.change(valid_to=PASSED)
    assert remind() == [False]
    assert not mail.outbox


def test_a_closed_case_is_not_watched(ema, agreed, case):
    case.change(state="closed")
    assert remind() == []
    assert due(ema) == []


def test_the_command_tells_how_many(agreed, capsys, monkeypatch):
    monkeypatch.setattr(timezone, "now", lambda: LATER)
    call_command("remind")
    assert "caseplans: dopisů 1, odešlo 1" in capsys.readouterr().out


def test_task_and_letter_come_and_come_again_unanswered(ema, agreed, case, browse, monkeypatch):
    for days, letters, is_due in ((-2, 0, False), (0, 1, True), (3, 1, True), (7, 2, True)):
        monkeypatch.setattr(timezone, "now", lambda at=LATER + days * DAY: at)
        call_command("remind")
        assert len(mail.outbox) == letters
        today = browse(ema).get("/podchod/").content.decode()
        assert (f"/podchod/cases/{case.pk}/plan/" in today) is is_due
        shown = browse(ema).get(f"/podchod/cases/{case.pk}/").content.decode()
        assert ("planb" in shown) is is_due
