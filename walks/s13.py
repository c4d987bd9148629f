"""S13: a police cell: founded, its members, minutes by keyboard, tasks till next time, what everybody may read."""

import re

from .minuting import becomes, begin, below, call, pick, saved, seat, words, write
from .walk import Walk

TITLE = "a police cell: minutes, tasks till next time"
HOUSE = "policie-lipovec"
CELL, KIND = "Policejní buňka Zkušební", "Sousedské setkání s policií"
LINES = (
    "## Policie ČR",
    "Hluk na #Nádražní↵ 12, volala Jana Tabulová z čísla 777 123 456",
    "Vyjádření MP: V ulici jsme byli šestkrát.",
    "Dotaz PČR k @Rad↵ : Chodíte tam i v neděli?",
    "Odpověď: Zatím ne.",
    "Úkol: @Rad↵ zjistí do příští buňky, kdo v domě bydlí",
    "Oznámení: turnaj na hřišti 24. 4. v 15:00",
    "Poděkování: hostiteli za kávu",
)


def walk(w: Walk) -> None:
    kinds(w)
    group = cell(w)
    street(w, group)
    first, second = meetings(w, group)
    minutes(w, first)
    matters(w, group, first, second)
    published(w, group, first)
    closed = (group, f"{group}change/", f"{group}end/", f"{group}seats/", f"{group}series/", f"{group}meeting/")
    at_meeting = (first, *(f"{first}minutes/{one}" for one in ("", "paper/", "document/")))
    for house in (HOUSE, "vrani-most"):
        w.is_closed_to("cyril", *(one.replace(HOUSE, house) for one in (*closed, *at_meeting)))


def kinds(w: Walk) -> None:
    """A kind of group is an item of a list: who heads a service adds one, and it is offered at once."""
    w.enter("gita")
    w.go("/zastavka/lists/group_kind/")
    w.picture("kinds")
    w.page.locator('main a[href*="/lists/group_kind/add/"]').first.click()
    w.press("Add the item")
    w.refused("name_cs")
    w.picture("kind-refused")
    w.fill("name_cs", KIND)
    w.fill("short", "Sousedé")
    w.choose("rhythm", "needed")
    w.choose("leads", "both")
    w.press("Add the item")
    w.sees(KIND)
    w.go("/zastavka/working-groups/new/")
    w.sees(KIND)
    w.picture("new-kinds")


def cell(w: Walk) -> str:
    """Found the cell, let organisations and people in, say by what rule it meets."""
    w.enter("josef")
    w.go("/policie-lipovec/working-groups/")
    w.picture("groups")
    w.link("New group", "main")
    w.page.locator('main a[href="?kind=cell"]').click()
    w.press("Save")
    w.refused("name")
    w.picture("found-refused")
    w.fill("name", CELL)
    w.fill("purpose", "Úřad, policie, školy a služby řeší, co trápí lidi v ulicích.")
    w.fill("area", "Lipovec, Výhledy")
    w.fill("mandate", "Zřídilo obvodní oddělení; úkoly si členové dávají mezi sebou.")
    w.fill("quorum", "3")
    w.page.locator('[name="is_public"]').check()
    w.press("Save")
    w.page.wait_for_url(re.compile(r"working-groups/[0-9a-f-]{36}/$"))
    group = w.path
    w.picture("founded")
    seats(w, group)
    w.go(f"{group}series/")
    w.fill("hour", "13:00")
    w.choose("nth", "1")
    w.press("Save")
    w.refused("weekday")
    w.picture("rule-refused")
    w.choose("weekday", "3")
    w.fill("place", "Pokaždé u jiného člena")
    w.press("Save")
    w.page.wait_for_url("**/meeting-series/*/")
    w.picture("rule")
    return group


def seats(w: Walk, group: str) -> None:
    """Nobody is refused; then a house, a colleague, people without an account, a guest, a substitute."""
    w.go(f"{group}seats/")
    w.choose("side", "school")
    w.press("Save")
    w.sees(w.words("Choose or write who it is."))
    w.picture("seat-refused")
    w.fill("person", "Jana Tabulová")
    w.fill("institution", "ZŠ Mostní")
    w.press("Save")
    seat(w, group, side="ngo", house="Zastávka, z. ú.")
    seat(w, group, side="police", worker="Josef Obchůzka", role="leads")
    seat(w, group, side="school", person="Petr Křída", institution="ZŠ Mostní", stands_for="Jana")
    seat(w, group, side="office", person="Ota Silnice", role="guest", theme="Osvětlení podchodu")
    w.picture("members")


def street(w: Walk, group: str) -> None:
    """The house that was let in says who comes; it sees the group, and can't change it."""
    w.enter("radek")
    mine = group.replace(HOUSE, "zastavka")
    w.go(mine)
    w.link("Who comes for us", "main")
    w.choose("side", "ngo")
    w.press("Save")
    w.refused("worker")
    w.picture("own-refused")
    pick(w, "worker", "Radek")
    w.press("Save")
    w.page.wait_for_url("**/#people")
    w.picture("member-of-another-house")
    assert w.page.request.get(f"{mine}change/").status == 404


