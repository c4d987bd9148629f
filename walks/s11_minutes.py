"""S11: attendance by taps and by the code, agenda, minutes of two at once, sent, confirmed, locked, amended."""

import re
from datetime import date

from . import letters
from .lines import day, editor, lines, saved, write
from .walk import Walk

TITLE = "minutes: taps and code, two writers and one of them offline, locked; a late task comes back"
GUEST, MAIL = "Ota Závora", "ota@zavora.invalid"
LATE, HERS, ASKED = "Opravit plachtu stánku", "Zjistit, kde bude šatna", "Kdo má klíč od skladu?"
LINES = ("## Noční Zastávka", "Stánek byl mokrý.", "Vyjádření: Plachta teče.", "? " + ASKED, "Má ho Ema.")
OFFLINE = ("Anna psala bez spojení.", "A ještě jednou.")


def walk(w: Walk) -> None:
    w.enter("hana")
    meeting = called(w)
    came(w, meeting)
    agenda(w)
    minutes = f"{meeting}minutes/"
    written(w, minutes)
    together(w, minutes)
    tasks(w, minutes)
    link = sent(w, minutes)
    by_link(w, link)
    back(w, meeting)
    locked(w, minutes)
    outsider(w, link)
    for who, house in (("cyril", "vrani-most"), ("filip", "podkrovi")):
        theirs = minutes.replace("/zastavka/", f"/{house}/")
        w.is_closed_to(who, minutes, f"{minutes}write/", f"{minutes}lock/", theirs, f"{meeting}door/")


def called(w: Walk) -> str:
    """A weekly series; of its meeting today: two colleagues and a guest are invited."""
    w.go("/zastavka/meeting-series/new/")
    w.fill("title", "Porada po festivalu")
    w.choose("rhythm", "weeks")
    w.choose("weekday", str(date.fromisoformat(day(0)).weekday()))
    w.fill("hour", "00:10")
    w.press("Save")
    w.page.wait_for_url("**/meeting-series/*/")
    on(w, day(0))
    for name in ("Hana Večerní", "Anna Poledne"):
        w.open("Invite somebody")
        w.page.locator("select[name=membership]").select_option(label=name)
        w.press("Put on the list")
    w.open("Invite somebody")
    w.fill("name", GUEST)
    w.fill("house", "Stavba pódií")
    w.fill("email", MAIL)
    w.press("Put on the list")
    w.sees(GUEST)
    return w.path


def on(w: Walk, when: str) -> None:
    """Call what the series that is shown gives on a day, also on a holiday."""
    w.page.locator(
        f"form:has([name=planned_on][value='{when}']):has([type=hidden][name=on][value='{when}']) button"
    ).click()
    w.page.wait_for_url("**/meetings/*/")


def came(w: Walk, meeting: str) -> None:
    """A tap, a second tap takes it back; heads; whoever reads the code writes themselves down, not without a name."""
    anna = w.page.locator("li", has_text="Anna Poledne").locator("[name=presence]").first
    anna.click()
    w.page.locator("li:has-text('Anna Poledne') [aria-pressed=true]").wait_for()
    w.page.locator("li:has-text('Anna Poledne') [aria-pressed=true]").click()
    w.page.wait_for_function("!document.querySelector('li [aria-pressed=true]')")
    for name in ("Anna Poledne", "Hana Večerní", GUEST):
        w.page.locator("li", has_text=name).locator("[name=presence]").first.click()
        w.page.locator(f"li:has-text('{name}') [aria-pressed=true]").wait_for()
    w.picture("came")
    w.open("More people, and a square code for the room")
    w.fill("heads", "9000")
    w.press("Save", "details[open]")
    w.refused("heads", "9000")
    w.picture("heads-refused")
    w.fill("heads", "4")
    w.press("Save", "details[open]")
    w.open("More people, and a square code for the room")
    w.press("Show the code")
    w.picture("code")
    address, hana = w.page.locator("main a[href*='/meeting/here/']").get_attribute("href"), w.page
    w.nobody()
    w.go(address)
    w.press("Write me down")
    w.refused("name")
    w.picture("here-refused")
    w.fill("name", "Iva Bouřková")
    w.press("Write me down")
    w.sees(w.words("You are written down. You can put the phone away."))
    w.picture("here")
    w.page = hana
    w.go(meeting)
    w.sees("Iva Bouřková")


def agenda(w: Walk) -> None:
    """Nothing is no point; one that was taken off comes back at a tap."""
    w.press("Add to the agenda")
    w.refused("text")
    w.picture("point-refused")
    for point in ("Co se stalo na festivalu", "Kdo půjde příště"):
        w.fill("text", point)
        w.press("Add to the agenda")
        w.sees(point)
    w.page.locator(".meeting-agenda button").first.click()
    w.sees(w.words("The point is off the agenda."))
    w.page.locator(".toasts form button").click()
    w.page.wait_for_url(re.compile("#agenda$|meetings/[^/]*/$"))
    w.sees("Co se stalo na festivalu")
    w.picture("agenda")


def written(w: Walk, minutes: str) -> None:
    """By keyboard; what stands below a focused line is not under the bar of a phone."""
    editor(w.page, minutes)
    w.picture("minutes-empty")
    write(w.page, *LINES)
    w.page.keyboard.press("Enter")
    w.page.keyboard.type(f"! {LATE}")
    w.page.locator(".minutes-line:focus-within [data-part=about]").wait_for()
    saved(w.page)
    under = w.page.evaluate(
        "() => document.querySelector('.minutes-line:focus-within').getBoundingClientRect().bottom"
        " - (document.querySelector('.bottom').getBoundingClientRect().top || innerHeight)"
    )
    w.page.screenshot(path=w.pictures / "s11_minutes-focused.png")
    assert under <= 0, f"{under} px of the line are under the bar"
    w.picture("minutes-written")


