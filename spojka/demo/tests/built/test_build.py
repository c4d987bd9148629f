"""The demonstration is true: its rows are such as the actions make."""

from collections import Counter
from datetime import UTC, datetime

import pytest
from django.core.management import CommandError, call_command
from django.utils import timezone

from spojka.access.actor import Actor
from spojka.access.models import Basis, Grant
from spojka.access.permissions import Permission
from spojka.audit.models import Entry
from spojka.codelists.catalogue import catalogue
from spojka.demo import days
from spojka.encounters.models import Encounter, ServiceRefusal, Shift, Side
from spojka.events.models import Event
from spojka.members.demo_people import DOMAIN, PEOPLE
from spojka.members.models import Invitation
from spojka.network.models import Membership, Service, User
from spojka.search.registry import code

pytestmark = [pytest.mark.django_db, pytest.mark.slow, pytest.mark.xdist_group("demo built")]
WITH = ("acts", "handouts", "topics", "breaths")


@pytest.fixture(scope="module")
def everything(built, django_db_blocker):
    with django_db_blocker.unblock():
        found = Encounter.objects.select_related("shift", "service").prefetch_related(*WITH)
        return list(found.order_by("pk"))


def workers():
    found = Membership.objects.select_related("organisation").order_by("pk")
    return {str(member.pk): Actor.member(member) for member in found}


def test_the_nightlife_team_sets_some_of_its_lists_itself(everything):
    noc = next(one.service for one in everything if one.service.kind == "nightlife")
    lists = catalogue(noc, timezone.localdate())

    assert lists.find("act", "IZA").own == {"minutes"}
    assert lists.find("material", "earplugs").own == {"limit"}


def test_every_encounter_lies_in_its_shift(everything):
    now = timezone.now()

    assert [one for one in everything if not one.shift.start <= one.occurred_at <= min(one.shift.end, now)] == []
    assert {one.day for one in everything} <= set(Shift.objects.order_by("pk").values_list("day", flat=True))


def test_every_contact_is_found_by_the_material_and_themes_it_has(everything):
    """The list that is narrowed by them trusts that: search/rows.py, few_with."""
    lost = {}
    for one in everything:
        said = {code("material", given.code) for given in one.handouts.all()}
        said |= {code(topic.kind, topic.code) for topic in one.topics.all()}
        if one.voided_at is None and (missing := said - set(one.words.split())):
            lost[one.pk] = missing

    assert lost == {}
    assert any(one.version > 1 and one.handouts.all() for one in everything)  # corrected ones too


def test_every_code_is_valid_that_day(everything):
    lists = {}
    for one in everything:
        key = one.service_id, one.day
        lists[key] = here = lists.get(key) or catalogue(one.service, one.day)
        here.check("act", [act.code for act in one.acts.all()])
        here.check("material", [given.code for given in one.handouts.all()])
        for topic in one.topics.all():
            here.check(topic.kind, [topic.code])
        for name, list_code in [("sex",) * 2, ("age_band",) * 2, ("user_kind",) * 2, ("reason", "contact_reason")]:
            here.check(list_code, [code] if (code := getattr(one, name)) else [])


def test_nobody_got_more_than_the_limit(everything):
    items = catalogue(Service.objects.get(name="K-centrum Zastávka"), timezone.localdate())
    limits = {item.code: item.limit or 5000 for item in items.everything["material"]}

    usual = [one for one in everything if not one.overrides.exists()]  # the others have their reason

    over = [one for one in usual for h in one.handouts.all() if h.quantity > limits[h.code] * one.people]
    assert over == []


def test_whoever_recorded_may_do_so(everything):
    known = workers()

    for one in everything:
        by = known[one.recorded_by]
        assert Permission.ENCOUNTER_RECORD in by.permissions
        assert one.service_id in by.services
        assert by.teams is None or one.team_id in by.teams


def test_every_row_passes_its_own_check(everything):
    for one in everything:
        for row in [one, *one.acts.all(), *one.handouts.all(), *one.topics.all(), *one.breaths.all()]:
            row._check()


def test_the_festival_is_full(everything):
    festival = Event.objects.get(name="Festival Tání")
    there = [one for one in everything if one.shift.event_id == festival.pk]

    assert 250 <= len(there) <= 350
    assert festival.shifts.filter(closed_at=None).count() == 0
    assert festival.shifts.count() == 5
    assert max(one.people for one in there if one.side == Side.TALLY) > 20
    assert sum(len(one.breaths.all()) for one in there) > 40
    assert Counter(one.is_late for one in there)[True] == 3
    assert sorted(kind for one in there for kind in one.corrections.values_list("kind", flat=True)) == [
        "corrected",
        "voided",
    ]
    assert ServiceRefusal.objects.filter(shift__event=festival).exclude(description="").count() == 0
    assert any("🙂" in one.note for one in everything)
    assert any("نور" in one.note for one in everything)


def test_clients_return_and_some_are_shared(built):
    centre = Encounter.objects.filter(service__name="K-centrum Zastávka")
    visits = Counter(centre.exclude(client=None).order_by("pk").values_list("client", flat=True))

    assert len(visits) > 30
    assert sum(times > 3 for times in visits.values()) > 20
    assert set(Grant.objects.order_by("pk").values_list("basis", flat=True)) == set(Basis)


def test_somebody_comes_and_somebody_goes(built):
    today = timezone.localdate()
    ended = [member for member in Membership.objects.order_by("pk") if member.has_ended(today)]

    assert [member.user.name for member in ended] == ["Lenka Odlivová"]
    assert Invitation.objects.waiting().filter(link__expires_at__gt=timezone.now()).count() == 1
    assert Invitation.objects.waiting().count() == 2


def test_whom_one_can_be_is_there_and_has_no_password(built):
    users = {user.email: user for user in User.objects.order_by("pk")}

    assert {person.email for person in PEOPLE} <= set(users)
    assert not any(user.has_usable_password() for user in users.values())
    assert {email.partition("@")[2] for email in users} == {DOMAIN}


def test_last_weekend_is_over():
    sunday = days.last_weekend(datetime(2026, 7, 5, 13, 59, tzinfo=UTC))[2]

    assert sunday.isoformat() == "2026-06-28"
    assert days.last_weekend(datetime(2026, 7, 5, 14, tzinfo=UTC))[2].isoformat() == "2026-07-05"


def test_a_second_run_is_refused(built):
    with pytest.raises(CommandError, match="Ukázka tu už je"):
        call_command("demo")


def test_what_was_done_is_spread_over_its_time(built):
    deeds = Counter(
        at.replace(second=0, microsecond=0)
        for at in Entry.objects.filter(is_reading=False).values_list("recorded_at", flat=True)
    )

    assert max(deeds.values()) < 20
    assert sum(deeds.values()) > 1000
