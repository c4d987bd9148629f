"""S10: the directory kept true, how many places are free told to others, and the yearly review of three."""

from datetime import date
from urllib.parse import urlsplit

from .again import loaded_again
from .walk import Walk

TITLE = "an AMT centre: the directory, free places told to OSPOD, the yearly review of three"
STALE, CENTRE, OTHERS = "Noclehárna U Mostu", "K-centrum Zastávka", "Sklad šatů U Brány"
NOTE, FOUND = "Od pondělí jedno místo na AMT.", "Z devíti pozvaných přišlo sedm, čekalo se nejdéle čtyři dny."
BOARD = "/mesto-lipovec/directory/capacity/"
DRAWN = "Soud, oddělení péče o děti: JUDr. Jana Vážná"


def walk(w: Walk) -> None:
    w.enter("bara")
    stale = refreshed(w)
    theirs = written(w)
    told = capacity(w)
    taken_out(w, theirs)
    read_at_the_office(w)
    hidden = stale.replace("/zastavka/", "/mesto-lipovec/")
    w.is_closed_to("marie", stale, hidden, f"{hidden}change/", f"{hidden}take-out/", f"{told}capacity/")
    cyrils = told.replace("/zastavka/", "/vrani-most/")
    w.is_closed_to("cyril", f"{cyrils}change/", f"{cyrils}capacity/", f"{cyrils}publish/", f"{cyrils}take-out/")
    agreement = reviewed(w)
    w.is_closed_to("bara", agreement, agreement.replace("/podkrovi/", "/zastavka/"), f"{agreement}evaluate/")


def to_entry(w: Walk, name: str) -> str:
    """Find an entry by words, as one looks for it."""
    w.go("/zastavka/directory/")
    w.open("Filters")
    w.fill("q", name)
    w.press("filters|Show")
    w.page.locator("a.main", has_text=name).click()
    w.page.wait_for_url("**/directory/*-*/")
    return w.path


def refreshed(w: Walk) -> str:
    """What fits nothing is said; who keeps an entry reads that it is old, mends its hours, and it is verified."""
    w.go("/zastavka/directory/")
    w.picture("directory")
    w.open("Filters")
    w.fill("q", "hvězdárna")
    w.press("filters|Show")
    w.sees(w.words("Nothing fits. Take a filter off, or write fewer words."))
    w.picture("nothing")
    stale = to_entry(w, STALE)
    w.sees(w.words("Look again by"))
    w.picture("stale")
    w.link("Change it")
    w.fill("mon", "ráno")
    w.press("Save the entry")
    w.refused("mon", "ráno")
    w.picture("hours-refused")
    w.fill("mon", "18–8")
    w.press("Save the entry")
    w.sees(w.words("The entry is changed, and it counts as verified today."))
    w.press("It is still true")
    w.sees(w.words("The entry is verified today."))
    w.picture("verified")
    w.paper(w.page.locator('a[href*="/directory/paper/"]').first)
    return stale


def written(w: Walk) -> str:
    """A service without Spojka, first without a way how it works; its answer is lost, and it is written once."""
    w.go("/zastavka/directory/new/?of=other")
    w.fill("name", OTHERS)
    w.fill("provider", "Farnost Lipovec")
    w.page.locator("select[name=kind]").select_option(index=3)
    w.press("Save the entry")
    w.refused("name", OTHERS)
    w.picture("write-refused")
    w.choose("ways", "ambulant")
    loaded_again(w, "Save the entry")
    w.page.wait_for_url("**/directory/*/publish/*")
    w.go("/zastavka/directory/?q=U+Brány")
    assert w.page.locator("a.main", has_text=OTHERS).count() == 1
    w.page.locator("a.main", has_text=OTHERS).click()
    w.page.wait_for_url("**/directory/*-*/")
    return w.path


def capacity(w: Walk) -> str:
    """Fewer than none is no capacity; what was told while the answer was lost is told once."""
    entry = to_entry(w, CENTRE)
    w.link("Tell capacity")
    w.fill("free", "-1")
    w.fill("note", NOTE)
    w.press("Tell it")
    w.refused("free", "-1")
    w.picture("capacity-refused")
    w.fill("free", "1")
    w.fill("in_care", "65")
    loaded_again(w, "Tell it")
    w.sees(w.words("Capacity is told. Everybody who finds the entry sees it."))
    assert w.page.get_by_text(NOTE).count() == 1
    w.picture("capacity")
    return entry


def taken_out(w: Walk, theirs: str) -> None:
    """Taking out asks first: one may leave it. Then nobody finds it."""
    w.is_closed_to("bara", f"{theirs}take-out/")
    w.enter("gita")
    w.go(theirs)
    w.link("Take it out", "main")
    w.sees(w.words("Nobody finds it with the next page, and it can't be put back: you would write it anew."))
    w.picture("take-out")
    w.link("Leave it", "main")
    w.page.wait_for_url(f"**{theirs}")
    w.link("Take it out", "main")
    w.press("Take it out")
    w.sees(w.words("The entry was taken out of the directory."))
    w.go("/zastavka/directory/?q=U+Brány")
    w.sees(w.words("Nothing fits. Take a filter off, or write fewer words."))
    w.go(theirs)
    w.picture("taken-out")


def read_at_the_office(w: Walk) -> None:
    """OSPOD sees what was told, and not what the other house keeps for itself."""
    w.enter("marie")
    w.go(BOARD)
    w.sees(NOTE)
    w.sees_not(STALE)
    w.picture("board")
    w.go("/mesto-lipovec/directory/")
    w.page.locator("[name=on]").first.check()
    w.press("Print the ticked ones for a client")
    w.open("Filters")
    w.page.locator("[name=free]").check()
    w.press("filters|Show")
    w.sees(CENTRE)
    w.picture("takes-now")
    w.paper(w.page.locator('a[href*="/directory/export/"]'))


def reviewed(w: Walk) -> str:
    """Both sides and the court sit down once a year over prepared figures; without what they found it is refused."""
    w.enter("filip")
    w.go("/podkrovi/partners/")
    w.page.locator("a.main", has_text="Nemocnice Lipovec").first.click()
    w.page.wait_for_url("**/partners/*-*/")
    agreement = w.path
    w.link("Evaluate the cooperation")
    w.fill("who", "primář, staniční sestra, Jarmila a Filip")
    w.fill("third", DRAWN)
    w.press("Save the evaluation")
    w.refused("third", DRAWN)
    w.picture("review-refused")
    w.fill("found", FOUND)
    w.fill("changes", "Soud dostane výroční čísla v lednu.")
    w.fill("next_on", f"{date.today().year + 1}-12-01")  # noqa: DTZ011 a day as people live it
    loaded_again(w, "Save the evaluation")
    w.sees(w.words("The evaluation is saved."))
    assert w.page.locator(".matters li", has_text=FOUND).count() == 1
    w.picture("reviewed")
    paper = w.page.locator(".matters li", has_text=FOUND).locator('a[href*="/partner-evaluations/"]')
    assert urlsplit(paper.get_attribute("href") or "").path.startswith("/podkrovi/")
    w.paper(paper)
    return agreement
