"""A police officer brings minutes that were written elsewhere, mends what was read wrongly, makes meetings of it."""

import json
from io import StringIO
from pathlib import Path

from django.core.management import CommandError, call_command

from .walk import Walk

TITLE = "Old minutes: read from TXT, DOCX and PDF, mended by keyboard, taken over"
MINUTES = Path(__file__).parent.parent / "spojka/oldminutes/tests/minutes"
PICTURE = b"\x89PNG\r\n\x1a\n" + bytes(200)
BAD = {
    "fotka.png": (PICTURE, "This is no file that can be read here. Bring TXT, DOCX or PDF."),
    "nic.txt": (b"", "The file is empty."),
    "velky.txt": (b"a" * 10_500_000, "The file is too large"),
}
LONG, SHORT = "ÚMOb Radvanice", "ÚMOb"
LATER = f"Zápis z buňky 8. 4. 2015\n\nPČR\n- V parku je klid.\nDotaz k {SHORT}: Kdo kosí trávník?\n"
STANDS = "words => [...document.querySelectorAll('[data-field=text]')].some(one => one.value.includes(words))"
OWN = 'a[href*="/old-minutes/"]'


def walk(w: Walk) -> None:
    by_command()
    w.enter("josef")
    w.go("/policie-lipovec/working-groups/")
    groups = w.page.locator('main a[href*="/working-groups/"]').evaluate_all("all => all.map(one => one.pathname)")
    for path in groups:
        w.go(path)
        if w.page.locator(OWN).count():
            break
    w.page.locator(OWN).first.click()
    w.page.wait_for_url("**/old-minutes/")
    room = w.path
    w.picture("bring")
    bad_files(w, room)
    draft = brought(w, room, "bartovice.txt")
    w.is_closed_to("anna", room, draft, f"{draft}take-over/", f"{draft}drop/")
    w.is_closed_to("marie", room, draft)
    corrected(w)
    taken(w, draft)
    learned(w, room)
    for name in ("prednadrazi.docx", "hrusov.pdf"):
        brought(w, room, name)
        w.picture(name.partition(".")[2])
    dropped(w)


def by_command() -> None:
    """Read each without a page; a picture is refused in words."""
    for name in ("jizni.txt", "prednadrazi.docx", "hrusov.pdf"):
        said = StringIO()
        call_command("minutes", "read", str(MINUTES / name), format="json", stdout=said)
        assert json.loads(said.getvalue())["items"], name
    said = StringIO()
    call_command("minutes", "read", str(MINUTES / "bartovice.txt"), format="text", stdout=said)
    assert "[task · ÚMOb · ⏱ 2015-04-30]" in said.getvalue()
    try:
        call_command("minutes", "read", str(MINUTES / "jizni.json"))
    except CommandError:
        return
    raise AssertionError("a JSON was read as minutes")


def bad_files(w: Walk, room: str) -> None:
    """Bring a picture, nothing, and too much: each is refused at its field, in words."""
    for name, (content, words) in BAD.items():
        w.page.locator("[name=file]").set_input_files({"name": name, "mimeType": "text/plain", "buffer": content})
        w.press("Read it")
        w.sees(w.words(words))
        w.picture(f"refused-{name.partition('.')[0]}")
    w.go(room)
    w.press("Read it")
    w.sees(w.words("Paste the text or choose a file."))


def brought(w: Walk, room: str, name: str) -> str:
    w.go(room)
    w.page.locator("[name=file]").set_input_files(MINUTES / name)
    w.press("Read it")
    w.page.wait_for_selector("old-minutes[data-ready]")
    return w.path


def corrected(w: Walk) -> None:
    """Mend rows by keyboard; what was typed without a network goes when there is one."""
    page, keys = w.page, w.page.keyboard
    w.picture("side-by-side")
    texts = page.locator("[name=text]")
    before = texts.count()
    at = texts.evaluate_all("all => all.findIndex(one => one.value.startsWith('Nárůst'))")
    row = texts.nth(at)
    row.focus()
    row.evaluate("one => one.setSelectionRange(one.value.indexOf('Jde většinou'), one.value.indexOf('Jde většinou'))")
    keys.press("Enter")
    keys.press("-")
    assert texts.count() == before + 1
    keys.press("ArrowUp")
    keys.press("ArrowDown")
    keys.press("Backspace")
    assert texts.count() == before
    last = texts.evaluate_all("all => all.findIndex(one => one.value.startsWith('Buňka se usnesla'))")
    texts.nth(last).focus()
    keys.press("Home")
    keys.press("=")
    with w.no_network():
        keys.press("Control+End")
        keys.type(" Platí od dubna.")
        page.wait_for_selector('[data-says="offline"]:visible')
        w.picture("no-network")
    page.wait_for_selector('[data-says="saved"]:visible')
    houses = page.locator("[name=who], [name=speaker]")
    first = houses.evaluate_all(f"all => all.findIndex(one => one.value === '{SHORT}')")
    houses.nth(first).fill(LONG)
    keys.press("Tab")
    everywhere = page.locator("[data-everywhere]:visible")
    w.picture("everywhere")
    everywhere.press("Enter")
    page.wait_for_selector('[data-says="saved"]:visible')
    assert not page.locator("[name=who], [name=speaker]").evaluate_all(
        f"all => all.some(one => one.value === '{SHORT}')"
    )


def taken(w: Walk, draft: str) -> None:
    """Take over; the answer is lost, and there is one meeting all the same."""
    with w.lost_answer("**/take-over/"), w.page.expect_event("requestfailed", timeout=60_000):
        w.page.locator('[formaction$="/take-over/"]').click(no_wait_after=True)
    w.go(draft)
    w.sees(w.words("old minutes|taken over"))
    w.picture("taken")
    w.link("To the meeting", "main")
    w.page.wait_for_url("**/meetings/**")
    w.picture("meeting")
    w.page.locator('a[href$="/minutes/"]:visible').first.click()
    for words in ("společná kontrola heren", "Platí od dubna."):
        w.page.wait_for_function(STANDS, arg=words)
    w.picture("minutes")


def learned(w: Walk, room: str) -> None:
    """The abbreviation is known the next time, and can be forgotten."""
    w.go(room)
    w.sees(LONG)
    w.fill("text", LATER)
    w.press("Read it")
    w.page.wait_for_selector("old-minutes[data-ready]")
    assert w.page.locator("[name=who]").evaluate_all(f"all => all.some(one => one.value === '{LONG}')")
    w.go(room)
    w.picture("learned")
    w.page.locator('form[action*="/group-names/"] button').first.click()
    w.sees(w.words("It is forgotten."))


def dropped(w: Walk) -> None:
    gone = w.path
    w.open("Drop these minutes")
    w.press("Yes, drop them")
    w.sees(w.words("The old minutes are dropped, their text is erased here."))
    assert w.page.request.get(gone).status == 404
    w.picture("room-at-the-end")
