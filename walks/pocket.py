"""A worker's own phone in a walk: set up for a night without signal, writing, and what waits in it."""

from playwright.sync_api import Locator, expect

from .walk import Walk

PIN = "274913"
HAS = "path => caches.match(path).then(Boolean)"
WAITING = """() => new Promise(done => {
  const opening = indexedDB.open("spojka")
  opening.onsuccess = () => {
    const count = opening.result.transaction("items").objectStore("items").count()
    count.onsuccess = () => { opening.result.close(); done(count.result) }
  }
})"""
MAX_WAIT = 60_000  # ms until all that waits has gone


def set_up(w: Walk, *pages: str) -> None:
    """Give the phone a PIN; wait until it has these pages. Two PINs that differ are refused."""
    w.press("Set up the phone", "header")
    _two_pins(w, PIN, "274914")
    w.sees(w.words("The two are not the same."))
    w.picture("pins-differ")
    _two_pins(w, PIN, PIN)
    w.page.locator("dialog[open]").wait_for(state="hidden")
    for path in (w.path, "/phone/queue/", *pages):
        while not w.page.evaluate(HAS, path):
            w.page.wait_for_timeout(200)


def _two_pins(w: Walk, first: str, second: str) -> None:
    w.page.locator("#phone-pin").fill(first)
    w.page.locator("#phone-pin-again").fill(second)
    w.press("Set up", "dialog[open]")


def night(w: Walk) -> None:
    """Switch to the red look of the night by the button on top."""
    root = w.page.locator("html")
    for _ in range(3):
        if root.get_attribute("data-light") == "red":
            return
        w.page.locator("[data-next-look]:visible").first.click()


def tap(w: Walk, name: str, times: int = 1) -> None:
    """Tap a tile so many times."""
    for _ in range(times):
        w.page.locator(f'count-tile:has([name="{name}"]) .tile-add').first.click()


def keep(w: Walk, deed: str, within: str = "main") -> None:
    """Press and wait until the phone has it: the form is ready for the next one."""
    field = w.page.locator(within).locator("[name=id]").first
    before = field.input_value()
    w.press(deed, within)
    expect(field).not_to_have_value(before)


def kept(w: Walk, button: Locator) -> None:
    """Press a button outside of its form, and wait for the same."""
    field = w.page.locator("main [name=id]").first
    before = field.input_value()
    button.click()
    expect(field).not_to_have_value(before)


def waits(w: Walk) -> int:
    """Return how much lies in the phone."""
    return w.page.evaluate(WAITING)


def lost(w: Walk, answers: list[str], many: int) -> None:
    """Wait until an answer was lost on the way: all that was sent waits on."""
    for _ in range(50):
        w.page.wait_for_timeout(200)
        if answers:
            break
    assert answers, "nothing was sent"
    assert waits(w) == many, waits(w)


def all_gone(w: Walk) -> None:
    """Wait until nothing is left in the phone."""
    w.page.evaluate("dispatchEvent(new Event('online'))")
    for _ in range(MAX_WAIT // 200):
        if not waits(w):
            return
        w.page.wait_for_timeout(200)
    raise AssertionError(f"{waits(w)} still wait in the phone")