def together(w: Walk, minutes: str) -> None:
    """Anna writes without connection while Hana writes on: all words are with both, in one order."""
    hana, anna = w.page, w.enter("anna")
    editor(anna, minutes)
    with w.no_network():
        write(anna, *OFFLINE)
        anna.locator('[data-says="offline"]:visible').wait_for()
        w.picture("offline")
        hana.locator(".minutes-line:visible textarea").nth(1).fill("Stánek byl mokrý celou noc.")
        write(hana, "Hana psala dál.")
        anna.locator(".minutes-line:visible textarea").nth(1).fill("Stánek byl mokrý i uvnitř.")
        saved(hana)
    saved(anna)
    words = [*OFFLINE, "Hana psala dál.", "celou noc", "i uvnitř"]
    for page in (hana, anna):
        page.evaluate("document.activeElement.blur()")
        page.wait_for_function(
            "words => { const all = [...document.querySelectorAll('.minutes-line textarea')].map(one => one.value)\n"
            "return words.every(word => all.some(one => one.includes(word))) }",
            arg=words,
        )
    assert lines(hana) == lines(anna), (lines(hana), lines(anna))
    w.picture("two-wordings")
    w.press("It holds as it stands here")
    saved(anna)
    w.page = hana


def tasks(w: Walk, minutes: str) -> None:
    """Terms: one that has passed for Hana and one for the guest, who has no account."""
    editor(w.page, minutes)
    for said, who in ((LATE, "Hana Večerní"), (HERS, GUEST)):
        if said not in lines(w.page):
            write(w.page, f"! {said}")
        row = w.page.locator(".minutes-line:visible").nth(lines(w.page).index(said))
        row.locator("textarea").focus()
        row.locator("[data-field=who]").fill(who)
        row.locator("[data-field=time]").fill(day(-1))
        saved(w.page)
    w.picture("tasks")
    w.page.reload()
    editor(w.page)
    assert {LATE, HERS} <= set(lines(w.page)), lines(w.page)


def sent(w: Walk, minutes: str) -> str:
    """Sent to who was there; return the guest's link."""
    w.press("Send to those who were there")
    w.sees(w.words("Links that no letter took along. Hand each to its person alone: it answers for them. "
                   "They are shown this once."))  # fmt: skip
    w.picture("sent")
    letter = letters.to(w, MAIL)[-1]
    assert "plachtu" not in letters.words(letter)
    return letters.way(w, letter)


def by_link(w: Walk, link: str) -> None:
    """The guest says what was otherwise, not without words."""
    hana = w.page
    w.nobody()
    w.go(link)
    w.picture("read-by-link")
    w.choose("word", "correct")
    w.press("Say it")
    w.refused("text")
    w.picture("correct-refused")
    w.fill("text", "Mokrá byla jen podlaha.")
    w.press("Say it")
    w.sees("Mokrá byla jen podlaha.")
    w.page = hana


def back(w: Walk, meeting: str) -> None:
    """Both late tasks are on Hana's Today, and under the agenda of the next meeting, where one is answered."""
    w.go("/zastavka/")
    w.sees(LATE)
    w.sees(HERS)
    w.picture("today")
    w.go(meeting)
    w.page.locator("main a[href*='/meeting-series/']").click()
    w.page.wait_for_url("**/meeting-series/*/")
    w.picture("series-open")
    on(w, day(7))
    w.sees(HERS)
    following = w.path
    w.picture("under-the-agenda")
    w.link(LATE, "#open")
    w.press("Save")
    w.refused("text")
    w.picture("answer-refused")
    w.go(following)
    say = w.page.locator("#open li", has_text=LATE).locator("form")
    say.locator("[name=text]").fill("Plachta je nová.")
    say.locator("[value=done]").click()
    w.sees(w.words("It is answered and comes back no more."))
    w.sees_not(LATE)
    w.picture("answered")
    w.go("/zastavka/")
    w.sees_not(LATE)


def locked(w: Walk, minutes: str) -> None:
    """Locked for good: what somebody still types is refused in words; an amendment is added, not an empty one."""
    anna, hana = w.enter("anna"), None
    editor(anna, minutes)
    hana = w.enter("hana")
    w.go(minutes)
    w.open("Lock the minutes")
    w.picture("before-lock")
    w.press("Lock the minutes", "main details")
    w.sees(w.words("The minutes are locked. What comes later is an amendment."))
    w.press("Add an amendment")
    w.refused("text")
    w.picture("amendment-refused")
    w.fill("text", "Doplněno: plachta byla objednána v pondělí.")
    w.press("Add an amendment")
    w.sees("Doplněno: plachta byla objednána v pondělí.")
    w.picture("locked")
    w.paper(w.page.locator("a[href$='/paper/']").first)
    w.page = anna
    write(anna, "Pozdě.")
    w.sees(w.words("The minutes are locked. Write an amendment."))
    w.picture("locked-refuses")
    w.page = hana


def outsider(w: Walk, link: str) -> None:
    """The guest answers their task by the link; then it waits for nobody."""
    hana = w.page
    w.nobody()
    w.go(link)
    w.sees(HERS)
    w.link("Answer it", "main")
    w.press("Save")
    w.refused("text")
    w.picture("matter-refused")
    w.fill("text", "Šatna bude za pódiem.")
    w.press("Save")
    w.sees("Šatna bude za pódiem.")
    w.picture("matter-answered")
    w.page = hana
    w.go("/zastavka/")
    w.sees_not(HERS)
