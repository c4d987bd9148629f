"""An overdose knows nobody, and nothing in it lets one find somebody by its moment."""

from datetime import timedelta

import pytest
from django.core.exceptions import PermissionDenied, ValidationError

from spojka.access.permissions import Permission
from spojka.audit.models import Entry, Seen
from spojka.base.days import start_of
from spojka.base.ids import new_id
from spojka.clients.beside import facts_of
from spojka.naloxone.actions import overdoses
from spojka.naloxone.models import Overdose, OverdoseTie
from tests import make


@pytest.fixture
def overdose(send):
    send("overdose", substances=["heroin"], place_kind="street")
    return Overdose.objects.get()


@pytest.fixture
def client(anna):
    return make.client(make.the_service_of(anna), code="MOL 91 T")


def test_it_comes_once_though_its_id_is_not_the_phones(send):
    id = str(new_id())

    for _ in range(2):
        assert send("overdose", id=id).status_code == 302

    assert str(Overdose.objects.get().pk) != id


def test_nothing_in_it_tells_its_moment_or_its_writer(anna, send, shift):
    id = new_id()
    send("overdose", id=str(id))

    row = Overdose.objects.get()
    assert row.pk.version == 4
    assert row.recorded_at == start_of(shift.day)
    told = {str(value) for value in vars(row).values()}
    assert anna.id not in told
    assert str(shift.pk) not in told
    assert not {"client", "encounter", "shift", "recorded_by", "phone_at"} & {f.name for f in row._meta.get_fields()}


def test_the_audit_remembers_that_one_came_not_which(send, shift):
    send("overdose")

    row, entry = Overdose.objects.get(), Entry.objects.get(verb="overdose.record")
    assert (entry.subject_model, entry.subject_id) == ("network.Service", shift.service_id)
    assert not Entry.objects.filter(subject_id=row.pk).exists()
    assert not Seen.objects.filter(row_id=row.pk).exists()


def test_the_place_is_no_finer_than_a_district(send, shift):
    send("overdose", municipality="Lipovec", heard="ours")

    row = Overdose.objects.get()
    assert row.municipality == "Lipovec"
    assert shift.place.name not in {str(value) for value in vars(row).values()}


def test_doses_without_naloxone_are_none(send):
    send("overdose", naloxone="no", doses=2)

    assert Overdose.objects.get().doses is None


@pytest.mark.parametrize("field", ["heard", "ended", "naloxone", "ambulance"])
def test_what_is_missing_is_answered_at_its_field(send, field):
    answer = send("overdose", **{field: ""})

    assert answer.status_code == 422
    assert answer.context["form"].errors[field]


def test_one_is_written_in_the_office_too(anna, browse, today):
    typed = {"id": str(new_id()), "heard": "told", "ended": "died", "naloxone": "unknown", "ambulance": "yes"}

    browse(anna).post("/podchod/overdoses/new/", typed | {"happened_on": today, "day_part": "night"})

    row = Overdose.objects.get()
    assert (row.ended, row.day, row.recorded_at) == ("died", today, start_of(today))
    later = browse(anna).post(
        "/podchod/overdoses/new/", typed | {"id": str(new_id()), "happened_on": today + timedelta(days=1)}
    )
    assert later.context["form"].errors["happened_on"]


def test_a_year_is_counted_without_what_was_voided(anna, browse, overdose, send):
    send("overdose", ended="died", place_kind="home")
    page = browse(anna).get("/podchod/overdoses/?year=2026")
    assert (page.context["many"], page.context["died"]) == (2, 1)

    browse(anna).post(f"/podchod/overdoses/{overdose.pk}/void/")

    assert browse(anna).get("/podchod/overdoses/?year=2026").context["many"] == 1


def test_a_key_worker_ties_it_with_a_reason_and_others_do_not_see_it(anna, key_worker, browse, overdose, client):
    path = f"/podchod/overdoses/{overdose.pk}/"
    said = {"id": str(new_id()), "code": "mol 91 t", "reason": "Přeje si to."}

    assert browse(anna).post(f"{path}tie/", said).status_code == 404
    assert browse(key_worker).post(f"{path}tie/", said | {"reason": ""}).status_code == 422
    assert browse(key_worker).post(f"{path}tie/", said | {"code": "XXX"}).status_code == 422
    for _ in range(2):
        assert browse(key_worker).post(f"{path}tie/", said).status_code == 302

    tie = OverdoseTie.objects.get()
    assert (tie.client, tie.tied_by) == (client, key_worker.id)
    assert "MOL 91 T" in (seen := browse(key_worker).get(path).content.decode())
    assert "MOL 91 T" not in (others := browse(anna).get(path).content.decode())
    assert ("S nikým není spojeno" in seen, "S nikým není spojeno" in others) == (False, True)
    assert "Předávkování" in [fact.heading for fact in facts_of(client, key_worker)]
    assert "Předávkování" not in [fact.heading for fact in facts_of(client, anna)]


def test_a_tie_is_taken_back_and_stays_as_a_trace(key_worker, browse, overdose, client):
    tie = overdoses.tie(by=key_worker, id=new_id(), overdose=overdose, client=client, reason="x")

    browse(key_worker).post(f"/podchod/overdose-ties/{tie.pk}/end/")

    tie.refresh_from_db()
    assert tie.ended_by == key_worker.id
    assert "Předávkování" not in [fact.heading for fact in facts_of(client, key_worker)]


def test_a_tie_without_a_reason_is_refused(key_worker, overdose, client):
    with pytest.raises(ValidationError):
        overdoses.tie(by=key_worker, id=new_id(), overdose=overdose, client=client, reason="")


def test_nobody_ties_it_to_a_client_of_another_service(key_worker, kontakt, overdose):
    with pytest.raises(PermissionDenied):
        overdoses.tie(by=key_worker, id=new_id(), overdose=overdose, client=make.client(kontakt), reason="x")


@pytest.mark.parametrize("who", ["bara", "cyril"])
def test_others_neither_write_nor_see_one(who, request, send, browse, overdose):
    stranger = request.getfixturevalue(who)

    assert send("overdose", by=stranger).status_code == 404
    assert browse(stranger).get(f"/podchod/overdoses/{overdose.pk}/").status_code == 404
    assert list(Overdose.objects.allowed(stranger, Permission.OVERDOSE_VIEW)) == []
