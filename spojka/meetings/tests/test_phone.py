"""Minutes on a phone: what stands below the words that one writes is not under the bar."""

from spojka.base.ids import new_id

UNDER = """() => document.querySelector(".minutes-line:focus-within [data-part=time]").getBoundingClientRect().bottom
  - document.querySelector(".bottom").getBoundingClientRect().top"""


def test_term_of_a_focused_task_is_above_the_bar(phone, hana, call, write):
    meeting, above = call(by=hana), None
    for number in range(12):
        above = write(meeting, f"Úkol {number}", kind="task", line=new_id(), after=above).line
    page = phone(hana)
    page.goto(f"/podchod/meetings/{meeting.pk}/minutes/")
    page.locator("[data-editor]:not([hidden])").wait_for()

    for number in range(12):
        page.locator(".minutes-line textarea").nth(number).focus()
        page.wait_for_function(f"({UNDER})() <= 0")
