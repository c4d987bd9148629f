"""S08: agreements between organisations: written, agreed by both sides, on paper, ended by notice, evaluated."""

import re
from datetime import date, timedelta

from playwright.sync_api import expect

from .again import loaded_again
from .walk import Walk

TITLE = "agreements between organisations: on paper, with another house, notice, evaluation, joint controllers"
WARD, OFFICE = "Nemocnice Vrbohrad · detoxifikační oddělení", "Podkroví"
CHOSEN = "Kdo přišel kvůli nelegálním látkám a chce dál pracovat."
WHY_NOT = "Rozjetá předání se dokončí, nová domluvíme do konce roku."
DAY = timedelta(days=1)
TODAY = date.today()  # noqa: DTZ011 a day as people live it


def walk(w: Walk) -> None:
    agreement = written(w)
    theirs = answered(w)
    office = ended(w)
    for who, house in (("bara", "zastavka"), ("cyril", "vrani-most"), ("marie", "mesto-lipovec")):
        ours = agreement.replace("zastavka", house)
        rests = ("change/", "say/", "notice/", "evaluate/") if who == "bara" else ("", "paper/", "change/", "say/")
        w.is_closed_to(who, *(f"{ours}{rest}" for rest in rests), f"{theirs.replace('zastavka', house)}say/")
    for who, house in (("marie", "mesto-lipovec"), ("cyril", "vrani-most")):
        w.is_closed_to(who, f"{office.replace('zastavka', house)}notice/")


def written(w: Walk) -> str:
    """An agreement with nobody and with no number is refused; on paper both sides agree, it holds and is printed."""
    w.enter("gita")
    w.go("/zastavka/partners/")
    w.picture("agreements")
    w.link("New agreement", "main")
    w.page.locator("nav a.btn", has_text="K-centrum").click()
    w.fill("chosen", CHOSEN)
    w.fill("visit_days", "0")
    w.press("Save the draft")
    w.refused("chosen", CHOSEN)
    w.sees(w.words("Choose with whom the agreement is, or write it."))
    w.picture("agreement-refused")
    w.fill("partner_name", WARD)
    w.fill("visit_days", "4")
    w.fill("ends_on", f"{TODAY + 730 * DAY}")
    w.open("If we are joint controllers of data (article 26 of the GDPR)")
    w.page.locator("[name=is_joint]").check()
    w.fill("joint_data", "Předání a jejich výsledek.")
    w.fill("informing", "Každá strana své lidi, při prvním setkání.")
    loaded_again(w, "Save the draft")
    w.page.wait_for_url(re.compile(r"/partners/[0-9a-f-]{36}/$"))
    agreement = w.path
    w.press("Propose it")
    w.link("Say whether we agree", "main")
    w.choose("word", "yes")
    w.fill("name", "")
    w.press("Save")
    w.refused("name")
    w.picture("say-refused")
    w.fill("name", "Gita Jízdní, ředitelka")
    w.press("Save")
    w.link("They signed the paper", "main")
    w.choose("word", "yes")
    w.fill("name", "MUDr. Karel Bílý, primář")
    w.press("Save")
    w.sees(w.words("It is written down."))
    w.sees("Každá strana své lidi, při prvním setkání.")
    w.picture("agreement")
    w.paper(w.page.locator('a[href$="/paper/"]').first)
    w.go("/zastavka/partners/")
    expect(w.page.locator("a.main", has_text=WARD)).to_have_count(1)
    return agreement


def answered(w: Walk) -> str:
    """Hana reads what the counselling centre proposes: no needs a why; she agrees, and they read it."""
    w.enter("hana")
    w.go("/zastavka/partners/?show=waiting")
    w.page.locator("a.main", has_text=OFFICE).click()
    w.page.wait_for_url(re.compile(r"/partners/[0-9a-f-]{36}/$"))
    theirs = w.path
    w.picture("proposed")
    w.link("Say whether we agree", "main")
    w.choose("word", "no")
    w.press("Save")
    w.refused("note")
    w.picture("no-refused")
    w.choose("word", "yes")
    w.press("Save")
    w.sees(w.words("It is written down."))
    w.picture("agreed")
    w.enter("filip")
    w.go(theirs.replace("zastavka", "podkrovi"))
    w.sees(re.compile("Hana Večerní"))
    w.paper(w.page.locator('a[href$="/paper/"]').first)
    return theirs


def ended(w: Walk) -> str:
    """Notice to the office, shorter than agreed only with a why; both houses read it, and how the work went."""
    w.enter("gita")
    w.go("/zastavka/partners/")
    w.page.locator("a.main", has_text="OSPOD").first.click()
    w.page.wait_for_url(re.compile(r"/partners/[0-9a-f-]{36}/$"))
    ours = w.path
    w.link("Give notice", "main")
    w.fill("last_day", f"{TODAY + 7 * DAY}")
    w.press("Save the notice")
    w.refused("last_day", f"{TODAY + 7 * DAY}")
    w.picture("notice-refused")
    w.fill("note", WHY_NOT)
    loaded_again(w, "Save the notice")
    expect(w.page.locator(".matters li", has_text=WHY_NOT)).to_have_count(1)
    w.picture("notice")
    w.link("Evaluate the cooperation")
    w.fill("who", "Gita, David a Marie")
    w.fill("found", "Z pěti lidí přišel jeden.")
    w.press("Save the evaluation")
    w.sees(w.words("The evaluation is saved."))
    w.enter("marie")
    w.go(ours.replace("zastavka", "mesto-lipovec"))
    w.sees(WHY_NOT)
    w.picture("office-reads")
    return ours
