"""S12: what waits, what was asked and what changed: on Today of all, in the letter of the week, in a calendar."""

import re
from datetime import date

from icalendar import Calendar

from . import letters
from .walk import Walk

TITLE = "Today of a worker, an office, the police; the letter of the week and the calendar name nobody"
HOMES = {
    "anna": "zastavka",
    "hana": "zastavka",
    "gita": "zastavka",
    "ivan": "zastavka",
    "radek": "zastavka",
    "filip": "podkrovi",
    "josef": "policie-lipovec",
    "klara": "mesto-lipovec",
    "marie": "mesto-lipovec",
    "cyril": "vrani-most",
}
HANA, MARIE = "hana@demo.spojka.invalid", "marie@demo.spojka.invalid"
SECRET = re.compile("Janíkov|Svícnov|Večerní|Karel|kamn|drog|závisl", re.IGNORECASE)  # of the demonstration's people


def walk(w: Walk) -> None:
    for who, house in HOMES.items():
        w.enter(who)
        w.go(f"/{house}/")
        w.sees(w.words("Today"))
        w.picture(who)
        w.page.context.close()
    weekly(w)
    calendar(w)
    w.is_closed_to("cyril", "/zastavka/", "/mesto-lipovec/", "/zastavka/meetings/calendar/")


def weekly(w: Walk) -> None:
    """Who asks for it gets it once a week: how many of which kind, nobody's name or words; then no more."""
    for who, address in (("hana", HANA), ("marie", MARIE)):
        w.enter(who)
        w.go("/account/")
        w.picture("account")
        w.press("Switch on")
        w.sees(w.words("Switch off"))
        before = len(of_week(w, address))
        letters.remind(w)
        (letter,) = of_week(w, address)[before:]
        said = letters.words(letter)
        assert not SECRET.search(said), said
        assert re.search(r"– \d+ ", said), said
        (w.pictures / f"s12_today-letter-{who}.txt").write_text(said)
        letters.remind(w)
        assert len(of_week(w, address)) == before + 1, "one a week"
        w.press("Switch off")
        w.page.context.close()


def of_week(w: Walk, address: str) -> list:
    return [one for one in letters.to(w, address) if one["Subject"] == "Spojka: co na vás čeká tento týden"]


def calendar(w: Walk) -> None:
    """What falls due stands in one's own calendar, on its day, and blocks no time."""
    w.enter("marie")
    w.go("/mesto-lipovec/meetings/calendar/")
    w.press("Make an address")
    told = w.page.request.get(w.page.locator("code.wrap-any").inner_text())
    assert told.headers["content-type"].startswith("text/calendar"), told.status
    (w.pictures / "s12_today.ics").write_text(told.text())
    events = Calendar.from_ical(told.text()).walk("VEVENT")
    days = [one for one in events if type(one.decoded("DTSTART")) is date]
    assert days, told.text()
    assert all(str(one["TRANSP"]) == "TRANSPARENT" for one in days), told.text()
    assert not any(SECRET.search(f"{one['SUMMARY']} {one.get('DESCRIPTION', '')}") for one in events), told.text()
