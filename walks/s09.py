"""The team around a child at risk: who is in it, how the child stands, who asks what, who coordinates."""

import re
from datetime import timedelta

from django.utils.timezone import localdate
from playwright.sync_api import expect

from .walk import Walk

TITLE = "multidisciplinary family team"
FAMILY = "Rodina Janíkova"
STRANGER = "/vrani-most/"
WHY = "form[action$='hand-over/'] [name=words]"


def walk(w: Walk) -> None:
    w.enter("marie")
    w.go("/mesto-lipovec/cases/")
    w.link(FAMILY)
    case = w.path
    w.picture("case")
    team(w, case)
    stands(w, case)
    court(w, case)
    asks(w, case)
    handed(w, case)
    back(w, case)
    pages = [f"{case}{one}" for one in ("", "people/", "courts/", "asks/", "lead/")]
    w.is_closed_to("cyril", *pages, *(one.replace("/mesto-lipovec/", STRANGER) for one in pages))
    w.is_closed_to("cyril", f"{case}hand-over/", f"{case}coordinate/")


def team(w: Walk, case: str) -> None:
    """A paediatrician joins, who works without Spojka, and an uncle who stands by the mother."""
    w.go(f"{case}people/")
    w.open("Add somebody without Spojka")
    form = "form[action$='participants/']"
    w.press("Add", form)
    w.refused("institution")
    w.picture("nobody-said")
    w.choose("role", "doctor")
    w.page.locator(f"{form} [name=institution]").fill("Dětská ambulance Lipovec")
    w.page.locator(f"{form} [name=person]").fill("MUDr. Malá")
    with w.lost_answer():
        w.press("Add", form)
    w.go(f"{case}people/")
    expect(w.page.get_by_text("Dětská ambulance Lipovec")).to_have_count(1)
    w.open("Add a person")
    w.fill("name", "strýc Karel")
    w.choose("role", "supporter")
    w.press("Add", "form[action$='parties/']")
    w.sees("strýc Karel")
    w.picture("team")


def stands(w: Walk, case: str) -> None:
    """The risk for the child, with reasons."""
    w.go(case)
    w.open("How they stand now")
    form = "form[action$='appraisals/']"
    w.page.locator(f"{form} label.choice", has_text="Adam").click()
    w.choose("risk", "2")
    w.press("Save", form)
    w.refused("reasons")
    w.picture("risk-without-reasons")
    w.page.locator(f"{form} [name=reasons]").fill("U babičky je v bezpečí, byt ještě nemá postele.")
    w.press("Save", form)
    w.sees("byt ještě nemá postele")


def court(w: Walk, case: str) -> None:
    """A court's supervision with its term, which comes to Today."""
    w.go(f"{case}courts/")
    w.open("Write down a measure")
    form = "form[action$='measures/']"
    w.page.locator(f"{form} label.choice", has_text="Adam").click()
    w.page.locator(f"{form} [name=starts_on]").fill(str(localdate()))
    w.press("Write it down", form)
    w.refused("kind")
    w.picture("measure-without-kind")
    w.choose("kind", "supervision")
    w.page.locator(f"{form} [name=next_on]").fill(str(localdate() + timedelta(days=8)))
    w.page.locator(f"{form} [name=next_what]").fill("zpráva o dohledu")
    w.press("Write it down", form)
    w.sees("zpráva o dohledu")
    w.picture("measures")


def asks(w: Walk, case: str) -> None:
    """Who asks what of the mother by when: two towns at one hour are seen, and the paper is in plain words."""
    w.go(f"{case}asks/")
    form = "form[action$='duties/']"
    w.page.locator(f"{form} label.choice", has_text="maminka").click()
    day = localdate() + timedelta(days=7)
    w.page.locator(f"{form} [name=on]").fill(str(day))
    w.press("Add", form)
    w.refused("what")
    w.picture("asks-nothing")
    w.page.locator(f"{form} [name=what]").fill("Přijít s Adamem na prohlídku")
    for name, said in (("starts", "13:00"), ("ends", "14:00"), ("town", "Lipovec"), ("place", "ambulance, dveře 2")):
        w.page.locator(f"{form} [name={name}]").fill(said)
    w.press("Add", form)
    w.sees("Přijít s Adamem na prohlídku")
    w.picture("asks")
    papers = w.page.locator("a[href*='/asks/?lang=']")
    for number in range(3):
        w.paper(papers.nth(number))


def handed(w: Walk, case: str) -> None:
    """The service coordinates for a time: one action, and there it waits for who does it."""
    w.go(f"{case}lead/")
    w.open("Hand the case over")
    w.press("Hand it over")
    w.refused("to")
    w.picture("to-nobody")
    w.choose("to", w.page.locator("[name=to] option").nth(1).get_attribute("value"))
    w.page.locator(WHY).fill("Do Vánoc chodí hlavně k vám. Zprávu soudu píšeme dál my.")
    w.press("Hand it over")
    w.sees(w.words("It is handed over. You stay in the team."))
    w.picture("handed")
    w.enter("filip")
    w.sees(re.compile("Do Vánoc chodí hlavně k vám."))
    w.picture("filips-today")
    w.go(case.replace("/mesto-lipovec/", "/podkrovi/"))
    w.sees("Do Vánoc chodí hlavně k vám.")
    w.link("Say who does")
    w.press("Save", "form[action$='coordinate/']")
    w.refused("worker")
    w.page.locator("[name=worker]").select_option(label="Filip Schůdek")
    w.press("Save", "form[action$='coordinate/']")
    w.picture("filip-coordinates")


def back(w: Walk, case: str) -> None:
    """And back again; the office says anew who of it coordinates."""
    w.open("Hand the case over")
    w.page.locator("[name=to] option", has_text="OSPOD").first.evaluate("one => one.parentElement.value = one.value")
    w.page.locator(WHY).fill("Návrat domů je blízko, vedení patří OSPOD.")
    with w.lost_answer():
        w.press("Hand it over")
    w.enter("marie")
    w.go(f"{case}lead/")
    w.page.locator("[name=worker]").select_option(label="Marie Dětská")
    w.press("Save", "form[action$='coordinate/']")
    w.go(case)
    expect(w.page.get_by_text("Návrat domů je blízko, vedení patří OSPOD.")).to_have_count(1)
    w.sees_not(w.words("Nobody coordinates the case."))
    w.picture("back")
