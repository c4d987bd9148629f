from types import SimpleNamespace

import pytest
from django import forms
from django.core.paginator import Paginator
from django.template import Context, Template, TemplateSyntaxError
from django.test import RequestFactory

from spojka.ui.context_processors import base
from spojka.ui.forms import Renderer


def draw(source, **context):
    source = source if source.startswith("{% extends") else "{% load ui words %}" + source
    return Template(source).render(Context(context))


class Person(forms.Form):
    default_renderer = Renderer
    age = forms.IntegerField(label="Věk", max_value=110, help_text="Odhad stačí.")
    ok = forms.BooleanField(label="Poučen")


def test_icon_names_the_sprite_and_is_silent():
    assert '#check"/>' in draw("{% icon 'check' %}")
    assert 'aria-hidden="true"' in draw("{% icon 'check' 'lg' %}")


@pytest.mark.parametrize("source", ["{% icon 'chekc' %}", "{% icon 'check' 'huge' %}"])
def test_icon_refuses_what_the_sprite_has_not(source):
    with pytest.raises((ValueError, TemplateSyntaxError)):
        draw(source)


@pytest.mark.parametrize(
    "source",
    [
        "{% card title='A' colour='red' %}{% endcard %}",
        "{% card %}{% endcard %}",
        "{% sign 'green' %}ok{% endsign %}",
        "{% says 'green' %}ok{% endsays %}",
        "{% ring 'full' %}",
        "{% module 'ui/missing.js' %}",
    ],
)
def test_components_refuse_unknown_arguments(source):
    with pytest.raises(TemplateSyntaxError):
        draw(source)


def test_card_escapes_its_title_and_counts():
    made = draw("{% card title=title count=4812 %}<p>in</p>{% endcard %}", title="<b>")

    assert "&lt;b&gt;" in made
    assert "<p>in</p>" in made
    assert '<span class="count num">' in made


def test_sign_tells_its_state_by_icon_and_word():
    assert "#clock" in draw("{% sign 'due' %}dnes{% endsign %}")


def test_field_ties_help_and_error_to_the_control():
    made = draw("{% field form.age %}", form=Person({"age": "152"}))

    assert 'aria-describedby="id_age_helptext id_age_error"' in made
    assert 'id="id_age_error"' in made
    assert 'class="form-control is-wrong"' in made
    assert 'value="152"' in made


def test_box_to_tick_stands_before_its_words():
    made = draw("{% field form.ok %}", form=Person())

    assert made.index("<input") < made.index("Poučen")


def test_faults_lead_to_each_field():
    made = draw("{% faults form %}", form=Person({"age": "x"}))

    assert 'href="#id_age"' in made
    assert draw("{% faults form %}", form=Person()) == ""


def test_faults_stand_as_the_fields_do_and_are_read_first():
    form = Person({"age": "x", "ok": "on"})
    form.add_error("ok", "Zaškrtněte to.")
    form.add_error("age", "Napište věk.")
    form.errors["age"] = form.errors.pop("age")

    made = draw("{% faults form %}", form=form)

    assert made.index("#id_age") < made.index("#id_ok")
    assert "autofocus" in made


def test_whole_form_comes_out_as_our_parts():
    assert 'class="form"' in draw("{{ form }}", form=Person())


def test_paging_keeps_the_other_words_of_the_address():
    page = Paginator(range(100), 10).page(2)

    made = draw("{% paging page %}", page=page, request=RequestFactory().get("/?kind=a&page=2"))

    assert "?kind=a&amp;page=1" in made
    assert "?kind=a&amp;page=3" in made


def test_paging_of_one_page_is_nothing():
    page = Paginator(range(3), 10).page(1)

    assert draw("{% paging page %}", page=page, request=RequestFactory().get("/")).strip() == ""


def test_figure_writes_numbers_and_words():
    made = draw(
        "{% fig value=4812 name='kontakty' link='/x' %}co{% endfig %}{% fig value='méně než 5' name='b' %}{% endfig %}"
    )

    assert 'href="/x"' in made
    assert "fig-n-words" in made


def test_toast_carries_the_way_back():
    made = draw("{% toast undo='/undo' %}Uloženo{% endtoast %}", csrf_token="token")

    assert 'action="/undo"' in made
    assert 'value="token"' in made


def test_filters_are_a_form_for_the_address():
    made = draw("{% filters form clear='?' %}", form=Person())

    assert 'method="get"' in made
    assert 'href="?"' in made


def test_a_list_says_which_filters_are_on_and_takes_each_off():
    said = {"age": "30", "ok": "on", "sort": "name", "page": "3"}
    form = Person(said)
    form.is_valid()

    made = draw("{% narrowing form clear='?' %}", form=form, request=RequestFactory().get("/", said))

    assert "<details" in made
    assert "open" not in made.partition(">")[0]
    assert 'href="?ok=on&amp;sort=name"' in made.partition('class="narrowed"')[2]
    assert "True" not in made  # a ticked box is said by its name alone
    assert 'class="narrowed"' not in draw(
        "{% narrowing form clear='?' %}", form=Person(), request=RequestFactory().get("/")
    )


def test_filters_that_are_wrong_stay_open():
    form = Person({"age": "999"})
    form.is_valid()

    assert '<details class="more more-flat" open' in draw(
        "{% narrowing form clear='?' %}", form=form, request=RequestFactory().get("/")
    )


@pytest.mark.parametrize("tag", ["more label='Více'", "nothing title='Nic'", "choices legend='Kdo'"])
def test_blocks_hold_their_content(tag):
    name = tag.split()[0]

    assert "<i>in</i>" in draw(f"{{% {tag} %}}<i>in</i>{{% end{name} %}}")


def test_navigation_marks_where_one_is():
    nav = [SimpleNamespace(url="/a", icon="sun", label="Dnes", count=7, current=True)]

    made = draw("{% include 'ui/nav.html' with label='Hlavní' %}", nav=nav)

    assert 'aria-current="page"' in made


WHOLE = {"base": "ui/page.html", "field_base": "ui/field.html"}
PART = {"base": "ui/part.html", "field_base": "ui/part.html"}


@pytest.mark.parametrize(
    ("headers", "expected"),
    [
        ({}, WHOLE),
        ({"HX-Request": "true", "HX-Request-Type": "partial"}, PART),
        ({"HX-Request": "true", "HX-Request-Type": "full"}, WHOLE),
        ({"HX-Request": "true", "HX-History-Restore-Request": "true"}, WHOLE),
    ],
)
def test_base_is_a_part_only_when_htmx_asks_for_one(headers, expected):
    assert base(RequestFactory().get("/", headers=headers)) == expected


def test_part_brings_title_and_main_only():
    made = draw("{% extends 'ui/part.html' %}{% block title %}T{% endblock %}{% block main %}<p>in</p>{% endblock %}")

    assert made.strip() == "<title>T</title><p>in</p>"
