import re
from datetime import date, timedelta
from urllib.parse import urlencode

import pytest
from django.core.management import call_command

from spojka.audit.models import Entry, Seen
from spojka.encounters.models import Topic
from spojka.figures.periods import usual
from spojka.reports.contacts import BY
from spojka.work.models import IndirectWork
from tests import make

WEEKEND = "from=2026-07-03&to=2026-07-05"
PAGE = "/podchod/reports/contacts/"
EVERY_ITEM = [
    "acts", "materials", "themes", "substances", "breaths", "pressures", "returns", "found", "refusals",
    "clients.contacts", "clients.by_syringes",
]  # fmt: skip


def figures(page):
    """The numbers of a page by the names of their figures."""
    found = re.findall(r'<p class="fig-n[^"]*">([^<]*)</p><div><h2>([^<]*)</h2>', page)
    return {name: value.replace("\xa0", " ") for value, name in found}


def test_says_each_figure(hana, saturday, browse):
    page = browse(hana).get(f"{PAGE}?{WEEKEND}").content.decode()

    assert figures(page) == {
        "Kontakty": "3", "Různí klienti": "1", "První kontakty": "1", "Kontakty pod kódem": "1",
        "Anonymní kontakty": "2", "Lidé v\xa0hromadných záznamech": "37", "Výkony": "3", "Hodiny práce": "1,0",
        "Hodiny ve směnách": "0,0", "Hodiny nepřímé práce": "0,0",
        "Kontakty se skutečnými minutami": "2",
        "Kontakt (metodika kraje)": "2", "Intervence (metodika kraje)": "1", "Vydaný materiál": "84", "Témata": "1",
        "Zmíněné látky": "1", "Měření alkotesterem": "1", "Měření krevního tlaku": "1",
        "Výměny": "1", "Vydané stříkačky": "10", "Vrácené stříkačky": "9", "Návratnost stříkaček": "90,0",
        "Nalezené stříkačky": "3", "Klienti, kteří dostali stříkačky": "1", "Vrácený materiál": "9",
        "Vráceno za jiné": "1", "Vráceno odhadem": "8", "Nalezený materiál": "3",
        "Nalezeno odhadem": "3", "Vydáno pro jiné": "4", "Odmítnutí": "1", "Ukončení služby": "1",
        "Pozdní zápisy": "1",
    }  # fmt: skip


def test_rows_are_paged_and_every_shown_one_is_audited(hana, teren, browse):
    shift = make.shift(teren)
    for _ in range(60):
        make.encounter(shift)

    second = browse(hana).get(f"/podchod/reports/rows/?metric=contacts&{WEEKEND}&page=2").context["behind"]

    assert (len(second.page.object_list), second.count, second.total) == (10, 60, 60)
    assert Seen.objects.filter(model="encounters.Encounter").count() == 10


def test_reading_the_report_is_audited_as_reading_the_service(hana, teren, browse):
    browse(hana).get(PAGE)

    entry = Entry.objects.get(is_reading=True)
    assert list(entry.seen.values_list("model", "row_id")) == [("network.Service", teren.pk)]


def test_others_rows_are_not_counted(hana, bara, kontakt, saturday, browse):
    make.encounter(make.shift(kontakt))

    assert figures(browse(hana).get(f"{PAGE}?{WEEKEND}").content.decode())["Kontakty"] == "3"
    assert figures(browse(bara).get(f"{PAGE}?{WEEKEND}").content.decode())["Kontakty"] == "1"


def test_strangers_and_those_without_the_right_see_nothing(cyril, teren, browse):
    funder = make.member(teren, role="funder")

    for path in ("contacts/", "contacts.csv", "rows/?metric=contacts"):
        assert browse(cyril).get(f"/podchod/reports/{path}").status_code == 404
        assert browse(funder).get(f"/podchod/reports/{path}").status_code == 404


@pytest.mark.parametrize(
    ("query", "field"),
    [
        ("from=2026-07-05&to=2026-07-03", "to"),
        ("from=1999-12-31&to=2001-07-03", "from"),
        ("from=2026-07-01&to=2101-01-01", "to"),
        ("from=2026-07-01&to=20260-07-03", "to"),
        ("from=yesterday&to=2026-07-03", "from"),
        ("setting=moon", "setting"),
        ("for=everybody", "for"),
        ("event=0197d3a0-0000-7000-8000-000000000000", "event"),
        ("place=drop+table", "place"),
    ],
)
def test_what_is_wrong_is_said_at_its_field(hana, browse, query, field):
    for path in ("contacts/", "contacts.csv", "rows/"):
        answer = browse(hana).get(f"/podchod/reports/{path}?metric=contacts&{query}")
        assert answer.status_code == 422
        assert list(answer.context["form"].errors) == [field]


def test_another_services_event_can_not_be_chosen(hana, kontakt, browse):
    answer = browse(hana).get(f"{PAGE}?event={make.event(kontakt).pk}")

    assert list(answer.context["form"].errors) == ["event"]


