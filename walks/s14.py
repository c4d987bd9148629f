"""A city coordinator follows what a commission asks of the town, body by body, until it is evaluated."""

from datetime import timedelta

from django.utils import timezone

from .walk import Walk

TITLE = "Working groups of the council: recommendations followed to a decision, zones, figures"
HOUSE = "/mesto-lipovec/"
COMMISSION = "Komise prevence kriminality"
SALE, LAMPS = "Zákaz pití alkoholu u škol", "Lampy v podchodu"
MOUSE = ((0.35, 0.3), (0.65, 0.3), (0.6, 0.7), (0.35, 0.3))  # corners on the map, the last is the first
CORNERS = "50.7700, 15.0500\n50.7700, 15.0600\n50.7650, 15.0600"
CROSSED = "50.77, 15.05\n50.76, 15.06\n50.77, 15.06\n50.76, 15.05"
FILE = {"name": "usneseni.pdf", "mimeType": "application/pdf", "buffer": b"%PDF-1.4\n%%EOF\n"}


def walk(w: Walk) -> None:
    w.enter("klara")
    room = group(w, COMMISSION)
    w.link("What we asked, what came of it", "main")
    w.picture("asked")
    measure = proposed(w, room)
    zones(w, measure)
    voted(w, measure)
    rejected(w, measure)
    later = elsewhere(w, measure)
    evaluated(w, later)
    office(w, room)
    papers(w, room, later)
    public(w, later)
    strangers(w, room, measure, later)
    figures(w)


def group(w: Walk, name: str) -> str:
    w.go(f"{HOUSE}working-groups/")
    w.page.locator("main a").filter(has_text=name).first.click()
    w.page.wait_for_url("**/working-groups/*/")
    return w.path


def save(w: Walk) -> None:
    w.press("Save")


def proposed(w: Walk, room: str) -> str:
    """Propose a measure: first without words; then the answer is lost, and it stands once all the same."""
    w.link("a recommendation|Propose", "main")
    w.choose("sort", "measure")
    w.fill("what", "Vyhláška zakáže pití na veřejnosti sto metrů od škol a v parku.")
    w.choose("body_kind", "council")
    w.fill("body_name", "Rada města Lipovec")
    save(w)
    w.refused("title")
    w.sees(w.words("Write what it is, in one sentence."))
    w.picture("refused")
    w.fill("title", SALE)
    w.fill("why", "Od května dvanáct stížností rodičů a čtyři výjezdy.")
    w.fill("legal_basis", "§ 10 zákona o obcích")
    w.fill("draft", "Čl. 1: Na místech v příloze je zakázáno požívat alkohol.")
    with w.lost_answer("**/new/"), w.page.expect_event("requestfailed", timeout=60_000):
        w.page.locator("main form .btn-go").click(no_wait_after=True)
    w.page.reload()  # as the browser offers; it sends the same once more
    w.page.wait_for_url("**/recommendations/*/")
    w.go(f"{room}recommendations/")
    assert w.page.locator("main a.main").filter(has_text=SALE).count() == 1
    w.page.locator("main a.main").filter(has_text=SALE).click()
    w.page.wait_for_url("**/recommendations/*/")
    w.picture("one-proposed")
    return w.path


