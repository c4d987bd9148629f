"""What somebody typed is taken apart; nothing in it is an error."""

from datetime import date

import pytest

from spojka.search.asked import Asked

TODAY = date(2026, 11, 21)
STRANGE = [
    '"',
    "*",
    "NEAR(a b)",
    "a AND b OR NOT c",
    "^a",
    "words:x",
    "-",
    "'; DROP TABLE",
    "a\x00b",
    "🙂",
    "{}",
    "a:*|b",
]


@pytest.mark.parametrize(
    ("typed", "on", "has_year"),
    [
        ("12. 6.", date(2026, 6, 12), False),
        ("směna 12.6.", date(2026, 6, 12), False),
        ("12. 6. 2025", date(2025, 6, 12), True),
        ("12. června", date(2026, 6, 12), False),
        ("3. července 2024", date(2024, 7, 3), True),
        ("2025-06-12", date(2025, 6, 12), True),
        ("včera", date(2026, 11, 20), True),
        ("dnes", TODAY, True),
        ("31. 2.", None, False),
        ("29. 2.", date(2024, 2, 29), False),
        ("29. 2. 2025", None, False),
        ("99. 99.", None, False),
        ("MOL 91 T", None, False),
    ],
)
def test_days(typed, on, has_year):
    asked = Asked.of(typed, TODAY)

    assert (asked.on, asked.has_year) == (on, has_year)


@pytest.mark.parametrize(
    ("typed", "number"), [("sobota", 5), ("V sobotu", 5), ("pátek", 4), ("pondělí", 0), ("úterý", 1)]
)
def test_days_of_the_week(typed, number):
    assert Asked.of(typed, TODAY).weekday == number


@pytest.mark.parametrize("typed", ["čtvrť", "Sobotka", "středisko"])
def test_words_that_only_look_like_days(typed):
    asked = Asked.of(typed, TODAY)

    assert asked.weekday is None
    assert asked.words


@pytest.mark.parametrize("typed", STRANGE)
def test_operators_are_no_operators(typed):
    match = Asked.of(typed, TODAY).match(private="_p")

    assert all(form.replace("_p", "").isalnum() for starts, _codes in match.words for form in starts)


def test_much_text_is_cut():
    asked = Asked.of("slovo úřad " * 1000, TODAY)

    assert len(asked.words) == 8
    assert len(asked.text) <= 200


@pytest.mark.parametrize("typed", ["", "   ", "\x00", "🙂", "a", "!!!"])
def test_nothing_is_nothing(typed):
    assert Asked.of(typed, TODAY).is_empty
