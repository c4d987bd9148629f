"""S12: rules, contracts on a social service, warnings, notices and refusals, with their papers."""

import re
from datetime import date, timedelta

from playwright.sync_api import expect

from spojka.base.terms import is_working, last_day, working_days_after

from .again import loaded_again
from .walk import Walk

TITLE = "contracts: written and by word, addendum, warning, notice over a holiday, other grounds, refusals"
DAY = timedelta(days=1)
TODAY = date.today()  # noqa: DTZ011 a day as people live it
SIGNED = TODAY - 200 * DAY
GOAL, MORE = "Chci mít kde spát, než začne zima.", "doprovod na ubytovnu a podání žádosti"
RULE, AGAIN = "V centru a před ním se neprodává, nekupuje ani nebere.", "Znovu nabízel látku u dveří."
RULES, REFUSED = "Chováme se k sobě slušně.\n\nKdo nepřijde, dá vědět.", "Všechna místa jsou do konce měsíce obsazená."
ASKED = "Co je hrubé porušení? Vysvětleno na příkladu."
NOTICE = 14  # days, on other grounds


def walk(w: Walk) -> None:
    w.enter("bara")
    first, second = clients(w)
    rules(w)
    explained(w, first)
    contract = written(w, first)
    amended(w, contract)
    warned(w, contract)
    noticed(w, contract)
    spoken = by_word(w, second)
    ended(w, spoken)
    refusal = refused(w)
    for who, house in (("bara", "zastavka"), ("filip", "podkrovi"), ("radek", "zastavka")):
        paths = [f"{contract}{rest}" for rest in ("change/", "conclude/", "amend/", "warn/", "end/", "notice/")]
        w.is_closed_to(who, *(path.replace("zastavka", house) for path in [*paths, f"{first}contract/"]))
    for who, house in (("filip", "podkrovi"), ("radek", "zastavka")):
        w.is_closed_to(who, *(one.replace("zastavka", house) for one in (contract, f"{contract}paper/", refusal)))


def clients(w: Walk) -> list[str]:
    """Return two clients of the drop-in centre who have no contract."""
    w.go("/zastavka/clients/")
    links = w.page.locator("main a").evaluate_all("all => all.map(one => one.getAttribute('href'))")
    found: list[str] = []
    for path in dict.fromkeys(one for one in links if re.search(r"/clients/[0-9a-f-]{36}/$", one)):
        w.go(path)
        is_theirs = w.page.request.get(f"{w.address}{path}rules/").ok  # others of the list are open for a while alone
        if is_theirs and not w.page.locator('main a[href*="/contracts/"]').count():
            found.append(path)
        if len(found) == 2:
            return found
    raise AssertionError(links)


def rules(w: Walk) -> None:
    """The head sets the next version; it can't begin before the one that holds."""
    w.enter("gita")
    w.go("/zastavka/contracts/")
    w.picture("contracts")
    w.link("Rules of the service", "main")
    w.page.locator("nav a.btn", has_text="K-centrum").click()
    w.open("Next version")
    w.fill("text", RULES)
    w.fill("valid_from", f"{TODAY - 700 * DAY}")
    w.fill("notice", f"{NOTICE}")
    w.choose("notice_unit", "days")
    w.press("Set the rules")
    w.refused("text", RULES)
    w.sees(w.words("A newer version would begin before an older one. Choose a later day."))
    w.picture("rules-refused")
    w.fill("valid_from", f"{TODAY}")
    w.press("Set the rules")
    w.sees("Kdo nepřijde, dá vědět.")
    w.picture("rules")
    w.paper(w.page.locator('a[href$="/paper/"]').first)


def explained(w: Walk, client: str) -> None:
    """Whoever meets the client tells them the rules, and how; not how is refused."""
    w.enter("bara")
    w.go(f"{client}rules/")
    w.fill("note", ASKED)
    w.press("Write it down")
    w.refused("note", ASKED)
    w.picture("explain-refused")
    w.choose("ways", "together")
    loaded_again(w, "Write it down")
    w.go(f"{client}rules/")
    expect(w.page.locator(".matters li", has_text=ASKED)).to_have_count(1)
    w.picture("explained")


