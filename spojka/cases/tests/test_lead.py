"""A case is led: opened, moved through its stages, paused, closed with an evaluation, opened again."""

from datetime import timedelta

import pytest
from django.core.exceptions import PermissionDenied
from django.utils import timezone

from spojka.access.models import Grant
from spojka.access.permissions import Permission
from spojka.base.errors import Refusal
from spojka.base.ids import new_id
from spojka.cases import reading, waiting
from spojka.cases.actions import file, groups
from spojka.cases.content import Ended, File, Who
from spojka.cases.holding import Shut
from spojka.cases.models import Case, CaseClosing, CaseGroup, CaseInGroup, CaseTurn, Participant, Party, Tie
from spojka.cases.tests.conftest import FILE, opened
from spojka.network.models import Membership, Service
from tests import make

ENDED = Ended(ground="met", strong="chodila", weak="telefon", worked="středy", advice="doléčování", client_words="dík")


def kinds():
    return list(CaseTurn.objects.order_by("recorded_at", "pk").values_list("kind", flat=True))


def test_it_opens_with_its_client_its_service_and_a_number(ema, rada, teren):
    case = opened(ema, rada)

    assert str(case) == f"{timezone.localdate().year}-1"
    assert (case.called, case.coordinator.user.name) == ("Rada", "Ema Klíčová")
    assert Tie.objects.get().client == rada
    assert Party.objects.get().called == "Rada"
    assert Participant.objects.get().grantee_id == teren.pk
    assert "Rada" not in Case.objects.values_list("name", flat=True).get()
    assert kinds() == ["opened"]


def test_a_repeated_sending_opens_one_case(ema, rada):
    id, now = new_id(), timezone.now()
    said = File(**FILE, opened_on=timezone.localdate())
    deed = {"by": ema, "id": id, "client": rada, "file": said, "who": Who(role="client", name="Rada"), "at": now}

    assert file.open_case(**deed) == file.open_case(**deed)
    assert Case.objects.count() == CaseTurn.objects.count() == 1


def test_a_stranger_opens_nothing_and_a_field_worker_neither(cyril, bara, anna, rada):
    for who in (cyril, bara, anna):
        with pytest.raises(PermissionDenied):
            opened(who, rada)


def test_each_year_counts_its_cases(ema, rada, teren):
    first = opened(ema, rada)
    second = opened(ema, make.client(teren))
    older = opened(ema, make.client(teren), opened_on=first.opened_on - timedelta(days=400))

    assert (first.number, second.number, older.number) == (1, 2, 1)


@pytest.mark.parametrize(
    ("fields", "field"),
    [({"opened_on": 1}, "opened_on"), ({"court_until": -3}, "court_until")],
)
def test_days_that_make_no_sense_are_refused(ema, rada, fields, field):
    days = {name: timezone.localdate() + timedelta(days=count) for name, count in fields.items()}

    with pytest.raises(Refusal) as refused:
        opened(ema, rada, **days)
    assert refused.value.field == field


def test_stages_and_pauses_are_remembered(ema, case):
    now, until = timezone.now(), timezone.localdate() + timedelta(days=9)

    file.move(by=ema, case=case, to="planning", words="Zmapováno.", until=None, at=now)
    file.move(by=ema, case=case, to="pause", words="Léčba.", until=until, at=now)
    paused = Case.objects.get()
    file.move(by=ema, case=case, to="resume", words="", until=None, at=now)

    assert (paused.state, paused.paused_until, paused.stage) == ("paused", until, "planning")
    assert (Case.objects.get().state, Case.objects.get().paused_until) == ("open", None)
    assert kinds() == ["opened", "stage", "paused", "resumed"]
    assert CaseTurn.objects.get(kind="paused").said == "Léčba."


def test_the_same_stage_again_is_no_step(ema, case):
    file.move(by=ema, case=case, to="mapping", words="", until=None, at=timezone.now())

    assert kinds() == ["opened"]


def test_what_makes_no_sense_is_refused(ema, case):
    now = timezone.now()
    with pytest.raises(Shut):
        file.move(by=ema, case=case, to="resume", words="", until=None, at=now)
    yesterday = timezone.localdate() - timedelta(days=1)
    with pytest.raises(Refusal):
        file.move(by=ema, case=case, to="pause", words="", until=yesterday, at=now)


def test_it_closes_with_an_evaluation_and_opens_again(ema, case):
    now = timezone.now()

    file.close(by=ema, case=case, ended=ENDED, at=now)
    with pytest.raises(Shut):
        file.move(by=ema, case=case, to="planning", words="", until=None, at=now)
    with pytest.raises(Shut):
        file.close(by=ema, case=case, ended=ENDED, at=now)
    assert CaseClosing.objects.get().parts["advice"] == "doléčování"
    file.reopen(by=ema, case=case, words="Vrátila se.", at=now)
    file.reopen(by=ema, case=case, words="Vrátila se.", at=now)

    assert (Case.objects.get().state, Case.objects.get().stage) == ("open", "mapping")
    assert kinds() == ["opened", "closed", "reopened"]


