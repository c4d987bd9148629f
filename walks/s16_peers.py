"""S16: a participatory group: nicknames, head counts; that somebody sits there is seen by its service alone."""

import re

from .minuting import begin, below, call, group_new, saved, seat, write
from .walk import Walk

TITLE = "a participatory group: nicknames, head counts, sensitive membership"
HOUSE, NAME, NICK = "zastavka", "Noční rada zkušební", "Pavouk"


def walk(w: Walk) -> None:
    w.enter("hana")
    group = group_new(w, HOUSE, "peer", NAME, "Lidé z nočního života radí, jak chodit mezi ně.", area="Lipovec")
    w.picture("founded")
    sits(w, group)
    meeting = counted(w, group)
    begin(w, meeting)
    write(w, f"## {NAME}", "Potřeba: voda zdarma u baru", "! @Pav↵ zeptá se barmanů do příště")
    saved(w)
    below(w, "+ všem, kdo přišli")
    saved(w)
    w.picture("written")
    w.go(group)
    w.picture("group")
    seen(w, group, meeting)


def sits(w: Walk, group: str) -> None:
    """No organisation can be let in, and the group can't stand on public pages."""
    w.go(f"{group}seats/")
    assert w.page.locator('[name="house"]').count() == 0
    w.fill("person", NICK)
    w.press("Save")
    w.refused("side", None)
    w.picture("seat-refused")
    seat(w, group, side="experience", person=NICK, role="leads")
    seat(w, group, side="experience", person="Modrá bota")
    w.go(f"{group}change/")
    w.page.locator('[name="is_public"]').check()
    w.press("Save")
    w.refused("is_public")
    w.picture("public-refused")


def counted(w: Walk, group: str) -> str:
    w.go(group)
    meeting = call(w, NAME, 0, "08:00")
    w.page.locator("li", has_text=NICK).locator('button[value="came"]').click()
    w.page.wait_for_load_state()
    w.open("More people, and a square code for the room")
    w.fill("heads", "-3")
    w.press("Save", 'form[action$="/count/"]')
    w.refused("heads")
    w.picture("count-refused")
    w.fill("heads", "8")
    w.press("Save", 'form[action$="/count/"]')
    w.picture("counted")
    return meeting


def seen(w: Walk, group: str, meeting: str) -> None:
    """A colleague of the service sees who sits there; nobody of another service of the house, of no other house."""
    w.enter("anna")
    w.go(group)
    w.sees(re.compile(NICK))
    w.picture("colleague")
    for who, house in (("bara", HOUSE), ("radek", HOUSE), ("filip", "podkrovi"), ("josef", "policie-lipovec")):
        paths = (group, f"{group}change/", f"{group}seats/", meeting, f"{meeting}minutes/")
        w.is_closed_to(who, *(one.replace(HOUSE, house) for one in paths))
    w.nobody()
    w.go(f"/public/{HOUSE}/groups/")
    w.sees_not(NAME)
