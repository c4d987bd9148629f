"""Files into tables: workbooks with merged cells and title blocks, texts in old codings."""

import io
import zipfile
from datetime import date

import pytest
from openpyxl import Workbook

from spojka.sheets import reading
from spojka.sheets.reading import Page
from spojka.sheets.table import table


def book(*rows, merge=(), hide=()):
    made = Workbook()
    page = made.active
    for row in rows:
        page.append(row)
    for area in merge:
        page.merge_cells(area)
    for number in hide:
        page.row_dimensions[number].hidden = True
    kept = io.BytesIO()
    made.save(kept)
    return kept.getvalue()


def test_finds_the_heads_under_a_title_and_names_blank_and_repeated_ones():
    read = table(
        reading.read(book(["Přehled", None], [], ["Datum", "KP", None, "KP"], [date(2026, 5, 3), 1, 2, 3]))[0]
    )

    assert read.heads == ["Datum", "KP", read.heads[2], "KP (2)"]
    assert read.heads[2].endswith("C")
    assert [row.cells for row in read.rows] == [["2026-05-03", "1", "2", "3"]]


def test_takes_no_record_for_the_heads_whatever_words_stand_in_it():
    rows = [["Nádraží", "15. 5. 2026", "kontaktní práce", "20"], ["Nádraží", "16. 5. 2026", "výměnný program", "20"]]

    read = table(Page("", rows))

    assert not read.has_heads
    assert len(read.rows) == 2


def test_carries_a_merged_day_down_but_no_number():
    made = book(["Datum", "Kondomy"], ["3.5.2026", 2], [None, None], ["4.5.2026", 1], merge=["A2:A3", "B2:B3"])

    below = table(reading.read(made)[0]).rows[1]

    assert below.cells == ["", ""]
    assert below.carried[0] == "3.5.2026"


def test_knows_hidden_rows():
    read = table(reading.read(book(["Datum", "Kód"], ["3.5.2026", "A"], ["4.5.2026", "B"], hide=[3]))[0])

    assert [row.is_hidden for row in read.rows] == [False, True]


@pytest.mark.parametrize("coding", ["cp1250", "utf-8", "utf-8-sig", "utf-16", "iso8859_2", "cp852"])
def test_reads_czech_in_every_coding(coding):
    text = "Datum;Klient;Poznámka\n3. 5. 2026;Řehoř;příliš žluťoučký kůň úpěl ďábelské ódy, šťastně\n"

    assert reading.read(text.encode(coding))[0].rows[1][1:] == [
        "Řehoř",
        "příliš žluťoučký kůň úpěl ďábelské ódy, šťastně",
    ]


@pytest.mark.parametrize("divider", [";", ",", "\t"])
def test_finds_what_divides_cells(divider):
    lines = [["Datum", "Klient", "Pozn"], ["3.5.2026", "A", '"tři; čtyři, pět"'], ["4.5.2026", "B", ""]]

    found = reading.read("\n".join(divider.join(line) for line in lines).encode())[0].rows

    assert found[1] == ["3.5.2026", "A", "tři; čtyři, pět"]


def test_refuses_what_unpacks_into_too_much():
    kept = io.BytesIO()
    with zipfile.ZipFile(kept, "w", zipfile.ZIP_DEFLATED) as packed:
        packed.writestr("xl/workbook.xml", b"0" * 1_000_000)
        packed.getinfo("xl/workbook.xml").file_size = reading.MOST_UNPACKED + 1

    with pytest.raises(reading.BadFile):
        reading.read(kept.getvalue())


def test_refuses_more_rows_than_one_can_look_through():
    with pytest.raises(reading.BadFile):
        reading.read(b"a;b\n" * (reading.MOST_ROWS + 1))


def test_the_order_of_columns_does_not_matter_to_what_is_remembered():
    one, other = (table(Page("", [heads, ["1", "2"]])) for heads in (["Datum", "Kód"], ["KÓD", "Datum "]))

    assert one.fingerprint == other.fingerprint
