import pytest

from spojka.encounters.models import Act, Handout, ServiceRefusal
from tests import make


@pytest.fixture
def night(teren, hana):
    shift = make.shift(teren, event=make.event(teren, name="=Letní tání"))
    for _ in range(7):
        met = make.encounter(shift, recorded_by=hana.id)
        Act(**shift.ownership, encounter=met, code="KP", minutes=10).add()
    for _ in range(2):
        make.encounter(shift, client=make.client(teren), recorded_by=hana.id, sex="woman")
    tally = make.encounter(shift, side="tally", people=37, recorded_by=hana.id)
    Handout(**shift.ownership, encounter=tally, code="earplugs", quantity=74).add()
    at = {"day": shift.day, "occurred_at": shift.start}
    ServiceRefusal(**shift.ownership, shift=shift, **at, ground="age", recorded_by=hana.id).add()
    return shift
