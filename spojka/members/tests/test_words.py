"""Every right and every kind of record has a name in words, in both languages."""

import pytest
from django.utils import translation

from spojka.access.fence import fenced_models
from spojka.access.permissions import Permission
from spojka.access.roles import ROLE_NAMES, ROLES
from spojka.members import words
from spojka.members.demo_people import PEOPLE
from spojka.members.rows import RECORDS


@pytest.mark.parametrize("permission", Permission)
def test_every_permission_has_a_name(permission):
    czech = words.verb(permission)
    with translation.override("en"):
        assert words.verb(permission) not in ("", czech, permission.value)


def test_what_is_no_more_keeps_its_code():
    assert (words.verb("stamp.lick"), words.record("post.Stamp")) == ("stamp.lick", "post.Stamp")


@pytest.mark.parametrize("model", fenced_models(), ids=lambda model: model._meta.label)
def test_every_kind_of_record_has_a_name(model):
    czech = words.record(model._meta.label)
    assert model._meta.label in RECORDS
    with translation.override("en"):
        assert words.record(model._meta.label) != czech


def test_every_role_has_a_name():
    assert set(ROLES) | {"system"} == set(ROLE_NAMES)


@pytest.mark.parametrize("person", PEOPLE, ids=lambda person: person.local_part)
def test_every_invented_person_has_a_sentence_in_czech(person):
    czech = str(person.sentence)
    with translation.override("en"):
        assert str(person.sentence) != czech
