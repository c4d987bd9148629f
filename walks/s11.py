"""The office of child protection leads a family's plan: plan B, agreed rhythm of the team, a sentence made clear."""

import re
from datetime import date, timedelta

from django.utils.timezone import localdate
from playwright.sync_api import expect

from .walk import Walk

TITLE = "family plan with plan B, agreement of professionals, clarified statements"
FAMILY = "Rodina Janíkova"
LETTERS = "JANAJANAADAMADAMBABAMAMA"


def walk(w: Walk) -> None:
    w.enter("marie")
    w.go("/mesto-lipovec/cases/")
    w.link(FAMILY)
    case = w.path
    plan_b(w)
    later_term(w, case)
    said, agreed = a_sentence(w, case), the_team(w, case)
    conference(w, case)
    papers(w, case)
    stranger(w, case, said, agreed)


def plan_b(w: Walk) -> None:
    """A term passed: what was agreed for that case is started, once, even when the answer was lost."""
    w.sees(w.words("Plan B is due"))
    w.link("Look at the plan")
    w.picture("due")
    w.link("Start plan B")
    w.press("Plan B runs")
    w.refused("words")
    w.picture("started-without-words")
    asked = w.path
    w.fill("words", "Děti zůstávají u babičky. Marie svolá tým na čtvrtek.")
    with w.lost_answer():
        w.press("Plan B runs")
    w.go(asked.removesuffix("act/") + "act/")
    w.fill("words", "Děti zůstávají u babičky.")
    w.press("Plan B runs")
    w.sees(w.words("Somebody answered this term meanwhile. Look at the plan again."))
    w.link("Leave it")
    w.sees(w.words("plan B runs"))
    w.sees_not(w.words("Plan B is due"))
    w.picture("runs")


def later_term(w: Walk, case: str) -> None:
    """In a revision passed terms are told; one holds all the same, so it is due, and is then moved for a reason."""
    today = localdate()
    w.press("Begin a revision")
    w.sees(w.words("This day has passed. By when now?"))
    w.link("Add a goal")
    w.fill("text", "Nepít")
    w.fill("term", str(today - timedelta(days=3)))
    w.press("Save")
    w.picture("draft-with-advice")
    w.page.locator("li.aim", has_text="Nepít").get_by_role("link", name=w.words("Write the goal")).click()
    w.picture("advice-at-the-fields")
    w.fill("text", "Maminka má každou středu s kým mluvit")
    w.fill("criterion", "Čtyři středy po sobě byla na skupině.")
    w.fill("plan_b", "Filip za ní přijde domů.")
    w.press("Save")
    w.link("Agree the plan")
    w.picture("who-agrees")
    w.press("The plan holds")
    w.sees(w.words("Plan B is due"))
    w.link("A later term, with a reason")
    w.fill("new_term", str(today - timedelta(days=1)))
    w.press("Agree the new term")
    w.refused("words")
    w.fill("words", "Skupina začíná až příští středu, do té doby za ní chodí Filip.")
    with w.no_network():
        w.press("Agree the new term")
    w.page.go_back()
    expect(w.page.locator("[name=words]")).to_have_value(re.compile("Skupina začíná"))
    w.press("Agree the new term")
    w.refused("new_term", str(today - timedelta(days=1)))
    w.picture("past-term-refused")
    w.fill("new_term", str(today + timedelta(days=9)))
    w.press("Agree the new term")
    w.sees_not(w.words("Plan B is due"))
    w.picture("later")
    w.go(case)
    w.sees(w.words("Plan B was started"))
    w.picture("timeline")


def a_sentence(w: Walk, case: str) -> str:
    """A sentence is questioned, answered by the mother from her own phone and by word, and made clear."""
    w.go(f"{case}statements/")
    w.open("Write down a statement")
    w.fill("text", "Matka nechodí na schůzky.")
    w.page.locator("form[action$='statements/new/'] [name=about]").first.check(force=True)
    w.press("Write it down")
    w.refused("kind", None)
    w.picture("statement-without-kind")
    w.choose("kind", "8")
    w.choose("source", "judgement")
    w.press("Write it down")
    w.picture("statements")
    w.page.locator(".thread a", has_text=w.words("Statement")).first.click()
    w.page.wait_for_load_state()
    said = w.path
    w.enter("filip")
    w.go(said.replace("/mesto-lipovec/", "/podkrovi/"))
    w.choose("what", "question")
    w.press("Write it down")
    w.refused("text")
    w.fill("text", "Kterých schůzek se to týká?")
    w.press("Write it down")
    w.picture("asked")
    w.page.context.close()
    her_view(w)
    w.enter("marie")
    w.go(said)
    w.sees("Na úřad práce")
    w.choose("what", "view")
    w.fill("text", "Telefonem: o čtvrtku jí nikdo neřekl.")
    w.choose("heard", "phone")
    w.press("Write it down")
    w.picture("her-view")
    w.open("Write what holds instead")
    w.page.locator("form[action$='clarify/'] [name=text]").fill("")
    w.press("Put it in its place")
    w.refused("text")
    w.page.locator("form[action$='clarify/'] [name=text]").fill(
        "O čtvrteční schůzce nevěděla, na ostatní chodí. Zveme ji zprávou den předem."
    )
    w.press("Put it in its place")
    w.sees(w.words("Former sentence"))
    expect(w.page.locator("s", has_text="Matka nechodí na schůzky.")).to_be_visible()
    w.picture("clarified")
    return said


