"""S01: a night at the stand of a fair: in the dark, with one hand, without signal; then closed and summed up."""

from contextlib import ExitStack

from . import pocket
from .walk import Walk

TITLE = "the stand of a music event in the dark: contacts without signal, sent twice, closed, summed up"
HOUSE, FAIR = "zastavka", "Lipovecké slavnosti"
NOTE = "Elektrika je z rozvaděče za stanem. Sanitka stojí u hlavní brány."
MET = 5  # what waits in the phone: two contacts, a tally, a measurement, a refusal
WORKERS = ("Anna", "Týna")


def walk(w: Walk) -> None:
    w.enter("anna")
    w.picture("today")
    shift = begun(w)
    before(w, shift)
    w.go(f"{shift}encounters/new/")
    pocket.night(w)
    with ExitStack() as lost:
        with w.no_network():
            dark(w, shift)
            answers = lost.enter_context(w.lost_answer("**/phone/send/"))
        pocket.lost(w, answers, MET)
    pocket.all_gone(w)
    came(w, shift)
    handed_over(w, shift)
    closed(w, shift)
    summed_up(w)
    w.is_closed_to("cyril", *(path.replace(HOUSE, "vrani-most") for path in pages(shift)))
    w.is_closed_to("bara", shift, f"{shift}encounters/new/")


def pages(shift: str) -> list[str]:
    return [
        shift,
        *(f"{shift}{name}/" for name in ("now", "encounters/new", "breath", "refusals/new", "alerts", "close")),
    ]


def begun(w: Walk) -> str:
    """A shift of nowhere is refused, and what was typed stays."""
    w.go(f"/{HOUSE}/shifts/new/")
    w.choose("setting", "event_zone")
    w.fill("note", NOTE)
    w.press("Start now")
    w.refused("note", NOTE)
    w.picture("nowhere")
    w.page.locator("label.choice:has([name=event])", has_text=FAIR).first.click()
    w.page.locator("details:has([name=crew]) > summary").click()
    w.page.locator("label.choice:has([name=crew])", has_text="Týna").first.click()
    w.press("Start now")
    w.page.wait_for_url("**/encounters/new/")
    w.picture("stand")
    return w.path.removesuffix("encounters/new/")


def before(w: Walk, shift: str) -> None:
    """While there is signal: the phone gets its PIN and the pages of the night."""
    pocket.set_up(w, *pages(shift)[1:-1])
    w.go(f"{shift}now/")
    w.picture("shift-on-the-phone")
    w.page.locator("#briefing > summary").click()
    w.press("I have read it", "#briefing")
    w.page.locator("#kit_out > summary").click()
    w.picture("kit")
    w.press("The crew has it", "#kit_out")
    pocket.all_gone(w)


def dark(w: Walk, shift: str) -> None:
    """The signal is gone: whom they meet, what they measure, whom they refuse; all by one hand."""
    pocket.tap(w, "materials-water")
    w.page.locator("#id_themes label.choice:visible").first.click()
    pocket.keep(w, "Save the contact")
    w.sees(w.words("In the phone"))
    w.picture("kept-in-the-phone")
    code(w)
    w.choose("side", "tally")
    w.press("Save the contact")
    w.refused("people")
    w.picture("tally-refused")
    w.fill("people", "37")
    pocket.tap(w, "materials-earplugs")
    pocket.keep(w, "Save the contact")
    pocket.tap(w, "materials-leaflet")
    pocket.keep(w, "Save the contact")
    w.press("Undo", "#toasts")
    w.sees(w.words("Taken back"))
    breath(w, shift)
    refusal(w, shift)
    w.go("/phone/queue/")
    w.page.locator("main li:visible").first.wait_for()
    w.picture("queue")
    assert pocket.waits(w) == MET, pocket.waits(w)  # what was taken back never left
    w.go(f"{shift}encounters/new/")


