from datetime import timedelta
from decimal import Decimal

import pytest
from django.utils import timezone, translation

from spojka.audit.models import Entry
from spojka.base.ids import new_id
from spojka.clients.models import Client
from spojka.encounters.models import Act, Breath, Encounter, Handout, Topic
from spojka.encounters.times import OutsideShift, check_time
from tests import make

from .conftest import wall


def words(answer) -> str:
    return answer.content.decode()


def test_a_usual_contact_is_material_and_theme(stand):
    answer = stand(**{"materials-earplugs": "2", "themes": ["hearing"]})

    assert answer.status_code == 302
    encounter = Encounter.objects.get()
    assert (encounter.side, encounter.shift, encounter.is_late) == ("anonymous", stand.shift, False)
    assert list(Handout.objects.values_list("code", "quantity")) == [("earplugs", 2)]
    assert list(Topic.objects.values_list("kind", "code")) == [("theme", "hearing")]
    assert set(Act.objects.values_list("code", "quantity")) == {("IS", 1), ("HR", 1)}


def test_a_contact_over_midnight_belongs_to_the_starting_day(stand):
    stand(at=wall(stand.shift.start + timedelta(hours=5)))

    encounter = Encounter.objects.get()
    assert timezone.localdate(encounter.occurred_at) == stand.shift.day + timedelta(days=1)
    assert encounter.day == stand.shift.day


def test_htmx_gets_an_empty_form_and_a_way_back(stand):
    answer = stand(headers={"HX-Request": "true"}, **{"materials-water": "1"})

    assert answer.status_code == 201
    assert f"/encounters/{Encounter.objects.get().pk}/undo/" in words(answer)
    assert "<html" not in words(answer)


def test_a_phone_that_empties_its_queue_gets_no_page(stand):
    answer = stand(headers={"Prefer": "return=minimal"})

    assert answer.status_code == 201
    assert answer.json() == {"id": str(Encounter.objects.get().pk), "is_late": False}


def test_a_repeated_send_makes_one_row_and_one_deed(stand):
    id = str(new_id())

    answers = [stand(id=id, **{"materials-water": "1"}) for _ in range(9)]

    assert {answer.status_code for answer in answers} == {302}
    assert Encounter.objects.count() == Handout.objects.count() == 1
    assert Entry.objects.filter(verb="encounter.record").count() == 1


def test_an_id_of_another_service_is_not_told(stand, cyril):
    theirs = make.encounter(make.shift(make.the_service_of(cyril)))

    answer = stand(id=str(theirs.pk))

    assert answer.status_code == 422
    assert Encounter.objects.count() == 1


def test_a_code_makes_a_client_and_is_recognised_again(stand):
    stand(side="code", code="mol 91 t", sex="woman")
    stand(side="code", code=" MOL  91 T ")

    client = Client.objects.get()
    assert (client.code, client.sex) == ("MOL 91 T", "woman")
    assert client.encounters.count() == 2


@pytest.mark.parametrize("code", ["", "🙂🙂", "a" * 25, "<script>"])
def test_a_wrong_code_is_answered_at_its_field_and_nothing_is_written(stand, code):
    answer = stand(side="code", code=code, note="Přišla sama.")

    assert answer.status_code == 422
    assert answer.context["form"].errors["code"]
    assert "Přišla sama." in words(answer)
    assert not Encounter.objects.exists()
    assert not Client.objects.exists()


def test_a_code_is_dropped_when_the_contact_is_anonymous_after_all(stand):
    stand(side="anonymous", code="MOL 91 T")

    assert not Client.objects.exists()


def test_a_tally_is_many_people_and_no_minutes(stand):
    stand(side="tally", people="37", **{"materials-earplugs": "74"})

    assert Encounter.objects.get().people == 37
    assert set(Act.objects.values_list("code", "quantity", "minutes")) == {("HR", 37, 0)}


@pytest.mark.parametrize("people", ["", "0", "-3", "5001", "mnoho", "1e3"])
def test_a_tally_needs_a_number_of_people(stand, people):
    answer = stand(side="tally", people=people)

    assert answer.status_code == 422
    assert answer.context["form"].errors["people"]
    assert not Encounter.objects.exists()


@pytest.mark.parametrize("count", ["-1", "5001", "2.5", "moc", "99999999999999999999", "１２"])
def test_an_absurd_number_of_pieces_is_answered_and_kept(stand, count):
    answer = stand(**{"materials-water": count})

    assert answer.status_code == 422
    assert answer.context["form"].errors["materials"]
    assert count in words(answer)
    assert not Encounter.objects.exists()


def test_more_than_is_given_to_one_person_is_refused_with_the_limit(stand):
    answer = stand(**{"materials-food": "2"})

    assert answer.status_code == 422
    assert "nejvýš 1" in str(answer.context["form"].errors["materials"])
    assert not Encounter.objects.exists()


@pytest.mark.parametrize(
    "typed", [{"themes": ["weather"]}, {"sex": "x"}, {"materials-gold": "1", "reason": "gold"}, {"side": "ghost"}]
)
def test_a_code_that_no_list_has_is_refused(stand, typed):
    answer = stand(**typed)

    assert answer.status_code == 422
    assert not Encounter.objects.exists()


def test_a_long_note_comes_back_with_a_sentence(stand):
    note = "ž" * 2001

    answer = stand(note=note)

    assert answer.status_code == 422
    assert answer.context["form"].errors["note"]
    assert note in words(answer)


