"""S03: a day at the counter of the drop-in centre: exchange, limits, conditions, a test, the shower, food, a card."""

import re
from datetime import datetime, timedelta
from zoneinfo import ZoneInfo

from .walk import Walk

TITLE = "the counter of a drop-in centre: exchange, limits, conditions, a test, the shower, food, a card"
HOUSE, WHY = "zastavka", "Veze i kamarádovi, který má nohu v sádře."
PRAGUE = ZoneInfo("Europe/Prague")
SYRINGES = 30  # a person gets 20 a day
FORM = "counter-panel:visible form[data-exchange]"


def walk(w: Walk) -> None:
    w.enter("bara")
    w.picture("today")
    codes = known(w)
    shift = opened(w)
    code = usual(w, codes)
    over(w, code)
    young(w)
    tested(w, shift)
    washed(w, shift)
    fed(w, shift)
    card(w, code)
    closed(w, shift)
    w.is_closed_to("cyril", *(f"{shift}{one}".replace(HOUSE, "vrani-most") for one in ("", "rapid-tests/", "slots/")))
    w.is_closed_to("anna", shift, f"{shift}rapid-tests/", f"{shift}slots/", shift.replace("shifts", "counter"))


def known(w: Walk) -> list[str]:
    """Return the codes that the centre knows, the latest first."""
    w.go(f"/{HOUSE}/clients/")
    w.picture("clients")
    return [one.strip() for one in w.page.locator("tbody th a").all_inner_texts()]


def opened(w: Walk) -> str:
    """Open the counter: of the shift that runs, or is planned for today, or of a new one."""
    w.go(f"/{HOUSE}/counter/")
    if w.path == f"/{HOUSE}/counter/":
        w.picture("which-shift")
        w.page.locator("main .matters a.main:visible, main button.btn-go:visible").first.click()
        w.page.wait_for_load_state()
    if "/counter/" not in w.path or w.path == f"/{HOUSE}/counter/":
        w.go(f"/{HOUSE}/counter/")
    w.page.wait_for_url(re.compile(r"/counter/[0-9a-f-]{36}/$"))
    w.picture("counter")
    return w.path.replace("counter", "shifts")


def come(w: Walk, code: str) -> None:
    """Somebody comes to the counter and says their code."""
    w.fill("typed", code)
    w.page.locator("[name=typed]").press("Enter")
    w.page.locator(f'counter-panel[data-code="{code}"]').wait_for()


def usual(w: Walk, codes: list[str]) -> str:
    """The usual exchange: what was given repeats, what came back must be said; the answer is lost, it counts once."""
    for code in codes:
        come(w, code)
        if w.page.locator("counter-panel:visible input[data-back][data-last]").count():
            before = contacts(w)
            w.press("Same as last time", "counter-panel:visible")
            if not w.page.locator(f"{FORM} tr.is-over").count():
                break  # another one came today already, and would ask for a reason
        w.press("Put away", "counter-panel:visible")
    else:
        raise AssertionError("nobody exchanges")
    w.press("Save", FORM)
    w.sees(w.words("Write what came back, or choose nothing."))
    w.picture("what-came-back")
    w.press("as many as I give", FORM)
    w.picture("exchange")
    with w.lost_answer("**/encounters/new/"):
        w.press("Save", FORM)
        w.sees(w.words("No signal. Nothing was lost: save once more when it is back."))
    w.picture("answer-lost")
    w.press("Save", FORM)
    w.sees(w.words("Saved"))
    come(w, code)
    assert contacts(w) == before + 1, (before, contacts(w))
    return code


def contacts(w: Walk) -> int:
    """Return how many contacts of the client the counter tells."""
    facts = w.page.locator("counter-panel:visible dl.facts dd.num").last.inner_text()
    return int("".join(sign for sign in facts if sign.isdigit()))


def over(w: Walk, code: str) -> None:
    """More than a person gets is written with a reason alone; who oversees it finds it among the exceptions."""
    w.page.locator(f"{FORM} tr:has([data-back][data-last]) [data-out]").first.fill(f"{SYRINGES}")
    w.page.locator(f"{FORM} label:has([name=nothing_back])").click()
    w.page.locator(f"{FORM} [name=over]").fill("")
    w.press("Save", FORM)
    w.page.locator("counter-panel:visible [data-wrong-over] .wrong").wait_for()
    w.picture("over-the-limit")
    w.page.locator(f"{FORM} [name=over]").fill(WHY)
    w.press("Save", FORM)
    w.sees(w.words("Saved"))
    w.page.locator("counter-panel").first.wait_for(state="detached")


