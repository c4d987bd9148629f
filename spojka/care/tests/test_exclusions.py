"""The end of a service …"""

from datetime import timedelta

import pytest
from django.core.exceptions import PermissionDenied
from django.utils import timezone

from spojka.base.errors import Refusal
from spojka.base.ids import new_id
from spojka.care.actions import exclusions
from spojka.care.actions.exclusions import Ending
from spojka.care.endings import shows_description
from spojka.care.matters import matters
from spojka.care.models import Exclusion, ExclusionReview
from spojka.care.tidying import tidy
from spojka.clients.beside import flags_of
from spojka.encounters.models import CrewMember, ServiceRefusal
from spojka.network.models import Membership
from tests import make

DAY = timedelta(days=1)


@pytest.fixture
def today(db):
    return timezone.localdate()


@pytest.fixture
def client(centre):
    return make.client(centre, code="PEN 85 M")


@pytest.fixture
def ending(worker, colleague, today):
    def make(**fields):
        words = dict.fromkeys(["what", "remedy", "told", "appeal", "offered"], "Slovy.")
        days = {"starts_on": today, "ends_on": today + 30 * DAY, "review_on": today + 7 * DAY}
        agreed = tuple(Membership.objects.filter(pk__in=[worker.id, colleague.id]))
        return Ending(**{"ground": "aggression", "agreed": agreed} | words | days | fields)

    return make


@pytest.fixture
def close(worker, client, ending):
    def record(by=None, of=None, id=None, description="", refusal=None, **fields):
        about = {"description": description, "refusal": refusal, "at": timezone.now()}
        return exclusions.record(by=by or worker, id=id or new_id(), of=of or client, ending=ending(**fields), **about)

    return record


def test_is_agreed_by_two_and_shows_at_the_counter(close, client, worker):
    one = close()

    (flag,) = flags_of(client, worker, timezone.now())
    assert one.agreements.count() == 2
    assert (flag.kind, flag.tone, str(one.pk) in flag.link) == ("ban", "bad", True)


def test_sent_twice_is_one(close):
    id = new_id()

    close(id=id)
    close(id=id)

    assert Exclusion.objects.count() == 1


def test_needs_two_of_the_team_or_a_head_with_a_reason(close, head, worker):
    alone = tuple(Membership.objects.filter(pk=worker.id))

    for fields in ({"agreed": alone}, {"agreed": alone, "alone_why": "Byla jsem sama."}):
        with pytest.raises(Refusal):
            close(**fields)
    with pytest.raises(Refusal):
        close(by=head, agreed=alone)
    assert close(by=head, agreed=alone, alone_why="Ostatní jsou nemocní.").alone_why


@pytest.mark.parametrize(
    ("fields", "field"),
    [
        ({"ends_on": None}, "ends_on"),
        ({"ends_on": -1}, "ends_on"),
        ({"review_on": 31}, "review_on"),
        ({"review_on": -1}, "review_on"),
        ({"ends_on": None, "until": "až bude klid", "review_on": 400}, "review_on"),
    ],
)
def test_has_days_that_make_sense(close, today, fields, field):
    days = {name: today + said * DAY if isinstance(said, int) else said for name, said in fields.items()}

    with pytest.raises(Refusal) as refusal:
        close(**days)

    assert refusal.value.field == field


def test_is_not_doubled(close):
    close()

    with pytest.raises(Refusal):
        close()


def test_comes_back_on_its_day_to_who_wrote_it_and_to_the_head(close, worker, colleague, head, today):
    close()
    later = timezone.now() + 8 * DAY

    assert [len(matters(who, timezone.now())) for who in (worker, head)] == [0, 0]
    assert [len(matters(who, later)) for who in (worker, colleague, head)] == [1, 0, 1]


