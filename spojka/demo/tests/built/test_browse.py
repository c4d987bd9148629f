"""Everybody in the demonstration opens what their role shows, and nothing breaks."""

import pytest
from django.urls import reverse
from django.utils import timezone

from spojka.access.actor import Actor
from spojka.access.models import Basis, Grant
from spojka.access.permissions import Permission
from spojka.clients.models import Client
from spojka.encounters.models import Encounter, Shift
from spojka.events.models import Event
from spojka.members.demo_people import PEOPLE
from spojka.network.models import Membership, Service
from spojka.web.navigation import MENU
from tools.crawl_links import follow

pytestmark = [pytest.mark.django_db, pytest.mark.slow, pytest.mark.xdist_group("demo built")]
ALSO = [
    "people",
    "invite",
    "house",
    "audit",
    "codelists:overview",
    "clients:find",
    "clients:template",
    "events:add",
    "encounters:plan",
]
KEYS = [person.local_part for person in PEOPLE]


def actor_of(key):
    member = Membership.objects.select_related("user", "organisation").get(user__email__startswith=f"{key}@")
    return Actor.member(member)


@pytest.fixture
def visit(built, browse):
    def as_(key):
        actor = actor_of(key)
        browser = browse(actor)
        return lambda view, *args: browser.get(reverse(view, args=[actor.organisation.slug, *args]))

    return as_


@pytest.mark.parametrize("key", KEYS)
def test_pages_are_there_or_not_but_never_broken(visit, key):
    get, actor = visit(key), actor_of(key)

    for entry in MENU:
        expected = {200} if entry.permission is None or actor.may(entry.permission) else {200, 404}
        assert get(entry.view).status_code in expected, entry.view
    for view in ALSO:
        assert get(view).status_code in {200, 404}, view


@pytest.mark.parametrize("key", ["anna", "tyna", "hana", "bara", "radek", "filip", "gita", "cyril"])
def test_one_of_each_record_opens(visit, key):
    get, actor = visit(key), actor_of(key)
    for model, view in [
        (Shift, "encounters:shift"),
        (Encounter, "encounters:encounter"),
        (Client, "encounters:client"),
        (Event, "encounters:event"),
    ]:
        row = model.objects.filter(service__in=actor.services, team=None).order_by("-recorded_at", "pk").first()
        row = row or model.objects.filter(service__in=actor.services, team__name="Lipovec").order_by("pk").first()
        if row:
            assert get(view, row.pk).status_code == 200, view


def test_the_stand_is_open(visit):
    running = Shift.objects.open().get(event__name="Lipovecké slavnosti")

    assert visit("anna")("encounters:new", running.pk).status_code == 200
    assert "Lipovecké slavnosti" in visit("anna")("today").content.decode()
    assert visit("cyril")("encounters:new", running.pk).status_code == 404
    assert running.planned_end > timezone.now()


@pytest.mark.parametrize(("key", "basis"), [("filip", Basis.CONSENT), ("radek", Basis.DANGER)])
def test_a_shared_client_says_why(visit, key, basis):
    to = {"filip": "Poradna Podkroví", "radek": "Terén Zastávka"}[key]
    theirs = Service.objects.get(name=to)
    found = Grant.objects.current(timezone.now()).filter(basis=basis, grantee_id=theirs.pk)
    client = found.exclude(holder__kind="child_protection").get().subject_id

    page = visit(key)("encounters:client", client).content.decode()
    assert str(basis.label) in page
    assert visit("josef")("encounters:client", client).status_code == 404
    assert visit("cyril")("encounters:client", client).status_code == 404


def test_the_house_reader_sees_why_too(visit):
    centre = Client.objects.filter(service__kind="3856").order_by("pk").first()

    assert "ostatních služeb" in visit("hana")("encounters:client", centre.pk).content.decode()
    assert visit("anna")("encounters:client", centre.pk).status_code == 404


def test_the_narrowed_one_sees_one_town(visit):
    elsewhere = Encounter.objects.filter(team__name="Vrbohrad").order_by("pk").first()

    assert visit("tyna")("encounters:encounter", elsewhere.pk).status_code == 404
    assert visit("anna")("encounters:encounter", elsewhere.pk).status_code == 200


def test_police_and_office_see_no_contact(visit):
    for key in ("josef", "klara", "ivan"):
        assert not Encounter.objects.allowed(actor_of(key), Permission.ENCOUNTER_VIEW).exists()


@pytest.mark.parametrize("key", ["hana", "josef", "klara", "ivan"])
def test_what_is_offered_opens_and_asks_no_more_for_more_rows(visit, browse, key):
    """One page of each kind, as `make crawl` walks for everybody; see tools/crawl_links.py for what it looks at."""
    visits = follow(browse(actor_of(key)), key, ["/"], of_each=1)

    assert {one.address: one.faults for one in visits if one.faults} == {}
