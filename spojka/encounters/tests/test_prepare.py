"""What is far behind is prepared by a process of its own; whoever asks is told how far it is."""

import pytest
from django.core.management import call_command

from spojka.access.actor import Actor
from spojka.access.permissions import Permission
from spojka.encounters import columns, opening, preparing
from spojka.figures.folder import Folder
from tests import make

pytestmark = pytest.mark.slow
PAGE = "/podchod/reports/contacts/?from=2026-01-01&to=2026-12-31"


@pytest.fixture
def begun(settings, tmp_path, monkeypatch):
    """Services for which a process was begun; a page reads no more than one contact by itself."""
    settings.DATA_DIR = tmp_path
    monkeypatch.setattr(opening, "FEW", 1)
    monkeypatch.setattr(preparing, "AT_ONCE", 1)
    services = []
    monkeypatch.setattr(preparing, "begin", services.append)
    return services


@pytest.fixture
def shift(teren):
    shift = make.shift(teren)
    make.encounter(shift), make.encounter(shift)
    return shift


def test_a_page_says_that_figures_are_being_prepared(hana, teren, shift, begun, browse):
    answer = browse(hana).get(PAGE)

    assert (answer.status_code, begun) == (202, [teren])
    assert "Čísla se připravují" in answer.content.decode()
    assert not Folder(teren.pk).manifest().months


def test_once_prepared_the_report_is_there(hana, teren, shift, begun, browse):
    call_command("figures", "refresh", service=teren.pk)

    assert browse(hana).get(PAGE).status_code == 200
    assert begun == []


def test_it_says_how_far_it_is_and_begins_nothing_twice(hana, teren, shift, begun, browse):
    columns.refresh(teren)
    known = Folder(teren.pk).manifest()
    for met in shift.encounters.order_by("pk"):
        met.change(people=2)
    with Folder(teren.pk).held():
        Folder(teren.pk).tell(3, 7)
        answer = browse(hana).get(PAGE)

    wait = answer.context["wait"]
    assert (wait.done, wait.all, wait.known_at.isoformat()) == (3, 7, known.at)
    assert "3 z 7" in answer.content.decode()
    assert begun == []


def test_a_small_change_is_read_at_once(hana, teren, shift, begun, browse):
    columns.refresh(teren)
    make.encounter(make.shift(teren, day="2026-03-04"))

    assert browse(hana).get(PAGE).status_code == 200


def test_a_command_has_time(teren, shift, begun):
    by = Actor.system("report", teren, frozenset({Permission.REPORT_VIEW}))

    opening.opened(by, opening.Scope(first=shift.day, last=shift.day)).__exit__()
    assert begun == []


def test_a_stranger_begins_nothing(cyril, shift, begun, browse):
    assert browse(cyril).get(PAGE).status_code == 404
    assert begun == []


@pytest.mark.browser
def test_the_page_shows_how_far_it_is_and_then_the_report(desk, axe, hana, teren, shift, begun):
    with Folder(teren.pk).held():
        Folder(teren.pk).tell(9, 25)
        page = desk(hana)
        page.goto(PAGE)
        axe(page)
        assert page.get_by_role("progressbar").get_attribute("value") == "9"
    columns.refresh(teren)

    page.get_by_role("heading", name="Zpráva o kontaktech").wait_for()
