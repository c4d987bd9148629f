"""Forms of the stock that are filled in wrongly: a sentence beside the field, nothing typed is lost."""

from datetime import timedelta

import pytest
from django.utils import timezone

from spojka.base.ids import new_id
from spojka.codelists.models import OwnEntry
from spojka.stock.models import Count, Level, Location, Movement, Taking
from tests import make

from .conftest import deliver, location, there

URL = "/podchod/stock/"
LONG = "x" * 201


@pytest.fixture
def ended(teren):
    """The service gives out no condoms from today on."""
    return OwnEntry(
        **teren.ownership,
        list="material",
        code="condom",
        valid_from=timezone.localdate(),
        recorded_by="x",
        is_on=False,
    ).add()


def wrong(answer, name, field=None):
    """Test that the page stands there again with a sentence at the field and what was typed."""
    form = answer.context["form"]
    sentences = " ".join(form.errors.get(field or "__all__", []))
    assert answer.status_code == 422
    assert sentences
    assert sentences.replace("„", "") in answer.content.decode().replace("„", "")
    assert "platnou možnost" not in sentences
    return name is None or form[name].value()


@pytest.mark.parametrize(
    ("field", "typed"),
    [
        ("code", ""), ("code", "gone"), ("amount", ""), ("amount", "-3"), ("amount", "1000001"), ("amount", "pár"),
        ("number", "x" * 41), ("on", ""), ("on", "31. 2. 2026"), ("on", "2099-01-01"), ("expires_on", "2001-01-01"),
        ("target", ""), ("note", LONG),
    ],
)  # fmt: skip
def test_a_delivery(field, typed, hana, store, browse):
    said = {"id": new_id(), "code": "condom", "amount": 2, "unit": "piece", "target": store.pk, "note": "slovy"}
    answer = browse(hana).post(f"{URL}deliver/", said | {"on": timezone.localdate()} | {field: typed})

    assert wrong(answer, field, field) == typed
    assert not Movement.objects.exists()


@pytest.mark.parametrize(
    ("field", "typed"),
    [("code", "gone"), ("quantity", "0"), ("quantity", "-1"), ("source", ""), ("reason", ""), ("note", LONG)],
)
def test_a_loss(field, typed, hana, store, browse):
    said = {"id": new_id(), "code": "condom", "quantity": 2, "source": store.pk, "reason": "lost", "note": "slovy"}

    answer = browse(hana).post(f"{URL}lose/", said | {field: typed})

    assert wrong(answer, field, field) == typed


def test_a_location_of_another_service_or_closed(hana, store, kontakt, teren, browse):
    closed = location(teren, "Zrušený", closed_on=timezone.localdate())
    said = {"id": new_id(), "code": "condom", "amount": 2, "unit": "piece", "on": timezone.localdate()}

    for one in (location(kontakt, "Cizí"), closed):
        wrong(browse(hana).post(f"{URL}deliver/", said | {"target": one.pk}), None, "target")
    answer = browse(hana).post(f"{URL}deliver/", said | {"target": store.pk, "service": kontakt.pk})

    assert answer.status_code == 404
    assert not Movement.objects.exists()


@pytest.mark.parametrize("typed", ["-1", "1000001", "dva", "1.5"])
def test_a_count(typed, hana, store, browse):
    said = {"id": new_id(), "n-condom": typed, "n-water": "4", "note": "slovy"}

    answer = browse(hana).post(f"{URL}locations/{store.pk}/count/", said)

    assert wrong(answer, "n-condom", "n-condom") == typed
    assert (answer.context["form"]["n-water"].value(), Taking.objects.count()) == ("4", 0)


def test_a_count_of_nothing_or_with_a_long_note(hana, store, browse):
    page, address = browse(hana), f"{URL}locations/{store.pk}/count/"

    wrong(page.post(address, {"id": new_id(), "note": "slovy"}), "note")
    assert wrong(page.post(address, {"id": new_id(), "n-water": "4", "note": LONG}), "note", "note") == LONG


def test_a_location_that_was_closed_while_somebody_counted_and_issued(hana, teren, store, bag, browse):
    deliver(hana, store, quantity=20)
    Location.objects.filter(pk=bag.pk).update(closed_on=timezone.localdate())
    said = {"id": new_id(), "n-condom": "7", "source": store.pk}

    answers = [browse(hana).post(f"{URL}{one}", said) for one in (f"locations/{bag.pk}/count/", f"issue/?to={bag.pk}")]

    assert [wrong(one, "n-condom") for one in answers] == ["7", "7"]
    assert browse(hana).get(f"{URL}issue/?to={bag.pk}").status_code == 404
    assert (Count.objects.count(), there(teren, store)) == (0, 20)


def test_an_item_that_was_ended_is_counted_and_written_off_but_not_delivered(hana, teren, store, browse, ended):
    page = browse(hana)
    said = {"id": new_id(), "code": "condom", "target": store.pk, "amount": 2, "unit": "piece"}

    counted = page.post(f"{URL}locations/{store.pk}/count/", {"id": new_id(), "n-condom": "9"})
    lost = {"id": new_id(), "code": "condom", "quantity": 2, "source": store.pk, "reason": "expired"}
    answer = page.post(f"{URL}lose/", lost)

    assert (counted.status_code, answer.status_code, there(teren, store)) == (302, 302, 7)
    wrong(page.post(f"{URL}deliver/", said | {"on": timezone.localdate()}), "code", "code")


@pytest.mark.parametrize(("field", "typed"), [("pack", "1"), ("low", "-2"), ("warned", ""), ("warned", "900")])
def test_what_is_set_of_an_item(field, typed, hana, store, browse):
    answer = browse(hana).post(f"{URL}items/condom/set/", {"warned": "60", field: typed})

    assert wrong(answer, field, field) == typed
    assert not Level.objects.exists()


@pytest.mark.parametrize(("field", "typed"), [("name", ""), ("name", "x" * 61), ("name", "Sklad"), ("kind", "")])
def test_a_location(field, typed, hana, store, browse):
    answer = browse(hana).post(f"{URL}locations/new/", {"id": new_id(), "kind": "van", "name": "Auto", field: typed})

    assert wrong(answer, field, field) == typed
    assert Location.objects.count() == 1


def test_where_a_shift_draws_from_and_why_a_movement_is_taken_back(hana, teren, store, kontakt, browse):
    shift, moved, page = make.shift(teren), deliver(hana, store, at=timezone.now() - timedelta(days=1)), browse(hana)

    for place in ("", location(kontakt, "Cizí").pk):
        wrong(page.post(f"{URL}shifts/{shift.pk}/", {"location": place}), None, "location")
    for why in ("", LONG):
        wrong(page.post(f"{URL}movements/{moved.pk}/take-back/", {"why": why}), "why", "why")
    assert page.post(f"{URL}movements/{moved.pk}/take-back/", {"why": "Dvakrát."}).status_code == 302
    assert wrong(page.post(f"{URL}movements/{moved.pk}/take-back/", {"why": "Zas."}), "why") == "Zas."


@pytest.mark.parametrize("month", ["9999-12", "0001-01", "2026-13", "x"])
def test_a_month_that_is_none_is_this_one(month, hana, store, browse):
    shown = browse(hana).get(f"{URL}items/condom/?month={month}").context["month"]

    assert shown == timezone.localdate().replace(day=1)
