"""The pages: what stands on them, what they ask, who sees them."""

from datetime import timedelta

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext
from django.utils import timezone

from spojka.base.ids import new_id
from spojka.encounters.models import Source, TakenBack
from spojka.stock import sums
from spojka.stock.actions import locations
from spojka.stock.doors import waiting
from spojka.stock.models import Count, Location, Movement, Taking
from tests import make

from .conftest import count, deliver, draw, give, location, there

URL = "/podchod/stock/"


@pytest.fixture
def now():
    return timezone.now()


@pytest.fixture
def today(now):
    return timezone.localdate(now)


def text(answer):
    return answer.content.decode()


def test_the_page_tells_balances_low_and_expiring(hana, anna, teren, store, browse, now, today):
    deliver(hana, store, quantity=20, at=now, number="A1", expires_on=today + timedelta(days=10))
    locations.set_level(by=hana, service=teren, code="condom", pack=None, low=30, warned=60)

    page = text(browse(anna).get(URL))

    assert "Kondom" in page
    assert "dochází, mez 30" in page
    assert "šarže A1" in page


def test_what_is_gone_or_has_no_level_is_not_called_enough(hana, teren, store, browse, now):
    deliver(hana, store, quantity=2, at=now)
    deliver(hana, store, code="water", quantity=2, at=now)
    lose = {"id": new_id(), "source": store.pk, "code": "water", "quantity": 2, "reason": "expired"}
    browse(hana).post(f"{URL}lose/", lose)

    page = text(browse(hana).get(URL))

    assert there(teren, store, "water") == 0
    assert ("vyčerpáno" in page, "mez není nastavená" in page) == (True, True)
    assert ">dost<" not in page.replace(" ", "")


@pytest.mark.parametrize("page", ["", "items/condom/", "differences/"])
def test_queries_do_not_grow_with_locations_and_counts(page, hana, teren, lists, browse, now):
    def grow(name):
        van, last = location(teren, name, "van"), None
        for n, code in enumerate(("condom", "water", "foil")):  # each reckoned from a moment of its own
            deliver(hana, van, code, 20, at=now - timedelta(days=9))
            last = count(hana, van, {code: 18}, at=now - timedelta(days=5, minutes=-n), last=last).pk
        times = {"started_at": now, "planned_start": now, "planned_end": now + timedelta(hours=7)}
        shift = make.shift(teren, day=timezone.localdate(now), **times)
        draw(hana, shift, van)
        give(shift, "condom", 2, at=now)
        sums.close(teren)
        give(shift, "condom", 1, at=now)

    def asked():
        with CaptureQueriesContext(connection) as queries:
            assert reader.get(f"{URL}{page}").status_code == 200
        return len(queries)

    reader = browse(hana)
    grow("Auto 0")
    asked()  # what is kept between requests is kept
    few = asked()
    for number in range(1, 6):
        grow(f"Auto {number}")

    assert asked() <= min(few, 60)


def test_an_empty_stock_says_what_to_do(hana, anna, lists, browse):
    assert "Přidat místo" in text(browse(hana).get(URL))
    page = text(browse(anna).get(URL))
    assert "Sklad se tu zatím nevede" in page
    assert "Přidat místo" not in page


def test_a_delivery_in_packs(hana, teren, store, browse):
    locations.set_level(by=hana, service=teren, code="condom", pack=144, low=None, warned=60)
    said = {
        "id": new_id(),
        "code": "condom",
        "amount": 2,
        "unit": "pack",
        "target": store.pk,
        "on": timezone.localdate(),
    }
    answer = browse(hana).post(f"{URL}deliver/", said)
    unknown = browse(hana).post(f"{URL}deliver/", said | {"id": new_id(), "code": "water"})

    assert (answer.status_code, Movement.objects.get().quantity) == (302, 288)
    assert unknown.status_code == 422


