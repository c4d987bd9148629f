"""Old minutes corrected by keyboard alone: it is saved by itself, nobody is held in a row, nothing is lost."""

import pytest

from spojka.oldminutes.models import OldMinutes
from spojka.oldminutes.proposal import Proposal
from tests.browser import DESK
from tests.entering import enter

pytestmark = pytest.mark.slow


class Corrector:
    """One browser with a draft open."""

    def __init__(self, chromium, server, actor, draft):
        self.context = chromium.new_context(base_url=server.url, locale="cs-CZ", **DESK)
        self.context.set_default_timeout(15_000)
        cookies = {name: one.value for name, one in enter(actor).cookies.items()}
        self.context.add_cookies([{"name": name, "value": said, "url": server.url} for name, said in cookies.items()])
        self.page, self.faults, self.draft = self.context.new_page(), [], draft
        self.page.on("pageerror", lambda fault: self.faults.append(str(fault)))
        self.open()

    def open(self):
        self.page.goto(f"/policie/old-minutes/{self.draft.pk}/")
        self.page.wait_for_selector("old-minutes[data-ready]")

    def at(self, number, caret=0):
        """Put the caret into the words of a row."""
        text = self.page.locator("[name=text]").nth(number)
        text.focus()
        text.evaluate("(one, caret) => one.setSelectionRange(caret, caret)", caret)

    def press(self, *keys):
        for key in keys:
            self.page.keyboard.press(key)

    def saved(self):
        self.page.wait_for_selector('[data-says="saved"]:visible')
        return Proposal.of(OldMinutes.objects.get(pk=self.draft.pk).said).rows

    def caret(self):
        """Return in which row the caret is, and where."""
        return self.page.evaluate(
            "[[...document.querySelectorAll('[name=text]')].indexOf(document.activeElement),"
            " document.activeElement.selectionStart]"
        )


@pytest.fixture
def corrector(chromium, server, josef, bring):
    one = Corrector(chromium, server, josef, bring())
    yield one
    one.context.close()
    assert one.faults == []


def test_all_of_it_open_at_a_desk_hinders_nobody(corrector, axe):
    axe(corrector.page)


def test_arrows_go_between_rows_and_one_key_says_what_a_row_is(corrector):
    corrector.at(1)
    corrector.press("ArrowDown", "ArrowDown", "ArrowUp")
    assert corrector.caret() == [2, 0]
    corrector.press("!", "ArrowDown", "=", "ArrowUp", "ArrowUp", "*")

    assert [row.kind for row in corrector.saved()][:4] == ["heading", "notice", "task", "decision"]


def test_enter_makes_two_rows_and_backspace_one_again(corrector):
    corrector.at(1, len("V ulici Tržní se scházejí lidé a hlučí."))
    corrector.press("Enter")
    assert corrector.caret() == [2, 0]
    rows = corrector.saved()
    assert [row.text for row in rows[1:3]] == [
        "V ulici Tržní se scházejí lidé a hlučí.", "Hlídky tam chodí každý večer.",
    ]  # fmt: skip
    assert (len(rows), rows[1].key, rows[2].speaker) == (13, rows[2].key, "PČR")

    corrector.press("Backspace")
    rows = corrector.saved()
    assert rows[1].text == "V ulici Tržní se scházejí lidé a hlučí. Hlídky tam chodí každý večer."
    assert len(rows) == 12


def test_joined_rows_keep_what_either_said_and_both_lines(corrector):
    corrector.at(3)
    corrector.press("Backspace")

    row = corrector.saved()[2]
    assert row.text == "Kdo zamyká dvůr Tržní 5? Městská policie: Zamyká správce po 20. hodině."
    assert (row.kind, row.speaker, row.who, row.last) == ("question", "PČR", "Městská policie", 10)
    lines = corrector.page.locator("[data-row]").nth(2).locator(".old-lines li")
    assert lines.evaluate_all("all => all.map(one => one.value)") == [9, 10]


def test_tab_leads_through_a_row_and_out_of_it(corrector):
    corrector.at(2)
    names, rows = [], "[...document.querySelectorAll('[data-row]')]"
    while corrector.page.evaluate(f"{rows}.indexOf(document.activeElement.closest('[data-row]'))") == 2:
        corrector.press("Tab")
        names.append(corrector.page.evaluate("document.activeElement.name"))
        assert len(names) < 12  # nobody is held; a day has a stop for each of its parts
    assert list(dict.fromkeys(names))[:4] == ["speaker", "who", "time", "places"]


def test_the_lines_of_the_row_are_lit(corrector):
    corrector.at(2)
    look = "all => all.map(one => getComputedStyle(one).backgroundColor)"
    colours = corrector.page.locator("[data-row] > details").evaluate_all(look)

    assert colours[2] not in (colours[1], colours[3])
    assert colours[1] == colours[3]


def test_a_name_that_was_corrected_once_is_corrected_in_all_rows(corrector):
    page = corrector.page
    page.locator("[name=speaker]").nth(1).fill("Policie")
    corrector.press("Tab")
    page.locator("[data-everywhere]:visible").press("Enter")

    rows = corrector.saved()
    assert (rows[0].kind, rows[0].text) == ("heading", "Policie")
    assert "PČR" not in [name for row in rows for name in (row.speaker, row.who)]
    assert page.locator("[data-everywhere]").is_hidden()


def test_more_rows_than_a_plain_form_may_send_are_saved(corrector):
    corrector.at(1, 20)
    for _ in range(45):
        corrector.page.keyboard.type("a")
        corrector.press("Enter")
    rows = corrector.saved()

    assert len(rows) == 57
    with corrector.page.expect_navigation():
        corrector.page.locator(".form-do button").first.click()
    corrector.page.wait_for_selector("old-minutes[data-ready]")
    assert corrector.page.locator("[name=text]").count() == 40
    assert len(corrector.saved()) == 57


def test_without_connection_it_lies_in_the_browser_and_goes_by_itself(corrector):
    corrector.context.set_offline(True)
    corrector.at(1)
    corrector.page.keyboard.type("Znovu: ")
    corrector.page.wait_for_selector('[data-says="offline"]:visible')
    corrector.context.set_offline(False)

    assert corrector.saved()[1].text.startswith("Znovu: V ulici")


def test_what_was_not_saved_stands_again_after_a_reload(corrector):
    refuse = lambda route: route.abort() if route.request.method == "POST" else route.continue_()  # noqa: E731
    corrector.page.route("**/old-minutes/**", refuse)
    corrector.at(1)
    corrector.page.keyboard.type("Znovu: ")
    corrector.page.wait_for_selector('[data-says="offline"]:visible')
    corrector.open()
    texts = corrector.page.locator("[name=text]").evaluate_all("all => all.map(one => one.value)")
    assert texts[1].startswith("Znovu: V ulici")
    corrector.page.unroute("**/old-minutes/**")

    assert corrector.saved()[1].text.startswith("Znovu: V ulici")


def test_taking_over_waits_for_what_is_being_saved(corrector):
    corrector.at(1)
    corrector.page.keyboard.type("Znovu: ")
    corrector.page.click("text=Převzít jako setkání")
    corrector.page.wait_for_url("**/meetings/**")

    draft = OldMinutes.objects.get()
    assert draft.meeting_id
    assert Proposal.of(draft.said).rows[1].text.startswith("Znovu: ")
