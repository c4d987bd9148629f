"""Case meetings: who is invited, what is advised, who sees them and whose names."""

from datetime import timedelta

import pytest
from django.http import Http404
from django.utils import timezone

from spojka.access.actor import Actor
from spojka.access.doors import reach
from spojka.access.permissions import Kind
from spojka.access.permissions import Permission as P
from spojka.base.errors import Refusal
from spojka.base.ids import new_id
from spojka.conferences import actions, advice, metrics, reading
from spojka.conferences.content import Told
from spojka.conferences.models import CaseMeeting
from spojka.encounters.scope import Scope
from spojka.meetings import reading as of_meetings
from spojka.meetings.actions import minutes
from spojka.meetings.actions import people as people_actions
from spojka.meetings.content import Guest, Words
from spojka.meetings.models import Invited, Meeting
from spojka.network.models import Membership
from spojka.walls.actions import KeptOut, put_up
from tests import make

DAY = timedelta(days=1)


def invited(row):
    return list(Invited.objects.filter(meeting=row.meeting, ended_at=None).order_by("recorded_at", "pk"))


def told(row):
    people = invited(row)
    return "\n".join(advice.hints(row.meeting, people))


def test_those_of_the_case_are_invited_by_what_the_case_knows(call, party, babi):
    row = call(people=[party, babi])
    assert [(one.called, one.address) for one in invited(row)] == [("Rada", ""), ("babička", "babi@example.invalid")]


def test_a_day_on_which_they_were_told_needs_its_words(call):
    with pytest.raises(Refusal, match="jak se to dozvěděli"):
        call(told_on=timezone.localdate())
    assert not CaseMeeting.objects.exists()


def test_who_works_with_no_cases_sees_none_of_their_meetings(anna, ema, teren, call, party):
    """Anna of the same service has team meetings, cases she has none."""
    row = call()
    for model in (Meeting, Invited):
        assert model.objects.allowed(ema, P.MEETING_VIEW).exists()
        assert not model.objects.allowed(anna, P.MEETING_VIEW).exists()
        assert not model.objects.listed(anna, P.MEETING_VIEW).exists()
    for one in (row.meeting, invited(row)[0]):
        assert not anna.can(P.MEETING_VIEW, one)
        assert ema.can(P.MEETING_VIEW, one)
    with pytest.raises(Http404):
        reach(Meeting, row.meeting_id, by=anna, to=P.MEETING_VIEW)


@pytest.mark.parametrize(
    ("sort", "who", "words", "there"),
    [
        ("meeting", [], "Nikdo z rodiny", True),
        ("meeting", ["party"], "Nikdo z rodiny", False),
        ("meeting", ["party"], "aby rodinu podpořil", True),
        ("meeting", ["party", "babi"], "aby rodinu podpořil", False),
        ("conference", ["party"], "kdo v případu nepracuje", True),
        ("meeting", ["party"], "kdo v případu nepracuje", False),
    ],
)
def test_what_goes_wrong_elsewhere_is_said(request, call, party, babi, sort, who, words, there):
    row = call(sort, [request.getfixturevalue(one) for one in who])
    assert (words in told(row)) is there


def test_the_family_may_be_away_for_a_reason(call):
    assert "Nikdo z rodiny" not in told(call(people=[], without_family="Otec vyhrožuje."))


def test_one_person_with_all_roles_an_involved_leader_and_many_people(call, party):
    row = call("conference")
    mine = invited(row)[0]
    Invited.objects.filter(pk=mine.pk).update(organises=True, leads=True, writes=True)
    assert "jeden člověk" in told(row)
    assert "kdo v případu nepracuje" in told(row)
    Invited.objects.filter(pk=mine.pk).update(organises=False, leads=False, writes=False)
    outside = people_actions.invite(by=_caller(row), meeting=row.meeting, guest=Guest(name="Dana Nestranná"))
    outside.change(leads=True)
    assert "kdo v případu nepracuje" not in told(row)
    row.meeting.change(head_count=12)
    assert "přes 12 lidí" in told(row)


