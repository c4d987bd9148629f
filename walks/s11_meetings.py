"""S11: a series by rule and a single meeting, invitations with a calendar file, answers by link, calendars."""

import re
from datetime import date, timedelta
from itertools import product
from types import SimpleNamespace

from icalendar import Calendar

from spojka.meetings import rule

from . import letters
from .lines import day
from .walk import Walk

TITLE = "meetings: a series with a holiday, moved, called off, answered by link, in calendars"
GUEST, MAIL = "Olga Lampová", "olga@lampa.invalid"
SERIES, TALK = "Porada o zimních akcích", "Schůzka se správcem parku"
STRANGERS = {"cyril": "vrani-most", "filip": "podkrovi"}


def walk(w: Walk) -> None:
    w.enter("hana")
    series = monthly(w)
    regulars(w, series)
    moved = holiday(w, series)
    fortnightly(w)
    alone = single(w)
    answered(w, alone)
    changed(w, alone)
    calendars(w, series)
    for who, house in STRANGERS.items():
        theirs = [one.replace("/zastavka/", f"/{house}/") for one in (series, moved, alone, f"{alone}change/")]
        w.is_closed_to(who, series, moved, alone, f"{alone}cancel/", f"{series}calendar/", *theirs)


def hits_a_holiday() -> tuple[int, int]:
    """Return which weekday of the month hits a holiday among the next dates, but not with the first one."""
    today = date.today()  # noqa: DTZ011 a day as people live it
    for weekday, nth in product(range(5), (1, 2, 3, 4)):
        ruled = SimpleNamespace(rhythm="month", nth=nth, weekday=weekday, every=1, starts_on=today, ends_on=None)
        found = rule.planned(ruled, today, today + timedelta(days=150))[:5]
        if any(one.is_holiday for one in found[1:]) and not found[0].is_holiday:
            return nth, weekday
    raise AssertionError("no holiday is near")


def monthly(w: Walk) -> str:
    """A series without a name is refused, what was typed stays; then it gives its dates."""
    nth, weekday = hits_a_holiday()
    w.go("/zastavka/meetings/")
    w.picture("meetings")
    w.link("New series", "main")
    w.choose("nth", str(nth))
    w.fill("hour", "13:30")
    w.fill("place", "Kancelář, Mostní 4, Lipovec")
    w.press("Save")
    w.refused("title")
    w.sees(w.words("Write what it is called."))
    w.refused("place", "Kancelář, Mostní 4, Lipovec")
    w.picture("series-refused")
    w.choose("weekday", str(weekday))
    w.fill("title", SERIES)
    w.press("Save")
    w.page.wait_for_url("**/meeting-series/*/")
    w.sees(w.words("hits a public holiday"))
    w.picture("series")
    return w.path


def regulars(w: Walk, series: str) -> None:
    """A wrong e-mail is refused; a colleague and a guest are on the list; who was taken off comes back at a tap."""
    w.open("Add somebody")
    w.fill("name", GUEST)
    w.fill("email", "olga@")
    w.press("button|Add")
    w.refused("email", "olga@")
    w.picture("guest-refused")
    w.fill("email", MAIL)
    w.fill("house", "Správa parků")
    w.press("button|Add")
    w.sees(GUEST)
    for name in ("Anna Poledne", "Ema Svítání"):
        w.open("Add somebody")
        w.page.locator("select[name=membership]").select_option(label=name)
        w.press("button|Add")
    w.page.locator("li", has_text="Ema Svítání").locator("button").click()
    w.sees(w.words("They are invited no more. Meetings that were called stay as they are."))
    w.picture("taken-off")
    w.page.locator(".toasts form button").click()
    w.page.wait_for_url(f"**{series}")
    w.sees("Ema Svítání")


def holiday(w: Walk, series: str) -> str:
    """The date that hits a holiday goes to the day that is offered; another one is left out, but not without a why."""
    hit = w.page.locator("li:has(.meeting-date)", has_text=w.words("hits a public holiday")).first
    hit.locator("form button").first.click()
    w.page.wait_for_url("**/meetings/*/")
    w.sees(re.compile(w.words("moved from %(on)s", on="") + r"\d"))
    w.sees(GUEST)
    w.picture("moved")
    moved = w.path
    w.go(series)
    last = w.page.locator("li:has(.meeting-date)").last
    last.locator("summary").click()
    last.locator("[name=why]").fill(" ")
    last.locator("form:has([name=why]) button").click()
    w.sees(w.words("Write why it is left out."))
    w.picture("left-out-refused")
    last = w.page.locator("li:has(.meeting-date)").last
    last.locator("summary").click()
    last.locator("[name=why]").fill("Jsme na výjezdu")
    last.locator("form:has([name=why]) button").click()
    w.sees("Jsme na výjezdu")
    w.picture("left-out")
    return moved


def fortnightly(w: Walk) -> None:
    """Every second week; every nought weeks is refused."""
    w.go("/zastavka/meeting-series/new/")
    w.fill("title", "Krátká porada")
    w.choose("rhythm", "weeks")
    w.choose("weekday", "1")
    w.fill("hour", "09:00")
    w.fill("every", "0")
    w.press("Save")
    w.refused("every", "0")
    w.picture("weeks-refused")
    w.fill("every", "2")
    w.press("Save")
    w.page.wait_for_url("**/meeting-series/*/")
    w.picture("weeks")