def code(w: Walk) -> None:
    """A visitor who wants to be known again: their answers make the code and stay in the phone."""
    w.choose("side", "code")
    w.open("Make the code from answers", ".only-code")
    for ask, said in (("mother_first_name", "Žaneta"), ("own_first_name", "Řehoř"), ("birth_day", "3")):
        w.page.locator(f"[data-ask={ask}]").fill(said)
    w.page.locator("[data-ask=birth_month]").fill("7")
    w.page.locator("[data-ask=sex]").fill("M")
    pocket.tap(w, "materials-condom", 2)
    w.picture("code-in-the-dark")
    pocket.keep(w, "Save the contact")


def breath(w: Walk, shift: str) -> None:
    """A value the device cannot show is refused here and now; nobody is told that they may drive."""
    w.link("Breathalyser", "footer")
    w.link("Queue: measure and estimate", "#breath")
    w.page.wait_for_url("**/breath/")
    for key in "841":
        w.page.locator(f'[data-key-of="{key}"]').click()
    w.press("Show the estimate", "footer")
    w.refused("value")
    w.picture("breath-refused")
    for _ in range(3):
        w.page.locator('[data-key-of="back"]').click()
    for key in "041":
        w.page.locator(f'[data-key-of="{key}"]').click()
    w.choose("since_drink", "60")
    w.press("Show the estimate", "footer")
    w.sees(w.words("Don't drive now."))
    w.picture("estimate")
    pocket.kept(w, w.page.locator("footer button[type=submit]:visible"))


def refusal(w: Walk, shift: str) -> None:
    w.go(f"{shift}encounters/new/")
    w.link("Refusal", "footer")
    w.page.wait_for_url("**/refusals/new/*")
    w.press("Save the refusal")
    w.refused("ground")
    w.choose("ground", "exhausted")
    w.fill("offered", "Voda u baru je zdarma.")
    w.picture("refusal")
    w.press("Save the refusal")
    w.page.wait_for_url("**/encounters/new/")


def came(w: Walk, shift: str) -> None:
    """All of it went twice, for the first answer was lost; it is written once."""
    w.go(f"{shift}encounters/new/")
    w.picture("all-came")
    w.go(shift)
    numbers = w.count("Numbers: %(n)s contact", "Numbers: %(n)s contacts", 3)
    w.sees(numbers)
    w.page.get_by_text(numbers).click()
    w.picture("shift")


def handed_over(w: Walk, shift: str) -> None:
    """Somebody is in a bad way at the end: help is called by one tap; the next crew is told what goes on."""
    w.go(f"{shift}alerts/")
    w.picture("call-help")
    w.go(f"{shift}now/")
    w.page.locator("#kit_back > summary").click()
    w.press("This came back", "#kit_back")
    w.page.locator("#handover > summary").click()
    w.picture("handover")
    w.fill("runs", "U stanu spí mladík, zdravotníci o něm vědí.")
    w.press("Hand it over", "#handover")
    pocket.all_gone(w)


def closed(w: Walk, shift: str) -> None:
    w.go(f"{shift}close/")
    w.fill("ended_at", "2020-01-01T00:00")
    w.press("Close the shift")
    w.refused("ended_at")
    w.picture("close-refused")
    w.go(f"{shift}close/")
    w.fill("note", "Od půlnoci pršelo, lidí bylo míň.")
    w.picture("close")
    w.press("Close the shift")
    w.sees(w.words("shift|closed"))
    w.picture("closed")


def summed_up(w: Walk) -> None:
    """What the organiser gets: numbers and words on one sheet, nobody's name."""
    w.open("Papers")
    w.link("Summary for the organiser", "main")
    w.sees(w.words("You may hand this over: no worker’s name is in it and small numbers of people are hidden."))
    told = w.page.locator("main").inner_text()
    assert not [name for name in WORKERS if name in told], told
    w.picture("summary")
    w.paper(w.page.locator('main a[href*=".pdf"]').first)
