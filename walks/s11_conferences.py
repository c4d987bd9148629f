"""S11: a case conference: purpose told beforehand, bad practice warned of, minutes by link, follow-through."""

import re

from .lines import day, editor, lines, saved, write
from .walk import Walk

TITLE = "a case conference: told beforehand, warnings, minutes by link to all, follow-through"
FAMILY = "Rodina Janíkova"
PURPOSE = "Domluvit, kdo přes zimu pomůže s kamny a kdo s cestou do školy."
TASK, GUIDE = "Objednat revizi kamen", "Dana Klidná"


def walk(w: Walk) -> None:
    w.enter("marie")
    case = of_family(w)
    meeting = called(w, case)
    change = explained(w)
    people(w, meeting)
    link = written(w, meeting)
    by_link(w, link)
    followed(w, meeting)
    for who, house in (("cyril", "vrani-most"), ("anna", "zastavka")):
        theirs = [one.replace("/mesto-lipovec/", f"/{house}/") for one in (meeting, change)]
        w.is_closed_to(who, meeting, change, f"{case}meetings/", f"{meeting}minutes/", *theirs)


def of_family(w: Walk) -> str:
    w.go("/mesto-lipovec/cases/")
    w.link(FAMILY, "main")
    w.page.wait_for_url(re.compile(r"/cases/[0-9a-f-]{36}/$"))
    case = w.path
    w.go(f"{case}meetings/")
    w.picture("of-case")
    return case


def called(w: Walk, case: str) -> str:
    """Without a purpose it is refused; without the family, told by nobody, it is warned of."""
    w.link("Call a meeting", "main")
    w.choose("sort", "conference")
    w.fill("title", "Konference o kamnech")
    w.fill("on", day(0))
    w.fill("hour", "00:15")
    w.press("Call it")
    w.refused("purpose")
    w.refused("title", "Konference o kamnech")
    w.picture("call-refused")
    w.fill("purpose", PURPOSE)
    w.press("Call it")
    w.page.wait_for_url("**/meetings/*/")
    for warning in (
        "Nobody of the family is there. Without them only where their presence endangers somebody.",
        "At a conference somebody leads who is not involved in the case.",
        "Was the family told the purpose beforehand? Nobody comes to be persuaded or judged.",
    ):
        w.sees(w.words(warning))
    w.picture("warned")
    return w.path


def explained(w: Walk) -> str:
    """How the family was told: not tomorrow, and not on a day without how."""
    w.link("Purpose, and who else of the case comes", "main")
    w.fill("told_on", day(1))
    w.press("Save")
    w.refused("told_on", day(1))
    w.picture("told-refused")
    w.fill("told_on", day(-2))
    w.press("Save")
    w.refused("told")
    w.fill("told", "Marie Dětská, osobně u babičky.")
    change = w.path
    w.press("Save")
    w.page.wait_for_url("**/meetings/*/")
    w.sees("Marie Dětská, osobně u babičky.")
    w.sees_not(w.words("Was the family told the purpose beforehand? Nobody comes to be persuaded or judged."))
    return change


def people(w: Walk, meeting: str) -> None:
    """All of the case by one tap each; too many people, and one person for all roles, are warned of."""
    w.open("Invite somebody")
    w.picture("who-else")
    while (offered := w.page.locator("details[open] button[name=somebody]")).count():
        before = offered.count()
        offered.first.click()
        w.page.wait_for_function("before => document.querySelectorAll('[name=somebody]').length < before", arg=before)
        if before > 1:
            w.open("Invite somebody")
    w.open("Invite somebody")
    w.fill("name", GUIDE)
    w.fill("house", "Mediační centrum Vrbovec")
    w.press("Put on the list")
    roles(w, organises="Marie Dětská", leads="Marie Dětská", writes="Marie Dětská")
    w.sees(w.words("One person called it, leads it and writes. Share that out."))
    w.open("More people, and a square code for the room")
    w.fill("heads", "12")
    w.press("Save", "details[open]")
    w.sees(w.words("These are over %(most)s people. A family gets lost among so many.", most=12))
    w.picture("warned-of-people")
    w.open("More people, and a square code for the room")
    w.fill("heads", "")
    w.press("Save", "details[open]")
    roles(w, organises="Marie Dětská", leads=GUIDE, writes="")
    w.sees_not(w.words("One person called it, leads it and writes. Share that out."))
    w.sees_not(w.words("At a conference somebody leads who is not involved in the case."))
    for mark in w.page.locator("li[id^=p-]").evaluate_all("all => all.map(one => one.id)"):
        w.page.locator(f"#{mark} [name=presence]").first.click()
        w.page.locator(f"#{mark} [aria-pressed=true]").wait_for()
    w.picture("all-came")


def roles(w: Walk, **said: str) -> None:
    w.open("Who organises, leads and writes")
    for name, who in said.items():
        w.page.locator(f"select[name={name}]").select_option(label=who or "—")
    w.press("Save", "details[open]")


def written(w: Walk, meeting: str) -> str:
    """Short minutes; judging words are warned of. Everybody who was there gets a link. Return the leader's."""
    editor(w.page, f"{meeting}minutes/")
    write(w.page, "= Kamna zkontroluje kominík.", "- Maminka nespolupracuje.", f"! {TASK}")
    row = w.page.locator(".minutes-line:visible").nth(lines(w.page).index(TASK))
    row.locator("[data-field=who]").fill(GUIDE)
    row.locator("[data-field=time]").fill(day(-1))
    saved(w.page)
    w.picture("minutes")
    w.go(meeting)
    w.picture("warned-of-words")
    assert w.page.locator(".advice").count(), "judging words are warned of"
    w.go(f"{meeting}minutes/")
    editor(w.page)
    w.press("Send to those who were there")
    ways = w.page.locator(".says a[href*='/meeting/minutes/']")
    ways.first.wait_for()
    w.picture("sent")
    there = w.page.locator(".says li", has_text=GUIDE).locator("a").get_attribute("href")
    assert ways.count() > 5, ways.count()
    return there


def by_link(w: Walk, link: str) -> None:
    """Who has no account reads what it was for and what was agreed, confirms it, and sees no note of ours."""
    marie = w.page
    w.nobody()
    w.go(link)
    w.sees(PURPOSE)
    w.sees_not("osobně u babičky")
    w.sees_not(FAMILY)
    w.picture("minutes-by-link")
    w.press("Say it")
    w.refused("word")
    w.picture("reply-refused")
    w.choose("word", "confirm")
    w.press("Say it")
    w.sees(w.words("Thank you, it is written down."))
    w.page = marie


def followed(w: Walk, meeting: str) -> None:
    """The task past its term stands on Today and counts in the figure of what was agreed."""
    w.go("/mesto-lipovec/")
    w.sees(TASK)
    w.picture("today")
    w.go(f"{meeting}minutes/")
    w.open("Lock the minutes")
    w.press("Lock the minutes", "main details")
    w.sees(w.words("locked"))
    w.go("/mesto-lipovec/reports/indicators/")
    w.link("This quarter", "main")
    share = {"cs": "Podíl splněných včas (%)", "en": "Share done in time (%)"}[w.way.language]
    told = w.page.locator(f"tr:has-text('{share}') td").first.inner_text()
    assert re.search(r"\d", told), told
    w.picture("follow-through")
