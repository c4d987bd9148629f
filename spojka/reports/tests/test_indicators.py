"""The block of indicators: every line is a figure or empty with the words why, the same in every file."""

import csv
import io
import json
from datetime import date

import pytest
from django.utils import timezone, translation
from openpyxl import load_workbook
from pypdf import PdfReader

from spojka.encounters.models import Act
from spojka.encounters.scope import Scope
from spojka.figures import indicators as added
from spojka.figures.indicators import Line
from spojka.figures.protect import Audience
from spojka.reports import indicator_files as files
from spojka.reports import indicators
from tests import make

from .test_agree import plain

PAGE = "/podchod/reports/indicators"
QUERY = "?from=2026-07-01&to=2026-07-31"
JULY = Scope(first=date(2026, 7, 1), last=date(2026, 7, 31))


def made(by, audience=Audience.OWN, scope=JULY):
    return indicators.make([by], scope, audience, make.NOON)


def said(block, group):
    """The numbers of one group, None for what is hidden or left to a pen."""
    section = next(one for one in block.sections if one.code == group)
    return {one.code: one.cell and one.cell.value for one in section.lines}


@pytest.fixture
def july(hana, saturday):
    known = make.client(saturday.service, sex="man")
    make.encounter(make.shift(saturday.service, day="2026-06-05"), client=known, occurred_at=make.LAST_CENTURY)
    for _ in range(2):
        met = make.encounter(saturday, client=known, age_band="15_17")
        Act(**saturday.ownership, encounter=met, code="ZO", minutes=15).add()
    return hana


def test_tells_what_is_known(july):
    block = made(july)

    clients = said(block, "clients")
    assert (clients["total"], clients["men"], clients["women"], clients["under_18"]) == (2, 1, 1, 1)
    assert (clients["new"], clients["returning"], clients["anonymous"]) == (1, 1, 2)
    assert said(block, "contacts") == {
        "total": 5, "first": 1, "each": 1.5, "setting.event_zone": 5, "region": 2, "intervention": 1,
    }  # fmt: skip
    assert said(block, "exchange") == {"exchanges": 1, "given": 10, "back": 9, "rate": 90, "found": 3, "who": 1}
    assert (said(block, "health")["treatments"], said(block, "health")["referrals"]) == (2, 0)


def test_what_nobody_wrote_down_is_left_to_a_pen_with_the_words_why(july):
    lines = {(one.code, line.code): line for one in made(july).sections for line in one.lines}
    by_hand = [place for place, line in lines.items() if line.cell is None]

    assert by_hand == [
        ("clients", "users"), ("clients", "injecting"), ("clients", "primary_drug"), ("clients", "mean_age"),
        ("clients", "close"), ("health", "pregnant"), ("staff", "fte_direct"), ("staff", "fte_indirect"),
        ("staff", "qualification"),
    ]  # fmt: skip
    assert all(lines[place].hand for place in by_hand)


def test_each_act_has_its_clients_acts_and_hours(july):
    table = next(one.table for one in made(july).sections if one.code == "acts")

    assert {line.key: [float(cell.value) for cell in line.cells] for line in table.lines} == {
        "ZO": [1, 2, 0.5], "KP": [1, 1, 0.3], "IP": [0, 2, 0.8],
    }  # fmt: skip


def test_small_numbers_stay_with_us(july):
    block = made(july, Audience.PARTNER)

    assert said(block, "clients")["total"] is None
    assert said(block, "clients")["returning"] is None
    assert said(block, "exchange")["rate"] == 90
    assert said(block, "exchange")["found"] is None
    assert all(cell.value is None for line in table_of(block).lines for cell in line.cells[:1])


def table_of(block):
    return next(one.table for one in block.sections if one.table)


