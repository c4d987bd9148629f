"""A kit that somebody takes home: one contact, its material, its batch; exactly once."""

from datetime import date, timedelta

import pytest
from django.utils import timezone

from spojka.access.permissions import Permission
from spojka.base.ids import new_id
from spojka.clients.beside import flags_of
from spojka.encounters.beside import facts_of_shift
from spojka.encounters.models import Encounter, Handout, Override, Side
from spojka.naloxone.models import NaloxoneKit, NaloxoneTraining
from spojka.naloxone.reading import chain, expiring, last_batch
from tests import make


def test_a_kit_is_a_contact_with_its_material_and_comes_once(send):
    id, said = str(new_id()), {"batch": "NX-1", "expires_on": "2028-05-31", "trained": "now", "covered": ["signs"]}

    for _ in range(2):
        assert send("hand", id=id, **said).status_code == 302

    kit, contact = NaloxoneKit.objects.all().counted().get(), Encounter.objects.get()
    assert (kit.encounter, kit.kits, kit.doses, kit.batch) == (contact, 1, 2, "NX-1")
    assert kit.expires_on == date(2028, 5, 31)
    assert (str(contact.pk), contact.side) == (id, Side.ANONYMOUS)
    assert list(Handout.objects.values_list("code", "quantity")) == [("naloxone", 1)]
    assert NaloxoneTraining.objects.get().covered == ["signs"]


def test_a_training_alone_is_a_contact_without_a_kit(send):
    send("hand", kits=0, trained="now", covered=["call", "spray"])

    assert not NaloxoneKit.objects.exists()
    assert not Handout.objects.exists()
    assert NaloxoneTraining.objects.get().encounter == Encounter.objects.get()


def test_form_claims_no_point_before_it_was_ticked(anna, browse, shift, send):
    contact = make.encounter(shift)
    Handout(**shift.ownership, encounter=contact, code="naloxone", quantity=1).add()

    for path in (f"shifts/{shift.pk}/naloxone/", f"encounters/{contact.pk}/naloxone/", "naloxone/training/"):
        page = browse(anna).get(f"/podchod/{path}")
        assert not page.context["form"]["covered"].value()
        assert "<tick-all" in page.content.decode()
        assert "ui/tick-all.js" in page.content.decode()


def test_points_left_ticked_of_somebody_trained_earlier_say_nothing(send):
    send("hand", trained="before", covered=["call"])

    assert not NaloxoneTraining.objects.exists()
    assert NaloxoneKit.objects.get().trained == "before"


@pytest.mark.parametrize(
    ("typed", "field"),
    [
        ({"trained": ""}, "trained"),
        ({"trained": "now"}, "covered"),
        ({"kits": 0}, "kits"),
        ({"reason": ""}, "reason"),
        ({"reason": "none"}, "kits"),
        ({"kits": 9}, "kits"),
        ({"doses": 0}, "doses"),
        ({"side": "code"}, "code"),
        ({"trained": "now", "covered": ["gold"]}, "covered"),
    ],
)
def test_what_is_wrong_is_answered_at_its_field(send, typed, field):
    answer = send("hand", **typed)

    assert answer.status_code == 422
    assert answer.context["form"].errors[field]
    assert not Encounter.objects.exists()


def test_another_kit_the_same_day_asks_for_a_reason_in_the_workers_words(podchod, lists, send):
    centre = make.service(organisation=podchod, kind="3856")
    said = {"by": make.member(centre), "on": make.shift(centre), "side": "code", "code": "MOL 91 T"}
    send("hand", minutes=10, **said)
    again = said | {"id": str(new_id()), "reason": "another"}

    asked = send("hand", **again)
    written = send("hand", **again, over="První nechal u kamaráda.")

    assert (asked.status_code, list(asked.context["form"].errors)) == (422, ["over"])
    assert 'name="over"' in asked.content.decode()
    assert written.status_code == 302
    assert Override.objects.get().reason == "První nechal u kamaráda."


def test_a_refill_is_given_for_the_kit_that_is_held(send):
    send("hand", side="code", code="mol 91 t", minutes=10)
    send("hand", side="code", code="MOL 91 T", minutes=20, reason="expired")
    send("hand", side="code", code="JIN 80 A", minutes=30, reason="lost")

    first, second, other = NaloxoneKit.objects.order_by("encounter__occurred_at")
    assert (first.replaces, second.replaces, other.replaces) == (None, first, None)
    assert set(NaloxoneKit.objects.all().held()) == {second, other}


