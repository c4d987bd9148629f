import pytest

from spojka.oldminutes.places import again, named


@pytest.mark.parametrize(
    ("said", "places"),
    [
        ("Na ulici Božkova se scházejí", ["Božkova"]),
        ("ul. Sirotčí 45 – nepořádek", ["Sirotčí 45"]),
        ("v ulicích Božkova, Erbenova a Sirotčí se", ["Božkova", "Erbenova", "Sirotčí"]),
        ("v Trnkové ulici", ["Trnková"]),
        ("u domu Trnková 8 je", ["Trnková 8"]),
        ("v ul. Slévačské 14 a 16 opakovaně", ["Slévačská 14", "Slévačská 16"]),
        ("navštíví ulici Na Hrázi při příští pochůzce", ["Na Hrázi"]),
        ("na náměstí Republiky", ["náměstí Republiky"]),
        ("v parku Milady Horákové", ["park Milady Horákové"]),
        ("ulice Nádražní 12/3, 2. patro", ["Nádražní 12/3"]),
        ("ul. 28. října", ["28. října"]),
        ("na Okružní č. p. 7 a znovu na Okružní 7", ["Okružní 7"]),
        ("PČR řešila 12 přestupků, Městská policie 5 osob", []),
        ("Základní 3 věci v září 2014", []),
        ("ul. Božkova a Městská policie", ["Božkova"]),
    ],
)
def test_places_are_found_and_brought_to_the_first_case(said, places):
    assert list(named(said)) == places


def test_a_street_named_once_is_known_again_without_its_word():
    assert again("Na Sirotčí je klid", (), {"Sirotčí"}) == ("Sirotčí",)
    assert again("Na Sirotčí 5 je klid", ("Sirotčí 5",), {"Sirotčí"}) == ("Sirotčí 5",)
    assert again("paní Sirotčí přišla", (), {"Sirotčí"}) == ()
