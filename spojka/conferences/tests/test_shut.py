"""A link to a case meeting opens nothing to who may see the case no more, and no letter goes there."""

import pytest
from django.utils import timezone

from spojka.access.permissions import Kind
from spojka.base.ids import new_id
from spojka.cases.actions import people as sides
from spojka.consents.actions import consents
from spojka.links.doors import new_token
from spojka.meetings import doors, reading
from spojka.meetings.actions import people
from spojka.meetings.content import Guest
from spojka.meetings.models import Invited
from spojka.network.models import Membership
from spojka.walls.actions import KeptOut, put_up
from tests import make

from .conftest import an_hour_ago


@pytest.fixture
def opens(ema, browse):
    """Send somebody a link to a meeting; return what tells whether it opens and whether a letter would leave."""

    def of(person):
        token = new_token()
        people.send(by=ema, meeting=person.meeting, tokens={person.pk: token}, at=timezone.now())

        def now():
            Invited.objects.filter(pk=person.pk).update(told=None)
            is_open = browse().get(f"/meeting/answer/{token}/").status_code == 200
            return is_open, bool(reading.to_tell(person.meeting, list(Invited.objects.filter(pk=person.pk))))

        assert now() == (True, True)
        return now

    return of


def test_who_is_kept_apart_from_the_client(ema, teren, rada, call, babi, opens):
    kept = Membership.objects.get(pk=make.member(teren, role="key_worker", name="Ota Druhý").id)
    meeting = call(people=[babi]).meeting
    now = opens(people.invite(by=ema, meeting=meeting, guest=Guest(membership=kept)))
    ours = opens(meeting.people.get(attendee__party__isnull=False))

    head = make.member(teren, role="service_head", name="Hedvika")
    put_up(by=head, id=new_id(), client=rada, said=KeptOut(whom=kept, why="její otec"), at=an_hour_ago())
    assert now() == (False, False)
    assert ours() == (True, True)
    assert len(doors.shut_out(meeting, list(meeting.people.all()))) == 1


@pytest.mark.parametrize("how", ["ended", "withdrawn"])
def test_a_side_whose_part_or_ground_has_ended(ema, call, let_in, opens, how):
    side, consent = let_in(Kind.COURSE)
    side.change(contact="jinde@example.invalid")
    now = opens(call(people=[side]).meeting.people.get())

    if how == "ended":
        sides.end(by=ema, participant=side, why="x", at=timezone.now())
    else:
        consents.withdraw(by=ema, consent=consent, how="ústně", at=timezone.now())
    assert now() == (False, False)


def test_somebody_of_the_family_who_left(ema, call, babi, opens):
    now = opens(call(people=[babi]).meeting.people.get())
    sides.end_party(by=ema, party=babi, why="x", at=timezone.now())
    assert now() == (False, False)
