import pytest

from spojka.encounters.models import Act, Breath, Handout, ServiceRefusal, TakenBack, Topic, VitalSigns
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


@pytest.fixture
def saturday(teren, hana):
    """A Saturday with a bit of everything."""
    shift = make.shift(teren, event=make.event(teren))
    met = make.encounter(shift, recorded_by=hana.id, is_timed=True)
    coded = make.encounter(shift, client=make.client(teren, sex="woman"), recorded_by=hana.id, is_timed=True)
    make.encounter(shift, recorded_by=hana.id)
    tally = make.encounter(shift, side="tally", people=37, recorded_by=hana.id, is_late=True)
    own = shift.ownership
    Act(**own, encounter=met, code="IP", quantity=2, minutes=45).add()
    Act(**own, encounter=coded, code="KP", minutes=15).add()
    Handout(**own, encounter=tally, code="earplugs", quantity=74).add()
    Handout(**own, encounter=coded, code="syringe_1", quantity=10, others=4).add()
    TakenBack(**own, encounter=coded, code="syringe_1", quantity=8, is_estimated=True).add()
    TakenBack(**own, encounter=coded, code="syringe_1", quantity=1, source="others").add()
    TakenBack(**own, encounter=coded, code="syringe_2", quantity=3, source="found", is_estimated=True).add()
    VitalSigns(**own, shift=shift, day=shift.day, upper=142, lower=88).add()
    Topic(**own, encounter=met, kind="theme", code="hearing").add()
    Topic(**own, encounter=met, kind="substance", code="mdma").add()
    Breath(**own, shift=shift, day=shift.day, value="0.2", unit="mg_l", factor="2.10").add()
    ServiceRefusal(
        **own,
        shift=shift,
        day=shift.day,
        occurred_at=shift.start,
        ground="age",
        ends_service=True,
        recorded_by=hana.id,
    ).add()
    return shift
