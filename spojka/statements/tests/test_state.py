"""A statement is written down, asked about, clarified and taken back; only who may know its kind sees any of it."""

import pytest
from django.core.exceptions import PermissionDenied
from django.utils import timezone

from spojka.access.owned import Changed
from spojka.access.permissions import Kind, Permission
from spojka.base.errors import Refusal
from spojka.base.ids import new_id
from spojka.cases import timeline
from spojka.cases.actions import people
from spojka.cases.models import Participant
from spojka.cases.tests.conftest import opened
from spojka.consents.actions import consents
from spojka.statements import reading
from spojka.statements.actions import statements
from spojka.statements.content import Stated, Voice
from spojka.statements.models import Reply, Statement
from spojka.walls import actions as walls
from spojka.walls.actions import KeptOut
from tests import make

VIEW = Permission.STATEMENT_VIEW


def seen(by, model=Statement):
    return set(model.objects.allowed(by, VIEW).values_list("pk", flat=True))


def lines(case, by):
    return [line.row for line in timeline.page(case, by, timeline.Wanted())[0]]


def test_who_may_know_the_kind_reads_it_and_what_is_said_to_it(let_in, ema, petra, state, reply):
    let_in(Kind.COURSE)
    said, other = state(ema), state(ema, kind=Kind.PERSONAL)

    asked, hidden = reply(petra, said), reply(ema, other, what="answer")

    assert seen(petra) == {said.pk}
    assert seen(petra, Reply) == {asked.pk}
    assert seen(ema, Reply) == {asked.pk, hidden.pk}


def test_who_may_not_know_the_kind_sees_no_line_and_no_count(let_in, ema, petra, state, reply, case):
    let_in(Kind.COURSE)
    other = state(ema, kind=Kind.PERSONAL)
    reply(ema, other)

    page, found = reading.statements_of(case, petra, None, False, 1)

    assert (page.paginator.count, found) == (0, [])
    assert not {other.pk, *seen(ema, Reply)} & {row.pk for row in lines(case, petra)}
    assert other.pk in {row.pk for row in lines(case, ema)}
    with pytest.raises(PermissionDenied):
        reply(petra, other)


def test_nobody_states_what_they_could_not_read_the_replies_of(let_in, petra, state):
    let_in(Kind.COURSE)

    with pytest.raises(Refusal):
        state(petra, kind=Kind.PERSONAL)


def test_strangers_write_and_reply_nothing(ema, stranger, bara, state, reply, clarify):
    said = state(ema)

    for who in (stranger, bara):
        for deed in (lambda: state(who), lambda: reply(who, said), lambda: clarify(who, said)):  # noqa: B023
            with pytest.raises(PermissionDenied):
                deed()
        with pytest.raises(PermissionDenied):
            statements.void(by=who, statement=said, why="x", at=timezone.now())


def test_repeated_sendings_make_one_row(ema, state, reply, clarify):
    first, second, third = new_id(), new_id(), new_id()

    said = [state(ema, id=first) for _time in "ab"]
    asked = [reply(ema, said[0], id=second) for _time in "ab"]
    newer = [clarify(ema, said[0], id=third) for _time in "ab"]

    assert said[0] == said[1]
    assert asked[0] == asked[1]
    assert newer[0] == newer[1]
    assert (Statement.objects.count(), Reply.objects.count()) == (2, 1)


def test_one_sent_again_with_other_words_is_refused(ema, state, reply):
    id, other = new_id(), new_id()
    reply(ema, state(ema, id=id), id=other)

    with pytest.raises(Changed):
        state(ema, "Jiná slova.", id=id)
    with pytest.raises(Changed):
        reply(ema, Statement.objects.get(), "Jiná slova?", id=other)


def test_a_clarified_one_holds_and_the_former_stays(let_in, ema, petra, state, clarify, case):
    let_in(Kind.COURSE)
    old = state(ema)

    new = clarify(ema, old)

    assert (new.supersedes, new.about, new.kind, new.service) == (old, old.about, old.kind, old.service)
    assert set(Statement.objects.all().standing()) == {new}
    assert seen(petra) == {old.pk, new.pk}
    assert [one for one in lines(case, petra) if isinstance(one, Statement)] == [new]


