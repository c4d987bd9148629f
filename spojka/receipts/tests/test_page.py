"""The page checks a receipt in the browser: what follows the # is never sent."""

import pytest
from playwright.sync_api import expect

from spojka.access.permissions import Kind
from spojka.receipts import content, keys
from tests import make

BOTH = int(Kind.COURSE | Kind.HISTORY)


@pytest.fixture
def square(transactional_db):
    """What the square of some consent says; its consent is nowhere."""
    service = make.service()
    said = {"i": "A" * 22, "s": "A" * 22, "n": "3/2026", "c": "RAD 80 Z", "h": "Podchod", "u": service.name}
    said |= {"g": "2026-11-20", "e": "2027-02-17", "p": 0, "k": BOTH, "o": "", "w": "paper", "x": 0}
    whom = [["Jinde", "Poradna", "", "", BOTH], ["", "", "Božena", "matka", int(Kind.COURSE)]]
    return content.signed(said | {"r": whom})


@pytest.mark.parametrize("kind", ["phone", "desk"])
def test_a_receipt_is_checked_without_sending_it(phone, desk, axe, square, kind):
    page = {"phone": phone, "desk": desk}[kind]()
    heard = []
    page.on("request", lambda request: heard.append(request.url + (request.post_data or "")))
    page.goto(f"/receipt/#{square}")

    expect(page.get_by_text("nikdo ho nezměnil")).to_be_visible()
    expect(page.locator("[data-whom] li")).to_have_text(["Jinde, Poradna", "Božena, matka (průběh služby)"])
    expect(page.get_by_text("17. února 2027")).to_be_visible()
    assert not [one for one in heard if square[10:60] in one.partition("#")[0]]
    axe(page)
    page.get_by_role("button", name="Zeptat se, zda ještě platí").click()
    expect(page.get_by_text("už neplatí")).to_be_visible()
    axe(page)


def test_a_changed_receipt_is_refused_by_the_browser(desk, square):
    raw = bytearray(keys.unwritten(square))
    raw[-5] ^= 1
    page = desk()
    page.goto(f"/receipt/#{keys.written(bytes(raw))}")

    expect(page.get_by_text("není doklad z této Spojky")).to_be_visible()
    expect(page.get_by_text("RAD 80 Z")).to_have_count(0)


def test_where_a_browser_can_not_check_the_form_asks_us(desk, square):
    page = desk()
    page.add_init_script("crypto.subtle.importKey = () => Promise.reject(new DOMException('no', 'NotSupportedError'))")
    page.goto(f"/receipt/#{square}")

    expect(page.get_by_text("sám ověřit neumí")).to_be_visible()
    page.get_by_role("button", name="Zeptat se, zda ještě platí").click()
    expect(page.get_by_text("Doklad je pravý")).to_be_visible()
