"""Advice on a plan: it hints, it never stops anybody."""

from datetime import date, timedelta

import pytest

from spojka.caseplans import advice

TERM = date(2026, 3, 1)
GOOD = {"text": "Adam chodí do školy každý den", "criterion": "Nemá neomluvenou hodinu.", "plan_b": "Babička."}


def codes(kind, texts, **said):
    return [one.code for one in advice.of_part(kind, texts, **{"term": TERM} | said)]


@pytest.mark.parametrize(
    "text",
    [
        "Přestat pít",
        "Nebrat pervitin",
        "Nechodit do herny.",
        "Omezit alkohol, nekouřit",
        "Neužívat a nelhat",
        "Matka nebije děti",
    ],
)
def test_a_goal_that_only_stops_is_noticed(text):
    assert advice.only_stops(text)


@pytest.mark.parametrize(
    "text",
    [
        "Adam chodí do školy každý den",
        "Nechodit do herny, v pátek chodit na bazén",
        "Přestat pít a chodit na skupinu",
        "V neděli být s dětmi",
        "Místo toho, aby neplatila, platí nájem",
        "",
    ],
)
def test_a_goal_that_starts_something_is_left_alone(text):
    assert not advice.only_stops(text)


def test_a_whole_goal_needs_no_advice():
    assert codes("goal", GOOD) == []


@pytest.mark.parametrize(("missing", "code"), [("criterion", "no_criterion"), ("plan_b", "no_plan_b")])
def test_what_a_goal_lacks_is_told_at_its_field(missing, code):
    texts = {name: text for name, text in GOOD.items() if name != missing}
    assert codes("goal", texts) == [code]
    assert codes("goal", GOOD, term=None) == ["no_term"]


def test_a_term_that_passed_is_told_while_it_is_still_to_be_done():
    day_after = TERM + timedelta(days=1)
    for kind, texts in (
        ("head", {"text": "Doma", "plan_b": "Babička."}),
        ("goal", GOOD),
        ("step", {"text": "Zavolat"}),
    ):
        assert codes(kind, texts, owner="maminka", today=day_after) == ["past"]
        assert codes(kind, texts, owner="maminka", today=TERM) == []


def test_a_step_wants_an_owner_and_a_term():
    assert codes("step", {"text": "Zavolat"}, term=None) == ["no_owner", "no_term"]
    assert codes("step", {"text": "Zavolat"}, owner="maminka") == []


def test_a_plan_wants_a_goal_a_term_and_a_plan_b():
    assert codes("head", {}, term=None) == ["no_goal", "no_term", "no_plan_b"]


def test_a_sentence_over_twenty_words_is_told_at_its_field():
    long = "slovo " * 21
    assert [(one.field, one.code) for one in advice.of_part("goal", GOOD | {"unmet": long}, term=TERM)] == [
        ("unmet", "long")
    ]
    assert not advice.has_long_sentence("slovo " * 20 + ". " + "slovo " * 20)
