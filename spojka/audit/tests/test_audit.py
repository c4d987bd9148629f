"""What is remembered of deeds and readings, and that it stays."""

from importlib import import_module
from types import SimpleNamespace

import pytest
from django.core.exceptions import PermissionDenied
from django.db import DatabaseError, connection, transaction
from django.http import Http404, HttpResponse
from django.test import RequestFactory

from spojka.access.actor import Actor
from spojka.access.doors import reach, read, shown
from spojka.access.permissions import Permission
from spojka.audit import log
from spojka.audit.models import Entry, Seen
from spojka.base.ids import new_id
from spojka.clients.models import Client
from spojka.network.models import Membership, Organisation
from spojka.places import actions as places
from spojka.places.models import Place
from spojka.web.middleware.reading import GetMustNotWrite, ReadingMiddleware
from tests import make

SEE = Permission.CLIENT_VIEW


def add_place(by, service, **fields):
    usual = {"id": new_id(), "name": "Louka", "kind": "venue", "municipality": "Lipovec"}
    return places.add(by=by, service=service, **usual | fields)


def test_a_deed_is_remembered_with_who_did_what_to_which_row(anna, teren):
    place = add_place(anna, teren)

    entry = Entry.objects.get()
    assert (entry.verb, entry.is_reading) == ("place.add", False)
    assert (entry.actor_kind, entry.actor_id, entry.role) == ("member", anna.id, "field_worker")
    assert (entry.organisation_id, entry.service_id) == (teren.organisation_id, teren.pk)
    assert (entry.subject_model, entry.subject_id) == ("places.Place", place.pk)


def test_a_deed_and_its_memory_stand_or_fall_together(anna, teren, monkeypatch):
    monkeypatch.setattr(log, "deed", lambda **_: 1 / 0)

    with pytest.raises(ZeroDivisionError):
        add_place(anna, teren)
    assert not Place.objects.exists()


def test_a_refused_deed_leaves_nothing(bara, teren):
    with pytest.raises(PermissionDenied):
        add_place(bara, teren)
    assert not Entry.objects.exists()


def test_a_repeated_send_is_remembered_once(anna, teren):
    id = new_id()
    for _ in range(9):
        add_place(anna, teren, id=id)

    assert Entry.objects.count() == 1


def test_one_page_is_one_entry_with_the_ids_it_showed(anna, teren):
    first, second, third = (make.client(teren) for _ in range(3))

    with log.page(lambda: "clients"):
        shown(Client, by=anna, to=SEE, order=("code",), size=2)
        reach(Client, third.pk, by=anna, to=SEE)
        read([first], by=anna, to=SEE)  # shown twice, seen once

    entry = Entry.objects.get()
    assert (entry.verb, entry.is_reading, entry.actor_id) == ("clients", True, anna.id)
    assert sorted(seen.row_id for seen in entry.seen.all()) == sorted([first.pk, second.pk, third.pk])
    assert {seen.model for seen in entry.seen.all()} == {"clients.Client"}


def test_what_was_not_shown_is_not_remembered(anna, teren, cyril):
    foreign = make.client(make.the_service_of(cyril))

    with pytest.raises(Http404), log.page(lambda: "client"):
        reach(Client, foreign.pk, by=anna, to=SEE)
    assert not Entry.objects.exists()


def test_a_page_on_the_web_is_remembered(anna, hana, browse):
    browse(anna).get("/podchod/people/")

    entry = Entry.objects.get()
    assert (entry.verb, entry.actor_id) == ("people", anna.id)
    assert {str(seen.row_id) for seen in entry.seen.all()} == {anna.id, hana.id}


def request_with(method, view):
    return ReadingMiddleware(view)(getattr(RequestFactory(), method)("/"))


def writing(request):
    Organisation.objects.create(slug="x", name="X")
    return HttpResponse("done")


@pytest.mark.parametrize("method", ["get", "head"])
def test_reading_a_page_can_not_write(db, method):
    with pytest.raises((GetMustNotWrite, DatabaseError)), transaction.atomic():
        request_with(method, writing)
    assert not Organisation.objects.exists()


@pytest.mark.django_db(transaction=True)
def test_sending_a_form_may_write():
    assert request_with("post", writing).content == b"done"


def test_reading_a_page_writes_just_the_audit(anna, browse, django_assert_max_num_queries):
    browser, before = browse(anna), Membership.objects.count()
    browser.get("/podchod/")  # the first page writes down which device it is

    with django_assert_max_num_queries(30) as queries:
        browser.get("/podchod/people/")

    verbs = ("INSERT", "UPDATE", "DELETE", "CREATE", "ALTER")
    written = [q["sql"] for q in queries if q["sql"].upper().startswith(verbs)]
    assert all('"audit_entry"' in sql or '"audit_seen"' in sql for sql in written)
    assert len(written) == 2
    assert Membership.objects.count() == before


@pytest.fixture
def entry(anna, teren):
    log.reading(verb=SEE, by=anna, model=Client, ids=[make.client(teren).pk])
    return Entry.objects.get()


@pytest.mark.parametrize("model", [Entry, Seen])
def test_code_can_not_change_or_remove_what_was_audited(entry, model):
    row = model.objects.get()

    for change in (row.save, row.delete, model.objects.all().delete, lambda: model.objects.update(pk=new_id())):
        with pytest.raises(TypeError, match="stays"):
            change()


@pytest.mark.parametrize("table", ["audit_entry", "audit_seen"])
@pytest.mark.parametrize("change", ["UPDATE {} SET id = id", "DELETE FROM {}"])
def test_the_database_refuses_it_too(entry, table, change):
    fence = import_module("spojka.audit.migrations.0002_append_only").fence
    with connection.cursor() as cursor:
        fence(None, SimpleNamespace(connection=connection, execute=cursor.execute))
        with pytest.raises(DatabaseError, match="stays"), transaction.atomic():
            cursor.execute(change.format(table))


ACTORS = {
    "link_holder": lambda service: Actor.link_holder(new_id()),
    "client": lambda service: Actor.client(new_id()),
    "day_volunteer": lambda service: Actor.day_volunteer(new_id(), service),
    "public": lambda service: Actor.public(new_id()),
    "system": lambda service: Actor.system("remind", service, frozenset()),
}


@pytest.mark.parametrize("kind", ACTORS)
def test_everybody_is_audited_as_what_they_are(teren, kind):
    by = ACTORS[kind](teren)
    log.reading(verb=SEE, by=by, model=Client, ids=[new_id()])

    entry = Entry.objects.get()
    assert (entry.actor_kind, entry.actor_id, entry.role) == (kind, by.id, kind)


def test_the_audit_has_no_place_for_a_network_address_or_a_value(db):
    columns = {field.column for model in (Entry, Seen) for field in model._meta.fields}

    assert columns == {
        "id", "recorded_at", "verb", "is_reading", "actor_kind", "actor_id", "role",
        "organisation_id", "service_id", "tablet_id", "subject_model", "subject_id", "entry_id", "model", "row_id",
    }  # fmt: skip
