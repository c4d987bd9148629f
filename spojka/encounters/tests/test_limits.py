"""How much one person gets and how soon again: stopped, or written with the reason."""

from datetime import timedelta

import pytest
from django.utils import timezone

from spojka.base.ids import new_id
from spojka.clients.beside import flags_of
from spojka.codelists import actions as codelists
from spojka.codelists.catalogue import catalogue
from spojka.encounters.actions import encounters
from spojka.encounters.content import Content
from spojka.encounters.flagging import usage_now
from spojka.encounters.models import Encounter, Override, OverrideKind, Side
from tests import make

HOUR = timedelta(hours=1)


@pytest.fixture
def head(kontakt):
    return make.member(kontakt, name="David Vedoucí", role="service_head")


@pytest.fixture
def shift(lists, kontakt):
    return make.shift(kontakt, setting="drop_in")


@pytest.fixture
def give(bara, shift):
    def write(pieces=10, hours=1.0, late=0.0, **said):
        at = shift.start + HOUR * hours
        usual = {"side": Side.CODE, "code": "KRA 84", "occurred_at": at, "materials": {"syringe_1": pieces}}
        content = Content(**usual | ({"phone_at": at} if late else {}) | said)
        told = {"shift": shift, "content": content, "catalogue": catalogue(shift.service, shift.day)}
        return encounters.record(by=bara, id=new_id(), **told, at=at + HOUR * late)

    return write


@pytest.fixture
def settle(head, kontakt):
    """Let the head set an item: settle("act", "VP", interval=60)."""

    def edit(list, code, **said):
        nothing = {"is_on": None, "short": "", "minutes": None, "limit": None, "position": None}
        day = make.SATURDAY
        told = {"list": list, "code": code, "valid_from": day, **nothing, **said}
        codelists.edit(by=head, id=new_id(), service=kontakt, **told)

    return edit


def test_what_was_given_that_day_counts(give):
    give(15)
    with pytest.raises(encounters.OverLimit) as refused:
        give(6, hours=2)

    assert refused.value.field == "over"
    assert "15" in str(refused.value)
    assert give(5, hours=2)


def test_past_midnight_the_night_is_still_one_day(give, shift, bara):
    given = give(20, hours=1)
    late = shift.start + HOUR * 5
    assert timezone.localdate(late) > shift.day

    assert [flag.text for flag in flags_of(given.client, bara, late)] == ["Dnes už plný počet: Stříkačka 1"]
    assert usage_now(given.client, late, shift).on_day == {("material", "syringe_1"): 20}
    with pytest.raises(encounters.OverLimit):
        give(1, hours=5)


def test_a_shift_that_nobody_closed_is_no_day_of_today(give, shift, bara):
    given = give(20, hours=1)

    assert flags_of(given.client, bara, shift.start + HOUR * 24 * 4) == []


def test_with_a_reason_it_is_written_marked_and_listed(give, bara, browse):
    give(15)

    over = give(10, hours=2, over="Bere i pro kamarády.")

    mark = Override.objects.get()
    assert (mark.encounter, mark.kind, mark.most, mark.came_to) == (over, OverrideKind.LIMIT, 20, 25)
    page = browse(bara).get("/podchod/overrides/").content.decode()
    assert "Bere i pro kamarády." in page
    assert "KRA 84" in page


def test_strangers_see_no_override(give, anna, cyril, browse):
    give(30, over="Tajný důvod.")

    assert "Tajný důvod." not in browse(anna).get("/podchod/overrides/").content.decode()
    assert browse(cyril).get("/podchod/overrides/").status_code == 404


def test_what_comes_late_from_a_phone_has_happened(give):
    give(15)

    give(10, hours=2, late=3)

    assert Override.objects.get().reason == ""


def test_a_voided_contact_counts_no_more(give, bara):
    encounters.void(by=bara, encounter=give(20), reason="omylem", at=make.NOON)

    assert give(20, hours=2)


def test_another_client_and_nobody_have_their_own_count(give):
    give(20)

    assert give(20, code="MOL 91")
    assert give(20, side=Side.ANONYMOUS, code="")