@pytest.mark.parametrize(
    "query",
    [
        "metric=pleasure", "", "metric=contacts&by=zodiac&value=leo", "metric=contacts&by=item&value=KP",
        "metric=contacts&item=KP", "metric=themes&by=place&value=x&item=%00", "metric=contacts&by=day&value=abc",
        "metric=contacts&by=day&value=2026-02-30", "metric=contacts&by=month&value=zz",
        "metric=contacts&by=month&value=2026-13", "metric=contacts&by=hour&value=24",
        "metric=contacts&by=year&value=0000", "metric=contacts&by=place&value=%00",
    ],
)  # fmt: skip
def test_unknown_figures_are_nowhere(hana, browse, query):
    assert browse(hana).get(f"/podchod/reports/rows/?{query}").status_code == 404


@pytest.mark.slow
@pytest.mark.parametrize("metric", ["contacts", "materials", "breaths", "refusals", "clients.by_syringes"])
def test_figures_of_every_table_go_by_every_dimension(hana, saturday, browse, metric):
    browser = browse(hana)
    for by in BY:
        value = "03" if by == "hour" else "’; drop \N{HEDGEHOG}"
        query = urlencode({"metric": metric, "by": by, "value": value})
        assert browser.get(f"/podchod/reports/rows/?{WEEKEND}&{query}").context["behind"].count == 0


@pytest.mark.parametrize("page", ["0", "-3", "99", "last", "9" * 40])
def test_a_strange_page_is_the_nearest_one(hana, saturday, browse, page):
    answer = browse(hana).get(f"/podchod/reports/rows/?metric=contacts&{WEEKEND}&page={page}")

    assert len(answer.context["behind"].page.object_list) == 3


def test_filters_narrow_and_stay_in_links(hana, teren, saturday, browse):
    call_command("load_codelists")
    make.encounter(make.shift(teren, setting="outreach"))

    page = browse(hana).get(f"{PAGE}?{WEEKEND}&setting=event_zone&event={saturday.event_id}").content.decode()

    assert figures(page)["Kontakty"] == "3"
    assert f"event={saturday.event_id}&amp;setting=event_zone&amp;metric=contacts" in page


def test_nothing_recorded_is_said(hana, browse):
    assert "není nic zapsáno" in browse(hana).get(PAGE).content.decode()


def test_long_periods_go_by_months(hana, saturday, browse):
    report = browse(hana).get(f"{PAGE}?from=2026-01-01&to=2026-12-31").context["report"]

    assert [(line.name, line.cells[0].value) for line in report.time.lines] == [("červenec 2026", 3)]


def test_a_century_goes_by_years(hana, saturday, browse):
    report = browse(hana).get(f"{PAGE}?from=2000-01-01&to=2100-12-31").context["report"]

    assert [(line.name, line.cells[0].value) for line in report.time.lines] == [("2026", 3)]


@pytest.mark.parametrize(
    ("query", "tables"),
    [
        ("", ["place"]),
        ("by=worker", ["worker"]),
        ("by=time", []),
        ("by=item", EVERY_ITEM),
        ("by=item&of=themes", ["themes"]),
        ("by=worker&of=themes", ["worker.themes"]),
        ("by=time&of=breaths", ["day.breaths"]),
        ("by=zodiac&of=stars", ["place"]),
        ("by=hour", ["hour"]),
        ("by=hour&of=refusals", ["hour.refusals"]),
        ("by=time&of=exchange", ["day.exchange"]),
        ("by=place&of=clients.contacts", ["clients.contacts"]),
    ],
)
def test_one_breakdown_at_a_time_is_shown(hana, saturday, browse, query, tables):
    report = browse(hana).get(f"{PAGE}?{WEEKEND}&{query}").context["report"]

    assert [one.code for one in report.tables] + [one.table.code for one in report.crosses] == tables


def test_hours_stand_in_their_order(hana, saturday, browse):
    late = saturday.start + timedelta(hours=4)
    for at in (late, late, saturday.start):
        make.encounter(saturday, occurred_at=at)

    (table,) = browse(hana).get(f"{PAGE}?{WEEKEND}&by=hour").context["report"].tables

    keys = [line.key for line in table.lines]
    assert keys == sorted(keys)
    assert table.lines[-1].name == "21–22\xa0h"


def test_a_rate_stands_beside_its_two_numbers(hana, saturday, browse):
    (table,) = browse(hana).get(f"{PAGE}?{WEEKEND}&by=place&of=exchange").context["report"].tables

    assert table.heads[:4] == ["Výměny", "Vydané stříkačky", "Vrácené stříkačky", "Návratnost stříkaček"]
    assert [cell.text for cell in table.lines[0].cells[:4]] == ["1", "10", "9", "90,0"]
    assert [cell.text for cell in table.totals[:4]] == ["1", "10", "9", "90,0"]


