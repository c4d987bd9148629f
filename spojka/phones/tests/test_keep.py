"""What a phone keeps: the empty forms of its worker's running shifts, and nobody's records."""

from datetime import timedelta
from itertools import pairwise

import pytest
from django.utils import timezone

from spojka.encounters.models import CrewMember
from tests import make


@pytest.fixture
def shift(anna):
    now = timezone.now()
    times = {"planned_start": now, "planned_end": now + timedelta(hours=7), "started_at": now}
    return make.shift(make.the_service_of(anna), day=timezone.localdate(now), **times)


def listed(browse, actor):
    return browse(actor).get("/phone/pages/").json()


def test_forms_of_the_running_shift_are_listed(shift, anna, browse, lists):
    said = listed(browse, anna)

    assert said["who"] == str(anna.user.pk)
    assert f"/podchod/shifts/{shift.pk}/encounters/new/" in said["pages"]
    assert f"/podchod/shifts/{shift.pk}/refusals/new/" in said["pages"]
    assert not any("/clients/" in path or "/encounters/0" in path for path in said["pages"])


def test_every_listed_page_opens_and_tells_its_release(shift, anna, browse, lists):
    said = listed(browse, anna)

    for path in said["pages"]:
        answer = browse(anna).get(path)
        assert answer.status_code == 200
        assert answer["X-Release"] == said["release"]


def test_pages_of_a_shift_of_mine_that_begins_soon_are_kept_and_of_others_not(shift, hana, anna, browse, lists):
    soon = {"planned_start": shift.planned_start + timedelta(hours=3), "planned_end": shift.planned_end}
    times = soon | {"started_at": None}
    mine, others = (make.shift(shift.service, day=shift.day, **times) for _ in range(2))
    CrewMember(**mine.ownership, shift=mine, membership_id=anna.id).add()
    CrewMember(**others.ownership, shift=others, membership_id=hana.id).add()

    pages = listed(browse, anna)["pages"]

    assert {f"/podchod/shifts/{mine.pk}/{path}" for path in ("now/", "alone/", "encounters/new/")} <= set(pages)
    assert not any(str(others.pk) in path for path in pages)


def test_all_pages_of_one_shift_stand_together(shift, anna, browse, lists):
    make.shift(shift.service, day=shift.day, started_at=shift.started_at, planned_end=shift.planned_end,
               planned_start=shift.planned_start)  # fmt: skip

    groups = [page.group for page in browse(anna).get("/phone/").context["pages"]]

    # two shifts and what is of none
    assert sum(one != other for one, other in pairwise(groups)) == len(set(groups)) - 1 == 2


def test_a_closed_shift_and_a_foreign_one_are_not(shift, bara, cyril, anna, browse):
    assert not any(str(shift.pk) in path for path in listed(browse, bara)["pages"])
    assert not any(str(shift.pk) in path for path in listed(browse, cyril)["pages"])
    shift.change(ended_at=timezone.now() + timedelta(minutes=1), closed_at=timezone.now())
    assert not any(str(shift.pk) in path for path in listed(browse, anna)["pages"])


def test_the_application_installs(browse, db):
    manifest = browse().get("/app.webmanifest").json()
    worker = browse().get("/worker.js")

    assert manifest["start_url"] == "/phone/"
    assert {icon["sizes"] for icon in manifest["icons"]} == {"192x192", "512x512"}
    assert worker["Content-Type"].startswith("text/javascript")
    assert worker["Cache-Control"] == "no-cache"


def test_nobody_signed_in_gets_no_list(browse, db):
    assert browse().get("/phone/pages/", headers={"Accept": "application/json"}).status_code in (302, 401)