def test_ten_megabytes_are_refused_before_they_are_read(stand):
    answer = stand(note="x" * 10_000_000)

    assert answer.status_code == 413
    assert "2\u00a0000" in words(answer)
    assert not Encounter.objects.exists()


@pytest.mark.parametrize("note", ["🙂 tančila 💃", "مرحبا، كل شيء بخير", "<b>tučně</b> & „uvozovky“"])
def test_what_was_typed_is_kept_and_escaped(stand, anna, browse, note):
    stand(note=note)

    encounter = Encounter.objects.get()
    page = words(browse(anna).get(f"/podchod/encounters/{encounter.pk}/"))
    assert encounter.note == note
    assert "<b>tučně" not in page


def test_a_null_byte_is_answered(stand):
    answer = stand(note="a\x00b")

    assert answer.status_code == 422


@pytest.mark.parametrize("hours", [-9, 60])
def test_a_time_outside_the_shift_is_answered_with_the_shifts_times(stand, hours):
    answer = stand(at=wall(stand.shift.start + timedelta(hours=hours)))

    assert answer.status_code == 422
    assert answer.context["form"].errors["at"]
    assert not Encounter.objects.exists()


def test_the_times_of_the_shift_are_written_in_the_readers_language(stand):
    with translation.override("en"), pytest.raises(OutsideShift) as refused:
        check_time(stand.shift, stand.shift.start - timedelta(hours=9), stand.shift.start)

    assert "4\xa0Jul 20:00" in str(refused.value)


def test_what_comes_after_closing_is_late(stand):
    shift = stand.shift
    shift.change(ended_at=shift.planned_end, closed_at=shift.planned_end, closed_by="anna")

    answer = stand()

    assert answer.status_code == 302
    assert Encounter.objects.get().is_late


def test_the_phones_clock_is_put_right_and_kept(stand, monkeypatch):
    now = stand.shift.start + timedelta(hours=2)
    monkeypatch.setattr("spojka.encounters.views.stand.timezone.now", lambda: now)
    wrong = now - timedelta(days=1)

    stand(at="", phone_at=(wrong - timedelta(minutes=30)).isoformat(), sent_at=wrong.isoformat())

    encounter = Encounter.objects.get()
    assert encounter.occurred_at == now - timedelta(minutes=30)
    assert encounter.phone_at == wrong - timedelta(minutes=30)


@pytest.mark.parametrize("clock", ["nonsense", "0142-11-14T10:00+20:13", "9999-12-31T23:59:59Z"])
def test_a_mad_clock_is_taken_as_none(stand, monkeypatch, clock):
    monkeypatch.setattr("spojka.encounters.views.stand.timezone.now", lambda: stand.shift.start)

    answer = stand(at="", phone_at=clock, sent_at=clock)

    assert answer.status_code == 302
    assert Encounter.objects.get().phone_at is None


def test_a_breath_value_keeps_value_unit_and_factor(stand):
    stand(breath_value="0,41", breath_unit="mg_l_210", breath_device="B2")

    breath = Breath.objects.get()
    assert (breath.value, breath.factor, breath.device) == (Decimal("0.41"), Decimal("2.1"), "B2")
    assert breath.promile == Decimal("0.861")
    assert breath.encounter == Encounter.objects.get()
    assert set(Act.objects.values_list("code", flat=True)) == {"AL"}


def test_a_breath_value_does_not_join_a_code_unless_the_worker_says_so(stand):
    stand(side="code", code="A1", breath_value="0,2")
    stand(side="code", code="A2", breath_value="0,3", breath_joins="on")

    untied, tied = Breath.objects.order_by("value")
    assert untied.encounter is None
    assert untied.pk.version == 4
    assert untied.recorded_at == stand.shift.start
    assert tied.encounter.client.code == "A2"


@pytest.mark.parametrize("value", ["-0,1", "6,1", "hodně", "0,12345", "NaN", "1e1"])
def test_an_absurd_breath_value_is_answered(stand, value):
    answer = stand(breath_value=value)

    assert answer.status_code == 422
    assert answer.context["form"].errors["breath_value"]


def test_the_last_used_comes_first(stand, anna, browse):
    stand(**{"materials-leaflet": "1", "themes": ["law"]})

    form = browse(anna).get(stand.url).context["form"]
    assert form.fields["materials"].widget.tiles[0].code == "leaflet"
    assert form.fields["themes"].choices[0][0] == "law"


def test_a_colleague_of_another_service_and_a_stranger_find_nothing(stand, bara, cyril, browse):
    for actor, house in [(bara, "podchod"), (cyril, "podchod"), (cyril, "jinde")]:
        answer = browse(actor).post(stand.url.replace("podchod", house), {"id": str(new_id()), "side": "anonymous"})
        assert answer.status_code == 404
    assert not Encounter.objects.exists()


def test_a_shift_that_has_not_started_takes_nothing(stand, anna, browse):
    stand.shift.change(started_at=None)

    assert stand().status_code == 422
    assert not Encounter.objects.exists()


def test_queries_do_not_grow_with_what_was_written(stand, anna, browse, django_assert_max_num_queries):
    phone = browse(anna)
    for _ in range(3):
        stand(phone, **{"materials-earplugs": "1", "materials-water": "1", "themes": ["law", "sex"]})

    with django_assert_max_num_queries(19):  # two of them are savepoints of the test
        stand(phone, {"Prefer": "return=minimal"}, **{"materials-water": "1", "themes": ["law"]})
