"""Behind the database's own fence: who takes part reads a case meeting, a stranger and who is kept apart don't."""

from spojka.access.actor import Actor
from spojka.access.permissions import Kind
from spojka.access.tests.test_fence import fenced, in_front, postgres
from spojka.base.ids import new_id
from spojka.conferences import actions
from spojka.conferences.models import Attendee, CaseMeeting
from spojka.meetings.models import Invited, Meeting
from spojka.walls.actions import KeptOut, put_up
from tests import make

from .conftest import an_hour_ago

__all__ = ["fenced", "in_front"]


@postgres
def test_who_takes_part_reads_it_and_nobody_else(fenced, ema, petra, bara, call, let_in, party):
    let_in(Kind.COURSE)
    row = call()
    for who in (ema, petra):
        assert fenced.sees(Meeting, who) == {row.meeting_id}
        assert fenced.sees(CaseMeeting, who) == {row.pk}
        assert len(fenced.sees(Invited, who)) == len(fenced.sees(Attendee, who)) == 1
    for model in (Meeting, CaseMeeting, Invited, Attendee):
        assert fenced.sees(model, bara) == set()


@postgres
def test_a_wall_closes_it_behind_the_fence_too(fenced, teren, rada, call):
    row = call()
    head = make.member(teren, role="service_head", name="Hedvika")
    kept = make.member(teren, role="key_worker", name="Ota Druhý").user.memberships.get()
    put_up(by=head, id=new_id(), client=rada, said=KeptOut(whom=kept, why="její otec"), at=an_hour_ago())
    ota = Actor.member(kept)
    for model in (Meeting, CaseMeeting, Invited):
        assert fenced.sees(model, ota) == set()
    assert fenced.sees(Meeting, head) == {row.meeting_id}


@postgres
def test_a_case_meeting_is_called_in_front_of_it(in_front, ema, call, babi):
    in_front(ema)
    row = call()
    actions.ask_to_come(by=ema, case_meeting=row, somebody=babi)
    assert Invited.objects.filter(meeting=row.meeting).count() == 2
