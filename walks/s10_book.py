"""S10: the appointment book, the waiting list, and a first appointment booked on the spot by another house."""

import re
from datetime import date, timedelta

from playwright.sync_api import expect

from spojka.base.terms import is_working

from .again import loaded_again
from .walk import Walk

TITLE = "the appointment book: a series, a reminder, how it went; who waits; a first appointment for OSPOD's mother"
DAY, WEEK = timedelta(days=1), timedelta(days=7)
WHO, WAITS, PLACE = "Paní s deštníkem", "Pan od jezu", "Místo u Báry, středy"
ABOUT, REACH = "Kdokoli z rodiny, i s dětmi.", "+420 600 000 442"
FIRST_SCREEN = 650  # px: below stands the bar of the phone


def walk(w: Walk) -> None:
    w.enter("bara")
    day = three_weeks()
    one = series(w, day)
    moved_and_cancelled(w, day)
    went(w)
    waits = waiting(w)
    theirs = offered(w, day)
    booked(w)
    taken(w, theirs)
    for who, house in (("cyril", "vrani-most"), ("radek", "zastavka")):
        w.is_closed_to(who, one.replace("zastavka", house), f"{one}move/".replace("zastavka", house))
        w.is_closed_to(who, waits.replace("zastavka", house), f"{waits}offer/".replace("zastavka", house))
    w.is_closed_to("marie", theirs.replace("podkrovi", "mesto-lipovec"))


def three_weeks() -> date:
    """Return a day after tomorrow on which one works, and so one and two weeks later."""
    day = date.today() + 2 * DAY  # noqa: DTZ011 a day as people live it
    while not all(is_working(day + n * WEEK) for n in range(3)):
        day += DAY
    return day


def to_line(w: Walk, day: date, words: str) -> None:
    """Open an appointment from the book of a day."""
    w.go(f"/{w.path.split('/')[1]}/appointments/?day={day}&view=day")
    w.page.locator("a.main", has_text=words).first.click()
    w.page.wait_for_url(re.compile(r"/appointments/[0-9a-f-]{36}/$"))


def series(w: Walk, day: date) -> str:
    """Whom one sees stands on the first screen; a code nobody has is refused; three weeks are booked once."""
    w.go("/zastavka/appointments/")
    top = w.page.locator("main .card").first.bounding_box()
    assert top
    assert top["y"] < FIRST_SCREEN
    w.picture("book")
    w.open("Day, week, worker")
    w.fill("day", f"{day}")
    w.page.locator('button[name="view"][value="day"]').click()
    w.link("Book an appointment", "main")
    w.fill("hour", "07:15")
    w.fill("room", "Malá místnost")
    w.fill("times", "3")
    w.fill("code", "NIKDO00")
    w.fill("note", "Vezme s sebou smlouvu o nájmu.")
    w.open("Reminder by e-mail")
    w.fill("reminder_to", "paní")
    w.press("Book it")
    w.refused("code", "NIKDO00")
    w.sees(w.words("We know no such code. Check it, or write a working name."))
    w.picture("book-refused")
    w.fill("code", "")
    w.fill("who", WHO)
    w.fill("reminder_to", "pani@destnik.invalid")
    w.fill("reminder_where", "obvyklé místo")
    loaded_again(w, "Book it")
    w.sees(w.words("It is booked."))
    for week in range(3):
        w.go(f"/zastavka/appointments/?day={day + week * WEEK}")
        expect(w.page.locator("a.main", has_text=WHO)).to_have_count(1)
    to_line(w, day, WHO)
    w.sees(w.words("leaves a day before"))
    w.picture("appointment")
    w.paper(w.page.locator('a[href$="/card/"]'))
    return w.path


def moved_and_cancelled(w: Walk, day: date) -> None:
    """The second of the series is moved, at first onto another one, which is said; the third the client cancels."""
    to_line(w, day + WEEK, WHO)
    w.link("Another time", "main")
    w.fill("day", f"{day}")
    w.press("Move it")
    w.refused("day", f"{day}")
    w.page.locator("[name=anyway]").wait_for()
    w.picture("clash")
    w.fill("day", f"{day + WEEK}")
    w.fill("hour", "07:45")
    w.press("Move it")
    w.sees(w.words("It is moved."))
    to_line(w, day + 2 * WEEK, WHO)
    w.page.locator('button[name="cancelled_by"][value="client"]').click()
    w.sees(w.words("Who cancelled it"))
    w.picture("cancelled")


