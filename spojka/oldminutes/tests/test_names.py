import pytest

from spojka.oldminutes.names import Names


def names(*own, headings=()):
    known = Names()
    for name in own:
        known.learn(name)
    for name in headings:
        known.learn(name, is_heading=True)
    return known


@pytest.mark.parametrize(
    ("said", "name"),
    [
        ("Policii ČR", "PČR"),
        ("Městskou policií", "MP"),
        ("MĚSTSKÁ POLICIE", "MP"),
        ("úřadu MOb", "ÚMOb"),
        ("ÚMObu", "ÚMOb"),
        ("Úřadem městského obvodu", "ÚMOb"),
        ("OSPODem", "OSPOD"),
        ("TÝMU PR", "PR"),
        ("Armádě spásy", "AS"),
        ("Charitu Ostrava", "Charita Ostrava"),
    ],
)
def test_names_in_any_case_are_brought_to_the_known_short_form(said, name):
    assert Names().whole(said) == name


def test_the_list_of_people_names_an_organisation_before_its_heading():
    known = names("MP", "ÚMOb Přívoz", headings=["Městská policie", "ÚMOb"])

    assert known.whole("Městské policie") == "MP"
    assert known.whole("Úřadu městského obvodu") == "ÚMOb Přívoz"


def test_an_abbreviation_is_made_of_initials():
    assert names("Podané ruce").whole("PR") == "Podané ruce"


def test_a_kind_of_which_there_are_two_names_none():
    known = names("NZDM Maják", "NZDM Fénix")

    assert known.whole("NZDM") == "NZDM"
    assert known.whole("Majáku") == "NZDM Maják"
    assert names("NZDM Maják").whole("NZDM") == "NZDM Maják"


def test_people_streets_and_sentences_are_no_organisations():
    for said in ("Jan Novák", "Sirotčí 45", "PČR: dnes nic", "mp", "Dotaz", "hlídky"):
        assert Names().whole(said) is None
