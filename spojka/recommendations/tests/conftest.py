import pytest

from spojka.base.ids import new_id
from spojka.groups.actions import groups as founding
from spojka.groups.content import Sitting
from spojka.groups.tests.conftest import josef, police, radek, stranger, street
from tests import groups, make, recommendations

__all__ = ["josef", "police", "radek", "stranger", "street"]


@pytest.fixture
def group(josef, police):
    """A public commission that decides by two votes."""
    return groups.founded(josef, police, name="Komise", kind="commission", is_public=True, quorum=2)


@pytest.fixture
def seated(josef, group):
    """Seat somebody who votes: seated("Jana")."""

    def seated_(name, role="member", **more):
        sitting = Sitting(role, "party", person=name, **more)
        return founding.seat(by=josef, id=new_id(), group=group, sitting=sitting, at=make.NOON)

    return seated_


@pytest.fixture
def bara(josef, group, street):
    """A head of another house that sits in the group."""
    sitting = Sitting("member", "ngo", house=street.organisation)
    founding.seat(by=josef, id=new_id(), group=group, sitting=sitting, at=make.NOON)
    return make.member(street, name="Bára Terénní", role="service_head")


@pytest.fixture
def one(josef, group):
    return recommendations.asked(josef, group, body_name="Rada města")
