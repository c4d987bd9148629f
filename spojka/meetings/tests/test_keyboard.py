"""Minutes written by keyboard alone: levels, names, terms; nobody is held in a line, offline all goes on."""

from datetime import date

import pytest

from spojka.meetings import minuting, reading, telling

from .writing import Writer

pytestmark = pytest.mark.slow


@pytest.fixture
def writer(chromium, server, hana, call, invite):
    """Hana's browser over empty minutes of a meeting on 3 April 2014, to which a guest is invited."""
    meeting = call(by=hana, on=date(2014, 4, 3))
    invite(meeting)
    one = Writer(chromium, server, hana, meeting)
    one.meeting = meeting
    yield one
    one.context.close()
    assert one.faults == []


def lines(writer, by):
    return [
        (one.row.kind, one.depth, one.text, one.row.says, one.row.whose, minuting.time_of(one.row))
        for one in telling.lines(writer.meeting, by)
    ]


def test_all_of_it_by_keys(writer, hana):
    page, keys = writer.page, writer.page.keyboard
    page.focus("[data-add]")
    keys.press("Enter")
    keys.type("## Policie ČR")
    keys.press("Enter")
    keys.type("Hluk na #Tržní")
    keys.press("Enter")  # takes the name that is offered
    keys.press("Enter")
    keys.type("Dotaz PČR k MP: Kdy přijdete?")
    writer.saved()

    assert [one[:5] for one in lines(writer, hana)] == [
        ("heading", 0, "Policie ČR", "", ""),
        ("item", 1, "Hluk na Tržní", "", ""),
        ("question", 2, "Kdy přijdete?", "PČR", "MP"),
    ]
    assert reading.lines_of(writer.meeting, hana)[1].newest.at_places == ["Tržní"]


def test_a_name_is_chosen_by_arrows_and_a_term_is_heard(writer, hana):
    page, keys = writer.page, writer.page.keyboard
    writer.add("Úkol: @olg")
    assert page.locator(".minutes-offer:visible li").all_text_contents() == ["Olga Venkovská", "olg"]
    keys.press("ArrowDown")
    keys.press("ArrowUp")
    keys.press("Enter")
    keys.type("zjistí do 14 dnů")
    page.wait_for_selector("[data-part=time][data-heard]")
    assert page.locator("[data-field=time]:visible").input_value() == "2014-04-17"
    assert lines(writer, hana) == [("task", 2, "zjistí do 14 dnů", "", "Olga Venkovská", "2014-04-17")]

    page.locator("[data-field=time]:visible").fill("2014-05-05")
    page.locator(".minutes-line textarea:visible").press("End")
    keys.type(", komu patří")
    writer.saved()
    assert lines(writer, hana)[0][5] == "2014-05-05"
    page.reload()
    page.wait_for_selector("[data-editor]:not([hidden])")
    page.locator(".minutes-line textarea:visible").press("End")
    keys.type("!")
    writer.saved()
    assert lines(writer, hana)[0][5] == "2014-05-05"


def test_tab_changes_the_level_of_an_empty_line_and_holds_nobody(writer):
    page, keys = writer.page, writer.page.keyboard
    kind = "document.activeElement.closest('.minutes-line')?.dataset.kind"
    writer.add("## Policie ČR")
    keys.press("Enter")
    kinds = [page.evaluate(kind)]
    for key in ("Tab", "Shift+Tab", "Shift+Tab"):
        keys.press(key)
        kinds.append(page.evaluate(kind))
    assert kinds == ["item", "statement", "item", "heading"]

    for key in ("Tab", "Tab", "Tab"):  # item, statement, away
        keys.press(key)
    assert page.evaluate("document.activeElement.tagName") != "TEXTAREA"
    page.locator(".minutes-line textarea:visible").nth(1).focus()
    keys.type("slova")
    keys.press("Tab")
    assert page.evaluate("document.activeElement.tagName") != "TEXTAREA"


def test_enter_within_words_takes_the_rest_along(writer, hana):
    writer.add("jedna dvě")
    for _ in range(4):
        writer.page.keyboard.press("ArrowLeft")
    writer.page.keyboard.press("Enter")
    writer.page.keyboard.type("a ")
    writer.saved()

    assert [one.text for one in telling.lines(writer.meeting, hana)] == ["jedna", "a  dvě"]


def test_without_connection_names_are_offered_and_terms_are_heard_later(writer, hana):
    writer.context.set_offline(True)
    writer.add("Oznámení: turnaj 24. 4. v 15:00", "Úkol: @olg")
    writer.page.keyboard.press("Enter")
    writer.page.keyboard.type("pozve všechny")
    writer.page.wait_for_selector('[data-says="offline"]:visible')
    assert writer.page.locator("[data-part=time][data-heard]").count() == 0

    writer.context.set_offline(False)
    writer.page.wait_for_selector("[data-part=time][data-heard]")
    writer.saved()
    assert [one[4:] for one in lines(writer, hana)] == [("", "2014-04-24T15:00"), ("Olga Venkovská", "")]


def test_each_line_leads_to_what_becomes_of_it(writer):
    writer.add(". Hluk na Tržní")
    writer.saved()
    writer.page.reload()
    writer.page.wait_for_selector("[data-editor]:not([hidden])")
    assert not writer.page.locator("[data-part=on]:visible").count()

    writer.page.click("[data-part=more]")
    writer.page.click("[data-part=on]:visible")

    writer.page.wait_for_url("**/meeting-matters/*/answer/")
