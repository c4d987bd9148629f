"""Zones in a real browser: drawn by mouse, written by keyboard, under the content security policy of the pages."""

from spojka.recommendations.models import Recommendation
from tests.recommendations import ZONES, asked

STANDS = """async () => {
  for (const _frame of [1, 2, 3]) await new Promise(done => requestAnimationFrame(done)) // it begins with the next
  const fading = [...document.querySelectorAll(".leaflet-tile")].some(one => getComputedStyle(one).opacity !== "1")
  return !fading && !document.querySelector(".leaflet-zoom-anim, .leaflet-pan-anim")
}"""


def test_a_zone_is_drawn_and_another_written_by_its_coordinates(josef, group, desk):
    one = asked(josef, group, zones=ZONES)
    page = desk(josef)
    page.goto(f"/policie/recommendations/{one.pk}/zones/")
    page.get_by_role("button", name="Přidat podle souřadnic").click()
    page.keyboard.type("Nádraží")
    page.keyboard.press("Tab")
    page.keyboard.press("Tab")
    page.keyboard.type("50.770, 15.050\n50.770, 15.060\n50.765, 15.060")
    page.keyboard.press("Tab")
    page.wait_for_function(STANDS)  # it turns to the new zone: clicks meanwhile would fall elsewhere
    page.locator(".leaflet-pm-icon-polygon").click()
    page.locator(".geoman-draw-cursor").wait_for()
    room = page.locator("[data-map]").bounding_box()
    for x, y in ((500, 120), (600, 120), (560, 220), (500, 120)):
        page.mouse.move(room["x"] + x, room["y"] + y)
        page.mouse.click(room["x"] + x, room["y"] + y, delay=50)
        page.wait_for_timeout(150)  # no hand draws faster
    page.locator("zone-map li").nth(2).get_by_label("Název zóny").fill("Sídliště")
    page.get_by_role("button", name="Uložit").click()
    page.get_by_text("Zóny jsou uložené.").wait_for()

    found = Recommendation.objects.get(pk=one.pk).zones
    assert [zone["name"] for zone in found] == ["Střed", "Nádraží", "Sídliště"]
    assert found[0] == ZONES[0]
    assert found[1]["ring"] == [[15.05, 50.77], [15.06, 50.77], [15.06, 50.765], [15.05, 50.77]]
    assert len(found[2]["ring"]) == 4


def test_the_pages_hinder_nobody(josef, group, one, seated, phone, axe):
    seated("Jana")
    page = phone(josef)
    for rest in ("", "step/", "vote/", "zones/", "public/"):
        page.goto(f"/policie/recommendations/{one.pk}/{rest}")
        page.wait_for_function(STANDS)
        axe(page)