@pytest.mark.parametrize("audience", Audience)
def test_every_file_says_the_same(july, audience):
    about = [("Organizace", "Podchod")]
    with translation.override("cs"):
        block = made(july, audience)
        cells = {
            f"{section.code}.{code}": cell and (cell.text if cell.value is None else float(cell.value))
            for section, code, _name, cell, _hand in files._rows(block)
        }
        rows = csv.reader(io.StringIO(files.as_csv(block, about).removeprefix("\ufeff")), delimiter=";")
        told = {row[2]: row[3].replace(",", ".") for row in rows if "." in row[2]}
        answer = json.loads(json.dumps(files.as_json(block), default=float))
        book = load_workbook(io.BytesIO(files.as_xlsx(block, about))).worksheets[0]
        paper = files.as_pdf(block, about, organisation="Podchod")

    in_table = {code: float(text) if isinstance(cells[code], float) else text or None for code, text in told.items()}
    assert in_table == cells
    flat = {
        f"{group}.{code}": one["value"] for group, lines in answer["groups"].items() for code, one in lines.items()
    }
    assert flat == {code: one if isinstance(one, float) else None for code, one in cells.items()}
    in_book = [value for row in book.iter_rows(values_only=True) for value in row[1:]]
    text = plain(" ".join(one.extract_text() for one in PdfReader(io.BytesIO(paper)).pages))
    for cell in block.cells:
        assert (cell.text if cell.value is None else float(cell.value)) in in_book
        assert plain(cell.text) in text
    assert plain("ne úřední formulář") in text
    assert answer["official"] is False


def test_the_page_leads_to_records_and_says_what_it_is(july, browse):
    page = browse(july).get(f"{PAGE}/{QUERY}").content.decode()

    assert "ne úřední formulář" in page
    assert "metric=clients&amp;by=sex&amp;value=man" in page.replace("%3D", "=")
    assert page.count('class="form-blank"') == 9
    rows = browse(july).get(
        "/podchod/reports/rows/?from=2026-07-01&to=2026-07-31&metric=clients.acts&by=item&value=ZO"
    )
    assert (rows.context["behind"].count, rows.context["behind"].total) == (1, 1)


def test_what_goes_out_leads_to_no_record(july, browse):
    assert "/rows/" not in browse(july).get(f"{PAGE}/{QUERY}&for=partner").content.decode()


@pytest.mark.parametrize("kind", ["csv", "json", "xlsx", "pdf"])
def test_files_download_under_a_telling_name(july, browse, kind):
    answer = browse(july).get(f"{PAGE}.{kind}{QUERY}&for=partner")

    name = f'attachment; filename="spojka-indicators-2026-07-01-2026-07-31-partner.{kind}"'
    assert answer["Content-Disposition"] == name


def test_without_a_period_it_is_of_the_last_year(july, browse):
    scope, year = browse(july).get(f"{PAGE}/").context["made"].scope, timezone.localdate().year - 1

    assert (scope.first, scope.last) == (date(year, 1, 1), date(year, 12, 31))


def test_a_wrong_period_is_said_at_its_field(july, browse):
    for path in ("/", ".csv"):
        answer = browse(july).get(f"{PAGE}{path}?from=2026-07-05&to=2026-07-03")
        assert (answer.status_code, list(answer.context["form"].errors)) == (422, ["to"])


def test_strangers_and_those_without_the_right_see_nothing(cyril, teren, browse):
    funder = make.member(teren, role="funder")

    for who in (cyril, funder):
        for path in ("/", ".csv", ".json", ".xlsx", ".pdf"):
            assert browse(who).get(f"{PAGE}{path}").status_code == 404


def test_others_numbers_are_not_in_it(july, bara):
    assert said(made(bara), "contacts")["total"] == 0


def test_packages_add_lines(july, monkeypatch):
    monkeypatch.setattr(added, "_LINES", {})
    assert "groups" not in [one.code for one in made(july).sections]

    line = Line(code="sessions", cs="Setkání", en="Sessions", metric="themes")
    added.register("groups", line)

    assert said(made(july), "groups") == {"sessions": 1}


def test_no_two_groups_of_lines_have_one_code():
    codes = [one.code for one in indicators.groups()]

    assert len(codes) == len(set(codes))
