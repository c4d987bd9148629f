"""S16: a round table: themes proposed and wanted, who organises and moderates rotates, minutes without conclusions."""

import re

from playwright.sync_api import expect

from .minuting import begin, below, call, group_new, pick, saved, seat, words, write
from .walk import Walk

TITLE = "a round table: themes, rotating place, organiser and moderator"
HOUSE, TABLE = "podkrovi", "Kulatý stůl zkušební"
OWN = "Kdy klienta poslat jinam a jak mu to říct"
LINES = ("- @Fil↵Přihlásíme se k jednomu formuláři?", "? @Soň↵Kdo má vzor předání?", "+ hostitelům za čaj")


def walk(w: Walk) -> None:
    group = table(w)
    themes(w, group)
    wanted(w, group)
    meeting = chosen(w, group)
    roles(w, meeting)
    minutes(w, meeting)
    paths = (group, f"{group}change/", f"{group}seats/", meeting, f"{meeting}minutes/")
    for who, house in (("cyril", HOUSE), ("cyril", "vrani-most"), ("josef", "policie-lipovec")):
        w.is_closed_to(who, *(one.replace(HOUSE, house) for one in paths))


def table(w: Walk) -> str:
    w.enter("filip")
    group = group_new(w, HOUSE, "round_table", TABLE, "Co se osvědčilo, co ne.", area="Lipovecko")
    seat(w, group, side="ngo", worker="Filip Schůdek", role="leads")
    seat(w, group, side="ngo", house="Zastávka, z. ú.")
    seat(w, group, side="ngo", person="Soňa Stříbrná", institution="Vraní most", email="sona@vrani.invalid")
    w.picture("table")
    call(w, "Kulatý stůl: jaro", 21, "09:00")
    return group


def themes(w: Walk, group: str) -> None:
    """A theme without words is refused; one whose answer gets lost stands once."""
    w.go(group)
    w.open("Propose a theme")
    w.press("Propose", "#themes form.stack")
    w.sees(w.words("Choose a theme or write one."))
    w.picture("theme-refused")
    w.fill("words", OWN)
    w.fill("material", "Metodika předání klienta, kapitola 3")
    with w.lost_answer("**/themes/"):
        w.page.locator("#themes form.stack button.btn").last.click(no_wait_after=True)
        expect(w.page).to_have_url(re.compile("^chrome-error:"), timeout=20_000)
    w.page.reload()  # which sends the same once more
    w.page.wait_for_url("**/#themes")
    assert w.page.locator("#themes strong", has_text=OWN).count() == 1
    w.open("Propose a theme")
    w.choose("code", "complaints")
    w.press("Propose", "#themes form.stack")
    w.page.wait_for_url("**/#themes")


def wanted(w: Walk, group: str) -> None:
    """Whoever sits there wants a theme; whoever leads writes raised hands down."""
    w.enter("radek")
    w.go(group.replace(HOUSE, "zastavka"))
    w.press("I want it", f'li:has-text("{OWN}")')
    w.sees(w.words("I don't want it any more"))
    w.picture("wanted")
    w.enter("filip")
    w.go(group)
    row = f'li:has(strong:has-text("{OWN}"))'
    for hands in ("9999", "7"):
        w.open("Raised hands", row)
        w.page.locator(row).locator("input[type=number]").fill(hands)
        w.press("Save", row)
        if hands == "9999":
            w.picture("hands-refused")
    w.picture("hands")


def chosen(w: Walk, group: str) -> str:
    """The chosen theme goes to the agenda; another one is put aside and proposed again."""
    w.go(group)
    w.press("Put aside", 'li:has([value="aside"]):not(:has-text("předání klienta"))')
    w.picture("aside")
    w.press("Propose again", "#themes")
    w.page.locator(f'li:has(strong:has-text("{OWN}")) form:has([value="chosen"]) button').click()
    w.page.wait_for_load_state()
    w.picture("chosen")
    w.page.locator("#themes a[href*='/meetings/']").first.click()
    w.page.wait_for_url("**/meetings/*/")
    w.sees(OWN)
    return w.path


def roles(w: Walk, meeting: str) -> None:
    """Nobody organises yet; one for both is advised against; two it is. The place rotates, too."""
    w.sees(w.words("Here it rotates who organises and who moderates. Say who it is this time."))
    w.picture("nobody-organises")
    _share(w, organises="Soňa", leads="Soňa")
    w.sees(w.words("Organising and moderating are apart here. Let somebody else moderate."))
    w.picture("one-for-both")
    _share(w, organises="Soňa", leads="Filip")
    w.sees_not(w.words("Organising and moderating are apart here. Let somebody else moderate."))
    w.link("Move or change", "main")
    w.fill("place", "Vraní most, Mlýnská 3")
    w.fill("hour", "")
    w.press("Save")
    w.refused("hour")
    w.picture("move-refused")
    w.fill("hour", "10:00")
    w.press("Save")
    w.page.wait_for_url(f"**{meeting}")
    w.sees(re.compile("Mlýnská 3"))
    w.picture("who-organises-where")


def _share(w: Walk, **roles: str) -> None:
    w.open("Who organises, leads and writes")
    for name, who in roles.items():
        pick(w, name, who)
    w.press("Save", 'form[action$="/roles/"]')


def minutes(w: Walk, meeting: str) -> None:
    """The network is gone while it is written; what was typed goes by itself."""
    begin(w, meeting)
    with w.no_network():
        write(w, LINES[0])
        w.page.locator('[data-says="offline"]:visible').wait_for()
    saved(w)
    for line in LINES[1:]:
        below(w, line)
    saved(w)
    w.picture("written")
    found = words(w)
    begin(w, meeting)
    assert words(w) == found, words(w)
    assert len(found) == len(LINES), found