def written(w: Walk, client: str) -> str:
    """In writing, in two copies: without a goal and acts it is refused; the head concludes it under a number."""
    w.enter("gita")
    w.go(f"{client}contract/")
    w.choose("form", "written")
    w.fill("fee", "100 Kč měsíčně, do 15. dne")
    w.fill("where_when", "V centru, v otevírací době.")
    w.fill("starts_on", f"{SIGNED}")
    w.press("Save the draft")
    w.refused("fee", "100 Kč měsíčně, do 15. dne")
    w.picture("contract-refused")
    w.fill("goal", GOAL)
    w.fill("own_acts", MORE)
    loaded_again(w, "Save the draft")
    w.page.wait_for_url(re.compile(r"/contracts/[0-9a-f-]{36}/$"))
    w.picture("draft")
    contract = w.path
    w.link("Read and conclude", "main")
    w.sees(w.words("Print two copies, both sides sign them; then write it down here."))
    w.fill("on", f"{TODAY + DAY}")
    w.press("Conclude", "form:has([name=on])")
    w.refused("on", f"{TODAY + DAY}")
    w.picture("conclude-refused")
    w.fill("on", f"{SIGNED}")
    w.press("Conclude", "form:has([name=on])")
    w.sees(w.words("It is concluded. Print it, or copy it for the file."))
    w.picture("concluded")
    w.paper(w.page.locator('a[href*="/paper/"]').first)
    w.go(client)
    expect(w.page.locator('main a[href*="/contracts/"]')).to_have_count(1)
    return contract


def amended(w: Walk, contract: str) -> None:
    """An addendum changes the goal; the earlier wording stays."""
    w.go(contract)
    w.link("Write an addendum", "main")
    w.fill("goal", "")
    w.press("Save the draft")
    w.refused("goal")
    w.fill("goal", f"{GOAL} A potom práci.")
    w.press("Save the draft")
    w.link("Read and conclude", "main")
    w.press("Conclude", "form:has([name=on])")
    w.sees("A potom práci.")
    w.sees(w.words("First wording"))
    w.picture("amended")
    w.paper(w.page.locator('a[href*="/paper/"]').first)


def warned(w: Walk, contract: str) -> None:
    """A warning names the rule; without its delivery it counts for nothing."""
    w.link("Write a warning", "main")
    w.fill("what", "Před centrem prodal látku jinému klientovi.")
    for name in ("happened_on", "written_on", "delivered_on"):
        w.fill(name, f"{SIGNED + 10 * DAY}")
    w.press("Write the warning")
    w.refused("rule")
    w.sees(w.words("Choose how it was delivered."))
    w.picture("warning-refused")
    w.fill("rule", RULE)
    w.choose("delivered_how", "in_person")
    loaded_again(w, "Write the warning")
    w.page.wait_for_url(f"**{contract}")
    expect(w.page.locator(".matters li", has_text=RULE)).to_have_count(1)
    w.picture("warned")
    w.paper(w.page.locator('a[href*="/contract-warnings/"][href$="/paper/"]'))


def before_a_holiday() -> date:
    """Return the last day after which ten working days step over a holiday that is no weekend."""
    day = TODAY
    while not (
        is_working(day)
        and any((day + n * DAY).weekday() < 5 and not is_working(day + n * DAY) for n in range(1, 11))  # Saturday is 5
    ):
        day -= DAY
    assert day > SIGNED + 20 * DAY
    return day


def noticed(w: Walk, contract: str) -> None:
    """For broken rules: not before the warning; ten working days from the day after delivery, holidays left out."""
    on = before_a_holiday()
    w.link("Notice of the provider", "main")
    w.fill("what", AGAIN)
    w.choose("ground", "rules")
    w.fill("happened_on", f"{on}")
    w.fill("on", f"{on}")
    w.press("Give notice")
    w.refused("what", AGAIN)
    w.picture("notice-refused")
    w.page.locator("select[name=warning]").select_option(index=1)
    w.fill("happened_on", f"{SIGNED + 5 * DAY}")
    w.press("Give notice")
    w.sees(
        w.words("This happened before the warning could help. The rule must be broken again after it was delivered.")
    )
    w.fill("happened_on", f"{on}")
    loaded_again(w, "Give notice")
    w.sees(w.words("The provider gave notice. It was not delivered yet, so nothing runs."))
    w.picture("undelivered")
    w.link("It was delivered", "main")
    w.fill("delivered_on", f"{on - DAY}")
    w.choose("delivered_how", "letter")
    w.press("Write it down")
    w.refused("delivered_on", f"{on - DAY}")
    w.picture("delivery-refused")
    w.fill("delivered_on", f"{on}")
    w.press("Write it down")
    w.page.wait_for_url(f"**{contract}")
    w.sees(w.day(working_days_after(on, 10)))
    w.picture("noticed")
    w.paper(w.page.locator('a[href*="/contract-endings/"][href$="/paper/"]'))


