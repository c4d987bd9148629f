"""A party tied to the wrong client: whatever stood on the mistake ends, and nothing that was written is lost."""

import pytest
from django.core.exceptions import PermissionDenied
from django.utils import timezone

from spojka.access.models import Basis, Grant
from spojka.access.permissions import Kind, Permission
from spojka.audit.models import Entry as Audited
from spojka.base.ids import new_id
from spojka.cases import sharing
from spojka.cases.actions import file, people
from spojka.cases.content import Who
from spojka.cases.models import Entry, Party, Tie
from spojka.consents.content import Whom
from spojka.consents.tests.conftest import agreed
from spojka.walls import actions as walls
from spojka.walls.actions import KeptOut
from tests import make

from .conftest import an_hour_ago

VIEW = Permission.CASE_VIEW


@pytest.fixture
def tie(rada):
    """How the party is tied to Rada, who is somebody else."""
    return lambda: Tie.objects.get(client=rada)


def undo(by, tie):
    return people.untie(by=by, tie=tie(), at=timezone.now())


def second(ema, case, teren, code="DIT 15 M"):
    """Somebody else in the case, tied to their own client."""
    who = Who(role="client", name="Adam")
    party = people.add_party(by=ema, id=new_id(), case=case, who=who, at=an_hour_ago())
    client = agreed(make.client(teren, code=code))
    people.tie(by=ema, client=client, party=party, at=an_hour_ago())
    return party, client


def test_who_was_let_in_by_the_consent_of_the_wrong_client_sees_no_more(let_in, ema, petra, write, case, party, tie):
    written = write(ema)
    let_in(Kind.COURSE)
    assert petra.can(VIEW, written)

    undo(ema, tie)

    assert not any(petra.can(VIEW, one) for one in (written, party, case))
    assert ema.can(VIEW, written)
    assert Entry.objects.get() == written
    assert not Tie.objects.exists()
    done = Audited.objects.filter(verb=Permission.PARTY_UNTIE).get()
    assert done.subject_id == party.pk


def test_of_others_in_the_case_they_see_what_those_agreed_to(let_in, ema, petra, case, teren, give, jinde, party, tie):
    other, client = second(ema, case, teren)
    let_in(Kind.COURSE)
    give(ema, client, Whom(institution="Jinde", house=jinde), kinds=Kind.COURSE, at=an_hour_ago())
    side = next(one for one in sharing.sides(case, timezone.now()) if one.grantee == jinde.pk)
    deed = {"by": ema, "id": new_id(), "case": case, "side": side, "parties": [party, other], "role": "ospod"}
    people.open_to(**deed, at=an_hour_ago())

    undo(ema, tie)

    assert petra.can(VIEW, case)
    assert petra.can(VIEW, other)
    assert not petra.can(VIEW, party)


def test_the_wrong_client_looks_into_the_case_no_more(read, ema, case, tie):
    assert "Ema Klíčová" in read()

    undo(ema, tie)

    assert "Ema Klíčová" not in read()
    assert not Grant.objects.current(timezone.now()).filter(basis=Basis.OWN_CASE).exists()


def test_another_client_of_the_case_looks_into_it_still(read, ema, case, teren, tie):
    _party, client = second(ema, case, teren)
    read(client=client)

    undo(ema, tie)

    assert "Ema Klíčová" in read(client=client)


def test_a_wall_around_the_wrong_client_closes_the_party_no_more(ema, hana, rada, case, party, teren, tie):
    tom = make.member(teren, role="key_worker", name="Tom Otcův")
    membership = tom.user.memberships.get()
    walls.put_up(by=hana, id=new_id(), client=rada, said=KeptOut(whom=membership, why="x"), at=an_hour_ago())
    assert not type(tom).member(membership).can(VIEW, party)

    undo(ema, tie)

    now = type(tom).member(membership)
    assert now.can(VIEW, party)
    assert now.can(VIEW, case)
    assert not now.can(Permission.CLIENT_VIEW, rada)


def test_twice_is_once(ema, case, tie):
    row = tie()

    undo(ema, lambda: row)
    people.untie(by=ema, tie=row, at=timezone.now())

    assert not Tie.objects.exists()


def test_nobody_else_undoes_it(let_in, petra, bara, cyril, tie):
    let_in(Kind.COURSE)

    for who in (petra, bara, cyril):
        with pytest.raises(PermissionDenied):
            undo(who, tie)
    assert Tie.objects.exists()


def test_a_guest_undoes_its_own_tie_alone(let_in, petra, browse, party, tie):
    let_in(Kind.COURSE)
    page = f"/jinde/parties/{party.pk}/untie/"
    nothing = browse(petra).get(page)
    mine = make.client(make.the_service_of(petra), code="PET 22 Z")
    people.tie(by=petra, client=mine, party=party, at=timezone.now())

    browse(petra).post(page, {"tie": Tie.objects.get(client=mine).pk})

    assert nothing.status_code == 302
    assert Tie.objects.get() == tie()
    assert petra.can(VIEW, party)


def test_the_page_says_what_ends_and_another_client_can_be_tied(browse, ema, case, rada, teren, party, tie):
    right, people_page = make.client(teren, code="DIT 15 M"), f"/podchod/cases/{case.pk}/people/"
    page = f"/podchod/parties/{party.pk}/untie/"
    assert page in browse(ema).get(people_page).content.decode()

    asked = browse(ema).get(page).content.decode()
    answer = browse(ema).post(page, {"tie": tie().pk})
    browse(ema).post(f"/podchod/parties/{party.pk}/tie/", {"code": right.code})

    assert rada.code in asked
    assert answer.url == people_page
    assert Tie.objects.get().client == right


@pytest.mark.parametrize("sent", ["", "x", "another"])
def test_a_page_that_told_of_another_client_unties_nobody(browse, ema, rada, party, tie, sent):
    sent = new_id() if sent == "another" else sent
    page = f"/podchod/parties/{party.pk}/untie/"

    answer = browse(ema).post(page, {"tie": sent})

    assert answer.status_code == 422
    assert "Mezitím" in answer.content.decode()
    assert f'value="{tie().pk}"' in answer.content.decode()
    assert Party.objects.get(pk=party.pk).ties.get().client == rada


def test_who_handed_the_case_over_takes_back_what_stood_on_their_mistake(let_in, ema, petra, write, case, party, tie):
    let_in(Kind.COURSE)
    file.hand_over(by=ema, case=case, to=make.the_service_of(petra), words="Teď ho vede OSPOD.", at=timezone.now())
    on_it = Grant.objects.filter(subject_id=party.pk, stands_on__subject_id=tie().client_id)
    assert on_it.current(timezone.now()).exists()

    undo(ema, tie)

    assert not on_it.current(timezone.now()).exists()
    assert petra.can(VIEW, Party.objects.get(pk=party.pk))  # who leads the case sees its people
