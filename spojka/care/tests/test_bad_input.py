"""Forms of the end of a service and of the queue, filled in wrongly: a sentence beside the field, nothing is lost."""

from datetime import timedelta

import pytest
from django.utils import timezone

from spojka.base.ids import new_id
from spojka.care.models import Exclusion, ExclusionReview, Resource, Slot, SlotState
from spojka.codelists.models import OwnEntry
from spojka.encounters.models import EligibilityRule, Encounter
from tests import make

DAY = timedelta(days=1)
TODAY = timezone.localdate()


def wrong(answer, name, field=None):
    """Test that the page stands there again with a sentence at the field; return what stands in it."""
    form = answer.context["form"]
    sentences = " ".join(form.errors.get(field or "__all__", []))
    assert answer.status_code == 422
    assert sentences
    assert sentences.split()[-1] in answer.content.decode()
    assert "platnou možnost" not in sentences
    return form[name].value()


@pytest.fixture
def client(centre):
    return make.client(centre, code="PEN 85 M")


@pytest.fixture
def typed(worker, colleague):
    words = dict.fromkeys(["what", "remedy", "told", "appeal", "offered"], "Slovy.")
    days = {"starts_on": TODAY, "ends_on": TODAY + 30 * DAY, "review_on": TODAY + 7 * DAY}
    return words | days | {"id": str(new_id()), "ground": "aggression", "agreed": [worker.id, colleague.id]}


@pytest.mark.parametrize(
    ("field", "value"),
    [
        *((name, "") for name in ("ground", "what", "remedy", "told", "appeal", "offered", "starts_on", "review_on")),
        *((name, "x" * 301) for name in ("remedy", "told", "appeal", "offered")),
        ("what", "x" * 501), ("until", "x" * 121), ("alone_why", "x" * 201), ("ground", "nonsense"),
        ("ends_on", ""), ("ends_on", str(TODAY - DAY)), ("ends_on", "zítra"), ("starts_on", "1026-01-01"),
        ("starts_on", str(TODAY + 400 * DAY)), ("starts_on", str(TODAY + 31 * DAY)),
        ("review_on", str(TODAY - DAY)), ("review_on", str(TODAY + 31 * DAY)), ("agreed", []),
    ],
)  # fmt: skip
def test_the_end_of_a_service(field, value, browse, worker, client, typed):
    answer = browse(worker).post(f"/podchod/clients/{client.pk}/exclusions/new/", typed | {field: value})

    at = "ends_on" if (field, value) == ("starts_on", str(TODAY + 31 * DAY)) else field
    assert wrong(answer, field, at) == value
    assert wrong(answer, "what", at) == (value if field == "what" else "Slovy.")
    assert not Exclusion.objects.exists()


def test_somebody_of_another_service_does_not_agree(browse, worker, client, typed, gita):
    answer = browse(worker).post(
        f"/podchod/clients/{client.pk}/exclusions/new/", typed | {"agreed": [worker.id, gita.id]}
    )

    assert wrong(answer, "agreed", "agreed") == [worker.id, gita.id]


def test_a_service_ends_once(browse, worker, client, typed):
    page, at = browse(worker), f"/podchod/clients/{client.pk}/exclusions/new/"

    assert [page.post(at, typed).status_code for _twice in range(2)] == [302, 302]
    again = page.post(at, typed | {"id": str(new_id()), "what": "Podruhé."})

    assert (wrong(again, "what"), Exclusion.objects.count()) == ("Podruhé.", 1)


def test_what_is_written_of_one_that_ended_meanwhile_is_not_lost(browse, worker, head, client, typed):
    browse(worker).post(f"/podchod/clients/{client.pk}/exclusions/new/", typed)
    page, at = browse(head), f"/podchod/exclusions/{Exclusion.objects.get().pk}/"
    review = {"id": str(new_id()), "said": "Trvá.", "ends_on": TODAY + 10 * DAY, "review_on": TODAY + 5 * DAY}

    for field, value in (("said", ""), ("ends_on", str(TODAY - DAY)), ("review_on", str(TODAY + 11 * DAY))):
        assert wrong(page.post(f"{at}review/", review | {field: value}), field, field) == value
    assert page.post(f"{at}end/", {"why": ""}).status_code == 422
    assert [page.post(f"{at}end/", {"why": "Smír."}).status_code for _twice in range(2)] == [302, 302]
    other = page.post(f"{at}end/", {"why": "Jiný důvod."})
    late = page.post(f"{at}review/", review)

    assert wrong(late, "said") == "Trvá."
    assert ("Jiný důvod." in other.content.decode(), "skončilo" in other.content.decode()) == (True, True)
    assert ">Trvá.</textarea>" in late.content.decode().replace("\n", "")
    assert not ExclusionReview.objects.exists()


