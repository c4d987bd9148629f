"""A counselling centre begins with somebody who recovers: code, entry form, assessment, ecomap, case, consent."""

import re
from datetime import timedelta

from django.utils.timezone import localdate
from playwright.sync_api import expect

from .walk import Walk

TITLE = "case management with recovering users: entry form, assessment, ecomap, consent to share"
CODE = "VIT 91 M"
AROUND = ("Sestra Jitka", "family", "strong", "to_client"), ("Kamarád z dílny", "friends", "weak", "both")


def walk(w: Walk) -> None:
    w.enter("filip")
    client = somebody_new(w)
    entry_form(w, client)
    assessment(w, client)
    ecomap(w, client)
    case = the_case(w, client)
    consent = shares(w, client)
    papers(w, client)
    lets_in(w, case)
    pages = (client, case, consent, f"{client}assessments/", f"{client}ecomap/", f"{client}consents/new/")
    w.is_closed_to("cyril", *pages, *(one.replace("/podkrovi/", "/vrani-most/") for one in pages))


def somebody_new(w: Walk) -> str:
    """Nobody has the code yet; the base statement is agreed before anything is shared."""
    w.go("/podkrovi/clients/")
    w.link("Find by code")
    w.press("Find")
    w.refused("code")
    w.fill("code", CODE)
    w.press("Find")
    w.sees(w.words("Nobody has this code yet"))
    w.picture("new-code")
    w.press("Write down the new code")
    client = w.path
    w.link("Write down the agreement")
    w.press("Write down the agreement")
    w.refused("form")
    w.choose("form", "signed")
    w.press("Write down the agreement")
    w.sees(w.words("The agreement is written down."))
    w.picture("client")
    return client


def entry_form(w: Walk, client: str) -> None:
    """Piece by piece; the signal is lost in the middle, and nothing is lost with it."""
    w.go(f"{client}assessments/entry/way_in/")
    w.fill("born", "91")
    w.choose("way", "ward")
    w.fill("reason", "Nechce se vrátit rovnou mezi staré známé.")
    w.press("Save and go on")
    w.refused("born", "91")
    w.picture("year-refused")
    w.fill("born", "1991")
    with w.no_network():
        w.press("Save and go on")
    w.page.go_back()
    expect(w.page.locator("[name=reason]")).to_have_value(re.compile("Nechce se vrátit"))
    w.fill("born", "1991")
    w.press("Save and go on")
    w.fill("home", "Lipovec")
    w.fill("children", "Syn 4 roky, žije s matkou v Kamenici.")
    with w.lost_answer():
        w.press("Save and go on")
    w.go(f"{client}assessments/entry/family/versions/")
    expect(w.page.locator("a[href*='newer=']")).to_have_count(1)
    w.go(f"{client}assessments/entry/living/")
    w.fill("income", "hodně")
    w.press("Save and go on")
    w.refused("income", "hodně")
    w.fill("income", "9 500 Kč")
    w.press("Save and go on")
    w.choose("primary", "methamphetamine")
    w.fill("since", "Od dvaceti, rok pauza.")
    w.picture("drugs-before")
    w.press("Save", ".row-line:has([name=on])")
    w.picture("how-far")


def assessment(w: Walk, client: str) -> None:
    w.go(f"{client}assessments/basic/themes/")
    for theme in ("housing", "debts"):
        w.choose("now", theme)
    w.fill("now_words", "Kde bude bydlet od prvního.")
    w.press("Save and go on")
    w.fill("services", "Detox Lipovec: MUDr. Sýkora\nÚřad práce: pan Kos")
    w.press("Save and go on")
    w.choose("obligations", "debts")
    w.choose("obligations", "none")
    w.press("Save and go on")
    w.refused("obligations")
    w.picture("none-and-debts-refused")
    w.page.locator("[name=obligations][value=none]").uncheck(force=True)
    w.press("Save and go on")
    w.sees(w.words("Resources"))


def ecomap(w: Walk, client: str) -> None:
    """Who is around them; drawn from what is said, moved by the keyboard, and taken as it was before."""
    w.go(f"{client}ecomap/new/")
    w.press("Save")
    w.refused("name")
    for name, group, strength, direction in AROUND:
        w.go(f"{client}ecomap/new/")
        w.fill("name", name)
        w.choose("group", group)
        w.choose("strength", strength)
        w.choose("direction", direction)
        w.press("Save")
    w.sees(AROUND[0][0])
    somebody = w.page.locator(".picture:visible [tabindex]").first
    somebody.focus()
    w.page.keyboard.press("Shift+ArrowDown")
    w.sees(w.words("The place is saved."))
    w.picture("ecomap")
    w.paper(w.page.locator("a[href*='/ecomap/paper/']"))


def the_case(w: Walk, client: str) -> str:
    w.go(f"{client}cases/new/")
    w.fill("name", "Víťa")
    w.fill("called", "Víťa")
    w.press("Open the case")
    w.refused("way_in")
    w.picture("case-without-way-in")
    w.choose("way_in", "ward")
    w.choose("regime", "service")
    w.press("Open the case")
    w.sees(w.words("The case is open. Add who else is in it."))
    return w.path.removesuffix("people/")


def shares(w: Walk, client: str) -> str:
    """With the drop-in centre: two kinds, for half a year, signed on paper."""
    w.go(f"{client}consents/new/")
    centre = w.page.locator("[name=to-0-to] option", has_text="K-centrum").first.get_attribute("value")
    w.page.locator("[name=to-0-to]").select_option(centre)
    w.fill("ends_on", str(localdate() + timedelta(days=180)))
    w.press("Write down the consent")
    w.refused("kinds")
    w.picture("consent-without-kinds")
    for kind in ("1", "8"):
        w.choose("kinds", kind)
    w.press("Write down the consent")
    w.picture("consent")
    w.paper(w.page.locator("a[href*='/consents/'][href*='/paper/']").first)
    return w.path


def papers(w: Walk, client: str) -> None:
    w.go(f"{client}assessments/")
    for form in ("entry", "basic"):
        w.paper(w.page.locator(f"a[href$='/{form}/paper/']"))
        w.paper(w.page.locator(f"a[href$='/{form}/blank/']"))
    w.page.locator("a[href$='/entry/text/']").click()
    w.sees("Nechce se vrátit rovnou mezi staré známé.")
    w.picture("text-for-the-file")


def lets_in(w: Walk, case: str) -> None:
    """Whom the consent names is let into the case, and sees just that."""
    w.go(f"{case}people/")
    w.page.locator("form[action$='open-to/']").first.locator("xpath=ancestor::details").locator("summary").click()
    w.press("Let in")
    w.refused("role")
    w.page.locator("form[action$='open-to/'] select:visible").first.select_option("key_worker")
    w.press("Let in")
    w.sees(re.compile(w.words("until %(day)s", day="")))
    w.picture("who-sees-what")
