"""Behind PostgreSQL's own fence, too, the own look shows just what is the client's of a case."""

from datetime import timedelta

import pytest
from django.utils import timezone

from spojka.access.actor import Actor
from spojka.access.permissions import Kind
from spojka.access.tests.test_fence import fenced, in_front, postgres
from spojka.base.ids import new_id
from spojka.caseplans.actions import duties, plans
from spojka.caseplans.content import Asked, Draft
from spojka.caseplans.models import Duty, Plan
from spojka.caseplans.models import Part as PlanPart
from spojka.cases.actions import file, people
from spojka.cases.content import Who
from spojka.cases.models import Case, Entry, Note, Party, Tie
from spojka.cases.tests.conftest import an_hour_ago
from spojka.cases.tests.test_own_look import other
from spojka.looks.models import AccessSheet, Withholding
from spojka.statements.models import Reply, Statement
from tests import make

__all__ = ["fenced", "in_front", "other"]
ALL = ["/my/plan/", "/my/helpers/", "/my/said/"]


@pytest.fixture
def told(ema, petra, let_in, state, case, party, other, look, write):
    """Everything in a case, written by both sides, and a paper that holds for an hour already."""
    let_in(Kind.COURSE)
    write(ema)
    state(ema, "Chodí včas.")
    state(ema, "Pije.", about=other[1])
    state(petra, "Učí se mluvit s úřady.", who="")
    mine = {"by": ema, "service": make.the_service_of(ema)}
    asked = Asked(what="Přinést smlouvu", on=timezone.localdate() + timedelta(days=3), town="Lipovec", who="soud")
    duties.add(**mine, id=new_id(), about=party, asked=asked, at=timezone.now())
    duties.add(
        **mine, id=new_id(), about=other[1], asked=Asked(what="Dohled", on=asked.on, who="soud"), at=timezone.now()
    )
    plan = plans.start(by=ema, id=new_id(), case=case, kind="final")
    id = new_id()
    goal = PlanPart(kind="goal", key=id, of=None)
    plans.write(**mine, id=id, plan=plan, part=goal, draft=Draft(texts={"text": "Vlastní pokoj"}))
    id = new_id()
    step = PlanPart(kind="step", key=id, of=goal.key)
    draft = Draft(texts={"text": "Zavolat na byt"}, party=other[1])
    guest = {"by": petra, "service": make.the_service_of(petra)}
    plans.write(**guest, id=id, plan=plan, part=step, draft=draft)
    plans.agree(by=ema, plan=plan, at=timezone.now())
    look()
    return case


@postgres
def test_the_look_shows_the_same(in_front, told, look, read, party):
    free = [read(path) for path in ALL]

    in_front(None)
    fenced_ = [read(path) for path in ALL]

    for before, behind in zip(free, fenced_, strict=True):
        assert _plain(before) == _plain(behind)
    assert "Zavolat na byt" in fenced_[0]
    assert "Přinést smlouvu" in fenced_[0]
    assert "Dohled" not in fenced_[0]
    assert "souhlasili" in fenced_[1]
    assert "Učí se mluvit s úřady." in fenced_[2]
    assert look(f"/my/plan/{party.pk}/paper/").status_code == 200
    said = Statement  # nobody: the middleware untold who acted
    assert not said.objects.exists()


def _plain(page):
    import re

    return re.sub(r'value="[^"]*"|nonce="[^"]*"', "", page)


@postgres
def test_what_the_sheet_reaches(in_front, told, party, other):
    in_front(Actor.client(AccessSheet.objects.get().link_id))

    assert list(Case.objects.all()) == [told]
    assert list(Party.objects.all()) == [party]
    assert {one.about_id for one in Statement.objects.all()} == {party.pk}
    assert {one.about_id for one in Entry.objects.all()} == {party.pk}
    assert Plan.objects.count() == 1
    assert Duty.objects.count() == 2  # the page leaves out what is asked of others
    for model in (Tie, Note, Withholding):
        assert not model.objects.exists(), model


@postgres
def test_the_client_says_how_they_see_it_in_front_of_it(in_front, told, look, ema, petra):
    said = Statement.objects.get(text="Učí se mluvit s úřady.")
    in_front(None)

    assert look(f"/my/said/{said.pk}/", id=str(new_id()), text="Vidím to jinak.").status_code == 302

    in_front(petra)
    view = Reply.objects.get()
    assert (view.said, view.service_id) == ("Vidím to jinak.", told.service_id)


@postgres
def test_a_stranger_with_a_paper_finds_nothing(in_front, told, look, read, teren, ema):
    client = make.client(teren)
    read("/my/record/", client=client)
    said = Statement.objects.first()
    in_front(None)

    for path in ALL:
        assert "Žádný případ" in read(path, client=client)
    assert look(f"/my/said/{said.pk}/", client=client).status_code == 404


@postgres
def test_it_is_settled_in_front_of_it(in_front, told, ema, petra, party):
    from spojka.access.models import Grant

    theirs = make.the_service_of(petra)
    client = make.client(theirs)
    people.tie(by=petra, client=client, party=party, at=timezone.now())
    in_front(ema)
    who = Who(role="supporter", name="sestra")
    people.add_party(by=ema, id=new_id(), case=told, who=who, at=an_hour_ago())
    # the database's clock stands: what was ended now is open to it still, so rows are counted by their ends
    assert Grant.objects.filter(basis="own_case", ends_at__gt=timezone.now()).count() == 4

    file.hand_over(by=ema, case=Case.objects.get(), to=theirs, words="x", at=timezone.now())

    assert not Grant.objects.filter(basis="own_case", ends_at__gt=timezone.now()).exists()
    in_front(petra)
    assert Case.objects.get().service_id == theirs.pk