@pytest.mark.parametrize(
    ("field", "value"),
    [
        ("name", ""), ("name", "x" * 41), ("minutes", ""), ("minutes", "-5"), ("minutes", "601"), ("minutes", "půl"),
        ("opens_at", "25:00"), ("closes_at", "08:00"), ("act", "nonsense"),
    ],
)  # fmt: skip
def test_what_is_offered(field, value, browse, head, centre):
    said = {"id": str(new_id()), "name": "Sprcha", "minutes": "20", "opens_at": "08:00", "closes_at": "16:00"}
    answer = browse(head).post("/podchod/resources/add/", said | {"act": "HSC", field: value})

    assert wrong(answer, field, field) == value
    assert not Resource.objects.exists()


def test_what_is_offered_is_not_written_into_another_service(browse, head, centre, kontakt):
    said = {"id": str(new_id()), "name": "Sprcha", "minutes": "20", "service": kontakt.pk}

    assert browse(head).post("/podchod/resources/add/", said).status_code == 404
    assert not Resource.objects.exists()


def test_an_act_that_was_ended_stays_with_what_it_is_written_for(browse, head, centre, shower):
    OwnEntry(**centre.ownership, list="act", code="HSC", valid_from=TODAY, recorded_by="x", is_on=False).add()
    page, at = browse(head), f"/podchod/resources/{shower.pk}/"
    form = page.get(at).context["form"]

    page.post(at, {"id": str(new_id()), "name": "Sprcha 1", "minutes": "20", "is_offered": "on"} | {"act": "HSC"})

    shower.refresh_from_db()
    assert (form["act"].value(), shower.act, shower.name) == ("HSC", "HSC", "Sprcha 1")


@pytest.mark.parametrize(
    ("field", "value"), [("who", ""), ("who", "x" * 25), ("who", "???"), ("resource", ""), ("resource", "x")]
)
def test_who_comes_into_the_queue(field, value, browse, worker, shift, shower):
    said = {"id": str(new_id()), "who": "pen 85 m", "is_code": "code", "resource": str(shower.pk)}

    answer = browse(worker).post(f"/podchod/shifts/{shift.pk}/slots/", said | {field: value})

    assert wrong(answer, field, field) == value
    assert not Slot.objects.exists()


def test_a_place_that_is_not_offered_any_more(browse, worker, shift, shower):
    Resource(**shower.ownership, name="Pračka", minutes=60, recorded_by="x").add()
    shower.change(ended_at=timezone.now())
    said = {"id": str(new_id()), "who": "15", "resource": str(shower.pk)}

    assert wrong(browse(worker).post(f"/podchod/shifts/{shift.pk}/slots/", said), "who", "resource") == "15"


@pytest.mark.parametrize("value", ["-1", "51", "pár"])
def test_clothes(value, browse, worker, queue, move):
    slot = move(queue("15"), SlotState.INSIDE, SlotState.DONE)

    answer = browse(worker).post(f"/podchod/slots/{slot.pk}/write/", {"clothes": value})

    assert (answer.status_code, "Napište 0 až 50 kusů" in answer.content.decode().replace("\xa0", " ")) == (422, True)
    assert f'value="{value}"' in answer.content.decode()
    assert not Encounter.objects.exists()


@pytest.mark.parametrize(
    ("field", "value"),
    [
        ("valid_from", ""), ("valid_from", "1026-01-01"), ("least_age", "-1"), ("least_age", "100"),
        ("territory", "x" * 201), ("user_kinds", ["nonsense"]), ("outside", ["nonsense"]),
    ],
)  # fmt: skip
def test_for_whom_a_service_is(field, value, browse, head, centre):
    said = {"id": str(new_id()), "valid_from": TODAY, "least_age": "15", "territory": "Lipovec"}

    answer = browse(head).post("/podchod/eligibility/", said | {field: value})

    assert wrong(answer, field, field) == value
    assert not EligibilityRule.objects.exists()
