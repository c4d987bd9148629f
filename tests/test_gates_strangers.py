"""Strangers know the id of a row that is there, and still find nothing behind any URL, present and future."""

from datetime import timedelta
from decimal import Decimal

import pytest

from spojka.access.permissions import Permission
from spojka.audit import log
from spojka.encounters.models import Breath, ServiceRefusal
from spojka.network.models import Membership
from spojka.reports.models import SavedReport
from spojka.sheets.models import Sheet
from spojka.sheets.reading import Page
from spojka.sheets.storing import pack
from spojka.tablets.models import Tablet
from spojka.work.models import IndirectWork

from . import make
from .test_gates_urls import HOUSES

WITH_ROW = [path for path in HOUSES if "<uuid:id>" in path]
METHODS = ["get", "post"]
OF_THE_HOUSE = (
    "people/",
    "invitations/",
    "projects/",
    "services/",
    "teams/",
)  # open to who runs the house, whatever the service


@pytest.fixture
def known(teren, anna, lists):
    """Rows of Anna's service, by how the path to their pages begins."""
    client, shift = make.client(teren), make.shift(teren)
    log.reading(verb=Permission.CLIENT_VIEW, by=anna, model=type(client), ids=[client.pk])
    told = {"shift": shift, "day": shift.day}
    at = shift.start + timedelta(hours=1)
    return {
        "audit/row/": client,
        "breaths/": Breath(**teren.ownership, **told, value=Decimal("0.5"), unit="permille", factor=1).add(),
        "clients/": client,
        "encounters/": make.encounter(shift, client=client),
        "events/": make.event(teren),
        "invitations/": make.invitation(teren),
        "lists/": teren,
        "people/": Membership.objects.get(pk=anna.id),
        "indirect/": IndirectWork(
            **teren.ownership, day=shift.day, membership_id=anna.id, code="travel", minutes=30, recorded_by=anna.id
        ).add(),
        "places/": shift.place,
        "projects/": make.project(teren),
        "refusals/": ServiceRefusal(
            **teren.ownership, **told, occurred_at=at, ground="full", recorded_by=anna.id
        ).add(),
        "services/": teren,
        "sheets/": Sheet(
            **teren.ownership,
            name_hash="x",
            file_hash="x",
            brought_by=anna.id,
            content=pack([Page("", [["Datum", "Kód"], ["3. 5. 2026", "A1"]])]),
        ).add(),
        "reports/events/": make.event(teren),
        "reports/saved/": remembered(anna, teren),
        "reports/shifts/": shift,
        "shifts/": shift,
        "teams/": make.team(teren),
        "tablets/": Tablet(**teren.ownership, shift=shift, enrolled_by=anna.id).add(),
    }


def remembered(by, service):
    said = {"name": "Pro město", "settings": {"period": "last_month"}, "is_shared": True}
    return SavedReport(**service.ownership, **said, made_by=by.id, used_at=make.NOON).add()


def url(path, known, house="podchod"):
    rest = path.removeprefix("<slug:organisation>/")
    (row,) = [row for start, row in known.items() if rest.startswith(start)]  # a new kind of page needs a row above
    rest = rest.replace("<uuid:id>", str(row.pk)).replace("<slug:list>", "material")
    return f"/{house}/{rest.replace('<slug:code>', 'water')}"


@pytest.mark.parametrize("path", WITH_ROW)
def test_the_head_of_the_service_finds_the_row(path, known, hana, browse):
    """Else the tests below would prove nothing."""
    answers = [getattr(browse(hana), method)(url(path, known)).status_code for method in METHODS]

    assert 404 not in answers
    assert set(answers) != {405}


@pytest.mark.parametrize("method", METHODS)
@pytest.mark.parametrize("path", WITH_ROW)
def test_another_service_of_the_house_finds_nothing(path, method, known, kontakt, browse):
    of_the_house = path.removeprefix("<slug:organisation>/").startswith(OF_THE_HOUSE)
    other = make.member(kontakt, role="service_head" if of_the_house else "organisation_manager")

    assert getattr(browse(other), method)(url(path, known)).status_code in (404, 405)


@pytest.mark.parametrize("method", METHODS)
@pytest.mark.parametrize("path", WITH_ROW)
def test_another_house_finds_nothing(path, method, known, browse):
    manager = make.member(make.service(organisation=make.organisation(slug="jinde")), role="organisation_manager")

    assert getattr(browse(manager), method)(url(path, known)).status_code == 404
    assert getattr(browse(manager), method)(url(path, known, "jinde")).status_code in (404, 405)
