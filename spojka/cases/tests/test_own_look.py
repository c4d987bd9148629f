"""The client's own look into their case: to whom it opens, who helps, and of whom nothing is told."""

import pytest
from django.utils import timezone

from spojka.access.models import Basis, Grant
from spojka.access.permissions import Kind
from spojka.base.ids import new_id
from spojka.cases import sharing
from spojka.cases.actions import file, people
from spojka.cases.content import Outside, Who
from spojka.cases.models import Case, Party
from spojka.clients.actions import joining
from spojka.consents.actions import openings
from spojka.consents.actions.openings import Telling
from spojka.consents.content import Whom
from spojka.consents.tests.conftest import agreed
from spojka.walls import actions as walls
from spojka.walls import hiding
from spojka.walls.models import SecretAddress, Wall
from tests import make

from .conftest import an_hour_ago, opened

TAB = "Kdo mi pomáhá"


def opens():
    """Return to how many rows looks into cases are open now, and of which kinds."""
    found = Grant.objects.current(timezone.now()).filter(basis=Basis.OWN_CASE)
    return {(one.subject_id, Kind(one.kinds)) for one in found}


def add(by, case, name, role="client", **more):
    who = Who(role=role, name=name, **more)
    return people.add_party(by=by, id=new_id(), case=case, who=who, at=an_hour_ago())


@pytest.fixture
def outside(ema, case):
    said = Outside(role="school", institution="ZŠ Polní", person="Hana Říhová", contact="601 000 418")
    return people.add(by=ema, id=new_id(), case=case, outside=said, at=timezone.now())


@pytest.fixture
def other(ema, case, teren):
    """Somebody else with whom the work is in the same case, and the client of ours that they are."""
    client = agreed(make.client(teren, code="OTA 79 M"))
    party = add(ema, case, "Ota")
    people.tie(by=ema, client=client, party=party, at=an_hour_ago())
    return client, party


def test_it_opens_the_case_and_who_one_is_in_it(read, case, party):
    assert TAB in read()

    assert opens() == {(case.pk, Kind.WORK), (party.pk, Kind.WORK), (party.pk, Kind.ANYTHING)}


def test_who_has_no_case_sees_nothing_of_cases(read, look, teren):
    client = make.client(teren)

    assert TAB not in read("/my/record/", client=client)
    assert "Žádný případ" in read(client=client)


def test_who_helps_is_told_with_the_ground(read, ema, let_in, outside, case):
    add(ema, case, "sestra Hanka", "supporter", contact="602 000 111")
    let_in(Kind.COURSE)

    page = read()

    assert page.count("souhlasili jste s tím") == 1
    for said in ("Jinde", "Podchod", "Ema Klíčová", "ZŠ Polní", "Hana Říhová", "Pracuje bez Spojky", "sestra Hanka"):
        assert said in page
    assert "602 000 111" not in page
    assert "601 000 418" not in page


def test_who_was_let_in_for_another_one_is_not_told(read, ema, other, give, jinde, case):
    client, party = other
    give(ema, client, Whom(institution="Jinde", house=jinde), kinds=Kind.COURSE, at=an_hour_ago())
    side = sharing.sides(case, timezone.now())[0]
    about = {"case": case, "side": side, "parties": [party], "role": "ospod"}
    people.open_to(by=ema, id=new_id(), **about, at=timezone.now())

    assert "Jinde" not in read()
    assert "Jinde" in read(client=client)
    assert "Ota" not in read()


def test_of_whom_one_may_not_know_yet_nothing_is_told(read, ema, rada, jinde, case, party):
    now = timezone.now()
    telling = Telling(
        basis="danger", ground="Život", reason="Proto.", told="after", kinds=Kind.SITUATION,
        whom=Whom(institution="Jinde", house=jinde), ends_on=timezone.localdate(now),
    )  # fmt: skip
    opening = openings.record(by=ema, id=new_id(), client=rada, telling=telling, at=now)
    side = sharing.sides(case, now)[0]
    people.open_to(by=ema, id=new_id(), case=case, side=side, parties=[party], role="ospod", at=now)
    assert "Jinde" not in read()

    openings.tell(by=ema, opening=opening, on=timezone.localdate(), how="osobně", today=timezone.localdate())

    assert "šlo o život" in read()


def _wall(client, bara):
    wall = Wall(**client.ownership, client=client, centre=make.the_service_of(bara), why="x", raised_by="x")
    walls.standing.stand(wall, an_hour_ago())


def _hide(client, _bara):
    row = SecretAddress(**client.ownership, client=client, why="x", hidden_by="x").add()
    hiding.stand(row, an_hour_ago(), None)