def her_view(w: Walk) -> None:
    """The mother reads it with her paper and says how she sees it."""
    w.nobody()
    w.go("/my/")
    w.fill("secret", LETTERS)
    w.press("Open")
    w.link("What was said of me")
    w.sees("Matka nechodí na schůzky.")
    w.picture("her-look")
    w.link("I see it otherwise")
    w.press("Send")
    w.refused("text")
    w.fill("text", "Na úřad práce a do školy chodím. Nikdo mi neřekl o čtvrtku.")
    w.press("Send")
    w.sees("Nikdo mi neřekl o čtvrtku.")
    w.picture("she-said")
    w.page.context.close()


def the_team(w: Walk, case: str) -> str:
    """What the professionals agreed: what is due comes by it, is ticked, and comes more rarely from then on."""
    today = localdate()
    w.go(f"{case}statements/")
    w.link("Open the agreement")
    w.picture("agreement-before")
    w.link("Agree anew")
    w.fill("misunderstanding", "")
    w.fill("starts_on", str(today - timedelta(days=15)))
    w.choose("every", "week")
    w.open("As the family stands on its own feet")
    w.fill("step1_on", str(today + timedelta(days=30)))
    w.choose("step1_every", "")
    w.press("Write it down")
    w.refused("misunderstanding", "")
    w.picture("agreement-refused")
    w.fill("misunderstanding", "Nejdřív si zavoláme, do týdne setkání.")
    w.choose("step1_every", "month")
    w.choose("ways", "all")
    w.press("Write it down")
    agreed = w.path
    w.sees(w.words("What is due"))
    w.picture("agreed")
    w.press("They agree")
    w.enter("filip")
    w.sees(w.words("%(case)s: tell the others how it goes", case=FAMILY))
    w.picture("his-today")
    w.enter("marie")
    w.go(agreed)
    tick(w, today)
    thin(w, today)
    agreed = w.path
    w.open("Evaluate the cooperation")
    w.press("Save")
    w.refused("words")
    w.page.locator("form[action$='review/'] [name=words]").fill("Zprávy chodí včas, škola volá nejdřív mamince.")
    w.page.locator("form[action$='review/'] [name=next_on]").fill(str(today + timedelta(days=90)))
    w.press("Save")
    w.picture("evaluated")
    return agreed


def tick(w: Walk, today: date) -> None:
    """What was told by telephone is ticked; a day to come is refused."""
    form = "form[action$='tell/']"
    w.page.locator(f"{form} [name=teller]").select_option(index=0)
    w.page.locator(f"{form} [name=on]").fill(str(today + timedelta(days=1)))
    w.press("Tick it")
    w.refused("on")
    w.picture("tomorrow-refused")
    w.page.locator(f"{form} [name=on]").fill(str(today))
    w.press("Tick it")
    w.sees(w.words("Ticked. It waits for nobody any more."))
    w.picture("ticked")


def thin(w: Walk, today: date) -> None:
    w.link("Agree anew")
    w.fill("starts_on", str(today))
    w.choose("every", "fortnight")
    w.open("As the family stands on its own feet")
    w.fill("step1_on", str(today + timedelta(days=20)))
    w.choose("step1_every", "half_year")
    w.press("Write it down")
    w.sees(w.words("Each step is thinner than the one before it. To tell more often, agree anew."))
    w.choose("step1_every", "month")
    w.press("Write it down")
    w.sees_not(w.words("What is due"))
    w.picture("thinned")


def conference(w: Walk, case: str) -> None:
    """A conference is called; what for, the family is told beforehand."""
    w.go(f"{case}meetings/")
    w.link("Call a meeting")
    w.choose("sort", "conference")
    w.fill("title", "Konference k návratu")
    w.fill("on", str(localdate() + timedelta(days=6)))
    w.fill("hour", "14:00")
    w.fill("minutes", "90")
    for somebody in ("maminka", "babička"):
        w.page.locator("label.choice", has_text=somebody).click()
    w.press("Call it")
    w.refused("purpose")
    w.picture("conference-without-purpose")
    w.fill("purpose", "Jestli se Adam vrátí domů do Vánoc.")
    w.fill("told", "Marie volala mamince, babička to řekla Adamovi.")
    w.fill("told_on", str(localdate()))
    w.press("Call it")
    w.sees("Konference k návratu")
    w.picture("called")


def papers(w: Walk, case: str) -> None:
    """Plan, agreement and text for the office's own file."""
    w.go(f"{case}plan/")
    w.paper(w.page.get_by_role("link", name=w.words("Plan on paper")))
    w.paper(w.page.get_by_role("link", name=w.words("Record of cooperation")))
    w.link("Text for the file")
    w.picture("text-for-the-file")
    w.go(f"{case}statements/")
    w.link("Open the agreement")
    w.paper(w.page.get_by_role("link", name=w.words("This agreement on paper")))


def stranger(w: Walk, case: str, *paths: str) -> None:
    """Somebody of another house finds none of it, under no house's name."""
    w.go(f"{case}plan/")
    found = w.page.locator("a[href*='/case-plans/'], a[href*='/plan-parts/']").evaluate_all(
        "all => all.map(one => one.getAttribute('href').split('?')[0])"
    )
    pages = [case, f"{case}plan/", f"{case}statements/", f"{case}team-agreement/new/", *paths, *found[:6]]
    w.is_closed_to("cyril", *pages, *(one.replace("/mesto-lipovec/", "/vrani-most/") for one in pages))
