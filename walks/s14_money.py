"""A city coordinator writes down what a commission's projects cost: calls with their days, projects, an article."""

from datetime import timedelta

from django.utils import timezone

from .s14 import COMMISSION, HOUSE, group, save
from .walk import Walk

TITLE = "Working groups of the council: grant calls, projects with amounts and shares, media"


def walk(w: Walk) -> None:
    w.enter("klara")
    money(w, group(w, COMMISSION))


def money(w: Walk, room: str) -> None:
    """A call with its days, a project with its shares, an article."""
    today = timezone.localdate()
    w.go(f"{room}funding/")
    w.link("Add a call", "main")
    w.fill("name", "Prevence 2027")
    w.fill("giver", "Ministerstvo vnitra")
    w.fill("opens_on", (today + timedelta(days=9)).isoformat())
    w.fill("closes_on", (today + timedelta(days=2)).isoformat())
    save(w)
    w.refused("closes_on")
    w.picture("call-refused")
    w.fill("closes_on", (today + timedelta(days=19)).isoformat())
    save(w)
    w.page.wait_for_url("**/funding/")
    w.link("Add a project", "main")
    w.fill("name", "Hřiště s dozorem")
    w.page.locator("select[name=call]").select_option(label="Prevence 2027")
    w.choose("state", "granted")
    w.fill("asked", "300000")
    w.fill("social", "130")
    save(w)
    w.refused("social", "130")
    w.picture("project-refused")
    w.fill("social", "70")
    w.fill("granted", "240000")
    save(w)
    w.page.wait_for_url("**/funding/")
    w.link("Add an output", "main")
    w.fill("medium", "Lipovecký zpravodaj")
    w.fill("title", "U škol se nepije")
    w.fill("link", "nesmysl s mezerou")
    save(w)
    w.refused("link")
    w.fill("link", "https://zpravodaj.invalid/skoly")
    w.page.locator("select[name=recommendation]").select_option(index=1)
    save(w)
    w.page.wait_for_url("**/funding/")
    w.picture("funding")
    w.go(f"{HOUSE}meetings/calendar/")
    w.page.locator('form[action$="/calendar/make/"] button').click()
    calendar = w.page.request.get(w.page.locator("main code").inner_text()).text()
    assert w.words("Call closes") in calendar
