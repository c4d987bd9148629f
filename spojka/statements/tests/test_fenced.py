"""Behind PostgreSQL's own fence, too, each reads just what they may know, and the exchange goes on."""

from django.utils import timezone

from spojka.access.permissions import Kind
from spojka.access.tests.test_fence import fenced, in_front, postgres
from spojka.cases.actions import file
from spojka.cases.models import Case, Participant
from spojka.statements.actions import agreements
from spojka.statements.models import (
    AgreedDirection,
    AgreedDuty,
    AgreedPace,
    Reply,
    Statement,
    TeamAgreement,
    TeamAssent,
    TeamReview,
    Told,
)
from spojka.statements.waiting import waiting
from tests import make

from .conftest import tell

__all__ = ["fenced", "in_front"]
EVERY = (Statement, Reply, TeamAgreement, AgreedPace, AgreedDirection, AgreedDuty, TeamAssent, Told, TeamReview)


@postgres
def test_a_guest_reads_and_asks_and_the_author_makes_it_clear(in_front, ema, petra, let_in, state, reply, clarify):
    let_in(Kind.COURSE)
    course, personal = state(ema), state(ema, kind=Kind.PERSONAL)
    reply(ema, personal, what="answer")

    in_front(petra)
    assert list(Statement.objects.all()) == [course]
    assert not Reply.objects.exists()
    asked = reply(petra, course)
    in_front(ema)
    assert waiting(ema, timezone.localdate()).questions == [asked]
    clarify(ema, Statement.objects.get(pk=course.pk))

    in_front(petra)
    assert Statement.objects.count() == 2
    assert Statement.objects.get(pk=course.pk).newer


@postgres
def test_strangers_see_nothing(in_front, ema, stranger, bara, let_in, state, reply, agree):
    let_in(Kind.COURSE)
    reply(ema, state(ema))
    agree()
    for who in (stranger, bara):
        in_front(who)
        for model in EVERY:
            assert not model.objects.exists(), model


@postgres
def test_an_agreement_is_made_assented_to_and_told_in_front_of_it(in_front, ema, petra, let_in, agree, today):
    guest, _consent = let_in(Kind.COURSE)
    in_front(ema)
    row = agree()
    assert waiting(ema, today).ours

    in_front(petra)
    row, guest = TeamAgreement.objects.get(), Participant.objects.get(pk=guest.pk)
    assert [one.teller for one in waiting(petra, today).ours] == [guest]
    agreements.assent(
        by=petra, service=make.the_service_of(petra), agreement=row, participant=guest, way="spojka", on=today
    )
    tell(petra, row, guest, today)

    assert waiting(petra, today).ours == []
    in_front(ema)
    assert (TeamAssent.objects.count(), Told.objects.count()) == (2, 1)


@postgres
def test_it_goes_along_with_the_coordination(in_front, ema, petra, let_in, agree, case):
    let_in(Kind.COURSE)
    row = agree()
    theirs = make.the_service_of(petra)
    in_front(ema)

    file.hand_over(by=ema, case=case, to=theirs, words="x", at=timezone.now())

    in_front(petra)
    assert Case.objects.get().service_id == theirs.pk
    assert TeamAgreement.objects.get(pk=row.pk).service_id == theirs.pk
    assert AgreedPace.objects.get().service_id == theirs.pk
