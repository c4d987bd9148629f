"""Finding a service by words, place, language, hours and room."""

from datetime import timedelta

import pytest
from django.utils import timezone

from spojka.directory import hours, reading
from spojka.directory.doors import entries, looker

ALWAYS = {"week": [hours.spans("0–24")] * 7, "exceptions": {}}
NEVER = {"week": [[]] * 7, "exceptions": {}}


@pytest.fixture
def three(lists, hana, teren, write):
    write(hana, teren, name="Poradna Podchod", does="Pomáháme s dluhy a exekucemi.", hours=NEVER)
    write(hana, teren, name="Noclehárna", kind="3860", languages=["cs"], municipality="Horka", hours=ALWAYS)
    return write(hana, teren, name="Klub", kind="3859", groups=["youth"], ways=["outreach"], hours=NEVER)


def found(by, **asked):
    where = reading.chosen(looker(by), asked, timezone.now())
    return sorted(str(one) for one in entries(by).filter(where))


@pytest.mark.parametrize(
    ("asked", "names"),
    [
        ({"q": "exekuce"}, ["Poradna Podchod"]),
        ({"q": "noclehárnu"}, ["Noclehárna"]),
        ({"q": "nizkoprahova zarizeni"}, ["Klub"]),  # what the list calls it
        ({"q": "letadlo"}, []),
        ({"where": "horka"}, ["Noclehárna"]),
        ({"kind": "3859"}, ["Klub"]),
        ({"group": "youth"}, ["Klub"]),
        ({"language": "uk"}, ["Klub", "Poradna Podchod"]),
        ({"way": "outreach"}, ["Klub"]),
        ({"open": True}, ["Noclehárna"]),
        ({"free": True}, []),
        ({"mine": True}, ["Klub", "Noclehárna", "Poradna Podchod"]),
    ],
)
def test_filters_leave_what_was_asked_for(asked, names, hana, three):
    assert found(hana, **asked) == names


def test_takes_now_asks_for_the_last_word_that_still_holds(hana, three, tell, today):
    tell(hana, three, 2)
    assert found(hana, free=True) == ["Klub"]

    tell(hana, three, 0)
    assert found(hana, free=True) == []


def test_capacity_is_not_known_after_its_term(hana, three, tell, today):
    tell(hana, three, 2, on=today - timedelta(days=15))

    (line,) = reading.lines([three], looker(hana), timezone.now())

    assert line.state == "unknown"
