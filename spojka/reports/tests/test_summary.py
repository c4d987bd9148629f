"""What an organiser gets: no names, no small number, and nothing to work one out from the other sheets."""

import io
import re
from dataclasses import replace
from datetime import timedelta

import pytest
from django.utils import translation
from pypdf import PdfReader

from spojka.encounters.models import Handout
from spojka.figures.protect import Audience
from spojka.reports import documents, pictures
from spojka.reports.summary import of_event, of_shift
from tests import make


@pytest.fixture
def festival(teren, hana):
    """Two nights of a festival; in the second one only three people came."""
    event = make.event(teren)
    first = make.shift(teren, event=event, place=event.venue)
    later = {"planned_start": first.planned_start + timedelta(days=1), "day": first.day + timedelta(days=1)}
    later["planned_end"] = first.planned_end + timedelta(days=1)
    second = make.shift(teren, event=event, place=event.venue, **later | {"started_at": later["planned_start"]})
    for shift, count in ((first, 37), (second, 3)):
        for _ in range(count):
            met = make.encounter(shift, recorded_by=hana.id)
        Handout(**shift.ownership, encounter=met, code="things", quantity=50).add()
        Handout(**shift.ownership, encounter=met, code="others", quantity=30).add()
    return event, first, second


def cells(summary):
    return {cell.metric.code: cell.value for cell in summary.figures}


def nights(summary):
    return [[cell.value for cell in line.cells][:1] for line in summary.nights.lines]


def test_tells_an_event_night_by_night(hana, festival):
    event, first, second = festival

    with translation.override("cs"):
        own = of_event(hana, event, [first, second], Audience.OWN, make.NOON)

    assert cells(own)["contacts"] == 40
    assert ("Položka", ["Vydaný materiál"]) in [(table.of, table.heads) for table in own.tables]
    assert nights(own) == [[37], [3]]
    assert own.nights.lines[0].name == "sobota 4.\xa07. · 20:00–03:00"
    assert "Vydali jsme 160\xa0kusů materiálu, nejvíc: things (100), others (60)." in own.words


def test_the_sheets_of_single_nights_do_not_give_the_small_one_away(hana, festival):
    event, first, second = festival

    whole = of_event(hana, event, [first, second], Audience.PARTNER, make.NOON)
    sheets = [of_shift(hana, shift, Audience.PARTNER, make.NOON) for shift in (first, second)]

    assert (cells(whole)["contacts"], nights(whole)) == (40, [[None], [None]])
    assert [cells(sheet)["contacts"] for sheet in sheets] == [None, None]  # 40 less 37 would tell
    assert [cells(sheet)["materials"] for sheet in sheets] == [80, 80]
    assert [line.cells[0].value for line in sheets[0].tables[0].lines] == [50, 30]
    assert whole.hides


def test_page_and_paper_say_the_same_and_name_nobody(hana, festival, browse):
    event, first, _second = festival
    for address in (f"events/{event.pk}", f"shifts/{first.pk}"):
        page = browse(hana).get(f"/podchod/reports/{address}/").content.decode()
        paper = browse(hana).get(f"/podchod/reports/{address}/paper.pdf").content
        text = " ".join(" ".join(one.extract_text() for one in PdfReader(io.BytesIO(paper)).pages).split())

        main = page[page.index("<main") :]
        shown = re.findall(r'<p class="fig-n[^"]*">([^<]*)</p><div><h2>([^<]*)</h2>', main)
        assert len(shown) == 6
        assert all(f"{value} {name}".replace("\xa0", " ") in text for value, name in shown)
        assert "Hana" not in text + main.partition("</main>")[0].partition("</main>")[0]
        assert len(PdfReader(io.BytesIO(paper)).pages) == 1