def test_an_issue_is_filled_in_by_the_usual_kit(hana, anna, teren, store, bag, browse, now):
    locations.change(by=hana, location=bag, kind="backpack", name="Batoh", settings=[], kit={"condom": 40, "water": 6})
    deliver(hana, store, quantity=100, at=now)
    shift = make.shift(teren)
    draw(anna, shift, bag)
    address = f"{URL}issue/?shift={shift.pk}"
    form = browse(anna).get(address).context["form"]
    assert {name: n for name, n in form.initial.items() if name != "source"} == {"n-condom": 40, "n-water": 6}

    answer = browse(anna).post(address, {"id": new_id(), "source": store.pk, "n-condom": "25"})

    assert (answer.status_code, Movement.objects.get(kind="issue").shift) == (302, shift)
    assert browse(anna).get(address).context["form"].initial["n-condom"] == 15
    back = f"{URL}return/?shift={shift.pk}"
    assert browse(anna).get(back).context["form"].initial["n-condom"] == 25
    browse(anna).post(back, {"id": new_id(), "target": store.pk, "n-condom": "25"})
    assert there(teren, store) == 100


def test_who_counts_second_sees_the_counts_of_the_first(hana, teren, store, browse, now):
    second = make.member(teren, role="service_head", name="Dana Druhá")
    deliver(hana, store, quantity=20, at=now)
    address = f"{URL}locations/{store.pk}/count/"
    opened = browse(second).get(address)
    assert opened.context["form"]["last"].value() is None

    browse(hana).post(address, {"id": new_id(), "last": "", "n-condom": "18"})
    said = {"id": new_id(), "last": "", "n-condom": "17"}
    answer = browse(second).post(address, said)

    assert (answer.status_code, Count.objects.count()) == (422, 1)
    assert "mezitím spočteno: 18" in text(answer)
    assert 'value="17"' in text(answer)  # what was typed still stands there
    again = browse(second).post(address, said | {"last": answer.context["form"]["last"].value()})
    assert (again.status_code, there(teren, store)) == (302, 17)
    assert "spočteno 17" in text(browse(hana).get(address))


def test_the_same_count_twice_is_no_clash(hana, teren, store, browse):
    second = make.member(teren, role="service_head")
    address = f"{URL}locations/{store.pk}/count/"
    for who in (hana, second):
        assert browse(who).post(address, {"id": new_id(), "last": "", "n-condom": "18"}).status_code == 302

    assert Taking.objects.count() == 2


def test_a_difference_is_shown_and_settled(hana, anna, teren, store, browse, now):
    shift = make.shift(teren, started_at=now, planned_start=now, planned_end=now + timedelta(hours=7), day=now.date())
    draw(anna, shift, store)
    give(shift, "condom", 8, at=now)
    page = text(browse(anna).get(f"{URL}differences/"))
    assert "zůstatek je -8" in page
    assert "Spočítat" not in page  # a worker sees it, a head settles it
    assert "Spočítat" in text(browse(hana).get(f"{URL}differences/"))

    deliver(hana, store, quantity=10, at=now - timedelta(days=2))

    assert "Není co řešit" in text(browse(hana).get(f"{URL}differences/"))


def test_a_shift_that_draws_from_nowhere_is_asked_about(hana, anna, teren, store, browse, now):
    Location.objects.update(recorded_at=now - timedelta(days=3))
    shift = make.shift(teren, day=now.date())
    give(shift, "condom", 8)
    assert "nikdo neřekl odkud" in text(browse(hana).get(f"{URL}differences/"))
    assert "Odkud směna bere materiál?" in text(browse(anna).get(f"/podchod/shifts/{shift.pk}/"))

    browse(anna).post(f"{URL}shifts/{shift.pk}/", {"location": store.pk})

    assert there(teren, store) == -8
    assert "Bere se z: Sklad" in text(browse(anna).get(f"/podchod/shifts/{shift.pk}/"))


def test_an_item_tells_its_month_and_no_client(hana, anna, teren, store, browse, now):
    deliver(hana, store, quantity=100, at=now - timedelta(minutes=5))
    client = make.client(teren, code="TAJNY7")
    shift = make.shift(teren, started_at=now, planned_start=now, planned_end=now + timedelta(hours=7), day=now.date())
    draw(anna, shift, store)
    give(shift, "condom", 8, at=now, client=client)
    count(hana, store, {"condom": 90}, at=now + timedelta(minutes=5), note="police A")

    answer = browse(anna).get(f"{URL}items/condom/")

    assert [one.change for one in answer.context["page"].object_list] == [-2, -8, 100]
    assert (answer.context["ledger"].before, answer.context["ledger"].after) == (0, 90)
    assert "TAJNY7" not in text(answer)
    assert browse(anna).get(f"{URL}items/nothing/").status_code == 404


