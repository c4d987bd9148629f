"""A plan on paper and as a text."""

from datetime import date

import pytest

from spojka.caseplans import documents, minuting, reading
from spojka.caseplans.actions import plans
from spojka.caseplans.models import Assent
from tests import make


@pytest.fixture
def whole(ema, plan, step, write, parts):
    head = next(one for one in parts(plan).values() if one.kind == "head")
    write(head, text="Děti doma", plan_b="Zůstanou u babičky.", term=date(2026, 5, 1), situation="Byt bez topení.")
    plans.agree(by=ema, plan=plan, at=make.NOON)
    plan.refresh_from_db()
    return reading.whole(plan, ema, date(2026, 1, 1))


def test_the_plan_says_all_that_was_agreed(ema, case, plan, whole):
    voices = reading.assented(case, plan, ema, make.NOON)

    said = documents.plan_data(case, whole, voices)

    assert said["main"] == ["Děti doma", "1.\u00a05.\u00a02026"]
    assert said["plan_b"] == "Zůstanou u babičky."
    (goal,) = said["goals"]
    assert goal["title"] == "Vlastní pokoj"
    assert [step[:2] for step in goal["steps"]] == [["Sehnat postele", "maminka"]]
    assert "Rada" in [name for name, _said in said["hands"]]


def test_the_record_of_cooperation_asks_what_the_form_asks(case, whole):
    said = documents.record_data(case, whole, [])
    assert said["parts"][0][1] == ["Děti doma"]
    assert said["parts"][3][1] == ["Aspoň 1+kk."]
    assert said["next"] == "podle individuální domluvy"


def test_the_record_names_who_said_a_word_and_leaves_a_line_where_nobody_did(case, whole):
    voices = [
        reading.Voice("maminka", Assent()),
        reading.Voice("Adam"),
        reading.Voice("babička", Assent(), is_old=True),
    ]

    assert documents.record_data(case, whole, voices)["met"][1] == ["S kým", "maminka"]
    assert documents.record_data(case, whole, voices[1:])["met"][1] == ["S kým", ""]
    assert "S kým" not in documents.record_text(case, whole, voices[1:])


def test_a_blank_one_names_nobody(case):
    blank = (documents.blank_plan_data(case.service, "family"), documents.blank_record_data(case.service))
    for said in (*blank, minuting.blank_minutes_data(case.service)):
        assert case.called not in str(said)
        assert str(case) not in str(said)


def test_a_family_plan_asks_all_of_the_form(case):
    said = documents.blank_plan_data(case.service, "family")
    assert said["title"] == "Plán rodiny"
    asked = [name for name, _text in said["goals"][0]["texts"]]
    assert asked == [
        "Podle čeho poznáme, že je splněno", "Kdo to podporuje", "Kdo to vyhodnotí", "Co bude, když se nesplní",
        "Plán B tohoto cíle",
    ]  # fmt: skip
    assert "O kom je" in [name for name, _text in said["about"]]


def test_the_text_holds_goals_steps_and_plan_b(case, whole):
    text = documents.plain(case, whole)
    for words in ("Děti doma", "1. Vlastní pokoj", "– Sehnat postele, maminka", "Zůstanou u babičky."):
        assert words in text


def test_papers_are_pdf_and_strangers_get_none(ema, cyril, case, plan, whole, browse):
    paths = [f"case-plans/{plan.pk}/paper/", f"case-plans/{plan.pk}/record/"]
    for path in paths:
        assert browse(ema).get(f"/podchod/{path}").content.startswith(b"%PDF")
        assert browse(cyril).get(f"/jinde/{path}").status_code == 404
    text = browse(ema).get(f"/podchod/case-plans/{plan.pk}/text/").content.decode()
    assert "Sehnat postele" in text
    assert "Zakázka klienta: na čem spolu pracujeme" in text
    assert browse(cyril).get(f"/jinde/case-plans/{plan.pk}/text/").status_code == 404
