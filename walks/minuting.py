"""What walks of groups share: one is founded, people are seated, a meeting is called, minutes are written."""

import re
from datetime import date, timedelta

from .walk import Walk

SAVED = '[data-says="saved"]:visible'


def day(ahead: int = 0) -> str:
    """Return a day from today on, as its field takes it."""
    return (date.today() + timedelta(days=ahead)).isoformat()  # noqa: DTZ011 a day as people live it


def group_new(w: Walk, house: str, kind: str, name: str, purpose: str, **said: str) -> str:
    """Found a group of a kind; return where its page is."""
    w.go(f"/{house}/working-groups/new/?kind={kind}")
    for field, value in {"name": name, "purpose": purpose, **said}.items():
        w.fill(field, value)
    w.press("Save")
    w.page.wait_for_url(re.compile(r"working-groups/[0-9a-f-]{36}/$"))
    return w.path


def seat(w: Walk, group: str, **said: str) -> None:
    """Let somebody sit in a group; whoever is chosen of a list is found by the name."""
    w.go(f"{group}seats/")
    for name, value in said.items():
        if name in ("house", "worker", "stands_for"):
            pick(w, name, value)
        elif name in ("side", "role"):
            w.choose(name, value)
        else:
            w.fill(name, value)
    w.press("Save")
    w.page.wait_for_url(re.compile(r"working-groups/[0-9a-f-]{36}/#people$"))


def pick(w: Walk, name: str, words: str) -> None:
    """Choose of a list by the words that one sees there."""
    field = w.page.locator(f'select[name="{name}"]')
    field.select_option(value=field.locator("option", has_text=words).first.get_attribute("value"))


def call(w: Walk, title: str, ahead: int, hour: str = "13:00") -> str:
    """Call a meeting of the group whose page is open; return where it is."""
    w.link("Call a meeting", "main")
    w.fill("title", title)
    w.fill("on", day(ahead))
    w.fill("hour", hour)
    w.fill("minutes", "90")
    w.fill("place", "Mostní 4, Lipovec")
    w.press("Call it")
    w.page.wait_for_url("**/meetings/*/")
    return w.path


def begin(w: Walk, meeting: str) -> None:
    """Open the minutes of a meeting and wait until one can write."""
    w.go(f"{meeting}minutes/")
    w.page.locator("[data-editor]:not([hidden])").wait_for()


def write(w: Walk, *lines: str) -> None:
    """Write lines below the last one; ↵ within one takes the name that is offered."""
    w.page.locator("[data-add]").focus()
    for number, line in enumerate(lines):
        w.page.keyboard.press("Enter")
        if number == 0:
            w.page.wait_for_function("document.activeElement.matches('.minutes-line textarea')")
        _type(w, line)


def _type(w: Walk, line: str) -> None:
    for part, said in enumerate(line.split("↵")):
        if part:
            w.page.locator(".minutes-offer:visible [role=option]").first.wait_for()
            w.page.keyboard.press("Enter")
        w.page.keyboard.type(said)


def below(w: Walk, line: str) -> None:
    """Go on below the line one is in."""
    w.page.keyboard.press("Enter")
    _type(w, line)


def saved(w: Walk) -> None:
    w.page.locator(SAVED).wait_for()


def words(w: Walk) -> list[str]:
    """Return what the lines one sees say."""
    return w.page.locator(".minutes-line:visible textarea").evaluate_all("all => all.map(one => one.value)")


def becomes(w: Walk, line: str, what: str) -> None:
    """Go on from a line of the minutes that are open to what is made of it."""
    row = w.page.locator(".minutes-line:visible").nth([line in one for one in words(w)].index(True))
    row.locator("[data-part=more]").click()
    row.locator("[data-part=on]").click()
    w.page.wait_for_url("**/meeting-matters/*/answer/")
    w.open("Make of it")
    w.link(what, "main")
