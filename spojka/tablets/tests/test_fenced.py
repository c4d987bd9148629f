"""A shared tablet in front of PostgreSQL's own fence, as in production: it sees its service's rows and no others."""

import pytest

from spojka.access.actor import Actor
from spojka.access.tests.test_fence import fenced, postgres  # noqa: F401 - a fixture
from spojka.encounters.models import Shift
from spojka.tablets.models import Tablet
from tests import make

from .conftest import membership

pytestmark = postgres


@pytest.mark.slow
def test_the_tablet_and_its_worker_see_their_service_alone(fenced, anna, teren, kontakt, shift):  # noqa: F811
    tablet = Tablet(**teren.ownership, shift=shift, enrolled_by=anna.id).add()
    make.shift(kontakt)

    for actor in (Actor.shared_tablet(tablet.pk, teren), Actor.at_tablet(membership(anna), teren, tablet.pk)):
        assert fenced.sees(Tablet, actor) == {tablet.pk}
        assert fenced.sees(Shift, actor) == {shift.pk}
