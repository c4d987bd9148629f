import pytest
from django import forms
from django.http import QueryDict
from django.test.html import parse_html

from spojka.ui.fields import CountsField
from spojka.ui.widgets import ChipCheckboxes, NewId, Segment, Select, Tile

TILES = [Tile("plugs", "Špunty", "ear", 2), Tile("water", "Voda", "droplet"), Tile("leaf", "Leták", "file-text")]
THEMES = [("hear", "Sluch"), ("heat", "Přehřátí"), ("home", "Cesta domů")]


class Stand(forms.Form):
    id = forms.UUIDField(widget=NewId)
    who = forms.ChoiceField(choices=[("a", "Anonym"), ("c", "Kód")], widget=Segment)
    materials = CountsField(tiles=TILES, first=2)
    themes = forms.MultipleChoiceField(choices=THEMES, widget=ChipCheckboxes(first=1))


def sent(text):
    return Stand(QueryDict(text))


def test_counts_become_a_dict_without_noughts():
    form = sent("materials-plugs=2&materials-water=0&materials-leaf=")

    form.is_valid()

    assert form.cleaned_data["materials"] == {"plugs": 2}


@pytest.mark.parametrize("count", ["-1", "x", "1.5", "10000", "٣", "9" * 5000])
def test_counts_refuse_what_is_no_count(count):
    form = Stand({"materials-plugs": count})

    assert "Špunty" in form.errors["materials"][0]


def test_wrong_count_comes_back_as_it_was_typed():
    assert 'value="-7"' in str(Stand({"materials-plugs": "-7"})["materials"])


def test_tile_tells_its_most_and_names_its_buttons():
    made = str(Stand(initial={"materials": {"plugs": 1}})["materials"])

    assert 'data-most="2"' in made
    assert 'name="materials-plugs" id="id_materials-plugs" value="1"' in made
    assert made.count("aria-label=") == 2 * len(TILES)


def test_rest_is_closed_until_something_in_it_counts():
    assert '<details class="choices-more">' in str(Stand()["materials"])
    assert 'choices-more" open' in str(Stand(initial={"materials": {"leaf": 1}})["materials"])


def test_chips_are_boxes_with_a_tick():
    made = str(Stand(initial={"themes": ["heat"]})["themes"])

    assert made.count('type="checkbox"') == len(THEMES)
    assert "#check" in made
    assert 'choices-more" open' in made


def test_chips_take_several():
    form = sent("themes=hear&themes=home")

    form.is_valid()

    assert form.cleaned_data["themes"] == ["hear", "home"]


def test_new_id_wraps_a_hidden_input():
    assert str(Stand()["id"]).startswith('<new-id><input type="hidden"')


GROUPED = [("", "vyberte"), ("kolegové", [("1", "Anna <b>"), ("2", "Bára")]), ('služby "u řeky"', [(3, "Terén")])]


@pytest.mark.parametrize("choices", [THEMES, GROUPED, [(None, "nic"), *THEMES]])
@pytest.mark.parametrize("value", ["", "2", "heat", 3])
def test_options_are_those_of_djangos_own(choices, value):
    ours, djangos = (widget(choices=choices).render("whom", value) for widget in (Select, forms.Select))

    assert parse_html(ours) == parse_html(djangos)