def by_word(w: Walk, client: str) -> str:
    """By word, with a client known by a code alone: nobody signs."""
    w.go(f"{client}contract/")
    w.fill("goal", "Chci vědět, kolik komu dlužím.")
    w.fill("own_acts", "sepsat dluhy")
    w.fill("where_when", "V centru, v úterý.")
    w.press("Save the draft")
    w.page.wait_for_url(re.compile(r"/contracts/[0-9a-f-]{36}/$"))
    contract = w.path
    w.link("Read and conclude", "main")
    w.sees(w.words("By word: the client signs nothing, the worker noted what was agreed."))
    w.picture("by-word")
    w.press("Conclude", "form:has([name=on])")
    w.sees(w.words("It is concluded. Print it, or copy it for the file."))
    w.paper(w.page.locator('a[href*="/paper/"]').first)
    return contract


def ended(w: Walk, contract: str) -> None:
    """No fee, so none unpaid; on another ground as the rules say; taken back; the client ends it; both agree to."""
    w.link("Notice of the provider", "main")
    w.fill("what", "Vyhrožoval pracovnici.")
    w.choose("ground", "dignity")
    w.fill("delivered_on", f"{TODAY}")
    w.choose("delivered_how", "in_person")
    w.press("Give notice")
    w.sees(w.day(last_day(TODAY, NOTICE, "days")))
    w.picture("other-ground")
    w.press("Take it back")
    w.sees(w.words("It is taken back, the contract goes on. What was written stays to be read."))
    w.link("The client ends the contract", "main")
    w.fill("last", f"{TODAY - DAY}")
    w.press("Write it down")
    w.refused("last", f"{TODAY - DAY}")
    w.picture("end-refused")
    w.fill("last", f"{TODAY + 5 * DAY}")
    w.choose("is_written", "no")
    w.press("Write it down")
    w.picture("client-ends")
    w.press("Take it back")
    w.link("Both sides agree to end it", "main")
    w.fill("words", "Našel si bydlení v Praze.")
    loaded_again(w, "Write it down")
    w.page.wait_for_url(f"**{contract}")
    expect(w.page.locator(".matters li", has_text="Našel si bydlení v Praze.")).to_have_count(1)
    w.picture("agreed-end")
    w.paper(w.page.locator('a[href*="/contract-endings/"][href$="/paper/"]').first)


def refused(w: Walk) -> str:
    """Only on the grounds of the law; who asks for it gets it in writing; the register counts it once."""
    w.go("/zastavka/contract-refusals/new/")
    w.page.locator("nav a.btn", has_text="K-centrum").click()
    w.fill("who", "Pan s holí")
    w.fill("wanted", "Pravidelné poradenství k dluhům")
    w.choose("ground", "ended_before")
    w.press("Save the refusal")
    w.refused("who", "Pan s holí")
    w.picture("refusal-refused")
    w.choose("ground", "capacity")
    w.fill("why", REFUSED)
    w.choose("instead", "later")
    w.fill("offered", "Termín 15. dne příštího měsíce.")
    w.page.locator("[name=wants_paper]").check()
    loaded_again(w, "Save the refusal")
    w.page.wait_for_url(re.compile(r"/contract-refusals/[0-9a-f-]{36}/$"))
    w.picture("refusal")
    w.paper(w.page.locator('a[href$="/paper/"]').first)
    refusal = w.path
    w.go("/zastavka/contract-refusals/")
    expect(w.page.locator(f'a.main[href="{refusal}"]')).to_have_count(1)
    w.picture("register")
    return refusal
