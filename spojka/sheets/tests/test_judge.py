"""What is said of rows: sums, nights, names, people, amounts, spellings."""

import pytest

from spojka.encounters.models import Encounter, Handout, Shift
from spojka.sheets import actions, people
from spojka.sheets.judging import id_of

from .conftest import check, save, says, states

HEAD = "Datum;Čas;Klient;Výkony;Kondomy;Počet osob\n"


def test_leaves_out_sums_heads_and_notes(bring):
    rows = "3.5.2026;;;KP;2;\n4.5.2026;;;KP;3;\nCelkem;;;;5;\n" + HEAD + ";;;;5;\nPozn.: zavřeno;;;;;\n5.5.2026;;;;;\n"

    assert list(states(bring(HEAD + rows)).values()) == ["new", "new", *["skipped"] * 5]


def test_a_contact_whose_numbers_happen_to_add_up_is_no_row_with_sums(bring):
    rows = "3.5.2026;;;KP;1;\n;;;KP;1;\n;;;KP;2;\n;;;;4;\n"

    assert states(bring(HEAD + rows, fills_down=True)) == {2: "new", 3: "new", 4: "new", 5: "skipped"}


def test_two_columns_of_the_same_thing_add_up(bring, hana):
    both = {"Jehly 1 ml": "material:condom", "Jehly 2 ml": "material:condom"}
    save(bring("Datum;Jehly 1 ml;Jehly 2 ml\n3.5.2026;2;3\n", read_as=both), hana)

    assert Handout.objects.get().quantity == 5


@pytest.mark.parametrize(("night", "day"), [("calendar", 2), ("shift", 3), ("plain", 3)])
def test_puts_an_hour_after_midnight_where_the_team_says(bring, hana, night, day):
    asked = bring(HEAD + "3.5.2026;1:30;;KP;;\n")
    assert states(asked) == {2: "wrong"}

    save(bring(HEAD + "3.5.2026;1:30;;KP;;\n", night=night), hana)

    assert Shift.objects.get().day.day == day


def test_keeps_no_name_unless_somebody_says_so(bring, hana):
    rows = HEAD + "3.5.2026;;Petr Novák;KP;;\n"
    assert states(bring(rows)) == {2: "wrong"}

    save(bring(rows, names="anonymous"), hana)

    assert Encounter.objects.get().client is None


def test_many_people_are_a_count_and_no_contact(bring, hana):
    sheet = save(bring(HEAD + "3.5.2026;;;KP;;12\n3.5.2026;;A1234M;KP;;2\n"), hana)

    assert states(sheet) == {2: "saved", 3: "wrong"}
    assert Encounter.objects.get().side == "tally"


def test_joins_silently_only_what_the_rule_of_codes_makes_equal(bring):
    sheet = bring(HEAD + "3.5.2026;;PÉN 85 m;KP;;\n3.5.2026;; pen  85 M;KP;;\n4.5.2026;;QQQ 11 M;KP;;\n")

    assert set(states(sheet).values()) == {"new"}


def test_holds_near_spellings_until_somebody_says_who_they_are(bring, hana):
    sheet = bring(HEAD + "3.5.2026;;PEN 85 M;KP;;\n3.5.2026;;pen85m;KP;;\n3.5.2026;;PÉN-85-m;KP;;\n")
    assert set(states(sheet).values()) == {"ask"}

    answers = {"PEN 85 M": "PEN 85 M", "PEN85M": "PEN 85 M", "PEN-85-M": "PEN-85-M"}
    sheet = save(check(actions.answer(by=hana, sheet=sheet, words={}, codes=answers), hana), hana)

    codes = Encounter.objects.order_by("client__code").values_list("client__code", flat=True)
    assert list(codes) == ["PEN 85 M", "PEN 85 M", "PEN-85-M"]


@pytest.mark.parametrize(
    ("one", "other", "near"),
    [
        ("PETR N.", "PETR N", True), ("PETR N", "N. PETR", True), ("PEN 85 M", "PEN85M", True),
        ("ZARE0311M", "ZARO0311M", True), ("ZARE0311M", "ZARE0312M", False), ("ZARE0311M", "ZARE0311Z", False),
        ("PETR N", "PAVEL N", False), ("MIA", "MIE", False),
    ],
)  # fmt: skip
def test_asks_about_near_codes_and_about_no_others(one, other, near):
    assert bool(people.alike([one], [other])) == near


def test_says_that_a_day_is_to_come_and_an_event_is_not_known(bring):
    sheet = bring("Datum;Akce;Výkony\n3.5.2027;;KP\n3.5.2026;Tání;KP\n")

    assert states(sheet) == {2: "wrong", 3: "wrong"}
    assert "2027" not in says(sheet, 3)


def test_makes_ids_that_no_clock_and_no_chance_decides():
    assert id_of("a", 1) == id_of("a", 1) != id_of("a", 2)
    assert id_of("a", 1).version == 8
