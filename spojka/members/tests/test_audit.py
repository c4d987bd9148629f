"""'Who did what' and 'who has seen this': in words, for those who may, and for nobody else."""

from datetime import timedelta

import pytest
from django.core.exceptions import PermissionDenied
from django.urls import reverse
from django.utils import timezone

from spojka.access.actor import Actor
from spojka.access.permissions import Permission
from spojka.audit import log
from spojka.audit.models import Entry, Seen
from spojka.base.ids import new_id
from spojka.clients.models import Client
from spojka.members.reading import quarter
from spojka.members.seen import who_has_seen
from spojka.places import actions as places
from spojka.projects import actions as projects
from tests import make

SEE = Permission.CLIENT_VIEW
QUARTER_PAST = quarter(timezone.now() - timedelta(days=1))


def add_place(by, service, name="Louka"):
    return places.add(by=by, id=new_id(), service=service, name=name, kind="venue", municipality="Lipovec")


def read_at(at, by, *rows, page="clients"):
    """Remember a reading of `rows` as if it had happened `at`."""
    entry = Entry(
        verb=page,
        is_reading=True,
        actor_kind=by.kind,
        actor_id=by.id,
        role=by.role,
        organisation_id=by.organisation.pk if by.organisation else None,
        recorded_at=at,
    )
    entry.save(force_insert=True)
    Seen.objects.bulk_create(Seen(entry=entry, model=row._meta.label, row_id=row.pk) for row in rows)


def lines(browser, **asked):
    return browser.get("/podchod/audit/", asked).context["lines"]


@pytest.mark.parametrize(
    ("role", "status"),
    [
        ("service_head", 200),
        ("organisation_manager", 200),
        ("auditor", 200),
        ("field_worker", 404),
        ("key_worker", 404),
        ("partner_professional", 404),
        ("volunteer_on_duty", 404),
        ("funder", 404),
    ],
)
def test_is_for_heads_managers_and_auditors(teren, browse, role, status):
    browser = browse(make.member(teren, role=role))

    assert browser.get("/podchod/audit/").status_code == status


def test_tells_deeds_in_words(anna, hana, teren, browse):
    add_place(anna, teren)

    (line,) = lines(browse(hana))

    assert (line.what, line.kinds, line.is_reading) == ("zápis místa", [("místo", 1)], False)
    assert (line.who.name, line.who.role) == ("Anna Poledne", "terénní pracovník")


def test_deeds_on_a_project_are_shown_to_heads_of_its_services(hana, teren, kontakt, browse):
    both = make.member(teren, kontakt, role="service_head")
    for project in (make.project(teren, kontakt), make.project(kontakt)):
        projects.end(by=both, project=project, on=make.SATURDAY)

    (line,) = lines(browse(hana))

    assert line.kinds == [("projekt", 1)]
    assert len(lines(browse(make.member(kontakt, role="service_head")))) == 2


def test_deeds_of_another_service_of_the_house_are_never_shown(bara, hana, kontakt, teren, browse):
    both = make.member(teren, kontakt, name="Olga Obojí")
    add_place(bara, kontakt)
    add_place(both, kontakt)

    assert lines(browse(hana)) == []


def test_readings_are_shown_of_colleagues_only(anna, bara, hana, teren, kontakt, browse):
    read_at(QUARTER_PAST, anna, make.client(teren))
    read_at(QUARTER_PAST, bara, make.client(kontakt))
    read_at(QUARTER_PAST, Actor.day_volunteer(new_id(), teren), make.client(teren))

    assert [line.who.name for line in lines(browse(hana))] == ["Anna Poledne"]


def test_a_head_narrowed_to_a_team_sees_the_people_of_that_team(teren, browse):
    prague, brno = make.team(teren), make.team(teren)
    ours = make.member(teren, teams=[prague], name="Petra Pražská")
    theirs = make.member(teren, teams=[brno], name="Běla Brněnská")
    head = make.member(teren, role="service_head", teams=[prague], name="Hedvika Pražská")
    for actor in (ours, theirs):
        add_place(actor, teren, name=actor.user.name)
        read_at(QUARTER_PAST, actor, make.client(teren))

    assert {line.who.name for line in lines(browse(head))} == {"Petra Pražská"}


def test_readings_of_a_quarter_of_an_hour_are_one_line(anna, hana, teren, browse):
    first, second = make.client(teren), make.client(teren)
    read_at(QUARTER_PAST, anna, first)
    read_at(QUARTER_PAST + timedelta(minutes=14), anna, first, second)
    read_at(QUARTER_PAST + timedelta(minutes=15), anna, first)
    read_at(QUARTER_PAST + timedelta(minutes=1), anna, first, page="client")

    told = [(line.first.minute % 15, line.last.minute % 15, line.kinds) for line in lines(browse(hana))]

    assert sorted(told) == [(0, 0, [("klient", 1)]), (0, 14, [("klient", 2)]), (1, 1, [("klient", 1)])]


def test_looking_into_the_audit_is_remembered_too(anna, hana, teren, browse):
    add_place(anna, teren)
    browse(hana).get("/podchod/audit/")

    assert Entry.objects.get(is_reading=True).actor_id == hana.id