def test_a_voided_contact_takes_its_kit_out_of_the_count(anna, browse, send):
    send("hand", side="code", code="MOL 91 T", trained="now", covered=["call"])
    contact = Encounter.objects.get()
    assert chain(anna, 2026).kits == 1

    browse(anna).post(f"/podchod/encounters/{contact.pk}/void/", {"why": "omyl"})

    found = chain(anna, 2026)
    assert (found.kits, found.trained) == (0, 0)
    assert not NaloxoneKit.objects.all().held().exists()


def test_the_next_form_knows_the_batch_of_the_last_kit(anna, browse, send, shift):
    send("hand", batch="NX-1", expires_on="2028-05-31")

    page = browse(anna).get(f"/podchod/shifts/{shift.pk}/naloxone/")

    assert last_batch(shift.service_id)["batch"] == "NX-1"
    assert page.context["form"]["batch"].value() == "NX-1"


def test_a_kit_that_expires_is_told_of_with_its_client(anna, bara, send, today):
    soon = today + timedelta(days=20)
    send("hand", side="code", code="MOL 91 T", expires_on=soon)
    send("hand", expires_on=soon)  # of nobody: whom should one speak to?
    client = Encounter.objects.exclude(client=None).get().client

    assert [kit.encounter.client for kit in expiring(anna, today)] == [client]
    flags = flags_of(client, anna, timezone.now())
    assert [flag.kind for flag in flags] == ["naloxone"]
    assert flags_of(client, bara, timezone.now()) == []


def test_a_kit_that_was_mere_material_gets_its_batch_later(anna, browse, shift):
    contact = make.encounter(shift)
    path, said = f"/podchod/encounters/{contact.pk}/naloxone/", {"trained": "before", "doses": 2, "reason": "first"}
    assert browse(anna).post(path, said).status_code == 422
    Handout(**shift.ownership, encounter=contact, code="naloxone", quantity=2).add()
    page = browse(anna).get(f"/podchod/encounters/{contact.pk}/").content.decode()
    assert "dopište šarži" in page

    assert browse(anna).post(path, said | {"batch": "NX-7"}).status_code == 302
    assert browse(anna).post(path, said).status_code == 422

    kit = NaloxoneKit.objects.all().counted().get()
    assert (kit.kits, kit.batch) == (2, "NX-7")
    assert chain(anna, 2026).doses == 4
    assert "NX-7" in browse(anna).get(f"/podchod/encounters/{contact.pk}/").content.decode()


@pytest.mark.parametrize("who", ["bara", "cyril"])
def test_others_neither_write_nor_see_a_kit(who, request, send, browse):
    stranger = request.getfixturevalue(who)
    send("hand", side="code", code="MOL 91 T", batch="NX-1")

    assert send("hand", by=stranger).status_code == 404
    assert list(NaloxoneKit.objects.allowed(stranger, Permission.NALOXONE_VIEW)) == []
    if who == "bara":
        page = browse(stranger).get("/podchod/naloxone/").content.decode()
        assert "MOL 91 T" not in page
        assert "NX-1" not in page


def test_a_group_is_trained_without_codes(anna, browse, today):
    service = make.the_service_of(anna)
    typed = {"id": str(new_id()), "day": today, "people": 12, "covered": ["signs", "call"], "trained_by": anna.id}

    for _ in range(2):
        assert browse(anna).post("/podchod/naloxone/training/", typed | {"service": service.pk}).status_code == 302

    training = NaloxoneTraining.objects.get()
    assert (training.people, training.encounter, chain(anna, today.year).trained) == (12, None, 12)
    browse(anna).post(f"/podchod/naloxone/trainings/{training.pk}/void/")
    assert chain(anna, today.year).trained == 0


def test_the_page_of_a_running_shift_leads_to_the_forms(anna, shift):
    ways = [fact.link.rsplit("/", 3)[-2:] for fact in facts_of_shift(shift, anna) if fact.is_way]

    assert ["naloxone", ""] in ways
    assert ["used", ""] in ways
    assert ["overdose", ""] in ways

    shift.closed_at = timezone.now()
    assert not [fact for fact in facts_of_shift(shift, anna) if fact.is_way and "naloxone" in fact.link]