def test_is_reached_from_the_event_and_the_shift(hana, festival, browse):
    event, first, _second = festival

    assert f"/reports/events/{event.pk}/" in browse(hana).get(f"/podchod/events/{event.pk}/").content.decode()
    assert f"/reports/shifts/{first.pk}/" in browse(hana).get(f"/podchod/shifts/{first.pk}/").content.decode()


def test_a_shift_without_an_event_tells_its_own(hana, teren):
    shift = make.shift(teren)
    make.encounter(shift)

    assert cells(of_shift(hana, shift, Audience.OWN, make.NOON))["contacts"] == 1
    assert cells(of_shift(hana, shift, Audience.PARTNER, make.NOON))["contacts"] is None


@pytest.mark.parametrize(
    ("minutes", "said"), [(60, "1\xa0hodina"), (180, "3\xa0hodiny"), (420, "7\xa0hodin"), (438, "7,3\xa0hodiny")]
)
def test_says_hours_as_people_do(hana, teren, minutes, said):
    shift = make.shift(teren)
    shift.change(ended_at=shift.started_at + timedelta(minutes=minutes))

    with translation.override("cs"):
        words = of_shift(hana, shift, Audience.OWN, make.NOON).words

    assert words[0] == f"Pracovali jsme v\xa01\xa0směně, dohromady {said}."


def test_says_no_hours_where_there_are_none(hana, teren):
    shift = make.shift(teren)
    shift.change(ended_at=shift.started_at + timedelta(minutes=2))

    with translation.override("cs"):
        assert of_shift(hana, shift, Audience.OWN, make.NOON).words[0] == "Pracovali jsme v\xa01\xa0směně."


def test_says_of_what_is_ahead_that_it_is(hana, teren, browse):
    event = make.event(teren, starts_on=make.NEXT_CENTURY.date(), ends_on=make.NEXT_CENTURY.date())
    span = {"planned_start": make.NEXT_CENTURY, "planned_end": make.NEXT_CENTURY + timedelta(hours=5)}
    shift = make.shift(teren, event=event, day=event.starts_on, started_at=None, **span)

    for address in (f"events/{event.pk}", f"shifts/{shift.pk}"):
        page = browse(hana).get(f"/podchod/reports/{address}/").content.decode()
        assert "Teprve bude." in page
        assert 'class="fig-n' not in page
        assert browse(hana).get(f"/podchod/reports/{address}/paper.pdf").status_code == 200


def test_an_event_that_passed_without_us_says_so(hana, teren):
    with translation.override("cs"):
        assert (
            of_event(hana, make.event(teren), [], Audience.OWN, make.NEXT_CENTURY).words[0]
            == "Žádná směna se nekonala."
        )


def test_much_to_say_still_fits_on_one_sheet(hana, festival):
    event, first, second = festival
    made = of_event(hana, event, [first, second], Audience.OWN, make.NOON)
    long = replace(made, words=["Vydali jsme dva tisíce kusů materiálu, nejvíc špunty do uší a vodu."] * 24)

    paper = documents.summary(long, event, organisation="Podchod", pictures=[pictures.bars(made.tables[0])] * 2)

    assert len(PdfReader(io.BytesIO(paper)).pages) == 1


def test_the_number_of_the_longest_bar_has_room(hana, festival):
    event, first, second = festival
    table = of_event(hana, event, [first, second], Audience.OWN, make.NOON).tables[0]

    scale = pictures.bars(table).spec["encoding"]["x"]["scale"]

    assert scale["domainMax"] >= 1.2 * max(line.cells[0].value for line in table.lines)


def test_the_sheet_downloads_under_the_days_of_the_event(hana, festival, browse):
    event, _first, _second = festival
    days = {"starts_on": make.datetime(2026, 7, 3).date(), "ends_on": make.datetime(2026, 7, 5).date()}
    event.change(**days)

    answer = browse(hana).get(f"/podchod/reports/events/{event.pk}/paper.pdf")

    assert "3-5-7-2026.pdf" in answer["Content-Disposition"]