def test_narrows_by_who_what_when_and_deeds_or_readings(anna, hana, teren, browse):
    add_place(anna, teren)
    add_place(hana, teren, name="Sad")
    read_at(QUARTER_PAST - timedelta(days=3), anna, make.client(teren))
    browser, today = browse(hana), timezone.localdate()

    def told(**asked):
        before = Entry.objects.order_by("-recorded_at").values_list("pk", flat=True)[:1]
        assert before
        return [
            (line.who.name, line.is_reading) for line in lines(browser, **asked) if line.kinds[0][0] != "kdo co dělal"
        ]

    assert told(who=anna.id) == [("Anna Poledne", False), ("Anna Poledne", True)]
    assert told(kind="deeds") == [("Hana Večerní", False), ("Anna Poledne", False)]
    assert told(kind="readings") == [("Anna Poledne", True)]
    assert told(what="place.add", who=hana.id) == [("Hana Večerní", False)]
    assert told(last=(today - timedelta(days=2)).isoformat()) == [("Anna Poledne", True)]
    assert len(told(first=today.isoformat(), kind="deeds")) == 2


@pytest.mark.parametrize(
    "asked",
    [
        {"who": "x"},
        {"what": "'; DROP"},
        {"first": "2026-13-45"},
        {"first": "0001-01-01"},
        {"last": "9999-12-31"},
        {"first": "2026-02-02", "last": "2026-02-01"},
    ],
)
def test_a_filter_that_makes_no_sense_is_told_at_the_field(hana, browse, asked):
    page = browse(hana).get("/podchod/audit/", asked)

    assert page.status_code == 200
    assert page.context["form"].errors


@pytest.mark.parametrize("page", ["2", "0", "-1", "x", "99999999999999999999"])
def test_any_number_of_a_page_is_answered(hana, browse, page):
    assert browse(hana).get("/podchod/audit/", {"page": page}).status_code == 200


def test_a_hundred_entries_are_a_page(anna, hana, teren, browse):
    for n in range(101):
        read_at(QUARTER_PAST - timedelta(hours=n), anna, make.client(teren, code=f"X{n}"))
    browser = browse(hana)

    assert len(lines(browser)) == 100
    assert len(lines(browser, page=2)) >= 1


def test_leads_to_a_row_only_where_its_page_opens(anna, cyril, hana, teren, browse):
    own, foreign = make.client(teren), make.client(make.the_service_of(cyril))
    make.grant(foreign, anna.organisation, make.the_service_of(cyril))
    for n, row in enumerate([own, foreign, teren, anna.organisation]):
        read_at(QUARTER_PAST + timedelta(hours=n), anna, row)
    browser = browse(hana)

    led = [line.row for line in lines(browser) if line.who.name == "Anna Poledne"]

    assert led == [None, None, None, own.pk]
    assert browser.get(seen_path(own)).status_code == 200
    assert browser.get(seen_path(foreign)).status_code == 404


# who has seen one row


def seen_path(row):
    return reverse("row_seen", kwargs={"organisation": "podchod", "id": getattr(row, "pk", row)})


def test_tells_who_has_seen_a_row_when_and_from_where(anna, cyril, hana, teren):
    client = make.client(teren)
    make.grant(client, cyril.organisation, teren)
    read_at(QUARTER_PAST, anna, client, make.client(teren))
    read_at(QUARTER_PAST + timedelta(minutes=5), anna, client)
    read_at(QUARTER_PAST + timedelta(minutes=20), cyril, client)
    read_at(QUARTER_PAST + timedelta(minutes=40), Actor.client(new_id()), client)

    sheet, foreign, own = who_has_seen(client, hana)

    assert (own.who.name, own.who.house, own.last - own.first) == ("Anna Poledne", "Podchod", timedelta(minutes=5))
    assert (foreign.who.name, foreign.who.house) == ("Cyril Cizí", cyril.organisation.name)
    assert (sheet.who.name, sheet.who.role, sheet.did) == ("", "klient", False)


def test_who_wrote_a_row_has_seen_it(anna, hana, teren):
    (only,) = who_has_seen(add_place(anna, teren), hana)

    assert (only.who.name, only.did) == ("Anna Poledne", True)


def test_asks_by_index_however_much_was_seen(anna, hana, teren, django_assert_max_num_queries):
    client = make.client(teren)
    for n in range(30):
        read_at(QUARTER_PAST + timedelta(hours=n), anna, client)

    with django_assert_max_num_queries(3):
        assert len(who_has_seen(client, hana)) == 30


def test_only_heads_of_the_rows_service_may_ask(anna, bara, cyril, teren, kontakt):
    client = make.client(teren)
    make.grant(client, cyril.organisation, teren)
    others = make.member(kontakt, role="service_head", reads_house=True)

    for actor in (anna, bara, cyril, others):
        with pytest.raises(PermissionDenied):
            who_has_seen(client, actor)


def test_the_page_of_a_row_is_for_heads_of_its_service(anna, bara, cyril, hana, teren, kontakt, browse):
    client = make.client(teren)
    log.reading(verb=SEE, by=anna, model=Client, ids=[client.pk])
    foreign = make.client(kontakt)
    log.reading(verb=SEE, by=bara, model=Client, ids=[foreign.pk])

    assert "Anna Poledne" in browse(hana).get(seen_path(client)).content.decode()
    for actor in (anna, bara, cyril):
        assert browse(actor).get(seen_path(client)).status_code == 404
    bodies = set()
    for id in (foreign.pk, new_id(), anna.id):
        page = browse(hana).get(seen_path(id))
        assert page.status_code == 404
        bodies.add(len(page.content))
    assert len(bodies) == 1
