"""Invented minutes in many manners.

`privoz`, `vitkovice`, `bartovice` and `jizni` were written by somebody who had not seen the rules.
"""

import json
from pathlib import Path

import pytest
from django.utils import translation

from spojka.oldminutes.reading import read
from spojka.oldminutes.shape import as_json, as_text

MINUTES = Path(__file__).parent / "minutes"
FILES = sorted(path for path in MINUTES.iterdir() if path.suffix != ".json")


def both(file):
    expected = json.loads(file.with_suffix(".json").read_text())
    return json.loads(json.dumps(as_json(read(file.read_bytes(), file.name)))), expected


@pytest.mark.parametrize("file", FILES, ids=lambda file: file.name)
def test_minutes_are_taken_apart_as_a_person_would(file):
    got, expected = both(file)

    warnings, wanted = got.pop("warnings"), expected.pop("warnings")
    assert len(warnings) == len(wanted)
    assert all(said in warning for said, warning in zip(wanted, warnings, strict=True))
    assert got["items"] == expected["items"]
    assert got == expected


def test_there_are_eight_manners_in_three_kinds_of_files():
    assert len(FILES) >= 8
    assert {file.suffix for file in FILES} == {".txt", ".docx", ".pdf"}


@pytest.mark.parametrize("file", FILES, ids=lambda file: file.name)
def test_an_outline_has_every_item(file):
    minutes = read(file.read_bytes(), file.name)

    outline = "\n".join(as_text(minutes))

    assert all(item.text in outline for item in minutes.items)


def test_what_a_house_knows_joins_its_abbreviations():
    text = "Zápis z buňky 3. 4. 2014\nPřítomni: Jan Kos (Cesta ven)\n\nPČR\n- hluk v parku\nVyjádření XQ: víme o tom\n"

    strange = read(text.encode(), "a.txt")
    known = read(text.encode(), "a.txt", {"XQ": "Cesta ven"})

    assert [item.organisation for item in known.items] == ["PČR", "Cesta ven"]
    assert [item.organisation for item in strange.items] == ["PČR", "PČR"]


def test_words_of_a_label_that_are_not_understood_stay_in_the_text():
    text = "Zápis z buňky 3. 4. 2014\n\nPČR\n- hluk v parku\nVyjádření hvězdáře k měsíci: víme o tom\n"

    minutes = read(text.encode(), "a.txt")

    assert minutes.items[1].text == "Vyjádření hvězdáře k měsíci: víme o tom"


@pytest.mark.parametrize("gap", [" | ", "\t", "     "])
def test_a_table_of_tasks_is_read_by_its_columns(gap):
    told = [("Č.", "Úkol", "Odpovídá", "Termín"), ("1", "oprava lavičky", "MP", "30. 4. 2014")]
    table = "\n".join(gap.join(row) for row in told)

    minutes = read(f"Zápis z buňky 3. 4. 2014\n\nÚkoly\n{table}\n\nPČR\n- hluk\n".encode(), "a.txt")

    task = minutes.items[0]
    assert (task.kind, task.organisation, task.due, task.lines) == ("task", "MP", "2014-04-30", (5, 5))
    assert "úkol" not in " ".join(item.text.casefold() for item in minutes.items)


@pytest.mark.parametrize(
    ("lines", "found"),
    [
        ("2.1 Hluk v parku\n2.2 Rozbité lavičky", ["Hluk v parku", "Rozbité lavičky"]),
        ("- přišli v\n9.30 Karel a Petr", ["přišli v 9.30 Karel a Petr"]),
    ],
)
def test_numbers_of_two_levels_are_told_from_hours(lines, found):
    minutes = read(f"Zápis z buňky 3. 4. 2014\n\nPČR\n{lines}\n".encode(), "a.txt")

    assert [item.text for item in minutes.items] == found


@pytest.mark.parametrize(
    ("text", "warning"),
    [
        ("Zápis z buňky 3. 4. 2014\nDatum: 10. 4. 2014\n", "Na řádku 2 je 10. 4. 2014, v nadpisu 3. 4. 2014."),
        (
            "Zápis z buňky 3. 4. 2014\n\nPČR\n- hluk\nPříští buňka: 1. 4. 2014\n",
            "Příští setkání 1. 4. 2014 není až po tomto (řádek 5).",
        ),
        ("Zápis z buňky\n\nPČR\n- hluk\n", "V zápisu není, kdy se skupina sešla."),
        ("Zápis z buňky 3. 4. 2014\n\nPČR\n- úklid do 31. 4.\n", "Den 31. 4. neexistuje (řádek 4)."),
        ("Zápis z buňky ve středu 3. 4. 2014\n\nPČR\n- hluk\n", "3. 4. 2014 není středa, ale čtvrtek (řádek 1)"),
        (
            "Zápis z buňky Přívoz 3. 4. 2014\n\nPČR\n- hluk\n\nZápis z buňky Přívoz 4. 4. 2014\tstrana 2\n- klid\n",
            "Na řádku 6 je 4. 4. 2014, zápis je z 3. 4. 2014.",
        ),
    ],
)  # fmt: skip
def test_dates_that_disagree_are_warned_of(text, warning):
    assert [one.words for one in read(text.encode(), "a.txt").warned] == [warning]


def test_a_warning_is_said_in_the_language_of_who_looks():
    (one,) = read("Zápis z buňky ve středu 3. 4. 2014\n\nPČR\n- hluk\n".encode(), "a.txt").warned

    with translation.override("en"):
        assert one.words == "3. 4. 2014 is no Wednesday, it is Thursday (line 1)"
