from datetime import date

import pytest
from django import forms
from django.http import QueryDict

from spojka.ui.fields import DayField
from spojka.ui.meanwhile import Knowing


class Plan(Knowing):
    what = forms.CharField(label="Co")
    kind = forms.ChoiceField(choices=[("a", "Porada"), ("b", "Intervize")], label="Druh")
    days = forms.MultipleChoiceField(choices=[("po", "pondělí"), ("ut", "úterý")], required=False, label="Dny")
    on = DayField(label="Kdy")
    open = forms.BooleanField(required=False, label="Otevřené")


STOOD = {"what": "Zima", "kind": "a", "days": ["po"], "on": date(2026, 12, 1), "open": True}


def plan(stands, **typed):
    sent = QueryDict(mutable=True)
    for name, value in typed.items():
        sent.setlist(name, value if isinstance(value, list) else [value])
    return Plan(sent if typed else None, initial=stands, knows=True)


def typed(**said):
    return {"what": "Zima", "kind": "a", "days": ["po"], "on": "2026-12-01", "open": "on"} | said


def knew(stands=STOOD):
    return plan(stands)["knew"].value()


def test_what_stands_still_is_changed():
    form = plan(STOOD, **typed(what="Jaro", knew=knew()))

    assert form.is_valid()
    assert form.cleaned_data["what"] == "Jaro"
    assert "knew" not in form.cleaned_data
    assert form.theirs == []


def test_who_comes_second_reads_what_differs_and_saves_over_it_knowingly():
    now = STOOD | {"what": "Podzim", "on": date(2026, 12, 3), "kind": "b", "days": ["po", "ut"], "open": False}
    form = plan(now, **typed(what="Jaro", knew=knew()))

    assert not form.is_valid()
    assert dict(form.theirs) == {
        "Co": "Podzim", "Druh": "Intervize", "Dny": "pondělí, úterý", "Kdy": "3.\xa012.\xa02026", "Otevřené": "ne"
    }  # fmt: skip
    assert form["what"].value() == "Jaro"
    again = plan(now, **typed(what="Jaro", knew=form["knew"].value()))
    assert again.is_valid()


def test_what_both_wrote_alike_is_saved():
    form = plan(STOOD | {"what": "Jaro"}, **typed(what="Jaro", knew=knew()))

    assert form.is_valid()


@pytest.mark.parametrize("said", ["", "x", None])
def test_a_page_that_knows_nothing_saves_nothing(said):
    form = plan(STOOD, **typed(what="Jaro", **({} if said is None else {"knew": said})))

    assert not form.is_valid()


def test_a_new_row_needs_no_mark():
    form = Plan(initial=STOOD)

    assert "knew" not in form.fields


def test_the_mark_tells_nothing_of_what_stands():
    assert "Zima" not in knew()
    assert knew() != knew(STOOD | {"what": "Zima "})


def test_long_texts_that_differ_at_their_end_alone_are_told_whole():
    long = "Výměna u autobusu. " * 90
    form = plan(STOOD | {"what": f"{long}A testy."}, **typed(what=f"{long}A polévka.", knew=knew()))

    assert not form.is_valid()
    assert dict(form.theirs) == {"Co": f"{long}A testy."}
