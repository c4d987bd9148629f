"""S18: a regional group: what changes on the scene is brought to it, trends, and what came of it."""

import re

from .minuting import becomes, begin, below, call, group_new, saved, seat, words, write
from .walk import Walk

TITLE = "a regional joint group: signals and trends"
HOUSE, NAME, PILL = "mesto-lipovec", "Krajská skupina zkušební", "Zelené lístky"
LINES = ("## Kraj", "V Lipovci se mluví o tabletách zelené lístky", "? @Kla↵Kdo je viděl jinde?")


def walk(w: Walk) -> None:
    group, meeting = region(w)
    signal(w, meeting)
    told(w)
    brought(w, group)
    trend(w)
    w.is_closed_to("cyril", *(one.replace(HOUSE, "vrani-most") for one in (group, meeting, f"{meeting}minutes/")))
    w.is_closed_to("cyril", f"/{HOUSE}/signals/", f"/{HOUSE}/group-signals/")


def region(w: Walk) -> tuple[str, str]:
    w.enter("klara")
    group = group_new(w, HOUSE, "region", NAME, "Trendy, dobrá praxe, společné postupy.", area="kraj")
    seat(w, group, side="office", worker="Klára Razítková", role="leads")
    seat(w, group, side="ngo", house="Zastávka, z. ú.")
    w.picture("region")
    meeting = call(w, "Společný výjezd obou skupin", 0, "08:00")
    w.picture("outing")
    begin(w, meeting)
    write(w, *LINES[:2])
    saved(w)
    with w.lost_answer("**/minutes/write/"):
        below(w, LINES[2])
        w.page.locator('[data-says="offline"]:visible').wait_for()
    saved(w)
    found = words(w)
    begin(w, meeting)
    assert words(w) == found, words(w)
    assert len(found) == len(LINES), found
    w.picture("minutes")
    return group, meeting


def signal(w: Walk, meeting: str) -> None:
    """Of a line of the minutes a signal is made, by the office and by a member of another house."""
    for who, house in (("klara", HOUSE), ("radek", "zastavka")):
        w.enter(who)
        begin(w, meeting.replace(HOUSE, house))
        becomes(w, "zelené lístky", "Early warning signal")
        w.press("Save")
        w.refused("kind")
        w.picture(f"signal-refused-{who}")
        w.choose("kind", "substance")
        w.fill("what", PILL)
        w.fill("municipality", "Lipovec")
        w.press("Save")
        w.page.wait_for_url("**/meetings/*/")
        w.go(f"/{house}/signals/")
        w.sees(re.compile(PILL))
        w.picture(f"signals-{who}")


def told(w: Walk) -> None:
    """The office tells other houses; a warning without words is refused, then stands for the network."""
    w.enter("klara")
    w.go(f"/{HOUSE}/signals/")
    w.link("Tell other organisations", f'section:has-text("{PILL}")')
    w.picture("tell")
    field = w.page.locator('[name="partners"]')
    for number in range(field.count()):
        field.nth(number).check(force=True)
    w.press("Set who sees them")
    w.sees(re.compile(PILL))
    w.picture("told")
    w.enter("filip")
    w.go("/podkrovi/signals/")


def brought(w: Walk, group: str) -> None:
    """What was noticed is brought to the group: it stands on the agenda of its next meeting, members read it there."""
    w.enter("klara")
    w.go(group)
    coming = call(w, "Krajská skupina: příště", 14)
    w.go(f"/{HOUSE}/signals/")
    w.link("Bring it to a group", f'section:has-text("{PILL}")')
    w.press("Put it on the agenda")
    w.refused("meeting")
    w.picture("bring-refused")
    w.page.locator(f'[name="meeting"][value="{coming.rstrip("/").rpartition("/")[2]}"]').check(force=True)
    w.press("Put it on the agenda")
    w.page.wait_for_url(f"**{coming}")
    w.picture("brought")
    w.enter("radek")
    w.go(coming.replace(HOUSE, "zastavka"))
    w.sees(re.compile(f"{PILL}, Lipovec"))
    w.is_closed_to("radek", "/zastavka/group-signals/")


def trend(w: Walk) -> None:
    w.enter("klara")
    w.go(f"/{HOUSE}/trends/new/")
    w.press("Save")
    w.picture("trend-refused")
    w.go(f"/{HOUSE}/trends/")
    w.picture("trends")
