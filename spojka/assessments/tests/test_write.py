"""A section is written: each save is a version, nobody's words are lost, and who may read it."""

import pytest
from django.core.exceptions import PermissionDenied
from django.utils import timezone

from spojka.access.permissions import Kind, Permission
from spojka.assessments.actions.parts import Meanwhile
from spojka.assessments.models import AssessmentPart
from spojka.base.errors import Refusal
from spojka.base.ids import new_id
from spojka.clients.actions import joining
from spojka.clients.leading import Merged
from spojka.consents.actions import consents
from tests import make

from .conftest import standing, texts

VIEW = Permission.ASSESSMENT_VIEW


def test_each_save_adds_a_version(rada, write):
    first = write("family", home="Lipovec")
    second = write("family", home="Lipovec", children="Dvě.")

    assert (first.version, second.version) == (1, 2)
    assert second.after == [str(first.pk)]
    assert standing(rada, "family") == [second]
    assert AssessmentPart.objects.get(pk=first.pk).said == {"home": "Lipovec"}


def test_the_words_lie_sealed(write):
    part = write("family", home="Lipovec")

    assert "Lipovec" not in AssessmentPart.objects.values_list("answers", flat=True).get()
    assert part.kind == Kind.SITUATION


def test_nothing_changed_adds_nothing(rada, write):
    first = write("family", home="Lipovec", children="")

    again = write("family", home="Lipovec")

    assert again == first
    assert AssessmentPart.objects.count() == 1


def test_an_empty_section_is_not_saved(write):
    with pytest.raises(Refusal):
        write("family", home="")
    write("family", home="Lipovec")
    write("family")  # it can be emptied again

    assert AssessmentPart.objects.count() == 2


def test_a_repeated_send_adds_nothing(write):
    id = new_id()
    write("family", id=id, home="Lipovec")

    again = write("family", id=id, after=(), home="Lipovec")

    assert again.pk == id
    assert AssessmentPart.objects.count() == 1


def test_the_same_send_with_other_words_is_told_as_a_clash(write):
    id = new_id()
    write("family", id=id, home="Lipovec")

    with pytest.raises(Meanwhile):
        write("family", id=id, after=(), home="Brno")


def test_two_writers_do_not_overwrite_each_other(rada, write):
    base = write("family", home="Lipovec")
    theirs = write("family", home="Lipovec", children="Dvě.")

    with pytest.raises(Meanwhile) as said:
        write("family", after=[base.pk], home="Brno")

    assert said.value.parts == [theirs]
    assert standing(rada, "family") == [theirs]


def test_two_who_wrote_the_same_do_not_clash(write):
    first = write("family", after=(), home="Lipovec")

    assert write("family", after=(), home="Lipovec") == first


def test_workers_of_the_service_read_and_those_who_lead_the_client_write(anna, hana, klara, rada, write):
    part = write("family", home="Lipovec")

    assert all(who.can(VIEW, part) for who in (anna, hana, klara))
    write("family", by=hana, home="Brno")
    with pytest.raises(PermissionDenied):
        write("family", by=anna, home="Praha")


def test_strangers_neither_read_nor_write(bara, cyril, write):
    part = write("family", home="Lipovec")
    head = make.member(make.service(), role="service_head")

    for who in (bara, cyril, head):
        assert not who.can(VIEW, part)
        with pytest.raises(PermissionDenied):
            write("family", by=who, home="Praha")


def test_a_consent_opens_the_sections_of_its_kind_and_no_others(cyril, klara, shared, write):
    family, course = write("family", home="Lipovec"), write("way_in", way="self")
    treatment, before = write("treatment", treatment=["once"]), write("drugs_before", primary="heroin")

    assert set(AssessmentPart.objects.allowed(cyril, VIEW)) == {family}
    assert set(AssessmentPart.objects.listed(cyril, VIEW)) == {family}
    assert set(AssessmentPart.objects.allowed(klara, VIEW)) == {family, course, treatment, before}
    consents.withdraw(by=klara, consent=shared, how="ústně", at=timezone.now())
    assert not AssessmentPart.objects.allowed(cyril, VIEW).exists()


def test_while_the_address_is_secret_nobody_else_reads_where_they_live(cyril, hana, klara, rada, shared, write):
    from spojka.walls.actions import hide

    part = write("family", home="Lipovec")
    assert cyril.can(VIEW, part)

    hide(by=hana, id=new_id(), client=rada, why="Hledá ji.", at=timezone.now())

    assert not cyril.can(VIEW, part)
    assert klara.can(VIEW, part)


def test_merged_clients_keep_both_texts_until_they_are_joined(hana, teren, rada, write):
    kept = make.client(teren, code="KEP 80 Z")
    ours = write("family", client=kept, home="Brno")
    theirs = [write("family", home="Lipovec"), write("family", home="Lipovec", children="Dvě.")]

    merging = joining.merge(by=hana, id=new_id(), client=kept, other=rada, reason="táž", at=timezone.now())

    assert set(standing(kept, "family")) == {ours, theirs[1]}
    with pytest.raises(Merged):
        write("family", home="Olomouc", after=())
    both = write("family", client=kept, home="Brno", children="Dvě.")
    assert (both.version, len(both.after)) == (3, 2)
    assert standing(kept, "family") == [both]

    joining.undo(by=hana, joining=merging, reason="dva lidé", at=timezone.now())
    assert texts(rada, "family") == [{"home": "Lipovec", "children": "Dvě."}]
    assert standing(kept, "family") == [both]
