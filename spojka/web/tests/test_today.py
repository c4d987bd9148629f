from datetime import timedelta
from types import SimpleNamespace

import pytest
from django.utils import timezone

from spojka.access.permissions import Kind, Permission
from spojka.access.roles import MEMBER_ROLES
from spojka.audit import log
from spojka.audit.models import Entry, Seen
from spojka.base.ids import new_id
from spojka.cases.tests.conftest import opened
from spojka.encounters.models import CrewMember
from spojka.web import waiting
from spojka.web.navigation import MENU, menu
from tests import make


def test_home_leads_to_the_only_organisation(anna, browse):
    assert browse(anna).get("/").url == "/podchod/"


def test_somebody_without_a_membership_is_told(browse, db):
    actor = make.member(make.service())
    actor.user.memberships.update(valid_to=timezone.localdate() - timedelta(days=1))

    answer = browse(actor).get("/")

    assert answer.status_code == 200
    assert "Teď nikde nepracujete" in answer.content.decode()


def test_my_running_shift_stands_on_the_stage(anna, teren, browse):
    tonight = {"planned_start": timezone.now(), "planned_end": timezone.now() + timedelta(hours=7)}
    make.shift(teren, **tonight)
    mine = make.shift(teren, **tonight)
    CrewMember(**mine.ownership, shift=mine, membership_id=anna.id).add()

    answer = browse(anna).get("/podchod/")

    assert answer.context["stage"] == mine
    assert answer.context["new_action"]["url"] == f"/podchod/shifts/{mine.pk}/encounters/new/"


def test_old_shifts_closed_just_now_crowd_nothing_out(anna, teren, browse):
    yesterday, ago = timezone.now() - timedelta(days=1), timezone.now() - timedelta(days=90)
    new = _closed(teren, yesterday, closed_at=yesterday)
    for _ in range(5):
        _closed(teren, ago, closed_at=timezone.now())  # as bringing a table in does

    assert browse(anna).get("/podchod/").context["closed"][0] == new


def _closed(service, ended_at, closed_at):
    began = ended_at - timedelta(hours=5)
    times = {"planned_start": began, "started_at": began, "planned_end": ended_at, "ended_at": ended_at}
    return make.shift(service, **times, closed_at=closed_at, closed_by="x")


def test_it_is_the_shift_that_is_closed_whatever_the_event_is_called(anna, teren, browse):
    _closed(teren, timezone.now(), closed_at=timezone.now())

    assert "</strong></a>: směna je uzavřená, 0 kontaktů." in browse(anna).get("/podchod/").content.decode()


def test_what_a_group_counts_or_one_owes_oneself_is_not_told_twice(anna, monkeypatch):
    group, team = (SimpleNamespace(held_for=new_id()) for _ in range(2))
    own, of_group, other = (
        SimpleNamespace(row=SimpleNamespace(pk=new_id(), meeting=one)) for one in (team, group, team)
    )
    monkeypatch.setattr(waiting, "groups_waiting", lambda *_: [SimpleNamespace(of=group.held_for)])
    monkeypatch.setattr(waiting, "matters_waiting", lambda *_: [own])
    monkeypatch.setattr(waiting, "matters_owed", lambda *_: [own, of_group, other])

    assert waiting.gathered(anna, timezone.now())["meetings_owed"] == [other]


def test_a_shift_left_open_waits_to_be_closed(anna, teren, browse):
    shift = make.shift(teren)

    assert browse(anna).get("/podchod/").context["unclosed"] == [shift]


def test_without_a_shift_new_starts_one(anna, browse):
    answer = browse(anna).get("/podchod/")

    assert answer.context["new_action"]["url"] == "/podchod/shifts/new/"


def test_other_services_shifts_are_not_shown(anna, kontakt, browse):
    make.shift(kontakt)

    answer = browse(anna).get("/podchod/")

    assert answer.context["stage"] is None


def test_what_was_shown_is_audited_once(anna, teren, browse):
    shift = make.shift(teren)

    browse(anna).get("/podchod/")

    entry = Entry.objects.get()
    assert (entry.verb, entry.is_reading, entry.actor_id) == ("today", True, anna.id)
    assert list(Seen.objects.values_list("model", "row_id")) == [("encounters.Shift", shift.pk)]


@pytest.mark.parametrize("role", MEMBER_ROLES)
def test_the_menu_has_seven_entries_at_most(teren, role):
    assert len(menu(make.member(teren, role=role), "podchod", "/podchod/", "today")) <= 7


