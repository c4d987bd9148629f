"""S08: a client is referred in two steps: without a name, then by consent; watched, and the outcome comes back."""

import re
from datetime import date, timedelta

from spojka.base.terms import working_days_after

from .again import loaded_again
from .walk import Walk

TITLE = "referrals without a name, by consent, by a link, visited in time, with their outcome"
WANTS, ELSEWHERE = "Mít na koho se obrátit, i když nepřijde včas.", "Zkuste Terén Zastávka, ten tam chodí každý den."
CALLED, DAY = "Radka", timedelta(days=1)
TODAY = date.today()  # noqa: DTZ011 a day as people live it
VISIT = 5  # working days: usual, and as the ward's agreement says


def walk(w: Walk) -> None:
    declined(w)
    one = accepted(w)
    consent = identity(w, one)
    visited(w, one)
    taken_back(w, one, consent)
    ward = linked(w)
    for who, house in (("cyril", "vrani-most"), ("radek", "zastavka"), ("marie", "mesto-lipovec")):
        w.is_closed_to(who, one, *(path.replace("podkrovi", house) for path in (one, ward)))
    w.is_closed_to("bara", ward.replace("podkrovi", "zastavka"))


def client(w: Walk, code: str) -> None:
    w.go("/podkrovi/clients/")
    w.page.locator("a", has_text=code).first.click()
    w.page.wait_for_url(re.compile(r"/clients/[0-9a-f-]{36}/$"))


def offer(w: Walk, code: str, to: str, wants: str = WANTS) -> str:
    """Offer a client without a name; return where the referral stands."""
    client(w, code)
    w.link("Refer to another service", "main")
    w.page.locator("select[name=to] option", has_text=to).first.evaluate("one => one.selected = true")
    w.choose("age_band", "26_35")
    w.fill("wants", wants)
    w.fill("goal", "Jeden klíčový pracovník, do měsíce bydlení.")
    loaded_again(w, "Offer it")
    w.page.wait_for_url(re.compile(r"/referrals/[0-9a-f-]{36}/$"))
    return w.path


def to_referral(w: Walk, one: str) -> None:
    """Come to it as the worker at the counter."""
    w.enter("bara")
    w.go(one.replace("podkrovi", "zastavka"))


def declined(w: Walk) -> None:
    """An offer to nobody and one that tells the code are refused; who declines says why, and what instead."""
    w.enter("filip")
    client(w, "DVO 87 Z")
    w.link("Refer to another service", "main")
    w.fill("wants", "Paní DVO 87 Z chce jinam.")
    w.press("Offer it")
    w.refused("to")
    w.page.locator("select[name=to] option", has_text="K-centrum").first.evaluate("one => one.selected = true")
    w.press("Offer it")
    w.refused("wants", "Paní DVO 87 Z chce jinam.")
    w.picture("offer-refused")
    one = offer(w, "DVO 87 Z", "K-centrum")
    w.picture("offered")
    to_referral(w, one)
    w.picture("to-answer")
    w.open("a referral|Decline")
    w.press("a referral|Decline", "details[open]")
    w.refused("reason")
    w.picture("decline-refused")
    w.choose("reason", "goal")
    w.page.locator("form:has([name=reason]) [name=words]").fill(ELSEWHERE)
    w.press("a referral|Decline", "form:has([name=reason])")
    w.sees(ELSEWHERE)
    w.enter("filip")
    w.go(one)
    w.sees(ELSEWHERE)
    w.picture("declined")


def accepted(w: Walk) -> str:
    """Another offer is accepted; no identity is told without a consent that names them."""
    one = offer(w, "DVO 87 Z", "K-centrum", "Výměna a převaz ruky, kam to má blíž.")
    to_referral(w, one)
    w.page.locator("form:has([name=words])").first.locator("[name=words]").fill(
        "Ať přijde odpoledne, zeptá se na Báru."
    )
    w.press("a referral|Accept")
    w.picture("accepted")
    w.enter("filip")
    w.go(one)
    w.open("Say who it is")
    w.fill("name", CALLED)
    w.press("Say who it is", "form:has([name=recipient])")
    w.sees(w.words("Write the client's consent that names them down first, or let them come unnamed."))
    w.picture("no-consent")
    return one


