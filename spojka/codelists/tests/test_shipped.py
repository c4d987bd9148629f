"""The shipped files: readable, complete in both languages, honest about how sure they are."""

import re
from itertools import groupby, pairwise

import pytest

from spojka.codelists import shipped, words
from spojka.codelists.actions import OWN
from spojka.codelists.schema import LISTS
from spojka.ui import icons

ROWS = shipped.rows(shipped.files())
STAND = ("material", "theme")
GOOD = """
list = "theme"
title_cs = "Témata"
title_en = "Themes"
source = "9"
sureness = "proposal"
valid_from = 2022-01-01
items = [{ code = "sun", cs = "Slunce", en = "Sun", short_cs = "Slunce", short_en = "Sun" }]
"""


def of(list_code):
    return {row["code"]: row for row in ROWS if row["list"] == list_code}


@pytest.mark.parametrize("list_code", LISTS)
def test_every_list_has_a_file_and_a_title_in_both_languages(list_code):
    title = shipped.titles()[list_code]

    assert title.title_cs
    assert title.title_en
    assert bool(title.note_cs) == bool(title.note_en)
    assert of(list_code)


def test_codes_are_unique_and_never_look_like_those_a_service_adds():
    keys = [(row["list"], row["code"], row["valid_from"]) for row in ROWS]

    assert len(keys) == len(set(keys))
    assert not any(code.startswith(OWN) for _, code, _ in keys)


def test_positions_of_one_list_differ():
    for list_code, rows in groupby(ROWS, lambda row: row["list"]):
        positions = [row["position"] for row in rows]
        assert len(positions) == len(set(positions)), list_code


def test_names_differ_within_a_list():
    for list_code in LISTS:
        for name in ("name_cs", "name_en", "short_cs"):
            said = [row[name] for row in of(list_code).values()]
            assert sorted({one for one in said if said.count(one) > 1}) == [], (list_code, name)


def test_what_is_shown_at_the_stand_has_an_icon_of_the_sprite():
    lacking = [row["code"] for row in ROWS if row["list"] in STAND and not row["icon"]]
    strange = {row["icon"] for row in ROWS} - icons.names() - {""}

    assert lacking == []
    assert strange == set()


def test_every_source_names_a_mark_or_a_part_of_the_reference():
    for row in ROWS:
        assert re.search(r"\bS\d+|seed \d{3}|\d+\.\d|contacts\.md|cases\.md|groups\.md", row["source"]), row["code"]
        assert row["sureness"] != "official" or re.search(r"\bS\d+", row["source"])


def test_the_34_kinds_of_the_register_are_there():
    numbers = {row["extra"]["mpsv"] for row in of("service_kind").values() if "mpsv" in row["extra"]}

    assert numbers == {*range(3836, 3869), 11078}
    assert all(
        row["code"] == str(row["extra"]["mpsv"]) for row in of("service_kind").values() if "mpsv" in row["extra"]
    )


def test_every_group_has_kinds_of_services_and_acts():
    for group in words.GROUPS:
        assert any(group in row["extra"]["groups"] for row in of("service_kind").values()), group
        assert any(group in row["extra"].get("groups", []) for row in of("act").values()), group


def test_usual_minutes_are_not_below_the_lower_bound():
    for row in of("act").values():
        assert row["extra"].get("minutes_low", 0) <= row["extra"].get("minutes", 0), row["code"]


def test_there_are_ten_themes_and_they_are_called_a_proposal():
    assert len(of("theme")) == 10
    assert {row["sureness"] for row in of("theme").values()} == {"proposal"}


def test_the_three_breath_units_tell_their_factor():
    factors = {code: row["extra"]["factor"] for code, row in of("breath_unit").items()}

    assert factors == {"mg_l_210": 2.1, "mg_l_199": 1.99, "promile": 1.0}


def test_the_age_bands_leave_no_year_out():
    bands = sorted((row["extra"]["low"], row["extra"].get("high")) for row in of("age_band").values())

    assert bands[0][0] == 0
    assert all(first[1] + 1 == second[0] for first, second in pairwise(bands))
    assert bands[-1][1] is None


def test_nothing_tells_of_a_persons_ethnicity():
    text = " ".join(file.read_text("utf-8") for file in shipped.files()).lower()

    assert re.findall(r"etni|ethnic|romsk|\broma\b|národnost|menšin|minorit", text) == []


@pytest.mark.parametrize(
    ("change", "fault"),
    [
        (('Slunce", en', '", en'), "cs has 1 to 120 characters"),
        (('short_en = "Sun"', 'short_en = "Sunshine for all"'), "short_en has 1 to 12 characters"),
        (('"proposal"', '"rumour"'), "the sureness is not known"),
        (("2022-01-01", '"2022"'), "valid_from and valid_to are days"),
        (("2022-01-01", "2022-01-01\nvalid_to = 2021-01-01"), "valid_from and valid_to are days"),
        (('"theme"', '"people"'), "no list is called people"),
        (('source = "9"', ""), "the head lacks source"),
        (('source = "9"', 'source = "9"\ncolour = 1'), "unknown colour"),
        (('code = "sun"', 'code = "s-u-n"'), "the code has 1 to 20"),
        (('short_en = "Sun"', 'short_en = "Sun", minutes = 5'), "minutes is not known in this list"),
        (('short_en = "Sun"', 'short_en = "Sun", groups = ["moon"]'), "groups does not know"),
        (("items = [", "items = [["), "toml"),
    ],
)
def test_a_faulty_file_is_refused_with_its_name_and_fault(tmp_path, change, fault):
    file = tmp_path / "theme.toml"
    file.write_text(GOOD.replace(*change), "utf-8")

    with pytest.raises(shipped.BadFile, match=fault):
        shipped.rows([file])


def test_two_items_with_one_code_may_not_be_valid_on_one_day(tmp_path):
    first, second = tmp_path / "a.toml", tmp_path / "b.toml"
    first.write_text(GOOD, "utf-8")
    second.write_text(GOOD.replace("2022-01-01", "2026-01-01"), "utf-8")

    with pytest.raises(shipped.BadFile, match="theme, sun: two items are valid on 2026-01-01"):
        shipped.rows([first, second])