def test_what_folds_stands_in_the_office(hana, anna):
    assert len(menu(hana, "podchod", "/podchod/", "today")) == 7 == len(MENU) - 3

    there = {"path": "/podchod/meetings/", "view": "meetings:list"}
    current = [[str(one["label"]) for one in menu(who, "podchod", **there) if one["current"]] for who in (hana, anna)]
    assert current == [["Správa"], ["Správa"]]
    there = {"path": "/podchod/recommendations/x/", "view": "recommendations:one"}
    assert [str(one["label"]) for one in menu(hana, "podchod", **there) if one["current"]] == ["Správa"]
    there = {"path": "/podchod/events/", "view": "events:list"}
    current = [[str(one["label"]) for one in menu(who, "podchod", **there) if one["current"]] for who in (hana, anna)]
    assert current == [["Správa"], ["Akce"]]


def test_who_only_reads_sees_in_the_menu_what_there_is_to_read(teren, kontakt):
    partner = make.member(teren, role="partner_professional")
    names = [str(one["label"]) for one in menu(partner, "podchod", "/podchod/", "today")]
    assert names == ["Dnes", "Setkání", "Skupiny", "Správa"]

    make.grant(make.client(kontakt), partner.id, kontakt, kinds=Kind.PERSONAL)
    names = [str(one["label"]) for one in menu(partner, "podchod", "/podchod/", "today")]
    assert names == ["Dnes", "Klienti", "Setkání", "Skupiny", "Správa"]


def test_events_stand_in_the_menu_of_nights_out_and_meetings_in_that_of_a_centre(anna):
    labels = {
        kind: [str(one["label"]) for one in menu(anna, "podchod", "/podchod/", "today", kinds=[kind])]
        for kind in ("nightlife", "3856")
    }

    assert [names[5:] for names in labels.values()] == [["Akce", "Správa"], ["Setkání", "Správa"]]


def test_an_office_that_leads_cases_begins_with_them(teren, browse):
    ema = make.member(teren, name="Ema Klíčová", role="key_worker")
    first = browse(ema).get("/podchod/")  # nothing of either yet: as everywhere
    opened(ema, make.client(teren))
    page = browse(ema).get("/podchod/")
    offices = [browse(ema).get("/podchod/office/").content.decode()]
    make.shift(teren)
    offices += [browse(ema).get("/podchod/office/").content.decode()]
    again = browse(ema).get("/podchod/")

    assert [one.context["new_action"]["url"].rsplit("podchod/")[1].split("/")[0] for one in (first, page)] == [
        "shifts",
        "clients",
    ]
    assert [item["url"] for item in page.context["nav"]][:3] == ["/podchod/", "/podchod/cases/", "/podchod/clients/"]
    assert [item["url"] for item in again.context["nav"]][1] == "/podchod/encounters/"
    assert "/podchod/shifts/" not in [item["url"] for item in page.context["nav"]]
    assert ['class="card" href="/podchod/shifts/"' in office for office in offices] == [True, False]
    assert "/shifts/" in again.context["new_action"]["url"]
    assert browse(ema).get(page.context["new_action"]["url"]).status_code == 200


@pytest.mark.parametrize("role", ["funder", "caretaker", "auditor", "partner_professional", "volunteer_on_duty"])
def test_everybody_has_a_first_page(teren, browse, role):
    actor = make.member(teren, role=role)

    assert browse(actor).get("/podchod/").status_code == 200


def test_an_auditor_sees_what_deserves_a_look(teren, anna, hana, kontakt, browse):
    auditor = make.member(teren, role="auditor")
    for service in (teren, kontakt):
        shift = make.shift(service)
        log.deed(verb=Permission.ENCOUNTER_VOID, by=anna, row=shift)

    answer = browse(auditor).get("/podchod/")

    week = answer.context["week"]
    assert [(look.count, "what=encounter.void" in look.query) for look in week.looks] == [(1, True)]
    assert browse(auditor).get(f"/podchod/audit/?{week.looks[0].query}").context["page"].paginator.count == 1


def test_a_coordinator_sees_who_leaves_soon_in_their_services(teren, anna, bara, browse):
    coordinator = make.member(teren, role="city_coordinator")
    for actor in (anna, bara):
        actor.user.memberships.update(valid_to=timezone.localdate() + timedelta(days=9))

    page = browse(coordinator).get("/podchod/")

    assert [str(member.pk) for member in page.context["leaving"]] == [anna.id]
    assert page.context["week"] is None
    assert "Bára" not in page.content.decode()