def test_only_its_own_service_clarifies_or_takes_back(let_in, ema, petra, state, clarify):
    let_in(Kind.COURSE)
    said = state(ema)

    with pytest.raises(PermissionDenied):
        clarify(petra, said)
    with pytest.raises(PermissionDenied):
        statements.void(by=petra, statement=said, why="x", at=timezone.now())


def test_one_is_clarified_once(ema, state, clarify, reply):
    said = state(ema)
    clarify(ema, said)

    with pytest.raises(statements.Settled):
        clarify(ema, said, "Ještě jinak.")
    with pytest.raises(statements.Settled):
        statements.void(by=ema, statement=said, why="x", at=timezone.now())
    with pytest.raises(Refusal):
        reply(ema, Statement.objects.get(pk=said.pk))


def test_a_statement_that_was_taken_back_stays_crossed_out(ema, state, clarify, reply):
    said = state(ema)

    for _time in "ab":
        gone = statements.void(by=ema, statement=said, why="spletli jsme rodinu", at=timezone.now())

    assert gone.why_not == "spletli jsme rodinu"
    assert seen(ema) == {said.pk}
    assert not Statement.objects.all().standing()
    with pytest.raises(statements.Settled):
        clarify(ema, said)
    with pytest.raises(Refusal):
        reply(ema, gone)


def test_it_ends_with_the_consent_at_once(let_in, ema, petra, state, reply):
    _participant, consent = let_in(Kind.COURSE)
    said = state(ema)
    asked = reply(petra, said)

    consents.withdraw(by=ema, consent=consent, how="řekla to", at=timezone.now())

    assert seen(petra) == set()
    assert seen(petra, Reply) == {asked.pk}  # what they wrote themselves
    with pytest.raises(PermissionDenied):
        reply(petra, said)


def test_who_takes_part_no_more_adds_nothing_to_their_own_statement(let_in, ema, petra, state, reply, clarify, browse):
    participant, _consent = let_in(Kind.COURSE)
    said = state(petra)

    people.end(by=ema, participant=participant, why="skončili", at=timezone.now())

    for deed in (reply, clarify):
        with pytest.raises(PermissionDenied):
            deed(petra, said)
    assert browse(petra).get(f"/jinde/statements/{said.pk}/").status_code == 404


def test_a_wall_around_the_client_closes_what_is_said_of_them(rada, hana, ema, teren, state, reply):
    tom = make.member(teren, role="key_worker", name="Tom Otcův")
    said = state(ema)
    reply(ema, said)
    membership = tom.user.memberships.get()

    kept = KeptOut(whom=membership, why="bratr otce")
    walls.put_up(by=hana, id=new_id(), client=rada, said=kept, at=timezone.now())

    tom = type(tom).member(membership)
    assert (seen(tom), seen(tom, Reply)) == (set(), set())
    assert seen(ema) == {said.pk}


def test_a_question_waits_until_it_is_answered_or_all_is_clear(let_in, ema, petra, state, reply, clarify, party):
    let_in(Kind.COURSE)
    first, second = state(ema), state(ema, "Chodí pozdě.")
    asked, other = reply(petra, first), reply(petra, second)
    assert reading.questions(ema) == [asked, other]
    assert reading.questions(petra) == []

    reply(ema, first, "Chodím, kdy mě pozvou.", what="view", whose=party, heard="phone")
    assert reading.questions(ema) == [other]
    clarify(ema, second)

    assert reading.questions(ema) == []


def test_a_question_asked_again_waits_again(ema, state, reply, let_in, petra):
    let_in(Kind.COURSE)
    said = state(ema)
    reply(petra, said)
    reply(ema, said, "Školy.", what="answer")

    again = reply(petra, said, "Které?")

    assert reading.questions(ema) == [again]


def test_a_participant_of_another_case_says_nothing_here(ema, rada, state, party):
    foreign = Participant.objects.get(case=opened(ema, make.client(make.the_service_of(ema))))
    now = timezone.now()
    stated = Stated(text="x", kind=Kind.COURSE, source="own", at=now, voice=Voice(participant=foreign))

    with pytest.raises(Refusal):
        statements.write(by=ema, id=new_id(), service=make.the_service_of(ema), about=party, stated=stated, at=now)