def single(w: Walk) -> str:
    """A meeting by itself: without an hour it is refused; a colleague and a guest are invited, letters go."""
    w.go("/zastavka/meetings/new/")
    w.fill("title", TALK)
    w.fill("on", day(3))
    w.press("Save")
    w.refused("hour")
    w.refused("title", TALK)
    w.picture("meeting-refused")
    w.fill("hour", "10:00")
    w.fill("place", "Park u nádraží, lavička u fontány")
    w.press("Save")
    w.page.wait_for_url("**/meetings/*/")
    alone = w.path
    w.open("Invite somebody")
    w.page.locator("select[name=membership]").select_option(label="Anna Poledne")
    w.press("Put on the list")
    w.open("Invite somebody")
    w.fill("name", GUEST)
    w.fill("house", "Správa parků")
    w.fill("email", MAIL)
    w.press("Put on the list")
    w.picture("invited")
    w.press("Send invitations")
    w.picture("sent")
    letter = letters.to(w, MAIL)[-1]
    assert TALK not in letters.words(letter), letters.words(letter)
    told = event(letters.calendar(letter))
    assert str(told["METHOD"]) == "REQUEST", told
    assert "10:00" in letters.words(letter), letters.words(letter)
    return alone


def answered(w: Walk, alone: str) -> None:
    """The guest answers by the link, without an account; a substitute without a name is refused."""
    link, hana = letters.way(w, letters.to(w, MAIL)[-1]), w.page
    w.nobody()
    w.go(link)
    w.picture("by-link")
    w.choose("answer", "substitute")
    w.press("Send the answer")
    w.refused("substitute")
    w.picture("by-link-refused")
    w.fill("substitute", "Petr Lampa")
    w.fill("note", "Přijde o deset minut později.")
    w.press("Send the answer")
    w.sees(w.words("Thank you, your answer is here. You can change it below until the meeting."))
    w.picture("by-link-answered")
    w.page = hana
    w.go(alone)
    w.sees("Petr Lampa")
    w.picture("answer")


def changed(w: Walk, alone: str) -> None:
    """Moved, then called off, not without a why. Each time a letter goes; the link says how it stands."""
    link, hana = letters.way(w, letters.to(w, MAIL)[-1]), w.page
    w.link("Move or change", "main")
    w.fill("on", "")
    w.press("Save")
    w.refused("on")
    w.picture("move-refused")
    w.fill("on", day(4))
    w.fill("hour", "11:00")
    w.press("Save")
    w.press("Send invitations")
    w.sees(re.compile(re.escape(w.words("before the change"))))
    letter = letters.to(w, MAIL)[-1]
    told, newer = event(letters.calendar(letter)), letters.way(w, letter)
    assert "11:00" in letters.words(letter)
    assert int(told.walk("VEVENT")[0]["SEQUENCE"]) == 1
    w.picture("change-sent")
    w.link("Call off", "main")
    w.press("Call the meeting off")
    w.refused("why")
    w.picture("off-refused")
    w.fill("why", "Správce onemocněl")
    w.press("Call the meeting off")
    w.press("Tell them")
    w.sees("Správce onemocněl")
    w.picture("off")
    letter = letters.to(w, MAIL)[-1]
    assert str(event(letters.calendar(letter))["METHOD"]) == "CANCEL"
    w.sees(w.words("Letters that left: %(left)s of %(many)s. Tell the others yourself.", left=0, many=2))
    assert "Správce onemocněl" not in letters.words(letter)
    w.nobody()
    w.go(link)
    w.sees(w.words("The link does not hold"))
    w.go(newer)
    w.sees(w.words("This meeting was called off."))
    w.picture("link-off")
    w.page = hana


def calendars(w: Walk, series: str) -> None:
    """One's own calendar and that of a series: an address, a new one that ends it, none."""
    for page in ("/zastavka/meetings/calendar/", f"{series}calendar/"):
        w.go(page)
        w.press("Make an address")
        w.picture("address")
        first = feed(w)
        w.press("Make a new address, end the old one")
        second = feed(w)
        assert w.page.request.get(first).status == 404
        w.go(page)
        w.picture("has-address")
        w.open("End the address")
        w.picture("end-address")
        w.press("End the address", "main details")
        w.sees(w.words("There is no address yet."))
        assert w.page.request.get(second).status == 404


def feed(w: Walk) -> str:
    """Return the address that is shown this once, after a calendar was read from it that names nothing."""
    address = w.page.locator("code.wrap-any").inner_text()
    told = w.page.request.get(address)
    assert told.ok, told.status
    assert told.headers["content-type"].startswith("text/calendar"), told.status
    events = event(told.text()).walk("VEVENT")
    assert events
    assert not any(SERIES in str(one["SUMMARY"]) for one in events)
    return address


def event(text: str) -> Calendar:
    return Calendar.from_ical(text)