def identity(w: Walk, one: str) -> str:
    """The client consents on paper, then the other side learns who it is; return the consent."""
    client(w, "DVO 87 Z")
    w.go(f"{w.path}consents/new/")
    w.page.locator("[name=kinds]").first.check(force=True)
    w.page.locator('select[name="to-0-to"] option', has_text="K-centrum").first.evaluate("one => one.selected = true")
    w.press("Write down the consent")
    w.sees(w.words("The consent holds. Print it and give the client their copy."))
    consent = w.path
    w.go(one)
    w.open("Say who it is")
    w.fill("name", CALLED)
    w.press("Say who it is", "form:has([name=recipient])")
    w.sees(CALLED)
    w.picture("named")
    return consent


def visited(w: Walk, one: str) -> None:
    """The invitation counts working days; a visit without the inviting side needs that the patient was told first."""
    to_referral(w, one)
    w.sees(CALLED)
    w.open("Invite")
    w.page.locator("form:has([name=visit_on]) [name=visit_on]").fill("2020-01-01")
    w.press("Invite", "form:has([name=visit_on])")
    w.refused("visit_on")
    w.picture("invite-refused")
    w.page.locator("form:has([name=visit_on]) [name=visit_on]").fill(f"{TODAY + DAY}")
    w.page.locator("form:has([name=visit_on]) [name=place]").fill("Malá místnost")
    w.press("Invite", "form:has([name=visit_on])")
    due = working_days_after(TODAY, VISIT)
    w.sees(w.words("the visit is due by %(on)s", on=w.day(due)))
    w.picture("invited")
    w.paper(w.page.locator('a[href$="/slip/"]'))
    form = w.page.locator("form:has([name=presence])")
    form.locator("[value=absent]").check(force=True)
    form.locator("[name=words]").fill("Přijde v pátek, plán má u sebe.")
    w.press("The visit took place")
    w.refused("is_told_first")
    w.picture("visit-refused")
    w.page.locator("[name=is_told_first]").check()
    w.press("The visit took place")
    w.sees(w.words("the patient was told first that the plan goes back"))
    w.open("Tell the outcome")
    form = w.page.locator("form:has([name=outcome])")
    form.locator("[value=care]").check(force=True)
    form.locator("[name=words]").fill("Chodí na převazy, ruka se hojí.")
    w.press("Tell the outcome", "form:has([name=outcome])")
    w.refused("agreed_how")
    w.picture("outcome-refused")
    w.fill("agreed_how", "souhlasila nahlas, u toho Bára")
    w.press("Tell the outcome", "form:has([name=outcome])")
    w.sees("Chodí na převazy, ruka se hojí.")
    w.picture("outcome")


def taken_back(w: Walk, one: str, consent: str) -> None:
    """When the client takes the consent back, the name closes at once; the steps stay."""
    w.enter("filip")
    w.go(f"{consent}withdraw/")
    w.press("End sharing")
    w.refused("how")
    w.fill("how", "po telefonu")
    w.press("End sharing")
    to_referral(w, one)
    w.sees(w.words("Who it is is shared with you no more."))
    w.sees_not(CALLED)
    w.picture("name-closed")


def linked(w: Walk) -> str:
    """The ward has no account: it answers by a link that ends; an address of nobody is refused."""
    w.enter("filip")
    one = offer(w, "DVO 85 M", "Nemocnice Lipovec", "Detox a návaznost.")
    w.choose("way", "mail")
    w.press("Make a link")
    w.refused("email")
    w.picture("link-refused")
    w.choose("way", "shown")
    w.press("Make a link")
    w.picture("link")
    link = w.page.locator("copy-text textarea").input_value()
    ours = w.page
    w.nobody()
    w.go(link)
    w.sees("Detox a návaznost.")
    w.sees_not("DVO 85 M")
    w.picture("behind-link")
    w.press("a referral|Accept")
    w.open("Invite")
    w.page.locator("form:has([name=visit_on]) [name=place]").fill("Pavilon C, hovorna")
    w.press("Invite", "form:has([name=visit_on])")
    w.sees(w.words("the visit is due by %(on)s", on=w.day(working_days_after(TODAY, VISIT))))
    w.picture("invited-by-link")
    theirs, w.page = w.page, ours
    w.go(one)
    w.sees("Pavilon C, hovorna")
    w.picture("ward-invites")
    w.press("Take the link back")
    w.sees(w.words("The link opens nothing any more."))
    w.page = theirs
    w.go(link)
    w.sees(w.words("The link does not hold"))
    w.picture("link-over")
    w.page = ours
    return one