def went(w: Walk) -> None:
    """What nobody wrote down waits on Today; came, excused or did not come, and a slip is put right."""
    w.go("/zastavka/")
    w.page.locator('a[href*="show=unmarked"]').first.click()
    w.page.locator(".card a.main").first.click()
    w.page.wait_for_url(re.compile(r"/appointments/[0-9a-f-]{36}/$"))
    w.picture("how-it-went")
    for state in ("came", "excused", "absent"):
        w.page.locator(f'button[name="state"][value="{state}"]').click()
        w.sees(w.words("It is written how it went."))
    w.sees(w.words("appointment|did not come"))
    w.picture("absent")


def waiting(w: Walk) -> str:
    """Nobody waits for nothing; one is written down once, is called, and gives up."""
    w.go("/zastavka/waiting/")
    w.picture("waiting")
    w.link("Write somebody down", "main")
    w.fill("who", WAITS)
    w.press("Save")
    w.refused("who", WAITS)
    w.picture("waiting-refused")
    w.fill("purpose", "případová práce")
    w.fill("precedence", "Přijde z vazby, nemá kde bydlet.")
    loaded_again(w, "Save")
    w.sees(w.words("They are on the waiting list."))
    expect(w.page.locator("a.main", has_text=WAITS)).to_have_count(1)
    w.page.locator("a.main", has_text=WAITS).click()
    w.page.wait_for_url(re.compile(r"/waiting/[0-9a-f-]{36}/$"))
    waits = w.path
    w.link("Offer a place", "main")
    w.fill("what", PLACE)
    w.fill("answer_by", "2020-01-01")
    w.press("Write the offer down")
    w.refused("what", PLACE)
    w.picture("offer-refused")
    w.fill("answer_by", f"{date.today() + WEEK}")  # noqa: DTZ011 a day as people live it
    w.press("Write the offer down")
    w.sees(PLACE)
    w.picture("offered")
    w.page.locator('button[name="answer"][value="declined"]').click()
    w.sees(w.words("The answer is written down."))
    w.link("Take off the list", "main")
    w.choose("why", "gave_up")
    w.press("Take them off")
    w.sees(w.words("They were taken off the list."))
    expect(w.page.locator("a.main", has_text=WAITS)).to_have_count(0)
    w.go(waits)
    w.picture("gave-up")
    return waits


def offered(w: Walk, day: date) -> str:
    """The counselling centre offers a time; one that has passed is refused."""
    w.enter("filip")
    w.go("/podkrovi/appointments/")
    w.link("Offer free times to others", "main")
    w.fill("day", "2020-03-02")
    w.fill("hour", "07:30")
    w.fill("about", ABOUT)
    w.press("Offer them")
    w.refused("day", "2020-03-02")
    w.picture("free-refused")
    w.fill("day", f"{day}")
    w.press("Offer them")
    w.sees(w.words("The free times are offered; they stand in the book, too."))
    to_line(w, day, "7:30")
    w.picture("free")
    return w.path


def booked(w: Walk) -> None:
    """Marie books it on the spot, first without saying how she is reached; it is hers once, under a word."""
    w.enter("marie")
    w.go("/mesto-lipovec/free-times/")
    w.picture("free-times")
    w.page.locator("li", has_text=ABOUT).locator("a.main", has_text="7:30").click()
    w.page.wait_for_url("**/take/")
    w.choose("sex", "woman")
    w.press("Book this time")
    w.refused("reach")
    w.picture("take-refused")
    w.fill("reach", REACH)
    loaded_again(w, "Book this time")
    w.page.wait_for_url(re.compile(r"/bookings/[0-9a-f-]{36}/$"))
    w.picture("booked")
    w.paper(w.page.locator('a[href$="/card/"]'))
    ours = w.path
    for who, house in (("bara", "zastavka"), ("klara", "mesto-lipovec")):
        w.is_closed_to(who, ours.replace("mesto-lipovec", house), f"{ours}card/".replace("mesto-lipovec", house))
    w.go("/mesto-lipovec/bookings/")
    expect(w.page.locator(f'a.main[href="{ours}"]')).to_have_count(1)


def taken(w: Walk, theirs: str) -> None:
    """Filip sees who sends and the word, no name; nobody else can have the time any more."""
    w.enter("filip")
    w.go(theirs)
    w.sees(REACH)
    w.picture("sent")
    w.enter("bara")
    w.go("/zastavka/free-times/")
    w.sees_not("7:30")