@pytest.mark.parametrize("close", [_wall, _hide])
def test_where_people_of_the_case_are_apart_each_reads_of_oneself_alone(read, ema, outside, other, case, bara, close):
    add(ema, case, "sestra Hanka", "supporter")
    assert "ZŠ Polní" in read()

    close(other[0], bara)

    page = read()
    assert "ZŠ Polní" not in page
    assert "Hanka" not in page
    assert "Ema Klíčová" in page


def test_with_whom_is_shared_is_not_told_here_either_while_it_is_withheld(read, let_in, outside, withhold):
    let_in(Kind.COURSE)
    withhold("ledger")

    page = read()

    assert "se tu neukáže" in page
    assert "Ema Klíčová" in page
    assert "Jinde" not in page
    assert "ZŠ Polní" not in page


@pytest.mark.parametrize("is_older", [True, False], ids=["an older paper", "a newer paper"])
def test_a_case_is_withheld_and_shown_again(read, case, party, withhold, is_older):
    from spojka.looks import withholding

    if is_older:
        read()
    one = withhold("case")

    page = read()
    assert TAB in page
    assert "se tu neukáže" in page
    assert "Ema Klíčová" not in page
    assert opens() == set()
    withholding.end(by=make.member(case.service, role="service_head"), withholding=one, at=timezone.now())
    assert "Ema Klíčová" in read()
    assert len(opens()) == 3


def test_what_was_said_is_withheld_alone(read, case, party, withhold):
    withhold("said")

    assert "Ema Klíčová" in read()
    assert opens() == {(case.pk, Kind.WORK), (party.pk, Kind.WORK)}


def test_parts_of_a_case_are_offered_to_be_withheld_where_there_is_one(browse, ema, teren, rada, case):
    at = "/podchod/clients/{}/withholdings/"
    with_case = browse(ema).get(at.format(rada.pk)).content.decode()
    without = browse(ema).get(at.format(make.client(teren).pk)).content.decode()

    assert 'value="case"' in with_case
    assert 'value="case"' not in without
    assert 'value="done"' in without


def test_who_left_the_case_looks_into_it_no_more(read, ema, party):
    assert TAB in read("/my/record/")

    people.end_party(by=ema, party=party, why="odstěhovala se", at=timezone.now())

    assert opens() == set()
    assert TAB not in read("/my/record/")


def test_who_stands_by_somebody_does_not_look_into_their_case(read, ema, case, teren):
    client = make.client(teren)
    people.tie(by=ema, client=client, party=add(ema, case, "babička", "supporter"), at=timezone.now())

    assert TAB not in read("/my/record/", client=client)


def test_another_service_that_ties_somebody_opens_nothing_to_them(read, petra, let_in, party):
    let_in(Kind.COURSE)
    client = make.client(make.the_service_of(petra))
    people.tie(by=petra, client=client, party=party, at=timezone.now())

    assert TAB not in read("/my/record/", client=client, by=petra)


def test_with_the_coordination_goes_the_look(read, ema, petra, let_in, case, party):
    let_in(Kind.COURSE)
    theirs = make.the_service_of(petra)
    client = agreed(make.client(theirs))
    people.tie(by=petra, client=client, party=party, at=timezone.now())
    read(client=client, by=petra)
    assert TAB in read("/my/record/")

    file.hand_over(by=ema, case=case, to=theirs, words="x", at=timezone.now())

    assert TAB not in read("/my/record/")
    page = read(client=client)
    assert "Petra Jinde" not in page  # nobody coordinates by name yet
    assert "Dřív vedli práci" in page
    assert len(opens()) == 3


def test_it_goes_along_with_a_merged_client_and_back(read, ema, rada, teren, case):
    stays = make.client(teren)
    assert TAB in read("/my/record/")
    read("/my/record/", client=stays)
    head = make.member(teren, role="service_head")

    merged = joining.merge(by=head, id=new_id(), client=stays, other=rada, reason="x", at=timezone.now())
    assert TAB in read("/my/record/", client=stays)
    assert TAB not in read("/my/record/")

    joining.undo(by=head, joining=merged, reason="x", at=timezone.now())
    assert TAB in read("/my/record/")
    assert TAB not in read("/my/record/", client=stays)


def test_a_case_that_is_opened_later_is_there_without_a_new_paper(read, ema, teren):
    client = agreed(make.client(teren))
    assert TAB not in read("/my/record/", client=client)

    opened(ema, client)

    assert TAB in read("/my/record/", client=client)


def test_two_cases_are_told_apart(read, ema, rada, case):
    second = opened(ema, rada)

    page = read()

    assert f"Případ {case}" in page
    assert f"Případ {second}" in page
    assert Case.objects.count() == Party.objects.count() == 2