def test_the_most_may_hold_for_a_shift(give, settle, shift, kontakt):
    settle("material", "syringe_1", per="shift", limit=20)
    give(20)

    other = make.shift(kontakt, setting="drop_in", place=shift.place)
    content = Content(side=Side.CODE, code="KRA 84", occurred_at=other.start + HOUR, materials={"syringe_1": 20})
    said = {"shift": other, "content": content, "catalogue": catalogue(kontakt, other.day), "at": other.start + HOUR}

    assert encounters.record(by=make.member(kontakt), id=new_id(), **said)


def test_an_act_has_a_limit_too(give, settle):
    settle("act", "PO", limit=1)
    give(1, acts={"PO": 1})

    with pytest.raises(encounters.OverLimit):
        give(1, hours=2, acts={"PO": 1})


def test_between_two_exchanges_some_time_has_to_pass(give, settle):
    settle("act", "VP", interval=90)
    give(1)

    with pytest.raises(encounters.OverLimit) as refused:
        give(1, hours=2)

    assert "60 min" in str(refused.value) or "1 h" in str(refused.value)
    assert give(1, hours=2, acts={"KP": 1}, materials={})
    assert give(1, hours=2.5)


def test_nought_lifts_the_time_again(give, settle, head, kontakt):
    settle("act", "VP", interval=90)
    settle("act", "VP", interval=0)
    give(1)

    assert give(1, hours=1.1)


def test_a_correction_is_never_stopped_by_the_day(give, bara, shift):
    give(15)
    made = give(5, hours=2)
    lists = catalogue(shift.service, shift.day)
    content = Content(side=Side.CODE, code="KRA 84", occurred_at=made.occurred_at, materials={"syringe_1": 8})

    encounters.correct(
        by=bara, encounter=made, version=1, content=content, catalogue=lists, reason="přepočteno", at=made.occurred_at
    )

    assert Override.objects.get().reason == "přepočteno"


def test_flags_tell_what_is_used_up_and_too_soon(give, settle, bara, anna, shift):
    settle("act", "VP", interval=90)
    client = give(20).client

    flags = flags_of(client, bara, shift.start + HOUR * 2)

    assert [flag.kind for flag in flags] == ["limit", "interval"]
    assert "Stříkačka 1" in flags[0].text
    assert flags_of(client, anna, shift.start + HOUR * 2) == []


def test_the_form_asks_for_the_reason_at_its_field(give, bara, shift, browse):
    give(20)
    typed = {"id": str(new_id()), "side": "code", "code": "KRA 84", "materials-syringe_1": "5"}
    typed["at"] = "2026-07-04T22:00"

    answer = browse(bara).post(
        f"/podchod/shifts/{shift.pk}/encounters/new/", typed, headers={"Prefer": "return=minimal"}
    )

    assert answer.status_code == 422
    assert list(answer.json()["errors"]) == ["over"]
    assert Encounter.objects.count() == 1


def test_where_a_limit_only_warns_nobody_is_asked_why(give, bara, shift, browse):
    give(materials={"earplugs": 2})
    typed = {"id": str(new_id()), "side": "code", "code": "KRA 84", "materials-earplugs": "2"}
    typed["at"] = "2026-07-04T22:00"

    page = browse(bara).post(f"/podchod/shifts/{shift.pk}/encounters/new/", typed, follow=True).content.decode()

    assert Encounter.objects.count() == 2
    assert "Špunty do uší: dříve vydáno 2, s tímto 4; nejvíc je 2 na osobu." in page
    assert not Override.objects.exists()


def test_a_service_says_itself_what_a_limit_does(give, settle):
    settle("material", "earplugs", strength="reason")
    settle("material", "syringe_1", strength="warn")

    give(30)
    with pytest.raises(encounters.OverLimit):
        give(materials={"earplugs": 3})

    assert not Override.objects.exists()


def test_too_soon_may_only_be_warned_of(give, settle):
    settle("act", "VP", interval=90, strength="warn")
    give(1)

    assert give(1, hours=1.1)