def test_reviewed_goes_on_until_another_day_and_what_held_stays(close, worker, today):
    one = close()
    said = {"said": "Trvá.", "ends_on": today + 10 * DAY, "review_on": today + 10 * DAY}

    exclusions.review(by=worker, id=new_id(), exclusion=one, at=timezone.now(), **said)

    one.refresh_from_db()
    review = ExclusionReview.objects.get()
    assert (one.ends_on, one.review_on) == (today + 10 * DAY, today + 10 * DAY)
    assert (review.ends_before, review.ends_on) == (today + 30 * DAY, today + 10 * DAY)


def test_ended_early_with_a_reason_holds_no_more(close, client, worker):
    exclusions.end(by=worker, exclusion=close(), why="Omluvil se.", at=timezone.now())

    assert list(flags_of(client, worker, timezone.now())) == []


def test_of_a_described_person_follows_a_refusal_and_goes_with_the_event(close, shift, worker, colleague, today):
    CrewMember(**shift.ownership, shift=shift, membership_id=worker.id).add()
    refusal = ServiceRefusal(
        **shift.ownership, shift=shift, day=shift.day, occurred_at=shift.start, ground="aggression", recorded_by="x"
    ).add()
    with pytest.raises(Refusal):
        close(of=shift, description="Zelená bunda.")
    days = {"ends_on": today, "review_on": today}

    one = close(of=shift, refusal=refusal, description="Zelená bunda.", **days)

    assert [shows_description(one, who, today) for who in (worker, colleague)] == [True, False]
    assert not shows_description(one, worker, today + 2 * DAY)
    with pytest.raises(Refusal):
        close(of=shift, refusal=refusal, description="Zelená bunda.", **days)
    list(tidy(timezone.now() + 3 * DAY))
    one.refresh_from_db()
    assert one.description == ""


def test_is_not_a_strangers(close, client, cyril, gita):
    one = close()

    for who in (cyril, gita):
        with pytest.raises(PermissionDenied):
            close(by=who)
        with pytest.raises(PermissionDenied):
            exclusions.end(by=who, exclusion=one, why="x", at=timezone.now())
        assert list(flags_of(client, who, timezone.now())) == []
        assert matters(who, timezone.now() + 8 * DAY) == []


def test_works_from_its_pages(browse, worker, colleague, client, shift, today):
    page, at = browse(worker), f"/podchod/clients/{client.pk}/exclusions/new/"
    words = dict.fromkeys(["what", "remedy", "told", "appeal", "offered"], "Slovy.")
    typed = {"id": str(new_id()), "ground": "damage", "agreed": [worker.id, colleague.id], "starts_on": str(today)}
    typed |= words | {"ends_on": str(today + 9 * DAY), "review_on": str(today + DAY)}

    assert page.get(at).status_code == 200
    assert page.post(at, typed | {"agreed": [worker.id]}).status_code == 422
    answer = page.post(at, typed)
    assert answer.status_code == 302
    assert "PEN 85 M" in page.get(answer.url).content.decode()
    assert "PEN 85 M" in page.get("/podchod/exclusions/").content.decode()
    shown = page.get(f"/podchod/clients/{client.pk}/").content.decode()
    assert f'<a href="{answer.url}">' in shown  # the sign is a link, not the words of one
    again = {"id": str(new_id()), "said": "Trvá.", "ends_on": str(today + DAY), "review_on": str(today + DAY)}
    assert page.post(f"{answer.url}review/", again | {"said": ""}).status_code == 422
    assert page.post(f"{answer.url}review/", again).status_code == 302
    assert page.post(f"{answer.url}end/", {}).status_code == 422
    assert page.post(f"{answer.url}end/", {"why": "Omluva."}).status_code == 302
    described = typed | {"id": str(new_id()), "description": "Zelená bunda.", "ends_on": str(today)}
    described |= {"review_on": str(today)}
    new = page.post(f"/podchod/shifts/{shift.pk}/exclusions/new/", described)
    assert new.status_code == 302
    assert page.get(new.url).status_code == 200
