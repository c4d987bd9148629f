"""Two write one part at once: nobody's words vanish."""

import pytest

from spojka.base.ids import new_id
from spojka.caseplans import merging
from spojka.caseplans.models import Part
from tests import make

OLD = {"text": "Pokoj", "criterion": "", "term": None, "who": ""}


def test_what_only_one_changed_is_taken():
    found = merging.joined(OLD, OLD | {"text": "Pokoj s okny"}, OLD | {"criterion": "1+kk"})
    assert found.values == {"text": "Pokoj s okny", "criterion": "1+kk", "term": "", "who": ""}
    assert (found.both, found.theirs) == ({}, {"criterion"})


def test_where_both_wrote_both_texts_stand():
    found = merging.joined(OLD, OLD | {"text": "Pokoj s okny"}, OLD | {"text": "Pokoj s topením"})
    assert found.values["text"] == "Pokoj s topením\nPokoj s okny"
    assert found.both == {"text": ("Pokoj s okny", "Pokoj s topením")}


def test_of_a_choice_mine_stands_and_theirs_is_shown():
    found = merging.joined(OLD, OLD | {"who": "party:1"}, OLD | {"who": "party:2"}, chosen=("who",))
    assert found.values["who"] == "party:1"
    assert found.both["who"] == ("party:1", "party:2")


def test_ends_of_lines_of_browsers_are_no_change():
    old = OLD | {"text": "a\nb"}
    assert merging.joined(old, OLD | {"text": "a\r\nb"}, old | {"criterion": "x"}).both == {}


@pytest.fixture
def form(ema, goal):
    return {
        "id": new_id(),
        "began": goal.pk,
        "service": make.the_service_of(ema).pk,
        "text": "Pokoj s okny",
        "criterion": goal.said["criterion"],
        "plan_b": goal.said["plan_b"],
        "term": "2026-03-01",
    }


def test_the_page_shows_both_and_saves_the_joined_one(ema, goal, write, browse, form):
    write(goal, text="Pokoj s topením", criterion="Aspoň 2+kk.", term=goal.term, plan_b="Babička.")
    path = f"/podchod/plan-parts/{goal.pk}/"

    back = browse(ema).post(path, form)

    assert back.status_code == 422
    shown = back.content.decode()
    for words in ("Pokoj s okny", "Pokoj s topením", "Aspoň 2+kk."):
        assert words in shown
    newest = Part.objects.get(key=goal.key, wording=2)
    joined = form | {"id": new_id(), "began": newest.pk, "text": "Pokoj s topením a okny", "criterion": "Aspoň 2+kk."}
    assert browse(ema).post(path, joined).status_code == 302
    assert [one.title for one in Part.objects.filter(key=goal.key).order_by("wording")] == [
        "Vlastní pokoj",
        "Pokoj s topením",
        "Pokoj s topením a okny",
    ]


def test_no_advice_speaks_of_what_one_has_just_written(ema, goal, write, browse, form):
    write(goal, text="Přestat pít", criterion="", term=goal.term, plan_b="")

    shown = browse(ema).post(f"/podchod/plan-parts/{goal.pk}/", form).content.decode()

    assert 'class="clash"' in shown
    assert 'class="advice"' not in shown


def test_what_came_meanwhile_is_told_even_where_the_whole_was_left_out(ema, goal, write, browse, form):
    write(goal, text="Pokoj", is_out=True)
    assert browse(ema).post(f"/podchod/plan-parts/{goal.pk}/", form).status_code == 422


def test_a_part_that_was_left_out_leaves_its_words(ema, goal, browse, form, plan):
    path = f"/podchod/plan-parts/{goal.pk}/leave-out/"
    assert browse(ema).post(path, form).status_code == 302
    assert "Pokoj s okny" not in browse(ema).get(f"/podchod/cases/{plan.case_id}/plan/").content.decode()
    assert Part.objects.filter(key=goal.key).count() == 2


@pytest.mark.slow
def test_on_a_phone_and_at_a_desk_at_once_both_keep_their_words(ema, petra, let_in, goal, phone, desk, axe, plan):
    let_in()
    one, other = phone(ema), desk(petra)
    for page, house in ((one, "podchod"), (other, "jinde")):
        page.goto(f"/{house}/plan-parts/{goal.pk}/")
    one.get_by_label("Cíl", exact=True).fill("Pokoj s okny")
    other.get_by_label("Cíl", exact=True).fill("Pokoj s topením")
    other.get_by_label("Kdo to podporuje").fill("škola")
    other.get_by_role("button", name="Uložit").click()
    other.wait_for_url("**/plan/**")

    one.get_by_role("button", name="Uložit").click()
    one.locator(".clash").wait_for()

    clash = one.locator(".clash").inner_text()
    assert "Pokoj s okny" in clash
    assert "Pokoj s topením" in clash
    assert one.get_by_label("Cíl", exact=True).input_value() == "Pokoj s topením\nPokoj s okny"
    assert one.get_by_label("Kdo to podporuje").input_value() == "škola"
    axe(one)
    one.get_by_label("Cíl", exact=True).fill("Pokoj s topením a okny")
    one.get_by_role("button", name="Uložit").click()
    one.wait_for_url("**/plan/**")
    other.reload()
    assert "Pokoj s topením a okny" in other.inner_text("main")
    assert Part.objects.filter(key=goal.key).count() == 3
