from datetime import date, time

import pytest

from spojka.oldminutes import days

BASE = date(2014, 4, 16)  # a Wednesday


@pytest.mark.parametrize(
    ("said", "day", "hour"),
    [
        ("24. 4. v 15:00", date(2014, 4, 24), time(15)),
        ("24.4.2014 v 15 hod.", date(2014, 4, 24), time(15)),
        ("1. května 2014", date(2014, 5, 1), None),
        ("ve čtvrtek 15. 5. od 13.00", date(2014, 5, 15), time(13)),
        ("čtvrtek 24. IV. 2014", date(2014, 4, 24), None),
        ("2014-04-24", date(2014, 4, 24), None),
        ("24/4/2014", date(2014, 4, 24), None),
        ("24. 4. 14", date(2014, 4, 24), None),
        ("24.–25. 4. 2014, 9–12 hod", date(2014, 4, 24), time(9)),
        ("15.5 2014", date(2014, 5, 15), None),
        ("dne 24. 4. v klubu od 14 do 18 hodin", date(2014, 4, 24), time(14)),
        ("24. 4. v poledne", date(2014, 4, 24), time(12)),
        ("5. 1.", date(2014, 1, 5), None),
        ("ve čtvrtek dvacátého čtvrtého dubna od 15.00", date(2014, 4, 24), time(15)),
        ("prvního května 2014", date(2014, 5, 1), None),
        ("PÁTEK TŘICÁTÉHO KVĚTNA", date(2014, 5, 30), None),
        ("20. 12.", date(2013, 12, 20), None),
        ("31. 4.", None, None),
        ("29. 2. 2015", None, None),
    ],
)
def test_days_and_hours_as_people_write_them(said, day, hour):
    found = days.days(said, BASE)

    assert [(one.day, one.hour) for one in found] == [(day, hour)]


@pytest.mark.parametrize(
    "said", ["verze 1.2.3.4", "12 případů", "č. 3/2014", "156", "20. 30. řada", "v 15:00", "2014"]
)
def test_other_numbers_are_no_days(said):
    assert days.days(said, BASE) == []


def test_a_year_is_the_nearest_over_new_year():
    assert days.days("15. 1.", date(2014, 12, 18))[0].day == date(2015, 1, 15)
    assert days.days("28. 12.", date(2015, 1, 8))[0].day == date(2014, 12, 28)


def test_a_weekday_that_is_wrong_disagrees():
    assert days.days("středa 24. 4. 2014", BASE)[0].disagrees
    assert days.days("24. 4. 2014 (středa)", BASE)[0].disagrees
    assert not days.days("čtvrtek 24. 4. 2014", BASE)[0].disagrees


@pytest.mark.parametrize(
    ("said", "due"),
    [
        ("zjistí do příští buňky", "next"),
        ("zjistí do příští policejní buňky", "next"),
        ("do příště", "next"),
        ("na příštím setkání řekne", "next"),
        ("do dalšího jednání", "next"),
        ("T: příští buňka", "next"),
        ("do 30. 4.", "2014-04-30"),
        ("nejpozději do 30. dubna 2014", "2014-04-30"),
        ("Termín: 30. 4.", "2014-04-30"),
        ("do konce dubna", "2014-04-30"),
        ("do konce měsíce", "2014-04-30"),
        ("do konce roku", "2014-12-31"),
        ("do konce března", None),
        ("do konce týdne", "2014-04-18"),
        ("do pátku", "2014-04-18"),
        ("do středy", "2014-04-23"),
        ("do 14 dnů", "2014-04-30"),
        ("do čtrnácti dnů", "2014-04-30"),
        ("do týdne", "2014-04-23"),
        ("do měsíce", "2014-05-16"),
        ("do příštího pátku", "2014-04-25"),
        ("do 5 pracovních dnů", "2014-04-24"),  # over Easter Monday
        ("do konce dubna 2015", "2015-04-30"),
        ("do konce října", "2014-10-31"),
        ("od pondělí do pátku", None),
        ("od 1. 5. do 5. 5.", None),
        ("do 10. 4. bylo klidno", None),
        ("při příští společné pochůzce", None),
        ("příští týden", None),
    ],
)
def test_terms_are_understood(said, due):
    assert days.due(said, BASE) == due