def zones(w: Walk, measure: str) -> None:
    """Draw one zone by mouse, write another by its corners; one whose sides cross is refused."""
    w.link("Draw on a map", "main")
    page = w.page
    page.locator("[data-add]").press("Enter")
    page.keyboard.type("Základní škola Mostní")
    page.keyboard.press("Tab")
    page.keyboard.type("Zákaz v pracovní dny od 6 do 18")
    page.keyboard.press("Tab")
    page.keyboard.type(CROSSED)
    page.keyboard.press("Tab")
    save(w)
    w.refused("zones")
    w.picture("zones-crossed")
    page.locator("zone-map li textarea").first.fill(CORNERS)
    page.locator("zone-map li textarea").first.press("Tab")
    page.locator(".leaflet-pm-icon-polygon").click()
    page.locator("[data-map]").scroll_into_view_if_needed()
    room = page.locator("[data-map]").bounding_box()
    assert room
    for across, down in MOUSE:
        spot = (room["x"] + room["width"] * across, room["y"] + room["height"] * down)
        page.mouse.move(*spot)
        page.mouse.click(*spot)
    drawn = page.locator("zone-map li").nth(1)
    drawn.locator("input").first.fill("Park")
    w.picture("zones")
    save(w)
    w.sees(w.words("The zones are saved."))
    assert w.path == measure
    w.sees("Základní škola Mostní")


def voted(w: Walk, measure: str) -> None:
    """Write down a vote: more votes than seats, and an interest that is not said, are refused."""
    w.link("Write down a vote", "main")
    w.fill("in_favour", "40")
    save(w)
    w.refused("in_favour", "40")
    w.picture("vote-refused")
    w.fill("in_favour", "")
    words = w.page.locator("main select[name^='word-']")
    for number in range(words.count()):
        w.choose(f"word-{number}", "for" if number else "conflict")
    save(w)
    w.sees(w.words("Write what the conflict of interest is."))
    w.fill("interest-0", "Provozuje stánek u školy.")
    w.picture("vote")
    save(w)
    w.sees("Provozuje stánek u školy.")
    w.picture("voted")
    assert w.path == measure


def step(w: Walk, one: str, state: str, **said: str) -> None:
    w.go(f"{one}step/")
    w.choose("state", state)
    for name, words in said.items():
        (w.choose if name == "body_kind" else w.fill)(name, words)
    save(w)
    w.page.wait_for_url(f"**{one}")


def rejected(w: Walk, measure: str) -> None:
    """A committee debates it, the group recommends it, the council rejects it; not without a reason."""
    committee = {"body_kind": "committee", "body_name": "Výbor pro bezpečnost", "document": "Zápis 4/2026"}
    step(w, measure, "debated", reason="Výbor chce užší okruh.", **committee)
    w.sees("Výbor pro bezpečnost")
    step(w, measure, "recommended", body_kind="", body_name="")
    w.go(f"{measure}step/")
    w.choose("state", "handed")
    w.picture("step")
    save(w)
    w.page.wait_for_url(f"**{measure}")
    w.sees_not(w.words("Word it otherwise"))
    w.go(f"{measure}change/")
    w.fill("why", "Jinak.")
    save(w)
    w.sees(w.words("It was handed over in these words, so they stay. Say in a step what changed."))
    w.go(f"{measure}step/")
    w.choose("state", "rejected")
    save(w)
    w.refused("reason")
    w.sees(w.words("Write why, or what came of it."))
    w.fill("reason", "Rada nechce vyhlášku pro celé město.")
    w.page.locator("[name=file]").set_input_files(FILE)
    save(w)
    w.page.wait_for_url(f"**{measure}")
    w.picture("rejected")


def elsewhere(w: Walk, measure: str) -> str:
    """What the council rejected is brought to the assembly; the same body is refused."""
    w.link("Bring it to another body", "main")
    w.choose("body_kind", "council")
    w.fill("body_name", "Rada města Lipovec")
    save(w)
    w.sees(w.words("That is the same body. Choose another one."))
    w.choose("body_kind", "assembly")
    w.fill("body_name", "Zastupitelstvo města Lipovec")
    w.picture("bring")
    save(w)
    w.page.wait_for_url("**/recommendations/*/")
    w.sees(w.words("Brought here from:"))
    return w.path