def _caller(row):
    return Actor.member(Membership.objects.get(pk=row.called_by))


def test_minutes_that_judge_are_told(ema, teren, call):
    row = call()
    words = Words(line=new_id(), kind="text", text="Matka nespolupracuje.")
    about = {"by": ema, "service": teren, "meeting": row.meeting, "at": timezone.now()}
    minutes.write(**about, id=new_id(), words=words)
    assert "nespolupracuje" in told(row)


def test_who_takes_part_sees_it_and_reads_no_name_of_whom_they_may_not_know(
    ema, petra, cyril, call, let_in, party, babi
):
    row = call(people=[party, babi])
    with pytest.raises(Http404):
        reach(Meeting, row.meeting_id, by=petra, to=P.MEETING_VIEW)
    let_in(Kind.COURSE)
    reach(Meeting, row.meeting_id, by=petra, to=P.MEETING_VIEW)
    names = {one.called: one.email for one in of_meetings.people_of(row.meeting, petra)}
    assert names == {"Rada": "", "někdo z případu": ""}
    assert {one.called for one in of_meetings.people_of(row.meeting, ema)} == {"Rada", "babička"}
    with pytest.raises(Http404):
        reach(Meeting, row.meeting_id, by=cyril, to=P.MEETING_VIEW)


def test_a_wall_closes_the_meetings_of_a_case_about_that_client(teren, case, rada, call):
    row = call()
    head = make.member(teren, role="service_head", name="Hedvika")
    kept = make.member(teren, role="key_worker", name="Ota Druhý").user.memberships.get()
    put_up(by=head, id=new_id(), client=rada, said=KeptOut(whom=kept, why="její otec"), at=timezone.now())
    ota = Actor.member(kept)
    for model, id in ((Meeting, row.meeting_id), (CaseMeeting, row.pk)):
        with pytest.raises(Http404):
            reach(model, id, by=ota, to=P.MEETING_VIEW)
    assert not Invited.objects.allowed(ota, P.MEETING_VIEW).exists()


def test_others_of_the_case_are_asked_later_and_nobody_twice(ema, call, party, babi):
    row = call()
    assert babi in reading.still_to_ask(row, ema)
    actions.ask_to_come(by=ema, case_meeting=row, somebody=babi)
    assert babi not in reading.still_to_ask(row, ema)
    with pytest.raises(Refusal, match="Na seznamu"):
        actions.ask_to_come(by=ema, case_meeting=row, somebody=babi)


def test_the_purpose_is_put_more_plainly_until_the_minutes_are_locked(ema, call):
    row = call()
    actions.explain(by=ema, case_meeting=row, told=Told(purpose="Kde bude Adam spát."))
    row.meeting.change(locked_at=timezone.now())
    with pytest.raises(Refusal, match="uzamčený"):
        actions.explain(by=ema, case_meeting=row, told=Told(purpose="Jinak."))


def test_what_was_agreed_is_followed(ema, teren, case, call):
    """Two tasks are due: one done in time, one late; a third waits for a meeting that is not called yet."""
    today = timezone.localdate()
    first, second = call(at=timezone.now() - 20 * DAY), call(at=timezone.now() - 5 * DAY)
    about = {"by": ema, "service": teren, "at": timezone.now()}
    lines = [new_id(), new_id(), new_id()]
    for meeting, line, due in ((first, lines[0], today), (first, lines[1], None), (second, lines[2], None)):
        words = Words(line=line, kind="task", text="Zavolat do školy.", due_on=due)
        minutes.write(**about, meeting=meeting.meeting, id=new_id(), words=words)
    for line in lines[:2]:
        said = {"meeting": first.meeting, "line": line, "outcome": "done", "text": "Hotovo."}
        minutes.answer_matter(by=ema, id=new_id(), service=teren, at=timezone.now(), **said)
    found = metrics.promised(ema, _scope(today)).to_pylist()
    assert sorted(one["in_time"] for one in found) == [0, 1]


def _scope(today):
    return Scope(first=today - 60 * DAY, last=today)
