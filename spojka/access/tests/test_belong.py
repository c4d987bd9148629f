"""Who belongs where: memberships, and the composite key that keeps houses apart."""

import re
from datetime import timedelta

import pytest
from django.db import IntegrityError, connection, transaction
from django.utils import timezone

from spojka.access.actor import Actor
from spojka.access.fence import fenced_models
from spojka.access.permissions import Permission
from spojka.base.errors import Refusal
from spojka.base.ids import new_id
from spojka.clients.models import Client
from spojka.network.models import Membership
from spojka.places import actions as places
from tests import make

TODAY = timezone.localdate
DAY = timedelta(days=1)


def membership_of(actor) -> Membership:
    return Membership.objects.get(pk=actor.id)


@pytest.mark.parametrize(
    ("first", "last", "status"),
    [
        (0, 0, 200),
        (-1, None, 200),
        (1, None, 404),
        (-9, -1, 404),
    ],
)
def test_a_membership_holds_from_its_first_to_its_last_day(anna, browse, first, last, status):
    today = TODAY()
    last_day = None if last is None else today + last * DAY
    membership_of(anna).change(valid_from=today + first * DAY, valid_to=last_day)

    assert browse(anna).get("/podchod/people/").status_code == status


def test_what_changes_in_a_membership_holds_from_the_next_request(anna, browse):
    browser = browse(anna)
    assert browser.get("/podchod/people/").status_code == 200

    membership_of(anna).change(valid_to=TODAY() - DAY)

    assert browser.get("/podchod/people/").status_code == 404


def test_a_deactivated_user_is_nobody(anna, browse):
    browser = browse(anna)
    anna.user.is_active = False
    anna.user.save()

    assert browser.get("/podchod/people/").status_code == 302
    assert not Membership.objects.valid(TODAY()).filter(pk=anna.id).exists()


def test_a_membership_ends_no_sooner_than_it_starts(anna):
    with pytest.raises(IntegrityError):
        Membership.objects.filter(pk=anna.id).update(valid_to=TODAY() - 20000 * DAY)


def test_the_organisation_comes_from_the_address(anna, cyril, browse):
    assert browse(anna).get("/podchod/people/").status_code == 200
    assert browse(anna).get("/jinde/people/").status_code == 404
    assert browse(anna).get("/neni/people/").status_code == 404
    assert browse().get("/podchod/people/").status_code == 302


def test_strangers_can_not_tell_a_foreign_house_from_none(cyril, podchod, browse):
    def seen(path):
        page = browse(cyril).get(path)
        body = re.sub(r'csrfmiddlewaretoken" value="\w+|"X-CSRFToken": "\w+', "", page.content.decode())
        return page.status_code, body.replace(page.wsgi_request.reference, "").replace(path, "")

    assert seen("/podchod/people/") == seen("/neni-nic/people/")


def test_a_service_of_another_house_opens_nothing_even_if_written_into_a_membership(anna, cyril):
    theirs = make.the_service_of(cyril)
    client = make.client(theirs)
    membership = membership_of(anna)
    membership.services.add(theirs)

    assert not Actor.member(membership).can(Permission.CLIENT_VIEW, client)


def stop_at_commit():
    """Do what a commit does: check the keys that wait for it."""
    with pytest.raises(IntegrityError):
        connection.check_constraints()
    transaction.set_rollback(True)


def test_a_row_can_not_belong_to_a_service_of_another_house(teren, cyril):
    Client(organisation=cyril.organisation, service=teren, code="K1", recorded_by="x").add()

    stop_at_commit()


def test_a_row_can_not_be_moved_to_another_house_by_one_column(teren, cyril):
    client = make.client(teren)
    Client.objects.filter(pk=client.pk).update(organisation=cyril.organisation)

    stop_at_commit()


@pytest.mark.parametrize("model", fenced_models(), ids=lambda model: model._meta.label)
def test_every_owned_table_has_the_composite_key(db, model):
    with connection.cursor() as cursor:
        if connection.vendor == "sqlite":
            cursor.execute(f"PRAGMA foreign_key_list({model._meta.db_table})")
            keys = {}
            for number, _seq, table, own, theirs, *_ in cursor.fetchall():
                keys.setdefault((number, table), set()).add((own, theirs))
            assert {("service_id", "id"), ("organisation_id", "organisation_id")} in keys.values()
        else:
            cursor.execute(
                "SELECT pg_get_constraintdef(oid) FROM pg_constraint WHERE contype = 'f' AND conrelid = %s::regclass",
                [model._meta.db_table],
            )
            clauses = [clause for (clause,) in cursor.fetchall()]
            assert any(c.startswith("FOREIGN KEY (service_id, organisation_id)") for c in clauses)


def place(by, service, id):
    return places.add(by=by, id=id, service=service, name=f"Louka {new_id()}", kind="venue", municipality="Lipovec")


def test_a_repeated_send_gives_back_the_first_row(anna, teren):
    id = new_id()

    assert place(anna, teren, id) == place(anna, teren, id)


def test_an_id_of_another_service_is_refused_without_telling_whose_it_is(anna, cyril, teren):
    id = new_id()
    first = place(anna, teren, id)

    with pytest.raises(Refusal) as refusal:
        place(cyril, make.the_service_of(cyril), id)
    said = str(refusal.value)
    assert not any(word in said for word in (first.name, "Podchod", teren.name, str(id)))