def test_a_stranger_leads_nothing(cyril, bara, case):
    deed = {"case": case, "at": timezone.now()}
    for who in (cyril, bara):
        with pytest.raises(PermissionDenied):
            file.move(by=who, to="planning", words="", until=None, **deed)
        with pytest.raises(PermissionDenied):
            file.close(by=who, ended=ENDED, **deed)


def test_only_somebody_of_the_service_coordinates(ema, hana, cyril, case):
    worker = hana.user.memberships.get()

    file.coordinate(by=ema, case=case, worker=worker)

    assert Case.objects.get().coordinator == worker
    with pytest.raises(Refusal):
        file.coordinate(by=ema, case=case, worker=cyril.user.memberships.get())


def test_cases_with_one_thing_in_common_keep_their_own_consents(ema, case, teren, browse):
    other = opened(ema, make.client(teren), name="Sousedka")
    group = groups.add(by=ema, id=new_id(), case=case, name="Dluhy v Polní", why="týž věřitel")

    member = groups.join(by=ema, case=other, group=group)
    assert groups.join(by=ema, case=other, group=group) == member

    assert [(one.group, found) for one, found in reading.groups_of(case, ema)] == [(group, [other])]
    for page in ("", "lead/"):
        assert "týž věřitel" in browse(ema).get(f"/podchod/cases/{case.pk}/{page}").content.decode()
    groups.leave(by=ema, member=member, at=timezone.now())
    assert [found for _one, found in reading.groups_of(case, ema)] == [[]]
    assert CaseInGroup.objects.filter(left_at=None).count() == 1


def test_a_group_is_seen_by_its_service_alone(ema, petra, case, let_in):
    let_in()
    groups.add(by=ema, id=new_id(), case=case, name="Dluhy v Polní", why="")

    assert not reading.groups_of(case, petra)
    assert not CaseGroup.objects.allowed(petra, Permission.CASE_GROUP_VIEW).exists()


def test_what_falls_due_comes_to_today(ema, petra, let_in, case, rada, teren):
    let_in()
    today = timezone.localdate()
    soon = opened(ema, make.client(teren), name="Soud", court_until=today + timedelta(days=20))
    opened(ema, make.client(teren), name="Daleko", court_until=today + timedelta(days=40))
    file.move(by=ema, case=case, to="pause", words="", until=today, at=timezone.now())

    found = waiting.due(ema, today)

    assert [(one.kind, one.case) for one in found] == [("pause", case), ("court", soon)]
    assert not waiting.due(petra, today)


def test_words_to_the_same_stage_are_not_lost(ema, case):
    deed = {"by": ema, "case": case, "until": None, "at": timezone.now()}

    with pytest.raises(Refusal) as refused:
        file.move(**deed, to="mapping", words="Zmapováno.")
    assert refused.value.field == "to"
    for _sent in range(2):
        file.move(**deed, to="planning", words="Zmapováno.")
    assert kinds() == ["opened", "stage"]


def test_to_choose_the_stage_of_a_paused_case_is_to_go_on(ema, case):
    deed = {"by": ema, "case": case, "words": "", "until": None, "at": timezone.now()}
    file.move(**deed, to="pause")

    file.move(**deed, to="mapping")

    assert Case.objects.get().is_open


def test_nobody_coordinates_when_the_coordinator_left(ema, hana, case, browse):
    Membership.objects.filter(pk=ema.id).update(ended_at=timezone.now())

    assert [(one.kind, one.case) for one in waiting.due(hana, timezone.localdate())] == [("nobody", case)]
    assert "Případ nikdo nekoordinuje." in browse(hana).get(f"/podchod/cases/{case.pk}/").content.decode()


def test_a_group_names_no_case_that_one_sees_no_more(ema, case, jinde, teren):
    other, theirs = opened(ema, make.client(teren), name="Sousedka"), make.service(organisation=jinde)
    group = groups.add(by=ema, id=new_id(), case=case, name="Dluhy v Polní", why="")
    groups.join(by=ema, case=other, group=group)

    Case.objects.filter(pk=other.pk).update(organisation=jinde, service=theirs)  # handed over, and left
    Grant.objects.filter(subject_id=other.pk).update(ends_at=timezone.now())

    assert [found for _one, found in reading.groups_of(case, ema)] == [[]]


def test_no_case_is_offered_to_a_service_that_has_closed(ema, petra, case, let_in):
    let_in()
    theirs = make.the_service_of(petra)
    assert theirs in reading.takers(case, ema, timezone.now())

    Service.objects.filter(pk=theirs.pk).update(ends_on=timezone.localdate() - timedelta(days=1))

    assert theirs not in reading.takers(case, ema, timezone.now())
