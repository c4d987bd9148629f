"""A use of naloxone that somebody tells of."""

from datetime import timedelta

import pytest

from spojka.access.permissions import Permission
from spojka.base.ids import new_id
from spojka.encounters.models import Encounter
from spojka.naloxone.models import NaloxoneKit, NaloxoneUse
from spojka.naloxone.reading import chain


def test_a_use_under_a_code_is_of_the_kit_that_is_held(send, anna, browse):
    send("hand", side="code", code="MOL 91 T", minutes=10)
    id = str(new_id())

    for _ in range(2):
        assert send("used", id=id, side="code", code="MOL 91 T", used=2).status_code == 302

    use = NaloxoneUse.objects.get()
    assert (use.kit, use.doses, use.replacement) == (NaloxoneKit.objects.get(), 2, None)
    assert Encounter.objects.count() == 1
    assert not NaloxoneKit.objects.all().held().exists()
    browse(anna).post(f"/podchod/naloxone/uses/{use.pk}/void/")
    assert NaloxoneKit.objects.all().held().exists()


def test_a_new_kit_for_the_used_one_is_a_contact_and_comes_once(send, anna):
    send("hand", side="code", code="MOL 91 T", minutes=10)
    said = {"id": str(new_id()), "side": "code", "code": "MOL 91 T", "gave": "on", "batch": "NX-2"}

    for _ in range(2):
        send("used", **said)

    use, (old, new) = NaloxoneUse.objects.get(), NaloxoneKit.objects.order_by("encounter__occurred_at")
    assert (use.kit, use.replacement, new.replaces, new.reason) == (old, new, old, "used")
    found = chain(anna, 2026)
    assert (found.kits, found.doses, found.uses, found.used, found.reversed, found.refills) == (2, 4, 1, 1, 1, 1)


def test_nobody_need_say_who_they_are(send):
    send("used", came="unknown")

    use = NaloxoneUse.objects.get()
    assert (use.kit, use.came) == (None, "unknown")
    assert not Encounter.objects.exists()


@pytest.mark.parametrize(
    ("typed", "field"),
    [
        ({"came": ""}, "came"),
        ({"by_whom": "gold"}, "by_whom"),
        ({"ambulance": ""}, "ambulance"),
        ({"used": 0}, "used"),
    ],
)
def test_what_is_missing_is_answered_at_its_field(send, typed, field):
    answer = send("used", **typed)

    assert answer.status_code == 422
    assert answer.context["form"].errors[field]
    assert not NaloxoneUse.objects.exists()


def test_tomorrow_was_nothing_used(send, today):
    assert send("used", used_on=today + timedelta(days=1)).context["form"].errors["used_on"]


@pytest.mark.parametrize("who", ["bara", "cyril"])
def test_others_neither_write_nor_see_a_use(who, request, send):
    stranger = request.getfixturevalue(who)
    send("used")

    assert send("used", by=stranger).status_code == 404
    assert list(NaloxoneUse.objects.allowed(stranger, Permission.NALOXONE_VIEW)) == []
