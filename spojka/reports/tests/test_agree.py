"""The page, the paper, the workbook, the table and JSON say the same number in every place, for every audience."""

import csv
import io
import json
import re
from datetime import date

import pytest
from django.utils import translation
from openpyxl import load_workbook
from pypdf import PdfReader

from spojka.encounters.scope import Scope
from spojka.figures.protect import Audience
from spojka.reports import contacts, documents, sheets, workbook
from spojka.reports.contacts import Wanted
from tests import make

DAYS = {"first": date(2026, 7, 3), "last": date(2026, 7, 5)}
BEFORE = {"first": date(2026, 6, 26), "last": date(2026, 6, 28)}
ABOUT = [("Organizace", "Podchod")]


@pytest.fixture
def weekends(hana, night):
    """Two weekends, the latter with a bit of everything."""
    before = make.shift(night.service, place=night.place, day="2026-06-27")
    for _ in range(25):
        make.encounter(before)
    for _ in range(12):
        make.encounter(night, recorded_by=hana.id)
    return hana


def tables(report):
    return [report.time, *report.tables, report.against.time, *report.against.tables]


def plain(text):
    """Without spaces and the hyphens that a narrow column divides words by."""
    return re.sub(r"[\s\u00ad\u2010-]+", "", str(text))


@pytest.mark.slow
@pytest.mark.parametrize("audience", Audience)
def test_every_cell_is_the_same_in_all_files(weekends, audience):
    wanted = Wanted(scope=Scope(**DAYS), audience=audience, earlier=Scope(**BEFORE))
    with translation.override("cs"):
        page = contacts.make([weekends], wanted, make.NOON)

        assert len([cell for table in tables(page) for line in table.lines for cell in line.cells]) > 100
        _in_csv(page, sheets.as_csv(page, ABOUT).removeprefix("\ufeff"))
        _in_json(page, json.loads(json.dumps(sheets.as_json(page))))
        _in_workbook(page, load_workbook(io.BytesIO(workbook.as_xlsx(page, ABOUT))))
        _on_paper(page, documents.contacts(page, ABOUT, organisation="Podchod", picture=None))


def test_the_page_gives_away_the_very_numbers_it_shows(weekends, browse):
    address = "?from=2026-07-03&to=2026-07-05&by=place&for=partner"
    browser = browse(weekends)
    page = browser.get(f"/podchod/reports/contacts/{address}").content.decode()
    paper = browser.get(f"/podchod/reports/contacts.pdf{address}")
    answer = browser.get(f"/podchod/reports/contacts.json{address}").json()

    shown = re.findall(r'<p class="fig-n[^"]*">([^<]*)</p><div><h2>', page)
    text = plain(" ".join(one.extract_text() for one in PdfReader(io.BytesIO(paper.content)).pages))
    some = [*contacts.EXCHANGE, *(one for _name, codes in contacts.SETS.values() for one in codes)]
    said = [one["value"] for code, one in answer["figures"].items() if code not in some]  # there was none of these
    numbers = [str(value).replace(".", ",") for value in said if value is not None]
    assert [one for one in shown if one[0].isdigit()] == numbers
    assert all(plain(one) in text for one in shown)
    assert paper["Content-Disposition"] == 'attachment; filename="spojka-2026-07-03-2026-07-05-partner.pdf"'


def _in_csv(page, text):
    rows = list(csv.reader(io.StringIO(text), delimiter=";"))
    numbers = {(row[0], row[1], row[4]): row[5] for row in rows if row[4] and not row[2]}
    for cell in page.figures:
        assert numbers["čísla", "", cell.metric.code] == said(cell)
    for table in (page.time, *page.tables):
        for line in table.lines:
            place = (table.name, sheets.safe(line.name))
            assert [numbers[*place, one.metric.code] for one in line.cells] == [*map(said, line.cells)]
    beside = {(row[0], row[1], row[4]): [row[5], *row[8:]] for row in rows if len(row) > 8}
    for code in (cell.metric.code for cell in page.figures):
        assert beside["čísla", "", code] == [*map(said, page.against.changes(code).cells)]


def said(cell):
    return cell.text if cell.value is None else str(cell.value).replace(".", ",")


def _in_json(page, answer):
    plain = {cell.metric.code: number(cell) for cell in page.figures}
    assert {code: one["value"] for code, one in answer["figures"].items()} == plain
    for table in (page.time, *page.tables):
        for line, told in zip(table.lines, answer["by"][table.code], strict=True):
            assert told["figures"] == {one.metric.code: number(one) for one in line.cells}
    for line in page.against.figures.lines:
        assert [*answer["against"]["figures"][line.key].values()] == [*map(number, line.cells)]


def number(cell):
    return None if cell.value is None else float(cell.value)


def _in_workbook(page, book):
    rows = list(book.worksheets[0].iter_rows(values_only=True))
    overview = {row[0]: row[1:] for row in reversed(rows) if row[0]}  # below stand the names of the sheets
    for cell in page.figures:
        line = page.against.changes(cell.metric.code)
        assert [*overview[str(cell.metric.name)][:4]] == [in_sheet(one) for one in line.cells]
    for table, sheet in zip(tables(page), book.worksheets[1:], strict=False):
        assert sheet.cell(1, 1).value == table.of
        rows = [row[1:] for row in sheet.iter_rows(min_row=2, values_only=True)]
        expected = [tuple(map(in_sheet, line.cells)) for line in table.lines]
        assert rows[: len(expected)] == expected
    assert book.worksheets[-1].title == "Co čísla znamenají"
    links = [row[0].hyperlink for row in book.worksheets[0].iter_rows() if row[0].hyperlink]
    assert [one.location for one in links] == [f"'{sheet.title}'!A1" for sheet in book.worksheets[1:]]


def in_sheet(cell):
    return cell.text if cell.value is None else float(cell.value)


def _on_paper(page, pdf):
    paper = plain(" ".join(one.extract_text() for one in PdfReader(io.BytesIO(pdf)).pages))
    for cell in page.figures:
        assert plain(cell.text) in paper
        told = " ".join(one.text for one in page.against.changes(cell.metric.code).cells)
        assert plain(f"{cell.metric.name} {told}") in paper
    for table in tables(page):
        for line in table.lines:
            assert plain(" ".join([line.name, *(one.text for one in line.cells)])) in paper
