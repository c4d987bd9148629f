"""A session of a group …"""

from datetime import timedelta

import pytest
from django.core.exceptions import PermissionDenied
from django.utils import timezone

from spojka.base.errors import Refusal
from spojka.base.ids import new_id
from spojka.care.actions import groups
from spojka.care.actions.groups import Group
from spojka.care.attendance import sums
from spojka.care.models import GroupChange, GroupSession
from spojka.codelists.catalogue import catalogue
from spojka.encounters.models import Encounter
from spojka.encounters.tests.conftest import wall
from spojka.network.models import Membership


@pytest.fixture
def said(shift, worker):
    start = shift.start + timedelta(minutes=5)
    usual = {"act": "SK", "topic": "Relaps", "starts_at": start, "ends_at": start + timedelta(minutes=50)}
    leaders = (Membership.objects.get(pk=worker.id),)

    def make(**fields):
        return Group(**usual | {"codes": ("PEN 85 M", "MOL 91 T"), "others": 3, "leaders": leaders} | fields)

    return make


@pytest.fixture
def hold(worker, shift, said):
    def record(by=None, id=None, **fields):
        lists = catalogue(shift.service, shift.day)
        return groups.record(
            by=by or worker, id=id or new_id(), shift=shift, group=said(**fields), catalogue=lists, at=timezone.now()
        )

    return record


@pytest.fixture
def correct(worker, shift, said):
    def put(session, by=None, version=1, **fields):
        lists, now = catalogue(shift.service, shift.day), timezone.now()
        told = {"version": version, "reason": "Překlep.", "catalogue": lists, "at": now}
        return groups.correct(by=by or worker, session=session, group=said(**fields), **told)

    return put


def standing():
    found = Encounter.objects.filter(voided_at=None).select_related("client")
    return sorted((one.client.code if one.client else f"{one.people}×") for one in found)


def test_gives_each_who_is_known_the_act_with_its_minutes(hold):
    hold()

    assert standing() == ["3×", "MOL 91 T", "PEN 85 M"]
    act = Encounter.objects.get(client__code="PEN 85 M").acts.get()
    assert (act.code, act.quantity, act.minutes) == ("SK", 1, 50)
    tally = Encounter.objects.get(side="tally")
    assert (tally.people, tally.acts.get().quantity) == (3, 3)


def test_sent_twice_is_one(hold):
    id = new_id()

    hold(id=id)
    hold(id=id)

    assert (GroupSession.objects.count(), len(standing())) == (1, 3)


@pytest.mark.parametrize(
    ("fields", "field"),
    [({"codes": (), "others": 0}, "others"), ({"ends_at": timezone.now() + timedelta(hours=2)}, "ends_at")],
)
def test_says_what_is_wrong_at_its_field(hold, fields, field):
    with pytest.raises(Refusal) as refusal:
        hold(**fields)

    assert refusal.value.field == field
    assert not Encounter.objects.exists()


def test_put_right_voids_who_was_not_there_and_adds_who_was(hold, correct, worker):
    session = hold()
    kept = Encounter.objects.get(client__code="PEN 85 M")

    correct(session, codes=("PEN 85 M", "NOV 77 K"), others=4)

    assert standing() == ["4×", "NOV 77 K", "PEN 85 M"]
    kept.refresh_from_db()
    assert kept.voided_at is None
    change = GroupChange.objects.get()
    assert (change.before["others"], len(change.before["came"]), change.made_by) == (3, 2, worker.id)
    assert "PEN" not in str(change.before)


def test_put_right_in_time_gives_everybody_the_right_minutes(hold, correct, shift):
    session = hold()

    correct(session, ends_at=shift.start + timedelta(minutes=35))

    assert standing() == ["3×", "MOL 91 T", "PEN 85 M"]
    assert {c.acts.get().minutes for c in Encounter.objects.filter(voided_at=None, side="code")} == {30}


def test_put_right_by_two_at_once_is_refused(hold, correct):
    session = hold()
    correct(session, others=4)

    with pytest.raises(groups.Clash):
        correct(session, others=5)


def test_voided_takes_its_contacts_along(hold, worker):
    session = hold()

    groups.void(by=worker, session=session, reason="Nekonala se.", at=timezone.now())

    assert standing() == []
    assert sums(worker, session.day.year) == []


def test_is_counted_by_sessions_and_participants(hold, worker):
    hold()
    session = hold(codes=("PEN 85 M",), others=0)

    (one,) = sums(worker, session.day.year)

    assert (one.sessions, one.people, one.known, one.others) == (2, 6, 3, 3)


def test_is_not_a_strangers(hold, correct, cyril, gita):
    session = hold()

    for who in (cyril, gita):
        with pytest.raises(PermissionDenied):
            correct(session, by=who)
        with pytest.raises(PermissionDenied):
            hold(by=who)


def test_form_ticks_who_uses_to_come(browse, worker, shift, hold, said):
    hold()
    page, at = browse(worker), f"/podchod/shifts/{shift.pk}/groups/new/"
    assert "PEN 85 M" in page.get(at).content.decode()
    client = Encounter.objects.get(client__code="PEN 85 M").client

    typed = {"id": str(new_id()), "act": "SK", "starts_at": wall(said().starts_at), "ends_at": wall(said().ends_at)}
    typed |= {"known": [str(client.pk)], "codes": "nov 77 k\n", "leaders": [worker.id]}
    assert page.post(at, typed | {"leaders": []}).status_code == 422
    answer = page.post(at, typed)

    assert answer.status_code == 302
    assert page.get(answer.url).status_code == 200
    change = typed | {"version": "1", "reason": "Přišla později.", "others": "2"}
    assert page.get(f"{answer.url}correct/").status_code == 200
    assert page.post(f"{answer.url}correct/", change).status_code == 302
    assert page.post(f"{answer.url}void/", {"why": "Dvakrát."}).status_code == 302
    assert page.get(answer.url).status_code == 200
    assert page.get("/podchod/groups/").status_code == 200
