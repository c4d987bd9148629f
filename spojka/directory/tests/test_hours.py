"""Hours: as they are typed, and whether it is open."""

from datetime import datetime
from zoneinfo import ZoneInfo

import pytest

from spojka.directory import hours

PRAGUE = ZoneInfo("Europe/Prague")


def at(day, hour, minute=0):
    return datetime(2026, 12, day, hour, minute, tzinfo=PRAGUE)


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ("9:00–12:00, 13-17", [[540, 720], [780, 1020]]),
        ("", []),
        ("zavřeno", []),
        ("20–2", [[1200, 1560]]),
        ("8.30-24", [[510, 1440]]),
    ],
)
def test_hours_are_read_as_people_type_them(text, said):
    assert hours.spans(text) == said


@pytest.mark.parametrize("text", ["9", "9–25", "9:70–12", "ráno", "13–17, 9–12", "9–9", "99999999999–3"])
def test_what_is_no_hours_is_refused(text):
    with pytest.raises(hours.BadHours):
        hours.spans(text)


@pytest.mark.parametrize("text", ["zítra: 9–12", "31. 2. 2026: 9–12", "24. 12. 2026–1. 1. 2036: x", "24. 12. 2026: ?"])
def test_what_is_no_day_is_refused(text):
    with pytest.raises(hours.BadHours):
        hours.exceptions(text)


def test_a_span_over_midnight_is_open_on_the_next_day():
    kept = {"week": [hours.spans("20–2"), [], [], [], [], [], []]}  # on Mondays

    assert hours.is_open(kept, at(7, 23))
    assert hours.is_open(kept, at(8, 1, 59))
    assert not hours.is_open(kept, at(8, 2))
    assert not hours.is_open(kept, at(7, 1))


def test_a_day_that_differs_and_a_holiday_close():
    kept = {"week": [hours.spans("9–17")] * 7, "closed_on_holidays": True}
    kept["exceptions"] = hours.exceptions("22. 12. 2026–23. 12. 2026: zavřeno")

    assert [hours.is_open(kept, at(day, 10)) for day in (21, 22, 23, 24)] == [True, False, False, False]


def test_days_that_differ_are_written_as_they_were_typed():
    typed = "22. 12. 2026–23. 12. 2026: 9:00–12:00\n31. 12. 2026: 9:00–13:00"

    assert hours.typed_exceptions({"exceptions": hours.exceptions(typed)}) == typed
