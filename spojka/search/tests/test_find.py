"""Rows are found by those who may see them, on either database."""

import pytest

from spojka.access.permissions import Kind
from spojka.access.permissions import Permission as P
from spojka.access.tests.test_fence import fenced, postgres  # noqa: F401
from spojka.clients.models import Client
from spojka.encounters.models import Act, Encounter, Topic
from spojka.search.answer import answer
from spojka.search.asked import Asked
from spojka.search.rows import find
from tests import make

NOTE = "Přišla pro stříkačky, má dluhy na bydlení a chodí s klientem k úřadu."


@pytest.fixture
def encounter(teren):
    client = make.client(teren, code="MOL 91 T")
    row = make.encounter(make.shift(teren), client=client)
    Topic(**row.ownership, encounter=row, kind="theme", code="law").add()
    return row.change(note=NOTE)


def finds(actor, typed, model=Encounter, to=P.ENCOUNTER_VIEW):
    asked = Asked.of(typed).naming({"_theme_law": "Právo a zákon"})
    return find(model, asked, by=actor, to=to, most=8, order=("-recorded_at", "pk"))


def titles(actor, typed):
    return {group.source.key: [hit.title for hit, _note in group.hits] for group in answer(Asked.of(typed), actor)}


@pytest.mark.parametrize(
    "typed",
    [
        "stříkačka",
        "stříkaček",
        "strikacka",
        "strik",
        "úřadem",
        "urad",
        "klientovi",
        "dluh",
        "dluhů bydlením",
        "zákony",
    ],
)
def test_by_words_of_the_note_and_names_of_codes(encounter, anna, typed):
    assert finds(anna, typed) == [encounter]


def test_nothing_by_other_words(encounter, anna):
    for typed in ["neteř", "dluh neteř", "law", "_theme_law", "_pdluh", "AND", "dluh*kdo"]:
        assert finds(anna, typed) == [], typed


def test_nothing_for_others(encounter, bara, cyril, teren):
    other = make.team(teren)
    encounter.change(team=make.team(teren))
    narrowed = make.member(teren, teams=[other])
    volunteer = make.member(teren, role="volunteer_on_duty")

    for actor in (bara, cyril, narrowed, volunteer):
        assert finds(actor, "dluh") == finds(actor, "zákon") == []
        assert "encounters" not in titles(actor, "dluh")


def test_house_readers_find_by_codes_but_not_by_private_notes(encounter, kontakt):
    reader = make.member(kontakt, reads_house=True)

    assert finds(reader, "zákon") == [encounter]
    assert finds(reader, "dluh") == []
    assert finds(reader, "zákon dluh") == []


@pytest.mark.parametrize(("kinds", "found"), [(Kind.HISTORY, True), (Kind.PERSONAL, False)])
def test_a_grant_opens_what_its_kinds_say(encounter, teren, cyril, kinds, found):
    make.grant(encounter.client, cyril.organisation, teren, kinds=kinds)

    assert finds(cyril, "zákon") == ([encounter] if found else [])
    assert finds(cyril, "dluh") == []
    assert finds(cyril, "MOL", Client, P.CLIENT_VIEW) == []  # codes are words of their own kind, see below
    assert titles(cyril, "MOL 91")["clients"] == ["MOL 91 T"]


def test_an_ended_grant_opens_nothing(encounter, teren, cyril):
    make.grant(encounter.client, cyril.organisation, teren, ends_at=make.LAST_CENTURY)

    assert finds(cyril, "zákon") == []
    assert "clients" not in titles(cyril, "MOL 91 T")


def test_clients_by_parts_of_the_code_and_with_one_slip(encounter, anna, bara):
    for typed in ["MOL 91 T", "mol91", "mol", "91 t", "l91", "MLO 91 T", "MOL 91", "MOL 81 T", "MOL 911 T"]:
        assert titles(anna, typed)["clients"] == ["MOL 91 T"], typed
        assert "clients" not in titles(bara, typed), typed


def test_other_codes_find_nobody(encounter, anna):
    for typed in ["m", "MOL 77 X", "TLOM 19", "x" * 300]:
        assert "clients" not in titles(anna, typed), typed


def test_shifts_by_event_place_and_day(teren, anna, bara):
    event = make.event(teren, venue=make.place(teren, name="Louka u řeky"))
    make.shift(teren, event=event, place=event.venue)

    for typed in ["letní tání", "tani sobota", "4. 7.", "4. 7. 2026", "sobota", "louka", "lipovec tani"]:
        assert titles(anna, typed)["shifts"] == ["Letní tání"], typed
        assert "shifts" not in titles(bara, typed), typed


def test_shifts_of_other_days_are_left_out(teren, anna):
    make.shift(teren, event=make.event(teren))

    for typed in ["5. 8.", "neděle tání", "4. 7. 2020"]:
        assert "shifts" not in titles(anna, typed), typed


def test_everything_else_one_knows_by_name(lists, teren, hana):
    make.event(teren, venue=make.place(teren, name="Hospoda U Kola"))

    assert "Hospoda U Kola" in titles(hana, "hospodě")["places"]
    assert titles(hana, "večerní")["people"] == ["Hana Večerní"]
    assert titles(hana, "odhlásit")["pages"] == ["Odhlásit se"]
    assert "Čísla" in titles(hana, "zpráva")["pages"]
    assert titles(hana, "usnesení rady")["pages"] == ["Doporučení a opatření"]
    assert any("alkotester" in title for title in titles(hana, "alkotester")["lists"])


def test_old_records_are_found_by_the_codes_of_their_parts(lists, teren, anna):
    row = make.encounter(make.shift(teren))
    Act(**row.ownership, encounter=row, code="breath_test").add()

    assert "_act_breath_test" in row.change(note="x").words


def test_the_newest_of_many_come_first_and_all_are_there(teren, anna, monkeypatch):
    monkeypatch.setattr("spojka.search.rows.NEWEST", 2)
    rows = [make.encounter(make.shift(teren), note="dluh") for _number in range(4)]

    assert set(finds(anna, "dluh")) == set(rows)


@postgres
def test_the_same_behind_the_fence(fenced, encounter, anna, bara, kontakt):  # noqa: F811
    assert fenced.does(anna, lambda: finds(anna, "dluh zákon")) == [encounter]
    assert fenced.does(anna, lambda: titles(anna, "MOL 91"))["clients"] == ["MOL 91 T"]
    assert fenced.does(bara, lambda: finds(bara, "dluh")) == []
    reader = make.member(kontakt, reads_house=True)
    assert fenced.does(reader, lambda: (finds(reader, "zákon"), finds(reader, "dluh"))) == ([encounter], [])