def evaluated(w: Walk, one: str) -> None:
    """The assembly adopts it with changes; it is in force, looked at again, evaluated. A mistake is taken back."""
    step(w, one, "recommended")
    step(w, one, "handed")
    step(w, one, "changed", reason="Jen okolí škol, bez parku.", document="https://lipovec.invalid/usneseni-77")
    soon = timezone.localdate() + timedelta(days=5)
    step(w, one, "in_force", due_on=soon.isoformat())
    step(w, one, "evaluated", reason="Omyl.")
    w.link("a step|Take back", "main")
    w.press("Take it back")
    w.sees(w.words("Write why."))
    w.fill("why", "Ještě neběží ani měsíc.")
    w.press("Take it back")
    step(w, one, "followed", reason="Stížností je o polovinu méně.", due_on=soon.isoformat())
    w.picture("followed")
    w.go(f"{HOUSE}")
    w.sees(SALE)
    w.picture("today")
    step(w, one, "evaluated", reason="Opatření zůstane, zapojíme domovníky.")
    w.picture("evaluated")


def office(w: Walk, room: str) -> None:
    """A suggestion for the office is not answered and goes to another commission."""
    w.go(f"{room}recommendations/new/")
    w.choose("sort", "suggestion")
    w.fill("title", LAMPS)
    w.fill("what", "Opravit čtyři lampy v podchodu u nádraží.")
    w.choose("body_kind", "office")
    w.fill("body_name", "Odbor správy majetku")
    save(w)
    w.page.wait_for_url("**/recommendations/*/")
    lamps = w.path
    for state in ("recommended", "handed", "unanswered"):
        step(w, lamps, state)
    w.link("Bring it to another body", "main")
    w.choose("body_kind", "commission")
    w.fill("body_name", "Komise dopravy")
    save(w)
    w.page.wait_for_url("**/recommendations/*/")
    w.go(f"{room}recommendations/")
    w.picture("all-of-group")


def papers(w: Walk, room: str, later: str) -> None:
    for path in (f"{room}recommendations/paper/", f"{room}recommendations/blank/", f"{later}paper/"):
        answer = w.page.request.get(path)
        assert answer.ok, (path, answer.status)
        w._kept(answer.body(), answer.headers["content-type"])


def public(w: Walk, later: str) -> None:
    """Publish what everybody may read; not before somebody has looked."""
    w.go(later)
    w.link("Public version", "main")
    w.fill("outcome", "Zastupitelstvo zákaz schválilo pro okolí škol.")
    w.press("Let everybody read it")
    w.sees(w.words("Look through it first, then tick this."))
    w.picture("publish-refused")
    w.page.locator("[name=looked]").check()
    w.press("Let everybody read it")
    w.page.wait_for_url(f"**{later}")
    kept = w.page
    page = w.nobody()
    page.goto("/public/mesto-lipovec/groups/")
    w.picture("public-groups")
    page.locator("main a").filter(has_text=COMMISSION).first.click()
    w.sees("Zastupitelstvo zákaz schválilo pro okolí škol.")
    w.sees_not("Jen okolí škol, bez parku.")
    w.sees_not("Provozuje stánek u školy.")
    w.picture("public")
    page.context.close()
    w.page = kept


def strangers(w: Walk, room: str, measure: str, later: str) -> None:
    """Marie of another service of the same town, and other houses, find none of it."""
    for who in ("marie", "cyril"):
        w.is_closed_to(who, f"{room}recommendations/", f"{room}funding/", measure, f"{later}step/", f"{later}vote/")
    w.is_closed_to("josef", f"{measure}paper/", f"{measure}change/", f"{measure}zones/", f"{room}projects/new/")


def figures(w: Walk) -> None:
    """The head of a guest house counts what its workers proposed; a coordinator of the town has no reports."""
    w.enter("radek")
    w.page.goto("/zastavka/reports/indicators/", timeout=60_000)  # the first report of a server is counted from all
    w.link("This month", "main")
    assert "1" in w.page.locator('[aria-labelledby="group-recommendations"] tbody tr').first.inner_text()  # proposed
    w.picture("figures")
