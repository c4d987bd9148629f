"""The same numbers on the page, in the table, in JSON and from the command; and what of them may go out."""

import csv
import io
import json
from datetime import date, timedelta

import pytest
from django.core.management import CommandError, call_command

from spojka.encounters.models import Handout
from spojka.encounters.scope import Scope
from spojka.figures.protect import Audience
from spojka.reports import sheets
from spojka.reports.contacts import Wanted
from spojka.reports.contacts import make as make_report
from tests import make

SPAN = {"first": "2026-07-03", "last": "2026-07-05"}
QUERY = "from=2026-07-03&to=2026-07-05"


def command(**options):
    out = io.StringIO()
    call_command("report", "contacts", **SPAN | options, stdout=out)
    return out.getvalue()


def table(text):
    assert text.startswith("\ufeff")
    return list(csv.DictReader(io.StringIO(text.removeprefix("\ufeff")), delimiter=";"))


def by_line(rows):
    return {(row["část"], row["řádek"], row["položka"], row["kód"]): row["hodnota"] for row in rows if row["kód"]}


def test_page_table_and_command_say_the_same(hana, night, browse):
    page = browse(hana).get(f"/podchod/reports/contacts/?{QUERY}").context["report"]
    sheet = browse(hana).get(f"/podchod/reports/contacts.csv?{QUERY}").content.decode()
    printed = command(format="csv", organisation="podchod")
    said = json.loads(command(organisation="podchod"))

    assert by_line(table(sheet)) == by_line(table(printed))
    on_page = {cell.metric.code: sheets.plain(cell.value) for cell in page.figures}
    assert {code: one["value"] for code, one in said["figures"].items()} == on_page
    told = {k[3]: v.replace(",", ".") for k, v in by_line(table(sheet)).items() if k[0] == "čísla"}
    in_sheet = {code: None if text == "–" else float(text) for code, text in told.items()}  # there was no exchange
    assert in_sheet == on_page
    one = json.loads(json.dumps(sheets.as_json(page)["by"]))
    assert {code: said["by"][code] for code in one} == one
    assert by_line(table(sheet))["Pracovník", "Hana Večerní", "Špunty do uší", "materials"] == "74"
    assert said["items_by"]["worker"]["materials"] == {str(hana.id): {"earplugs": 74}}


def test_the_table_says_who_made_it_and_for_whom(hana, night, browse):
    rows = table(browse(hana).get(f"/podchod/reports/contacts.csv?{QUERY}&for=partner").content.decode())
    about = {row["řádek"]: row["hodnota"] for row in rows if row["část"] == "tato zpráva"}

    assert about["Připravil(a)"] == "Hana Večerní"
    assert about["Pro koho"] == "pořadatel nebo donátor"


def test_the_table_downloads_under_a_telling_name(hana, browse):
    answer = browse(hana).get(f"/podchod/reports/contacts.csv?{QUERY}&for=partner")

    assert answer["Content-Disposition"] == 'attachment; filename="spojka-2026-07-03-2026-07-05-partner.csv"'
    assert answer["Content-Type"] == "text/csv; charset=utf-8"


def test_what_is_for_machines_is_a_file_too(hana, browse):
    answer = browse(hana).get(f"/podchod/reports/contacts.json?{QUERY}&for=partner")

    assert answer["Content-Disposition"] == 'attachment; filename="spojka-2026-07-03-2026-07-05-partner.json"'


def test_numbers_have_the_comma_of_the_language(hana, night, browse):
    browser = browse(hana)
    czech = browser.get(f"/podchod/reports/contacts.csv?{QUERY}").content.decode()
    browser.cookies["language"] = "en"
    english = browser.get(f"/podchod/reports/contacts.csv?{QUERY}").content.decode()

    assert ";1,2;" in czech
    assert ";1.2;" in english


@pytest.mark.parametrize("text", ["=1+1", "+420", "-2", "@sum", "\tx", "\r=1", " =1"])
def test_a_cell_is_never_a_formula(text):
    assert sheets.safe(text) == f"'{text}"


def test_an_event_named_like_a_formula_does_no_harm(hana, night, browse):
    sheet = browse(hana).get(f"/podchod/reports/contacts.csv?{QUERY}").content.decode()

    assert ";'=Letní tání;" in sheet


def test_small_numbers_and_those_that_would_give_them_away_are_hidden(hana, night):
    said = figures(hana, Audience.PARTNER)

    assert said["contacts"] == 9
    assert said["contacts.coded"] is None  # two
    assert said["contacts.anonymous"] is None  # seven: with nine it would tell the two
    assert said["clients"] is None
    assert said["refusals"] is None
    assert (said["tallies.people"], said["acts"], said["materials"]) == (37, 7, 74)


