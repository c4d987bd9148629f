"""The professionals of a case agree on what they tell each other; they assent, evaluate, and end it."""

from datetime import date, timedelta

import pytest
from django.core.exceptions import PermissionDenied
from django.utils import timezone

from spojka.access.owned import Changed
from spojka.access.permissions import Kind, Permission
from spojka.base.errors import Refusal
from spojka.base.ids import new_id
from spojka.cases.actions import file
from spojka.consents.actions import consents
from spojka.statements.actions import agreements
from spojka.statements.models import AgreedPace, TeamAgreement, TeamAssent, TeamReview, Told
from spojka.statements.waiting import waiting
from tests import make

from .conftest import host, tell

VIEW = Permission.TEAM_AGREEMENT_VIEW


def test_each_assents_for_themselves_or_the_coordinator_writes_it_down(let_in, ema, petra, agree, school, case, today):
    guest, _consent = let_in(Kind.COURSE)
    row = agree()
    office, centre = make.the_service_of(ema), make.the_service_of(petra)
    deed = {"agreement": row, "on": today}

    own = agreements.assent(by=petra, service=centre, participant=guest, way="spojka", **deed)
    word = agreements.assent(by=ema, service=office, participant=school, way="word", **deed)
    again = agreements.assent(by=petra, service=centre, participant=guest, way="spojka", **deed)

    assert own == again
    assert {one.participant for one in TeamAssent.objects.all()} == {guest, school, host(case)}
    assert own.service == centre
    assert word.service == office


def test_nobody_assents_for_another(let_in, ema, petra, agree, school, case, today):
    guest, _consent = let_in(Kind.COURSE)
    row = agree()
    deed = {"agreement": row, "on": today}

    with pytest.raises(Refusal):
        agreements.assent(by=petra, service=make.the_service_of(petra), participant=school, way="word", **deed)
    with pytest.raises(Refusal):
        agreements.assent(by=ema, service=make.the_service_of(ema), participant=guest, way="spojka", **deed)


def test_a_new_one_stands_instead_of_the_old_one(let_in, ema, petra, agree, today):
    let_in(Kind.COURSE)
    first, second = agree(), agree(topics=("family",))

    assert (second.replaces, second.version) == (first, 2)
    assert TeamAgreement.objects.all().in_force().get() == second
    assert set(TeamAgreement.objects.allowed(petra, VIEW)) == {first, second}
    with pytest.raises(agreements.Over):
        tell(petra, TeamAgreement.objects.get(pk=first.pk), host(first.case), today)


def test_strangers_and_guests_make_nothing(let_in, ema, petra, stranger, bara, agree, case, today):
    let_in(Kind.COURSE)
    row = agree()
    for who in (stranger, bara):
        assert not who.can(VIEW, row)
        mine = make.the_service_of(who)
        with pytest.raises(PermissionDenied):
            agreements.assent(by=who, service=mine, agreement=row, participant=host(case), way="word", on=today)
        with pytest.raises(PermissionDenied):
            tell(who, row, host(case), today)
    for who in (petra, stranger):
        with pytest.raises(PermissionDenied):
            agree(by=who)
        with pytest.raises(PermissionDenied):
            agreements.end(by=who, agreement=row, why="x", today=today)
        later = today + timedelta(days=9)
        with pytest.raises(PermissionDenied):
            agreements.review(by=who, id=new_id(), agreement=row, words="x", next_on=later, today=today)


def test_repeated_sendings_make_one_row(let_in, ema, agree, case, today):
    let_in(Kind.COURSE)
    first, second, third = new_id(), new_id(), new_id()
    later = today + timedelta(days=9)

    rows = [agree(id=first) for _time in "ab"]
    told = [tell(ema, rows[0], host(case), today, id=second) for _time in "ab"]
    said = {"agreement": rows[0], "words": "Jde to.", "next_on": later, "today": today}
    went = [agreements.review(by=ema, id=third, **said) for _time in "ab"]
    with pytest.raises(Changed):
        tell(ema, rows[0], host(case), today - timedelta(days=1), id=second)
    with pytest.raises(Changed):
        agreements.review(by=ema, id=third, **said | {"words": "Vázne to."})
    ended = [agreements.end(by=ema, agreement=rows[0], why="konec", today=today) for _time in "ab"]

    assert [pair[0] == pair[1] for pair in (rows, told, went, ended)] == [True] * 4
    counted = [model.objects.count() for model in (TeamAgreement, Told, TeamReview)]
    assert counted == [1, 1, 1]


@pytest.mark.parametrize(
    "wrong",
    [
        {"paces": ((date(2027, 1, 4), "week"), (date(2027, 1, 4), "month"))},
        {"paces": ((date(2027, 1, 4), "month"), (date(2027, 3, 4), "week"))},
        {"evaluate_on": date(2020, 1, 1)},
    ],
)
def test_what_makes_no_sense_is_refused(ema, agree, wrong):
    with pytest.raises(Refusal):
        agree(**wrong)
    assert not TeamAgreement.objects.exists()


def test_it_goes_along_with_the_coordination(let_in, ema, petra, agree, case, today):
    let_in(Kind.COURSE)
    row = agree()
    theirs = make.the_service_of(petra)

    file.hand_over(by=ema, case=case, to=theirs, words="Teď ho vedou.", at=timezone.now())

    row.refresh_from_db()
    assert row.service == theirs
    assert petra.can(Permission.TEAM_AGREEMENT_END, row)
    assert not ema.can(Permission.TEAM_AGREEMENT_END, row)
    assert ema.can(VIEW, row)
    assert {one.service for one in AgreedPace.objects.filter(agreement=row)} == {theirs}


def test_it_ends_with_the_consent_at_once(let_in, ema, petra, agree, today):
    _guest, consent = let_in(Kind.COURSE)
    row = agree()

    consents.withdraw(by=ema, consent=consent, how="řekla to", at=timezone.now())

    assert not petra.can(VIEW, row)
    assert not waiting(petra, today)