def young(w: Walk) -> None:
    """Who is not of the age gets advice alone: the form says so at once, and the refusal is written beside it."""
    w.press("Without a code")
    w.page.locator(f'{FORM} [name="materials-syringe_1"]').fill("2")
    w.page.locator(f"{FORM} label:has([name=nothing_back])").click()
    w.page.locator(f"{FORM} summary", has_text=w.words("Note, age, sex")).click()
    w.page.locator(f"{FORM} label:has([name=age_band])").first.click()
    w.press("Save", FORM)
    w.page.locator(f"{FORM} [data-wrong] .wrong").first.wait_for()
    w.picture("not-eligible")
    refuse = "counter-panel:visible form[data-refusal]"
    w.page.locator(f"{refuse} [name=wanted]").select_option("syringe_1")
    w.page.locator(f"{refuse} [name=offered]").fill("Poradna Podkroví, úterý odpoledne.")
    w.press("Save the refusal", refuse)
    w.sees(w.words("The refusal is written down."))
    w.picture("refused")
    w.press("Put away", "counter-panel:visible")


def tested(w: Walk, shift: str) -> None:
    """A rapid test: no talk, no yes, no test; a reactive one stays open until there is a referral."""
    w.go(f"{shift}rapid-tests/new/")
    w.press("Save")
    w.refused("kind")
    w.picture("test-refused")
    w.page.locator("label:has([name=kind])").first.click()
    w.press("All of it", ".field:has([name=covered])")
    w.page.locator("label:has([name=agreed])").click()
    w.open("Times of reading and of the test")
    w.fill("low", "1")
    w.fill("high", "30")
    w.fill("at", f"{datetime.now(PRAGUE) - timedelta(minutes=2):%Y-%m-%dT%H:%M}")
    w.press("Save")
    w.page.wait_for_url(re.compile(r"/rapid-tests/[0-9a-f-]{36}/$"))
    w.picture("test")
    w.choose("result", "reactive")
    w.press("Save", "form:has([name=result])")
    w.sees(w.words("Reactive rapid test: recommend a confirmation."))
    w.press("All of it", ".field:has([name=covered])")
    w.page.locator("form:has([name=covered]) button.btn-go:visible").click()
    w.page.wait_for_load_state()
    w.fill("place", "Infekční ambulance, Nemocnice Lipovec")
    w.picture("reactive")
    w.page.locator("form:has([name=place]) button.btn-go:visible").click()
    w.sees("Infekční ambulance, Nemocnice Lipovec")
    w.picture("test-done")
    w.paper(w.page.locator('a[href$="/slip/"]'))


def washed(w: Walk, shift: str) -> None:
    """The shower has a queue; the screen of the room shows numbers alone, never who waits."""
    w.go(f"{shift}slots/")
    w.press("Into the queue", "main")
    w.refused("who")
    w.picture("queue-refused")
    w.fill("who", "Zelená čepice")
    w.page.locator("label:has([name=resource]):visible").first.click()
    w.press("Into the queue", "main form:has([name=who])")
    w.sees("Zelená čepice")
    w.picture("queue")
    w.press("of a shower|Out", "slot-board")
    w.press("into a shower|In", "slot-board")
    w.picture("washed")
    w.page.locator("slot-board [id^=write-]:visible").first.click()
    w.page.wait_for_load_state()
    w.picture("written")
    w.go(f"{shift}tickets/")
    w.sees_not("Zelená čepice")
    w.picture("whose-turn")


def fed(w: Walk, shift: str) -> None:
    w.go(f"{shift}food/new/")
    w.press("Save")
    w.refused("materials")
    w.picture("food-refused")
    w.page.locator("count-tile .tile-add:visible").first.click()
    w.press("Save")
    w.sees(w.words("Written down as a contact."))


def card(w: Walk, code: str) -> None:
    """A card holds a random number and nothing of the person."""
    w.go(f"/{HOUSE}/clients/")
    w.page.locator("tbody th a", has_text=code).first.click()
    w.page.wait_for_url(re.compile(r"/clients/[0-9a-f-]{36}/$"))
    w.picture("client")
    w.go(f"{w.path}counter/")
    if w.page.locator("main form[action*='/card/'] button").count():
        w.press("Issue a card")
    w.picture("card")
    w.paper(w.page.locator('main a[href*="/card.pdf"]').first)


def closed(w: Walk, shift: str) -> None:
    w.go(shift)
    w.picture("shift")
    w.paper(w.page.locator('a[href$="/tally/sheet/"]'))
    w.go(f"{shift}close/")
    w.press("Close the shift")
    w.sees(w.words("shift|closed"))
    w.picture("closed")
