"""S08: two heads agree in their own Spojkas: proposed, declined with a why, changed, agreed, ended by notice."""

import re
from datetime import date, timedelta

from playwright.sync_api import expect

from . import passwords
from .again import loaded_again
from .walk import Walk

TITLE = "an agreement between two houses, with the words of both heads"
JARMILA, HOUSE = "jarmila@demo.spojka.invalid", "Podkroví"
WHY_NOT = "Tři dny na odpověď v létě nezvládneme, pište pět."
CHOSEN = "Klienti z ulice, kteří chtějí mluvit o léčbě."
DAY = timedelta(days=1)
TODAY = date.today()  # noqa: DTZ011 a day as people live it


def walk(w: Walk) -> None:
    ours = proposed(w)
    theirs = declined(w, ours)
    changed(w, ours)
    agreed(w, theirs)
    read_by_us(w, ours)
    w.is_closed_to("bara", *(f"{ours}{rest}" for rest in ("say/", "change/", "notice/")))
    for who, house in (("marie", "mesto-lipovec"), ("cyril", "vrani-most"), ("josef", "policie-lipovec")):
        w.is_closed_to(who, *(f"{ours.replace('zastavka', house)}{rest}" for rest in ("", "say/", "paper/")))


def proposed(w: Walk) -> str:
    """The drop-in centre writes to the counselling centre: its own name for the other side is not asked twice."""
    w.enter("gita")
    w.go("/zastavka/partners/")
    w.link("New agreement", "main")
    w.page.locator("nav a.btn", has_text="K-centrum").click()
    other = w.page.locator("select[name=partner] option").filter(has_text=HOUSE).first
    w.choose("partner", other.get_attribute("value"))
    w.fill("partner_name", "A ještě někdo")
    w.fill("chosen", CHOSEN)
    w.fill("answer_days", "3")
    w.press("Save the draft")
    w.refused("partner_name", "A ještě někdo")
    w.sees(w.words("Choose one of them, or write somebody else: not both."))
    w.fill("partner_name", "")
    loaded_again(w, "Save the draft")
    w.page.wait_for_url(re.compile(r"/partners/[0-9a-f-]{36}/$"))
    ours = w.path
    passwords.enter(w, JARMILA)  # a draft is only ours
    assert w.page.goto(ours.replace("zastavka", "podkrovi")).status == 404
    w.enter("gita")
    w.go(ours)
    w.press("Propose it")
    w.sees(w.words("It is proposed. The other side sees it and can agree."))
    w.picture("proposed")
    return ours


def declined(w: Walk, ours: str) -> str:
    """Their head finds it on Today, and says what should be otherwise."""
    passwords.enter(w, JARMILA)
    theirs = ours.replace("zastavka", "podkrovi")
    w.page.locator(f'a[href="{theirs}"]').first.click()
    w.sees(CHOSEN)
    w.picture("their-side")
    w.link("Say whether we agree", "main")
    w.choose("word", "no")
    w.press("Save")
    w.refused("note")
    w.fill("note", WHY_NOT)
    w.picture("their-no")
    loaded_again(w, "Save")
    w.sees(w.words("It is written down."))
    expect(w.page.locator(".matters li", has_text=WHY_NOT)).to_have_count(1)
    return theirs


def changed(w: Walk, ours: str) -> None:
    """We read why on Today, change it; what was opened before does not write over it."""
    w.enter("gita")
    w.page.locator(f'a[href="{ours}"]').first.click()
    w.sees(WHY_NOT)
    w.picture("declined")
    w.link("Change the draft", "main")
    mine = w.page
    w.enter("gita")
    w.go(f"{ours}change/")
    w.fill("answer_days", "5")
    w.press("Save the draft")
    w.sees(w.words("The draft is saved. Propose it once it says what you want."))
    w.page = mine
    w.fill("answer_days", "4")
    w.press("Save the draft")
    w.sees(w.words("A colleague changed it meanwhile. Join both, then save again."))
    w.picture("two-writers")
    w.fill("answer_days", "5")
    w.press("Save the draft")
    w.page.wait_for_url(re.compile(r"/partners/[0-9a-f-]{36}/$"))
    w.press("Propose it")
    w.link("Say whether we agree", "main")
    w.choose("word", "yes")
    w.press("Save")
    w.sees(w.words("It is written down."))
    w.sees(w.words("It holds once both sides agree to this wording."))
    w.picture("our-yes")


def agreed(w: Walk, theirs: str) -> None:
    """Their head agrees; without a network nothing is lost; the paper has both names."""
    passwords.enter(w, JARMILA)
    w.page.locator(f'a[href="{theirs}"]').first.click()
    w.link("Say whether we agree", "main")
    w.choose("word", "yes")
    with w.no_network():
        w.press("Save")
        w.page.wait_for_url("chrome-error://**")
    w.page.reload()
    w.sees(w.words("It is written down."))
    for name in ("Jarmila Střešní", "Gita Jízdní"):
        w.sees(re.compile(name))
    w.picture("both-agreed")
    w.paper(w.page.locator('a[href$="/paper/"]').first)


def read_by_us(w: Walk, ours: str) -> None:
    """It holds for us too; said once more it is refused; their notice is on our Today."""
    w.enter("gita")
    w.go(ours)
    w.sees(re.compile("Jarmila Střešní"))
    w.sees(w.words("What was agreed"))
    w.picture("holds")
    w.page.goto(f"{ours}say/")
    w.picture("said-already")
    passwords.enter(w, JARMILA)
    w.go(ours.replace("zastavka", "podkrovi"))
    w.link("Give notice", "main")
    w.fill("last_day", f"{TODAY + 62 * DAY}")
    w.fill("note", "Od ledna přebírá Poradna Na Kopci.")
    w.press("Save the notice")
    w.sees(w.words("Notice is written down."))
    w.enter("gita")
    w.page.locator(f'a[href="{ours}"]').first.click()
    w.sees("Od ledna přebírá Poradna Na Kopci.")
    w.picture("their-notice")
