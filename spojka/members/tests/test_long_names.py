"""Names that people give, as long as they may be and without a space: no page is wider than the screen."""

import pytest
from allauth.mfa.models import Authenticator
from playwright.sync_api import expect

from tests import make

pytestmark = pytest.mark.slow
LONG = "W" * 80
WIDER = "document.documentElement.scrollWidth - document.documentElement.clientWidth"


@pytest.fixture
def gita(transactional_db):
    """A manager of a house in which everything is called as long as it may be."""
    service = make.service(organisation=make.organisation(slug="podchod", name=LONG), name=LONG)
    make.team(service, name=LONG)
    make.project(service, name=LONG, funder=LONG)
    make.place(service, name=LONG, municipality=LONG)
    make.invitation(service, name=LONG, email=f"{'w' * 60}@{'w' * 60}.cz")
    gita = make.member(service, name=LONG, role="organisation_manager")
    Authenticator.objects.create(user=gita.user, type="webauthn", data={"name": LONG, "credential": {}})
    return gita


@pytest.mark.parametrize("device", ["phone", "desk"])
def test_no_page_is_wider_than_the_screen(gita, device, request):
    page = request.getfixturevalue(device)(gita)
    house = ["", "organisation/", "people/", "people/invite/", f"people/{gita.id}/", f"people/{gita.id}/change/"]
    pages = ["/account/", *(f"/podchod/{one}" for one in [*house, "projects/", "places/", "office/"])]

    wide = {}
    for path in pages:
        page.goto(path)
        expect(page.locator("h1").first).to_be_visible()
        wide[path] = page.evaluate(WIDER)

    assert {path: by for path, by in wide.items() if by > 0} == {}


def test_what_is_wrong_with_an_invitation_is_read_first(gita, phone):
    make.invitation(make.service(), token="token", email="nina@example.org")
    page = phone()
    page.goto("/account/invitation/token/")

    page.get_by_role("button", name="Přijmout").click()

    expect(page.locator(".faults")).to_be_focused()
