"""S04: a walk through the streets: alone with a timer, contacts without signal, syringes found, a needle-stick."""

from contextlib import ExitStack

from . import pocket
from .walk import Walk

TITLE = "street outreach: alone with a timer, exchange without signal, syringes found, a needle-stick, the numbers"
HOUSE, PLACE = "zastavka", "Za garážemi u nádraží"
FOUND = 14  # syringes
MET = 6  # what waits in the phone: the timer, a sign, its end, two contacts, a find


def walk(w: Walk) -> None:
    w.enter("radek")
    w.picture("today")
    shift = begun(w)
    pocket.set_up(w, f"{shift}now/", f"{shift}alone/", f"{shift}incidents/", f"{shift}refusals/new/")
    pocket.night(w)
    with ExitStack() as lost:
        with w.no_network():
            alone(w, shift)
            met(w, shift)
            found(w)
            back(w, shift)
            w.go("/phone/queue/")
            w.page.locator("main li:visible").first.wait_for()
            w.picture("queue")
            w.go(f"{shift}encounters/new/")
            assert pocket.waits(w) == MET, pocket.waits(w)
            answers = lost.enter_context(w.lost_answer("**/phone/send/"))
        pocket.lost(w, answers, MET)
    pocket.all_gone(w)
    pricked(w, shift)
    closed(w, shift)
    told(w)
    w.is_closed_to(
        "cyril", *(f"{shift}{one}".replace(HOUSE, "vrani-most") for one in ("", "alone/", "encounters/new/"))
    )
    w.is_closed_to("bara", shift, f"{shift}encounters/new/", f"{shift}incidents/")


def begun(w: Walk) -> str:
    """A shift in the street: a place that nobody wrote down yet; one that ends before it starts is refused."""
    w.go(f"/{HOUSE}/shifts/new/")
    w.choose("setting", "outreach")
    w.fill("new_place", PLACE)
    w.fill("planned_end", "2020-01-01T00:00")
    w.press("Start now")
    w.refused("new_place", PLACE)
    w.picture("ends-before")
    w.go(f"/{HOUSE}/shifts/new/")
    w.choose("setting", "outreach")
    w.fill("new_place", PLACE)
    w.press("Start now")
    w.page.wait_for_url("**/encounters/new/")
    w.picture("street")
    return w.path.removesuffix("encounters/new/")


def alone(w: Walk, shift: str) -> None:
    """Who goes alone is asked by the phone whether they are well; help is one tap away."""
    w.go(f"{shift}alone/")
    w.picture("alone")
    w.page.locator("label:has([name=every])").first.click()
    w.press("Start the timer")
    w.page.get_by_role("timer").wait_for()
    w.picture("timer")
    w.press("I am well")
    w.page.wait_for_timeout(500)


def met(w: Walk, shift: str) -> None:
    """One by a code, with an exchange; one nameless."""
    w.go(f"{shift}encounters/new/")
    w.choose("side", "code")
    w.press("Save the contact")
    w.refused("code")
    w.fill("code", "vrba 77 z")
    more(w, "materials-syringe_1", 5)
    w.open("What came back", "#exchange")
    w.page.locator('#exchange [name="taken-syringe_1"]').fill("3")
    w.picture("exchange")
    pocket.keep(w, "Save the contact")
    w.page.locator("#id_themes label.choice:visible").first.click()
    pocket.keep(w, "Save the contact")


def more(w: Walk, name: str, times: int) -> None:
    """Give something, whether it stands first or under the rest."""
    tile = w.page.locator(f'count-tile:has([name="{name}"])')
    if not tile.is_visible():
        w.page.locator(f'details:has([name="{name}"]) > summary').first.click()
    pocket.tap(w, name, times)


def found(w: Walk) -> None:
    """Syringes in the bushes: nobody was met, only found ones are counted."""
    w.choose("side", "tally")
    w.fill("people", "0")
    w.open("What came back", "#exchange")
    w.page.locator('#exchange [name="taken_found-syringe_1"]').fill(f"{FOUND}")
    w.picture("find")
    pocket.keep(w, "Save the contact")


def back(w: Walk, shift: str) -> None:
    w.go(f"{shift}alone/")
    w.press("I am back, end the timer")
    w.page.get_by_role("button", name=w.words("Start the timer")).wait_for()


def pricked(w: Walk, shift: str) -> None:
    """A needle-stick on the way: one tap starts the record, the first steps stand there in their times."""
    w.go(f"{shift}incidents/")
    w.picture("incidents")
    w.page.locator('[data-for="all"] button[value="needle_stick"]').click()
    step = w.page.locator("[data-steps-of=needle_stick] button:visible").first
    step.wait_for()
    w.picture("needle-stick")
    step.click()
    w.page.locator("[data-lines] li").first.wait_for()
    w.picture("first-step")
    pocket.all_gone(w)


def closed(w: Walk, shift: str) -> None:
    w.go(f"{shift}close/")
    w.picture("close")
    w.press("Close the shift")
    w.sees(w.words("shift|closed"))
    w.sees(w.count("Numbers: %(n)s contact", "Numbers: %(n)s contacts", 2))
    w.picture("closed")


def told(w: Walk) -> None:
    """What was found is a figure of its own and no contact; the sheet of the shift can be printed."""
    w.open("Last contacts")
    w.sees(w.words("a find, nobody met"))
    w.open("Papers")
    w.paper(w.page.locator('a[href$="/tally/sheet/"]'))
    w.link("Summary for the organiser", "main")
    w.page.wait_for_url("**/reports/shifts/**")
    w.picture("summary")
    w.paper(w.page.locator('main a[href*=".pdf"]').first)
    w.go(f"/{HOUSE}/reports/contacts/?period=today&by=all&of=")
    w.page.locator(".figs .fig").first.wait_for()
    w.picture("figures")