def test_the_public_sees_less_than_a_partner(hana, night):
    said = figures(hana, Audience.PUBLIC)

    assert (said["contacts"], said["acts"], said["hours"], said["tallies.people"]) == (None, None, None, 37)


def test_a_breakdown_gives_no_small_number_away(hana, night):
    tables = {one.code: one for one in report(hana, Audience.PARTNER).tables}

    assert "worker" not in tables
    assert [cell.value for line in tables["sex"].lines for cell in line.cells][:3] == [None, None, None]


def test_a_figure_that_leaves_few_of_another_is_hidden(hana, teren):
    shift = make.shift(teren)
    clients = [make.client(teren) for _ in range(18)]
    for client in [*clients, *clients[:2]]:
        make.encounter(shift, client=client)

    said = figures(hana, Audience.PARTNER)

    assert (said["contacts.coded"], said["clients"], said["contacts.first"]) == (20, 18, None)  # 2 came again
    assert figures(hana, Audience.OWN)["contacts.first"] == 18


def test_a_line_that_leaves_few_hides_its_column(hana, teren):
    shift, other = make.shift(teren), make.shift(teren)
    known = [make.client(teren) for _ in range(9)]
    for client in known:
        make.encounter(shift, client=client)
        make.encounter(other, client=client, occurred_at=other.start + timedelta(hours=2))
    for _ in range(9):
        make.encounter(shift, client=make.client(teren))
    for _ in range(3):
        make.encounter(shift)  # 18 first ones of 21: 3 are left
        make.encounter(other)

    made = report(hana, Audience.PARTNER)
    (place,) = [one for one in made.tables if one.code == "place"]

    assert figures(hana, Audience.PARTNER)["contacts.first"] == 18
    assert [cell.value for line in place.lines for cell in line.cells if cell.metric.code == "contacts.first"] == [
        None, None,
    ]  # fmt: skip


def test_a_crossed_table_goes_out_whole_or_not_at_all(hana, teren):
    shift = make.shift(teren)
    for code, count in (("earplugs", 74), ("water", 30)):
        Handout(**shift.ownership, encounter=make.encounter(shift), code=code, quantity=count).add()
    whole = crosses(hana, "materials")
    Handout(**shift.ownership, encounter=make.encounter(make.shift(teren)), code="water", quantity=2).add()
    small = crosses(hana, "materials")

    assert [cell.value for line in whole["place"].table.lines for cell in line.cells] == [74, 30, 104]
    assert (whole["place"].is_hidden, small["place"].is_hidden, small["day"].is_hidden) == (False, True, False)
    assert (small["place"].lines, small["place"].table.lines) == ([], [])
    assert "worker" not in whole


def test_a_hidden_crossed_table_is_null_and_said(hana, night, browse):
    sheet = table(browse(hana).get(f"/podchod/reports/contacts.csv?{QUERY}&for=partner").content.decode())
    said = json.loads(command(organisation="podchod", audience="partner"))

    assert by_line(sheet)["Místo", "", "všechny položky", "refusals"] == "chráněno"
    assert said["items_by"]["place"]["refusals"] is None


def test_figures_of_all_services_are_added_up(teren, kontakt, night):
    client = make.client(kontakt)
    make.encounter(make.shift(kontakt), client=client)
    make.encounter(make.shift(make.service()))

    house, everybody = json.loads(command(organisation="podchod")), json.loads(command())

    assert house["figures"]["contacts"]["value"] == 10
    assert house["figures"]["clients"]["value"] == 3
    assert everybody["figures"]["contacts"]["value"] == 11
    assert len(everybody["organisations"]) == 2


@pytest.mark.parametrize(
    "wrong",
    [{"first": "2026-08-01"}, {"first": "yesterday"}, {"first": "1990-01-01"}, {"organisation": "nobody"}],
)
def test_the_command_says_what_is_wrong(db, wrong):
    with pytest.raises(CommandError):
        command(**wrong)


def crosses(by, metric):
    return {one.dimension: one for one in report(by, Audience.PARTNER).crosses if one.metric.code == metric}


def report(by, audience):
    wanted = Wanted(scope=Scope(first=date(2026, 7, 3), last=date(2026, 7, 5)), audience=audience)
    return make_report([by], wanted, make.NOON)


def figures(by, audience):
    return {cell.metric.code: cell.value for cell in report(by, audience).figures}
