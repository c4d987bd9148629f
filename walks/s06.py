"""S06: a client's trace: a stroke, a code, a nickname, an agreement, a name; two codes of one, one code of two."""

import re

from .again import loaded_again
from .walk import Walk

TITLE = "the client's trace: nobody, a stroke, a code, a nickname, an agreement, a name; merged and split"
HOUSE = "zastavka"
CODE, SLIP, SECRET = "VRBA 77 Z", "VRBA 71 Z", re.compile("Vrbov")
SURNAME, FIRST = "Vrbová", "Květa"
WHY = "Řekla to sama u výměny."


def walk(w: Walk) -> None:
    w.enter("gita")
    shift = begun(w)
    first = met(w, shift)
    client = coded(w, first)
    nicknamed(w, client)
    agreed(w, client)
    named(w, client)
    merged(w, shift, client)
    split(w, client)
    erased(w, client)
    closed(w, shift)
    w.is_closed_to("cyril", *(f"{client}{one}".replace(HOUSE, "vrani-most") for one in ("", "identity/", "merge/")))
    w.is_closed_to("hana", f"{client}identity/", f"{client}identity/change/", f"{client}merge/", f"{client}split/")


def begun(w: Walk) -> str:
    """A shift of the drop-in centre."""
    w.go(f"/{HOUSE}/shifts/new/")
    w.page.locator("nav a", has_text="K-centrum").first.click()
    w.page.wait_for_load_state()
    w.choose("setting", "drop_in")
    w.fill("new_place", "Dvůr za K-centrem")
    w.press("Start now")
    w.page.wait_for_url("**/encounters/new/")
    return w.path.removesuffix("encounters/new/")


def write(w: Walk, shift: str, code: str = "") -> None:
    """Write a contact with somebody, or a stroke."""
    w.go(f"{shift}encounters/new/")
    w.choose("side", "code" if code else "tally")
    w.fill(*(("code", code) if code else ("people", "1")))
    w.press("Save the contact")
    w.sees(w.words("Saved"))


def met(w: Walk, shift: str) -> str:
    """A stroke for somebody who took ear plugs; return where its record stands."""
    write(w, shift)
    w.go(shift)
    w.open("Last contacts")
    w.page.locator('main .matters a[href*="/encounters/"]').first.click()
    w.page.wait_for_url(re.compile(r"/encounters/[0-9a-f-]{36}/$"))
    w.picture("stroke")
    return w.path


def coded(w: Walk, contact: str) -> str:
    """The stroke comes back and gives a code: the record is corrected, its history stays; return the client."""
    w.go(f"{contact}correct/")
    w.choose("side", "code")
    w.fill("why", "Přišla znovu a kód řekla.")
    w.press("Save the correction")
    w.refused("code")
    w.picture("code-refused")
    w.fill("code", CODE)
    loaded_again(w, "Save the correction")
    w.page.wait_for_url(f"**{contact}")
    w.picture("corrected")
    w.page.locator("main h1 a").click()
    w.page.wait_for_url(re.compile(r"/clients/[0-9a-f-]{36}/$"))
    w.picture("code")
    return w.path


def nicknamed(w: Walk, client: str) -> None:
    w.go(f"{client}nickname/")
    w.fill("nickname", "Fialka")
    w.press("Save")
    w.sees("Fialka")


def agreed(w: Walk, client: str) -> None:
    """The paper is printed, then signed; an agreement of nobody knows how is refused."""
    w.go(client)
    w.paper(w.page.locator(f'a[href="{client}statement/"]'))
    w.go(f"{client}agree/")
    w.page.locator("main form button.btn-go").click()
    w.refused("form")
    w.picture("agreement-refused")
    w.choose("form", "signed")
    w.page.locator("main form button.btn-go").click()
    w.page.wait_for_url(f"**{client}")
    w.picture("agreed")


def named(w: Walk, client: str) -> None:
    """A name lies apart and sealed: it stands on its own page alone, and is found by its own search alone."""
    w.go(f"{client}identity/change/")
    w.fill("surname", SURNAME)
    w.fill("first", FIRST)
    w.fill("born", "2999-01-01")
    w.page.locator("main form button.btn-go").click()
    w.refused("born")
    w.picture("born-refused")
    w.fill("surname", SURNAME)
    w.fill("first", FIRST)
    w.fill("born", "1990-04-07")
    w.page.locator("main form button.btn-go").click()
    w.page.wait_for_load_state()
    w.sees(SECRET)
    w.picture("named")
    w.go(client)
    assert not SECRET.search(w.page.content()), "the name stands on the client's page"
    w.go(f"/{HOUSE}/named/")
    w.fill("surname", SURNAME[:3])
    w.page.locator("main form button.btn-go").click()
    w.page.wait_for_load_state()
    w.picture("found-by-name")


def merged(w: Walk, shift: str, client: str) -> None:
    """A slip of the finger made another code: both side by side, then one; taken back, then one again."""
    write(w, shift, SLIP)
    w.go(f"{client}merge/")
    w.fill("code", "NIKDO 00")
    w.press("Show both")
    w.refused("code")
    w.picture("merge-unknown")
    w.fill("code", SLIP)
    w.press("Show both")
    w.press("It is one person: merge")
    w.refused("reason")
    w.picture("merge-refused")
    w.fill("reason", WHY)
    w.press("It is one person: merge")
    w.page.wait_for_url(f"**{client}")
    w.picture("merged")
    w.link("Take it back", "main")
    w.picture("take-back")
    w.fill("reason", "Byly to přece dvě.")
    w.press("Take it back", "main form")
    w.page.wait_for_load_state()


def split(w: Walk, client: str) -> None:
    """One code of two people: what belongs to the other one is ticked."""
    w.go(f"{client}split/")
    w.press("They are two people: split")
    w.refused("rows")
    w.picture("split-refused")
    w.page.locator("label:has([name=rows])").first.click()
    w.fill("reason", WHY)
    w.press("They are two people: split")
    w.page.wait_for_load_state()
    w.picture("split")


def erased(w: Walk, client: str) -> None:
    w.go(f"{client}identity/erase/")
    w.fill("why", "Přála si to.")
    w.picture("erase")
    w.page.locator("main form button:visible").first.click()
    w.page.wait_for_load_state()
    w.go(f"{client}identity/")
    w.sees_not(SURNAME)
    w.picture("erased")


def closed(w: Walk, shift: str) -> None:
    w.go(f"{shift}close/")
    w.press("Close the shift")
    w.sees(w.words("shift|closed"))
    w.picture("closed")