def test_a_rate_is_hidden_when_either_of_its_numbers_is(hana, saturday, browse):
    made = browse(hana).get(f"{PAGE}?{WEEKEND}&by=place&of=exchange&for=public").context["report"]
    told = {cell.metric.code: cell.value for cell in made.figures}

    assert (told["syringes.given"], told["syringes.back"], told["syringes.rate"]) == (10, None, None)
    assert all(cell.value is None for line in made.tables[0].lines for cell in line.cells[2:4])


def test_themes_go_by_place(hana, saturday, browse):
    (cross,) = browse(hana).get(f"{PAGE}?{WEEKEND}&by=place&of=themes").context["report"].crosses

    assert cross.table.heads == ["Poškození sluchu", "celkem"]
    assert [(line.name, [cell.value for cell in line.cells]) for line in cross.table.lines] == [
        (str(saturday.place), [1, 1])
    ]


def test_what_is_long_stands_in_lines(hana, saturday, browse):
    met = make.encounter(saturday, recorded_by=hana.id)
    for n in range(12):
        Topic(**saturday.ownership, encounter=met, kind="theme", code=f"theme{n}").add()

    (cross,) = browse(hana).get(f"{PAGE}?{WEEKEND}&by=place&of=themes").context["report"].crosses

    assert cross.table.heads == [str(saturday.place), "celkem"]
    assert (len(cross.table.lines), [cell.value for cell in cross.table.totals]) == (13, [13, 13])


def test_queries_do_not_grow_with_rows(hana, teren, saturday, browse, django_assert_max_num_queries):
    browser = browse(hana)
    for _ in range(20):
        make.encounter(make.shift(teren), client=make.client(teren))

    with django_assert_max_num_queries(55):  # what stands beside contacts is read too
        browser.get(f"{PAGE}?{WEEKEND}")
    with django_assert_max_num_queries(45):
        browser.get(f"/podchod/reports/rows/?metric=acts&{WEEKEND}")


def test_what_goes_out_names_no_worker_and_no_small_number(hana, saturday, browse):
    page = browse(hana).get(f"{PAGE}?{WEEKEND}&for=partner").content.decode()

    assert figures(page)["Kontakty"] == "méně než 5"
    assert figures(page)["Lidé v\xa0hromadných záznamech"] == "37"
    assert "Pracovník" not in page
    assert "/rows/" not in page


def test_a_weekend_is_the_one_whose_saturday_has_come():
    friday = date(2026, 7, 3)
    names = {day: usual(friday + timedelta(days=day))[0].first for day in (0, 1, 2, 3, 6)}

    assert names == {0: date(2026, 6, 26), 1: friday, 2: friday, 3: friday, 6: friday}
    assert {one.code: str(one.last) for one in usual(date(2026, 12, 31)) if one.code != "last_weekend"} == {
        "this_month": "2026-12-31", "last_month": "2026-11-30", "this_quarter": "2026-12-31",
        "last_quarter": "2026-09-30", "this_year": "2026-12-31", "last_year": "2025-12-31",
    }  # fmt: skip


@pytest.fixture
def travel(anna, hana, teren):
    for actor, minutes in ((anna, 60), (hana, 120)):
        own = {"membership_id": actor.id, "recorded_by": actor.id, "code": "travel"}
        IndirectWork(**teren.ownership, day=make.SATURDAY, minutes=minutes, **own).add()


def test_indirect_work_of_colleagues_is_read_by_the_head_alone(anna, hana, travel, browse):
    rows = "/podchod/reports/rows/?" + WEEKEND + "&metric=hours.indirect"
    found = [browse(one).get(rows).context["behind"] for one in (anna, hana)]
    asked = browse(anna).get(f"{rows}&by=worker&value={hana.id}").context["behind"]

    assert [(one.count, one.total) for one in (*found, asked)] == [(1, 1), (2, 3), (1, 1)]
    assert [row.worker for row in asked.page.object_list] == ["Anna Poledne"]


@pytest.mark.parametrize(("who", "there"), [("anna", False), ("hana", True)])
def test_hours_of_indirect_work_go_by_worker_for_the_head_alone(who, there, travel, browse, request):
    browser = browse(request.getfixturevalue(who))
    made = browser.get(f"{PAGE}?{WEEKEND}&by=worker").context["report"]
    told = browser.get(f"/podchod/reports/contacts.json?{WEEKEND}").json()

    assert ("Hodiny nepřímé práce" in made.all_tables[0].heads) == there
    assert ("hours.indirect" in told["items_by"]["worker"]) == there
    assert told["figures"]["hours.indirect"]["value"] == 3


def test_no_change_is_not_said_to_be_of_a_small_number(hana, night, browse):
    text = browse(hana).get(f"/podchod/reports/contacts/?{WEEKEND}&against=year").content.decode()

    assert "<strong>0</strong> · dříve 0" in text
    assert '</strong> <span class="quiet">z malého čísla</span> · dříve 0' in text
