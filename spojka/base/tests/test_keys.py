"""Keys: one for each purpose, all of SECRET_KEY, the newest first."""

from spojka.base.keys import derived, keys


def test_each_purpose_has_a_key_of_its_own():
    assert keys(b"seals") != keys(b"marks")


def test_the_newest_comes_first_and_old_ones_stay(settings):
    was = keys(b"seals")

    settings.SECRET_KEY, settings.SECRET_KEY_FALLBACKS = "n" * 60, [settings.SECRET_KEY]

    assert keys(b"seals") == (derived("n" * 60, b"seals"), *was)


def test_a_key_stays_what_it_was():
    """What is sealed today is opened in years: another way to it would lose all."""
    made = derived("an invented secret of a test", b"spojka sealed text")

    assert made.hex() == "ce46dd2e2573300822cfbd93a41999ed8a6dfd108e69527caafee7e3060e221a"
