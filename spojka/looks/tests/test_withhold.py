"""A part of the own look that is not shown: proposed, approved by somebody else, over by itself."""

from datetime import datetime, time, timedelta

import pytest
from django.db import IntegrityError, transaction
from django.test import Client as Browser
from django.utils import timezone

from spojka.access.models import Grant
from spojka.access.permissions import Kind
from spojka.base.errors import Refusal
from spojka.base.ids import new_id
from spojka.clients.actions import joining
from spojka.looks import actions, doors, withholding
from spojka.looks.models import Withholding
from spojka.looks.opening import opened
from tests import make

DAY = timedelta(days=1)
HELD = "se tu neukáže"


@pytest.fixture(autouse=True)
def quick(monkeypatch):
    monkeypatch.setattr(doors, "SLOW", 0)


@pytest.fixture
def head(teren):
    return make.member(teren, role="service_head", name="Hedvika")


@pytest.fixture
def met(teren, rada):
    return make.encounter(make.shift(teren), client=rada, side="code")


@pytest.fixture
def propose(anna, rada):
    def propose_(part="done", by=None, days=30, at=None):
        at = at or timezone.now()
        said = {"ground": "life", "why": "Partner čte s ní.", "ends_on": timezone.localdate(at) + days * DAY, "at": at}
        return withholding.propose(by=by or anna, id=new_id(), client=rada, part=part, **said)

    return propose_


@pytest.fixture
def decide(head):
    def decide_(one, is_approved=True, by=None, at=None):
        said = {"is_approved": is_approved, "words": "Souhlasím.", "at": at or timezone.now()}
        return withholding.review(by=by or head, withholding=one, **said)

    return decide_


def look(letters, path="/my/record/"):
    browser = Browser()
    browser.post("/my/", {"secret": letters})
    return browser.get(path)


def told(letters, path="/my/record/"):
    return look(letters, path).content.decode()


def test_nothing_is_withheld_before_somebody_else_approves_it(issued, met, propose, decide, head):
    letters = issued()
    one = propose()
    assert HELD not in told(letters)
    with pytest.raises(Refusal, match="navrhli"):
        decide(propose("ledger", by=head), by=head)
    assert HELD not in told(letters, "/my/seen/")

    decide(one)

    page = look(letters)
    assert HELD in page.content.decode()
    assert list(page.context["page"].object_list) == []
    assert HELD not in told(letters, "/my/seen/")


def test_what_is_not_approved_is_shown(issued, met, propose, decide):
    letters = issued()
    decide(propose(), is_approved=False)

    assert HELD not in told(letters)
    with pytest.raises(Refusal, match="rozhodnuto"):
        decide(Withholding.objects.get())
    propose()  # again, with a better reason


def test_who_looked_and_with_whom_is_shared_is_one_part(issued, met, propose, decide):
    letters = issued()
    decide(propose("ledger"))

    for path in ("/my/sharing/", "/my/seen/"):
        page = look(letters, path)
        assert HELD in page.content.decode()
        assert not [name for name in ("every", "asked", "looked") if name in page.context]
    assert look(letters, "/my/seen/paper/").status_code == 302
    assert len(look(letters).context["page"].object_list) == 1
    assert look(letters, "/my/say/").status_code == 200


@pytest.mark.parametrize("is_older", [True, False], ids=["an older paper", "a newer paper"])
def test_it_ends_by_itself_with_its_term(issued, met, propose, decide, rada, is_older):
    now = timezone.now()
    if is_older:
        issued()
    decide(propose(days=30))
    if not is_older:
        issued()
    ends = timezone.make_aware(datetime.combine(timezone.localdate(now) + 31 * DAY, time.min))

    link = rada.access_sheets.get().link
    shows = [Kind.HISTORY in opened(link, at) for at in (timezone.now(), ends - timedelta(seconds=1), ends)]

    assert shows == [False, False, True]
    assert Kind.LEDGER in opened(link, timezone.now())


def test_a_new_paper_shows_no_more_than_the_old_one(issued, met, propose, decide):
    issued()
    decide(propose())

    assert HELD in told(issued())


def test_ended_sooner_it_is_shown_at_once(anna, issued, met, propose, decide):
    letters = issued()
    one = decide(propose())
    for _twice in range(2):
        one = withholding.end(by=anna, withholding=one, at=timezone.now())

    assert HELD not in told(letters)
    assert len(look(letters).context["page"].object_list) == 1


def test_of_a_lost_paper_nothing_opens_later_either(anna, issued, met, propose, decide, rada):
    issued()
    decide(propose())

    actions.end(by=anna, sheet=rada.access_sheets.get(ended_at=None), why="Ztratila.", at=timezone.now())

    assert not Grant.objects.filter(subject_id=rada.pk, ends_at__gt=timezone.now()).exists()


def test_it_goes_along_with_a_merge_and_back(head, teren, issued, met, propose, decide, rada):
    other = make.client(teren, code="RAD 81 Z")
    merged, stayed = issued(), issued(client=other)
    decide(propose())

    said = {"client": other, "other": rada, "reason": "Jeden člověk", "at": timezone.now()}
    joined = joining.merge(by=head, id=new_id(), **said)
    assert HELD in told(merged)
    assert HELD in told(stayed)

    joining.undo(by=head, joining=joined, reason="Dva lidé", at=timezone.now())
    assert HELD in told(merged)
    assert HELD not in told(stayed)


def test_one_part_is_withheld_once_and_for_a_year_at_most(propose):
    for days in (0, -1, 400):
        with pytest.raises(Refusal, match="do roka"):
            propose(days=days)
    propose()
    with pytest.raises(Refusal, match="už zadržená"):
        propose()


def test_the_database_knows_that_two_decide(propose):
    one = propose()

    with pytest.raises(IntegrityError), transaction.atomic():
        Withholding.objects.filter(pk=one.pk).update(reviewed_by=one.proposed_by)


def test_pages_ask_propose_decide_and_show_again(anna, browse, head, issued, met, rada):
    letters, at = issued(), f"/podchod/clients/{rada.pk}/withholdings/"
    typed = {"id": str(new_id()), "part": "done", "ground": "child", "why": "Tajenka.", "ends_on": "2020-01-01"}
    asked = browse(anna).post(at, typed)
    assert (asked.status_code, ">Tajenka.<" in asked.content.decode().replace("\n", "")) == (422, True)
    assert browse(anna).post(at, typed | {"ends_on": timezone.localdate() + 10 * DAY}).status_code == 302
    one = Withholding.objects.get()
    assert "Tajenka" not in str(list(Withholding.objects.values()))
    page = f"/podchod/withholdings/{one.pk}/"
    assert not browse(anna).get(page).context["may_review"]
    assert page in browse(head).get("/podchod/").content.decode()
    assert page not in browse(anna).get("/podchod/").content.decode()

    assert browse(head).post(page, {"words": "Ano."}).status_code == 422
    assert browse(head).post(page, {"is_approved": "yes", "words": "Ano."}).status_code == 302

    assert HELD in told(letters)
    assert browse(anna).post(f"{page}end/").status_code == 302
    assert HELD not in told(letters)


def test_strangers_find_nothing(bara, browse, cyril, propose, rada):
    one = propose()

    for who in (bara, cyril):
        for path in (f"clients/{rada.pk}/withholdings/", f"withholdings/{one.pk}/"):
            assert browse(who).get(f"/podchod/{path}").status_code == 404
        assert browse(who).post(f"/podchod/withholdings/{one.pk}/end/").status_code == 404
