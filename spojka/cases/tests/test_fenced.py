"""Behind PostgreSQL's own fence, too, each reads just what was agreed, and a case is handed over."""

import pytest
from django.utils import timezone

from spojka.access.actor import Actor
from spojka.access.models import Basis, Grant
from spojka.access.permissions import Kind
from spojka.access.tests.test_fence import fenced, in_front, postgres
from spojka.base.ids import new_id
from spojka.cases.actions import courts, file, people
from spojka.cases.content import Ordered, Who
from spojka.cases.models import Appraisal, Case, CaseTurn, Entry, Leaving, Measure, Note, Participant, Party, Tie
from spojka.consents.content import Whom
from spojka.consents.tests.conftest import agreed
from spojka.walls import actions as walls
from spojka.walls.actions import KeptOut
from tests import make

from .conftest import an_hour_ago, opened

__all__ = ["fenced", "in_front"]


@postgres
def test_a_guest_reads_what_was_agreed_and_writes(in_front, ema, petra, let_in, write, case, party):
    course, _personal = write(ema), write(ema, Kind.PERSONAL)
    let_in(Kind.COURSE)

    in_front(petra)

    assert list(Entry.objects.all()) == [course]
    assert list(Party.objects.all()) == [party]
    assert list(Case.objects.all()) == [case]
    assert Participant.objects.count() == 2
    assert not Tie.objects.exists()
    said = write(petra, Kind.PERSONAL)
    assert said in Entry.objects.all()
    in_front(ema)
    assert Entry.objects.count() == 3


@postgres
def test_strangers_see_nothing(in_front, ema, cyril, bara, write, case):
    write(ema)
    for who in (cyril, bara):
        in_front(who)
        for model in (Case, CaseTurn, Party, Participant, Entry, Note, Appraisal, Measure, Tie):
            assert not model.objects.exists(), model


@postgres
def test_all_of_a_case_is_done_in_front_of_it(in_front, ema, rada):
    in_front(ema)
    case = opened(ema, rada)
    party = Party.objects.get(case=case)
    courts.record(
        by=ema, id=party.pk, about=party, ordered=Ordered(kind="supervision", starts_on=timezone.localdate())
    )

    file.move(by=ema, case=case, to="planning", words="x", until=None, at=timezone.now())

    assert (Measure.objects.count(), CaseTurn.objects.count()) == (1, 2)


@postgres
def test_the_case_is_handed_over_in_front_of_it(in_front, ema, petra, let_in, case, party):
    let_in(Kind.COURSE)
    theirs = make.the_service_of(petra)
    in_front(ema)

    file.hand_over(by=ema, case=case, to=theirs, words="x", at=timezone.now())

    assert Case.objects.get().service_id == theirs.pk  # still seen, as a guest
    in_front(petra)
    file.move(by=petra, case=Case.objects.get(), to="planning", words="x", until=None, at=timezone.now())
    assert Party.objects.get().service_id == theirs.pk
    assert Participant.objects.filter(service=theirs).count() == 2


@pytest.fixture
def tom(teren, hana, rada):
    """Tom, key worker of the same service, who is kept apart from Rada."""
    membership = make.member(teren, role="key_worker", name="Tom Otcův").user.memberships.get()
    kept = KeptOut(whom=membership, why="bratr otce")

    def now():
        return Actor.member(membership)

    walls.put_up(by=hana, id=new_id(), client=rada, said=kept, at=an_hour_ago())
    return now


@postgres
def test_numbers_of_what_a_wall_hides_are_stepped_over(in_front, ema, rada, tom, teren, give, jinde):
    first, other = opened(ema, rada), agreed(make.client(teren))
    give(ema, rada, Whom(institution="Jinde", house=jinde))
    in_front(tom())
    assert not Case.objects.exists()

    case = opened(tom(), other)
    consent = give(tom(), other, Whom(institution="Jinde", house=jinde))

    assert (first.number, case.number, consent.number) == (1, 2, 2)


@postgres
def test_who_ties_their_client_leaves_walls_of_others(in_front, petra, let_in, tom, party):
    let_in(Kind.COURSE)
    theirs = make.client(make.the_service_of(petra))
    in_front(petra)

    people.tie(by=petra, client=theirs, party=Party.objects.get(), at=timezone.now())

    in_front(tom())
    assert not Party.objects.exists()
    assert not Case.objects.exists()


@postgres
def test_who_leaves_leaves_nothing_open_of_whom_they_are_kept_apart_from(in_front, petra, ema, let_in, party, jinde):
    participant, _consent = let_in(Kind.COURSE)
    theirs = make.the_service_of(petra)
    client, head = make.client(theirs), make.member(theirs, role="service_head")
    people.tie(by=petra, client=client, party=party, at=an_hour_ago())
    membership = petra.user.memberships.get()
    kept = KeptOut(whom=membership, why="sousedka")
    walls.put_up(by=head, id=new_id(), client=client, said=kept, at=an_hour_ago())
    people.add_party(by=ema, id=new_id(), case=party.case, who=Who(role="client", name="otec"), at=an_hour_ago())
    again = Actor.member(membership)
    in_front(again)
    assert not Party.objects.exists()
    assert Case.objects.exists()
    said = {"service": theirs, "participant": Participant.objects.get(pk=participant.pk), "why": "x"}

    people.leave(by=again, id=new_id(), **said, at=timezone.now())

    open_ones = Grant.objects.current(timezone.now()).filter(grantee_id=jinde.pk, basis=Basis.PARTICIPATION)
    assert not open_ones.exists()
    assert Leaving.objects.get().service_id == theirs.pk
    in_front(ema)
    assert Leaving.objects.untaken().get().participant_id == participant.pk


@postgres
def test_a_wrong_tie_is_undone_in_front_of_it(in_front, ema, petra, let_in, write, party):
    written = write(ema)
    let_in(Kind.COURSE)
    in_front(ema)

    people.untie(by=ema, tie=Tie.objects.get(), at=an_hour_ago())

    assert not Tie.objects.exists()
    in_front(petra)
    assert not Party.objects.exists()
    assert not type(written).objects.exists()


@postgres
def test_a_guest_undoes_their_own_tie_in_front_of_it(in_front, petra, let_in, party):
    let_in(Kind.COURSE)
    client = make.client(make.the_service_of(petra))
    people.tie(by=petra, client=client, party=party, at=an_hour_ago())
    in_front(petra)

    people.untie(by=petra, tie=Tie.objects.get(), at=timezone.now())

    assert not Tie.objects.exists()
    assert Party.objects.get().pk == party.pk
