"""The shipped words: complete, sourced, short, and nothing that tells how to use."""

import re
from pathlib import Path

import pytest

from spojka.codelists.words import SURENESS
from spojka.themes import body, shipped

DOSE = re.compile(r"\d+\s*(mg|g|ml|µg|promile|‰|tablet|dáv|dose)\b", re.IGNORECASE)
HERE = Path(shipped.__file__).parent


def test_each_theme_has_its_card_in_both_languages():
    assert len(shipped.cards()) == 10
    for card in shipped.cards().values():
        assert 3 <= len(card.sentences) <= 5
        assert all(one.cs and one.en and len(one.cs) < 140 for one in card.sentences)
        assert card.source
        assert card.sureness in SURENESS


def test_there_are_eight_classes_or_more_on_three_systems():
    assert len(shipped.classes()) >= 8
    assert all(len(one.effects) == 3 for one in shipped.classes().values())


def test_each_slide_can_be_read_from_afar():
    for slide in body.slides():
        assert len(slide.big) <= 36, slide.id
        assert len(slide.more) <= 75, slide.id


def test_each_combination_says_what_it_stands_on():
    for one in shipped.combinations():
        assert one.source
        assert one.sureness in SURENESS
        assert one.sureness != "official"  # nobody has reviewed them yet


def test_the_order_is_by_danger_and_pairs_are_there_once():
    risks = [list(shipped.RISKS).index(one.risk) for one in shipped.combinations()]
    pairs = [frozenset(one.of) for one in shipped.combinations()]

    assert risks == sorted(risks)
    assert len(pairs) == len(set(pairs))


def test_a_combination_stands_with_both_of_its_halves():
    assert "Opioidy" in [one.name for one in body.meetings("alcohol")]
    assert "Alkohol" in [one.name for one in body.meetings("opioids")]
    assert "tramadol + léky MAOI" in [one.name for one in body.meetings("opioids")]


@pytest.mark.parametrize("file", sorted(HERE.glob("data/*.toml")), ids=lambda path: path.name)
def test_no_dose_is_named(file):
    assert DOSE.findall(file.read_text()) == []


def test_each_movement_is_known_to_the_drawing():
    css = (HERE / "static/themes/field/projection-moves.css").read_text()
    for system, moves in shipped.MOVES.items():
        said = {move for move in moves if f'data-{system}="{move}"' in css}
        assert moves - said <= {"even", "dry"}  # these two look as the body at rest


def test_where_words_come_from_is_said_in_the_language_of_the_reader():
    sources = [*shipped.cards().values(), *shipped.combinations()]

    assert all(set(one.source.cs) - set(one.source.en) & set("ěščřžýáíéúů") for one in sources)
    assert all(one.source.en.isascii() for one in sources)
    assert shipped.projection_source()[0].en.isascii()
