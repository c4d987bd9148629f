"""The evaluation of a child: headings of the decree as a dated list, where the regime is child protection."""

from datetime import date

import pytest

from spojka.access.permissions import Kind
from spojka.assessments.questions import find, sections
from spojka.base.ids import new_id
from spojka.codelists.catalogue import catalogue
from spojka.codelists.models import OwnEntry
from tests import make

from .test_pages import at, texts
from .test_papers import words


@pytest.fixture
def help_to_families(podchod):
    return make.service(organisation=podchod, name="Pomoc rodinám", kind="3862")


@pytest.fixture
def petr(help_to_families):
    return make.member(help_to_families, name="Petr Rodinný", role="key_worker")


def lists(service):
    return catalogue(service, make.SATURDAY)


def test_services_for_families_have_the_headings_others_have_none(teren, help_to_families):
    assert sections("child", lists(teren)) == ()
    found = sections("child", lists(help_to_families))

    assert len(found) == 15
    assert {one.kind for one in found} <= {Kind.SITUATION, Kind.PERSONAL, Kind.OTHER}
    assert [one.code for one in found if one.sureness] == ["wider", "institutions"]  # ours, not the decree's


def test_a_head_switches_a_heading_off_and_what_was_written_stays(help_to_families, petr, browse):
    child = make.client(help_to_families)
    path = at(child, "child/traits/")
    assert browse(petr).post(path, {"id": new_id(), "words": "Ráda kreslí."}).status_code == 302
    own = {"list": "child_heading", "code": "traits", "valid_from": date(2022, 1, 1), "is_on": False}
    OwnEntry(**help_to_families.ownership, **own, recorded_by="petr").add()

    assert not find("child", "traits", lists(help_to_families)).is_offered
    assert "Vlastnosti a schopnosti" in browse(petr).get(at(child)).content.decode()
    assert "Ráda kreslí." in browse(petr).get(path).content.decode()


def test_one_heading_is_one_text_with_its_paper(help_to_families, petr, browse):
    child = make.client(help_to_families, code="DIT 15 Z")
    browse(petr).post(at(child, "child/view/"), {"id": new_id(), "words": "Chce bydlet u babičky."})

    assert texts(child, "view", "child") == [{"words": "Chce bydlet u babičky."}]
    paper = words(browse(petr).get(at(child, "child/paper/")))
    assert "Názor a přání dítěte" in paper
    assert "Chce bydlet u babičky." in paper
    assert "Míra ohrožení" in words(browse(petr).get(at(child, "child/blank/")))
    text = browse(petr).get(at(child, "child/text/")).content.decode()
    assert "Chce bydlet u babičky." in text
