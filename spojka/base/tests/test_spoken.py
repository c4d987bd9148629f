"""What minutes say of time, said on Thursday 3 April 2014."""

from datetime import date, time

import pytest

from spojka.base import spoken

SAID = date(2014, 4, 3)


def on(day, month, year=2014):
    return date(year, month, day)


@pytest.mark.parametrize(
    ("text", "due"),
    [
        ("do pátku", on(4, 4)), ("Zjistí do čtvrtka", on(10, 4)), ("do příštího pátku", on(11, 4)),
        ("do 14 dnů", on(17, 4)), ("do dvou týdnů", on(17, 4)), ("do týdne", on(10, 4)), ("do 16 dnů", on(22, 4)),
        ("do 5 pracovních dnů", on(10, 4)), ("za měsíc", on(5, 5)), ("do konce měsíce", on(30, 4)),
        ("do konce příštího měsíce", on(31, 5)), ("do konce dubna", on(30, 4)), ("do konce ledna", on(31, 1, 2015)),
        ("do poloviny května", on(15, 5)), ("do konce týdne", on(4, 4)), ("do konce roku", on(31, 12)),
        ("do 24. 4.", on(24, 4)), ("do 24.4.2014", on(24, 4)), ("do 24.4.14", on(24, 4)), ("24. dubna", on(24, 4)),
        ("do 5. 1.", on(5, 1, 2015)), ("do pátku 25. dubna 2014 pošle", on(25, 4)), ("do zítřka", on(4, 4)),
        ("navštíví ulici při další společné pochůzce dne 24. 4.", on(24, 4)), ("termín: 2014-05-02", on(2, 5)),
        ("Zápis z 27. 3. pošle do pondělí", on(7, 4)), ("příští týden", on(11, 4)),
    ],
)  # fmt: skip
def test_a_term(text, due):
    assert spoken.term(text, SAID).on == due


@pytest.mark.parametrize(
    ("said", "text", "due"),
    [
        (on(10, 1, 2027), "24. 12.", on(24, 12, 2026)),  # in January one talks of Christmas that was
        (on(10, 1, 2027), "do 5. 1.", on(5, 1, 2027)),
        (on(20, 11, 2027), "do 29. 2.", on(29, 2, 2028)),
        (on(20, 11, 2027), "do 5. 1.", on(5, 1, 2028)),
    ],
)
def test_a_day_without_a_year_at_the_turn_of_years(said, text, due):
    assert spoken.term(text, said).on == due


@pytest.mark.parametrize(
    ("text", "due"),
    [
        ("do konce června 2015", on(30, 6, 2015)),
        ("do konce prosince 2016", on(31, 12, 2016)),
        ("do konce roku 2016", on(31, 12, 2016)),
        ("do poloviny dubna 2015", on(15, 4, 2015)),
    ],
)
def test_a_year_that_is_said_is_the_one_that_is_meant(text, due):
    assert spoken.term(text, SAID).on == due


@pytest.mark.parametrize("text", ["Bude v klubu od pondělí do pátku.", "dovolená od 1. 5. do 5. 5."])
def test_since_when_until_when_is_no_term(text):
    assert not any(one.is_term for one in spoken.everything(text, SAID))


@pytest.mark.parametrize("text", ["do 31. 2.", "do 31. 4.", "do 0. 4.", "do 3. 13."])
def test_a_day_that_never_comes_is_no_term(text):
    assert spoken.term(text, SAID) is None


@pytest.mark.parametrize(
    "text",
    ["do příští buňky", "Zjistí do příště.", "DO PŘÍŠTÍHO SETKÁNÍ", "odpoví na příští schůzce", "do dalšího jednání"],
)
def test_by_the_next_meeting(text):
    found = spoken.term(text, SAID)

    assert (found.on, found.is_term) == (None, True)


@pytest.mark.parametrize(
    ("text", "when"),
    [
        ("24. 4. v 15:00", (on(24, 4), time(15))), ("ve čtvrtek 24. 4. od 15.00 hod.", (on(24, 4), time(15))),
        ("24. dubna 2014 v 9 hodin", (on(24, 4), time(9))), ("5. 5. 2014 od 8 do 12 hod", (on(5, 5), time(8))),
        ("v 17.30 hod. dne 7. 5.", (on(7, 5), time(17, 30))), ("15.května, 17-19 hod.", (on(15, 5), time(17))),
        ("24. 4. na náměstí v 15 hodin", (on(24, 4), time(15))), ("v pátek v 10", (on(4, 4), time(10))),
        ("Přihlášky do 11. 4., turnaj 26. 4. v 9:00", (on(26, 4), time(9))),
    ],
)  # fmt: skip
def test_a_moment(text, when):
    found = spoken.moment(text, SAID)

    assert (found.on, found.at) == when


def test_a_day_without_an_hour_is_the_whole_day():
    assert spoken.moment("26. 4. turnaj", SAID).at is None


@pytest.mark.parametrize(
    "text",
    [
        "byt 3+1 v domě čp. 12", "Do prodejny chodí mladí do 18 let", "každé pondělí", "3. čtvrtek v měsíci",
        "druhá středa v měsíci", "v 7. patře", "31. 2.", "25:00", "Dnes je klid", "na dalším vchodu", "kurz 24.50 Kč",
    ],
)  # fmt: skip
def test_what_is_no_term_is_none(text):
    assert spoken.term(text, SAID) is None


def test_it_tells_which_words_they_are():
    text = "Městská policie zjistí do pátku 25. dubna v 9:30, kdo tam bydlí"
    found = spoken.term(text, SAID)

    assert (text[found.start : found.end], found.at) == ("do pátku 25. dubna v 9:30", time(9, 30))