def meetings(w: Walk, group: str) -> tuple[str, str]:
    """Call two meetings, write down who was at the first."""
    w.enter("josef")
    w.go(group)
    second = call(w, "Zkušební buňka druhá", 28)
    w.go(group)
    w.link("Call a meeting", "main")
    w.press("Call it")
    w.refused("on")
    w.picture("call-refused")
    w.go(group)
    first = call(w, "Zkušební buňka první", 0, "08:00")
    w.picture("called")
    for who in ("Jana Tabulová", "Radek Soumrak", "Josef Obchůzka"):
        w.page.locator("li", has_text=who).locator('button[value="came"]').click()
        w.page.wait_for_load_state()
    w.fill("text", "Osvětlení podchodu")
    w.press("Add to the agenda")
    w.sees("Osvětlení podchodu")
    w.sees(re.compile("3 / 3"))
    w.picture("attended")
    return first, second


def minutes(w: Walk, first: str) -> None:
    """Write by keyboard alone; the network goes and an answer gets lost: nothing is lost, nothing stands twice."""
    begin(w, first)
    write(w, *LINES[:4])
    saved(w)
    with w.no_network():
        below(w, LINES[4])
        w.page.locator('[data-says="offline"]:visible').wait_for()
        w.page.screenshot(path=w.pictures / f"{w.name}-offline.png")
    saved(w)
    with w.lost_answer("**/minutes/write/"):
        below(w, LINES[5])
        w.page.locator('[data-says="offline"]:visible').wait_for()
    saved(w)
    for line in LINES[6:]:
        below(w, line)
    saved(w)
    w.picture("written")
    found = words(w)
    begin(w, first)
    assert words(w) == found, words(w)
    assert len(found) == len(LINES), found
    w.paper(w.page.locator('a[href$="/minutes/paper/"]'))
    w.paper(w.page.locator('a[href$="/minutes/document/"]'))


def matters(w: Walk, group: str, first: str, second: str) -> None:
    """What was asked waits under the next agenda and on Today of whom it was given to, until it is answered."""
    w.go(second)
    w.sees(w.words("Left open by earlier meetings"))
    w.picture("carried")
    says = w.page.locator(".matter-say").first
    says.locator("[name=text]").fill("Zatím jsme mluvili jen se správcem, trvá do konce měsíce")
    says.locator('[value="going"]').click()
    w.page.wait_for_load_state()
    w.picture("goes-on")
    w.enter("radek")
    w.go("/zastavka/")
    w.sees(re.compile("kdo v domě bydlí"))
    w.picture("today-of-who-has-the-task")
    w.page.get_by_text(re.compile("kdo v domě bydlí")).locator("visible=true").first.click()
    w.page.wait_for_load_state()
    w.press("Save")
    w.refused("text")
    w.picture("answer-refused")
    w.fill("text", "Bydlí tam čtyři rodiny a dva podnájemníci.")
    w.choose("outcome", "done")
    w.press("Save")
    w.page.wait_for_load_state()
    w.picture("history")
    begin(w, first.replace(HOUSE, "zastavka"))
    becomes(w, "Hluk na", "Early warning signal")
    w.press("Save")
    w.refused("kind")
    w.picture("signal-refused")
    w.choose("kind", "other")
    w.press("Save")
    w.page.wait_for_url("**/meetings/*/")
    begin(w, first.replace(HOUSE, "zastavka"))
    w.page.locator("[data-part=more]:visible").nth(1).click()
    w.page.locator("[data-part=on]:visible").click()
    w.sees(w.words("Early warning signal"))
    w.picture("grown")
    w.enter("josef")
    w.go(group)
    w.picture("group-with-figures")


def published(w: Walk, group: str, first: str) -> None:
    """A person checks the difference; everybody reads it, takes it as PDF and for Word; then nobody does any more."""
    meeting = first.rstrip("/").rpartition("/")[2]
    w.go(f"/{HOUSE}/group-meetings/{meeting}/public/")
    w.picture("public-version")
    w.press("Let everybody read it")
    w.refused("looked")
    w.picture("public-refused")
    assert "777" not in w.page.locator("main textarea").nth(1).input_value()
    w.page.locator("[name=looked]").check()
    w.press("Let everybody read it")
    w.page.wait_for_url("**/working-groups/*/")
    w.picture("is-public")
    kept = w.page
    w.nobody()
    w.go(f"/public/{HOUSE}/groups/")
    w.picture("public-groups")
    w.page.get_by_text(CELL).first.click()
    w.page.wait_for_load_state()
    page = w.path
    w.picture("public-page")
    w.sees_not("Tabulová")
    papers = [w.page.locator(f'a[href$="/{one}/"]').first for one in ("pdf", "docx")]
    for paper in papers:
        w.paper(paper)
    gone = papers[0].get_attribute("href")
    nobody, w.page = w.page, kept
    w.press("Withdraw")
    w.page.wait_for_load_state()
    assert nobody.request.get(gone).status == 404
    nobody.goto(page)
    w.page = nobody
    w.picture("public-taken-back")
    w.page = kept