def test_what_is_taken_back_stays_on_the_page(hana, teren, store, browse, now):
    moved = deliver(hana, store, quantity=100, at=now)

    answer = browse(hana).post(f"{URL}movements/{moved.pk}/take-back/", {"why": "Dvakrát zapsané."})

    assert answer.status_code == 302
    page = text(browse(hana).get(f"{URL}items/condom/"))
    assert "protizápis" in page
    assert "Dvakrát zapsané." in page


def test_today_tells_those_who_look_after_the_stock(hana, anna, teren, store, browse, now, today):
    deliver(hana, store, quantity=20, at=now, number="A1", expires_on=today - timedelta(days=1))
    locations.set_level(by=hana, service=teren, code="condom", pack=None, low=30, warned=60)

    page = text(browse(hana).get("/podchod/"))

    assert "zbývá 20" in page
    assert "prošlo" in page
    assert "zbývá 20" not in text(browse(anna).get("/podchod/"))
    assert waiting(anna, today) == []


def test_syringes_by_kind_and_place(anna, hana, teren, browse, lists, now):
    shift = make.shift(teren, day=now.date(), place=make.place(teren, name="Park"))
    contact = give(shift, "syringe_1", 10)
    give(shift, "condom", 5)
    for code, n, source in (("syringe_1", 7, Source.OWN), ("syringe_2", 3, Source.FOUND)):
        TakenBack(**shift.ownership, encounter=contact, code=code, quantity=n, source=source).add()
    voided = give(shift, "syringe_1", 99)
    voided.change(voided_at=now)

    flows = browse(anna).get(f"{URL}syringes/").context["flows"]

    assert [(one.code, one.out, one.back, one.found) for one in flows.kinds] == [
        ("syringe_1", 10, 7, 0), ("syringe_2", 0, 0, 3),
    ]  # fmt: skip
    assert [(one.name, one.out, one.share) for one in flows.places] == [("Park, Lipovec", 10, 100)]


def test_a_location_is_added_changed_and_closed(hana, teren, store, browse):
    said = {"id": new_id(), "kind": "van", "name": "Dodávka", "settings": ["event_zone"], "kit-condom": "20"}
    browse(hana).post(f"{URL}locations/new/", said)
    van = Location.objects.get(kind="van")
    assert (van.name, van.settings, van.kit) == ("Dodávka", ["event_zone"], {"condom": 20})

    browse(hana).post(f"{URL}locations/{van.pk}/change/", said | {"name": "Auto", "kit-condom": "0"})
    van.refresh_from_db()
    assert (van.name, van.kit) == ("Auto", {})
    browse(hana).post(f"{URL}locations/{van.pk}/close/")
    van.refresh_from_db()
    assert van.closed_on


def test_a_location_with_something_in_it_is_not_closed(hana, teren, store, browse, now):
    deliver(hana, store, at=now)

    browse(hana).post(f"{URL}locations/{store.pk}/close/")

    store.refresh_from_db()
    assert store.closed_on is None


def test_strangers_and_other_services_see_nothing(bara, cyril, hana, teren, store, browse, now):
    deliver(hana, store, at=now)

    assert "Kondom" not in text(browse(bara).get(f"{URL}?service={teren.pk}"))
    assert browse(cyril).get(URL).status_code == 404
    assert browse(bara).get(f"{URL}locations/{store.pk}/count/").status_code == 404
    assert browse(bara).post(f"{URL}deliver/", {"service": teren.pk}).status_code == 404


def test_a_worker_of_one_team_sees_its_locations(hana, teren, store, browse, now):
    north, south = make.team(teren), make.team(teren)
    location(teren, "Batoh severu", team=north)
    location(teren, "Batoh jihu", team=south)
    worker = make.member(teren, teams=[north])

    page = text(browse(worker).get(URL))

    assert ("Batoh severu" in page, "Batoh jihu" in page, "jen v některých týmech" in page) == (True, False, True)
