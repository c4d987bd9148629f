"""Find: what each check stops at, and what it leaves alone."""

from datetime import timedelta
from decimal import Decimal

import pytest

from spojka.base.ids import new_id
from spojka.clients.actions import agreements
from spojka.encounters.models import Act, Breath, CrewMember, Handout, ServiceRefusal, Side, Topic, VitalSigns
from spojka.identities import actions as identities
from spojka.identities.sealing import Person
from spojka.quality.checks import CHECKS
from spojka.work.models import IndirectWork
from tests import make

from .conftest import found

HOUR = timedelta(hours=1)


def act(contact, **fields):
    return Act(**contact.ownership, encounter=contact, **{"code": "KP", "minutes": 10} | fields).add()


def given(contact, quantity, code="earplugs"):
    return Handout(**contact.ownership, encounter=contact, code=code, quantity=quantity).add()


def theme(contact, people=1):
    return Topic(**contact.ownership, encounter=contact, kind="theme", code="rest", people=people).add()


def breath(shift, **fields):
    usual = {"value": Decimal("0.5"), "unit": "permille", "factor": 1, "device": "č. 2", "calibrated_on": shift.day}
    return Breath(**shift.ownership, shift=shift, day=shift.day, **usual | fields).add()


def ended(shift, hours=7, **fields):
    end = shift.start + hours * HOUR
    return shift.change(ended_at=end, closed_at=end, **fields)


def test_a_shift_that_nobody_closed(hana, night):
    assert found(hana, "shift-open") == [night]
    assert found(hana, "shift-open", now=night.planned_end + HOUR) == []

    ended(night)
    assert found(hana, "shift-open") == []


def test_a_shift_without_contacts(hana, night):
    assert found(hana, "shift-empty") == []
    ended(night)
    assert found(hana, "shift-empty") == [night]

    make.encounter(night, voided_at=make.NOON)
    assert found(hana, "shift-empty") == [night]
    make.encounter(night)
    assert found(hana, "shift-empty") == []


@pytest.mark.parametrize(("hours", "is_long"), [(16, False), (17, True)])
def test_a_shift_that_lasted_too_long(hana, night, hours, is_long):
    ended(night, hours)

    assert found(hana, "shift-long") == [night] * is_long


def test_a_contact_without_an_act(hana, night):
    bare, done = make.encounter(night), make.encounter(night)
    make.encounter(night, side=Side.TALLY, people=9)
    make.encounter(night, voided_at=make.NOON)
    act(done)

    assert found(hana, "contact-no-act") == [bare]


def test_a_contact_that_does_not_say_what_for(hana, night, teren):
    bare, talked, took, reason = (make.encounter(night, reason=one) for one in ("", "", "", "panic"))
    theme(talked)
    given(took, 2)
    make.encounter(make.shift(teren, setting="outreach"))

    assert found(hana, "contact-no-theme") == [bare]
    assert reason.reason


def test_a_client_of_whom_sex_and_age_are_not_known(hana, night, teren):
    known, without_age, unknown = (make.client(teren, sex=sex) for sex in ("woman", "man", ""))
    for client, age in ((known, "18_25"), (without_age, ""), (unknown, "18_25")):
        make.encounter(night, client=client, age_band=age)
    make.client(teren)  # whom nobody met in these days

    assert set(found(hana, "client-unknown")) == {without_age, unknown}


def test_a_late_record(hana, night):
    make.encounter(night)
    late = make.encounter(night, is_late=True)

    assert found(hana, "contact-late") == [late]


def test_minutes_that_are_improbable(hana, night):
    usual, long, none, untimed = (make.encounter(night, is_timed=timed) for timed in (True, False, True, False))
    for contact, minutes in ((usual, 240), (long, 241), (none, 0), (untimed, 0)):
        act(contact, minutes=minutes)

    assert set(found(hana, "contact-minutes")) == {long, none}


def test_minutes_of_all_acts_of_a_contact_count_together(hana, night):
    long, usual = make.encounter(night), make.encounter(night)
    for contact, minutes in ((long, 121), (long, 120), (usual, 120), (usual, 120)):
        act(contact, minutes=minutes)

    assert found(hana, "contact-minutes") == [long]


def test_a_client_met_before_dawn_is_of_the_day_of_the_shift(hana, teren):
    start = make.NOON.replace(month=8, day=1, hour=1)
    hours = {"planned_start": start, "planned_end": start + 7 * HOUR, "started_at": start}
    dawn = make.shift(teren, day=start.date(), **hours)
    make.encounter(dawn, client=make.client(teren), occurred_at=start + HOUR)

    assert found(hana, "client-unknown") == []


def test_one_client_twice_by_two_workers(hana, night, teren):
    client, at = make.client(teren), night.start + HOUR
    make.encounter(night, client=client, occurred_at=at, recorded_by="anna")
    later = make.encounter(night, client=client, occurred_at=at + timedelta(minutes=2), recorded_by="petr")
    make.encounter(night, client=client, occurred_at=at + timedelta(minutes=5), recorded_by="anna")
    make.encounter(night, client=make.client(teren), occurred_at=at, recorded_by="petr")

    assert found(hana, "contact-double") == [later]


def test_each_of_two_workers_sees_the_double(hana, night, teren):
    client, at = make.client(teren), night.start + HOUR
    anna, petr = make.member(teren), make.member(teren)
    first = make.encounter(night, client=client, occurred_at=at, recorded_by=anna.id)
    second = make.encounter(night, client=client, occurred_at=at, recorded_by=petr.id)

    assert (found(anna, "contact-double"), found(petr, "contact-double")) == ([first], [second])


def test_a_contact_outside_of_its_shift(hana, night):
    make.encounter(night, occurred_at=night.start - HOUR)
    make.encounter(night, occurred_at=night.start + 8 * HOUR)
    before = make.encounter(night, occurred_at=night.start - 3 * HOUR)
    assert found(hana, "contact-outside") == [before]

    after = make.encounter(night, occurred_at=night.start + 10 * HOUR)
    ended(night)
    assert found(hana, "contact-outside") == [after, before]


def test_more_than_the_limit_of_the_list(hana, night, lists):
    little, much, tally = make.encounter(night), make.encounter(night), make.encounter(night, side=Side.TALLY)
    given(make.encounter(night), 3)  # over a limit that only warns
    for contact, quantity in ((little, 1), (much, 2), (tally, 300)):
        given(contact, quantity, "food")

    assert found(hana, "material-much") == [much]


def test_ten_times_what_is_usual(hana, night, lists):
    for quantity in (1, 2, 2, 20):
        given(make.encounter(night), quantity, "water")
    zero_too_many = make.encounter(night)
    given(zero_too_many, 21, "water")

    assert found(hana, "material-much") == [zero_too_many]


def test_more_themes_than_people(hana, night):
    right, wrong = (make.encounter(night, side=Side.TALLY, people=5) for _n in range(2))
    theme(right, 5)
    theme(wrong, 6)

    assert found(hana, "tally-themes") == [wrong]


def test_a_breath_that_nobody_has(hana, night):
    breath(night, value=Decimal("3.9"))
    high = breath(night, value=Decimal("2.1"), factor=Decimal("1.99"))
    breath(night, value=5, voided_at=make.NOON)

    assert found(hana, "breath-high") == [high]


def test_a_device_without_fresh_calibration_once_a_shift(hana, night):
    breath(night)
    breath(night, device="č. 3", calibrated_on=night.day - timedelta(days=370))
    breath(night, device="č. 3", calibrated_on=None)
    other = breath(night, device="č. 4", calibrated_on=None)

    devices = [one.device for one in found(hana, "breath-device")]
    assert sorted(devices) == ["č. 3", "č. 4"]
    assert other in found(hana, "breath-device")


@pytest.mark.parametrize(
    ("signs", "is_odd"),
    [
        ({"pulse": 20}, True),
        ({"upper": 120, "lower": 115}, True),
        ({"upper": 290, "lower": 60}, True),
        ({"saturation": 40}, True),
        ({"temperature": Decimal("45.0")}, True),
        ({"upper": 180, "lower": 110, "pulse": 130, "temperature": Decimal("39.5"), "saturation": 90}, False),
    ],
)
def test_vital_signs_that_contradict_life(hana, night, signs, is_odd):
    one = VitalSigns(**night.ownership, shift=night, day=night.day, **signs).add()

    assert found(hana, "signs-odd") == [one] * is_odd


def test_a_place_without_a_municipality(hana, night, teren):
    make.shift(teren, place=make.place(teren, municipality_code="582786"))
    make.shift(teren, place=make.place(teren, kind="online"))
    make.place(teren)  # where nobody was in these days

    assert found(hana, "place-nowhere") == [night.place]


def test_a_refusal_without_an_offer(hana, night):
    usual = {"shift": night, "day": night.day, "occurred_at": night.start, "ground": "full", "recorded_by": "anna"}
    bare = ServiceRefusal(**night.ownership, **usual).add()
    ServiceRefusal(**night.ownership, **usual, offered="voda").add()

    assert found(hana, "refusal-no-offer") == [bare]


def test_more_than_twelve_hours_a_day_once(hana, anna, teren):
    def line(minutes, day, **fields):
        usual = {"membership_id": anna.id, "code": "travel", "recorded_by": anna.id}
        return IndirectWork(**teren.ownership, day=day, minutes=minutes, **usual | fields).add()

    line(400, make.SATURDAY)
    last = line(321, make.SATURDAY)
    line(720, make.SATURDAY + timedelta(days=1))
    line(900, make.SATURDAY + timedelta(days=2), voided_at=make.NOON)

    assert found(hana, "indirect-long") == found(anna, "indirect-long") == [last]


def test_days_and_service_narrow(hana, night, teren):
    make.encounter(night)

    assert found(hana, "contact-no-act", service=teren.pk)
    assert not found(hana, "contact-no-act", first=night.day + timedelta(days=1))
    assert not found(hana, "contact-no-act", service=make.service().pk)


@pytest.mark.parametrize("check", CHECKS, ids=lambda check: check.code)
def test_a_worker_sees_their_own_and_strangers_nothing(check, faults, anna, bara, cyril, hana):
    colleague = make.member(make.the_service_of(anna))

    whole = set(found(hana, check.code))
    assert whole
    assert found(colleague, check.code) == found(bara, check.code) == found(cyril, check.code) == []
    assert set(found(anna, check.code)) == (whole if check.own else set())
    assert set(found(hana, check.code, worker=anna.id)) == set(found(anna, check.code))
    assert found(hana, check.code, worker=colleague.id) == []


@pytest.fixture
def faults(anna, hana, night, teren, lists):
    """One fault of each kind, all of them Anna's but those of who is who."""
    mine = {"recorded_by": anna.id}
    make.client(teren, code="JAPE0311M"), make.client(teren, code="JAPE0312M")
    named = make.client(teren, code="NAME0101F")
    agreed = {"id": new_id(), "form": "spoken", "version": "1"}
    said = {"person": Person(surname="Šťastná"), "today": make.SATURDAY, "agreed": agreed}
    identities.name(by=hana, id=new_id(), client=named, **said)
    agreements.withdraw(by=hana, agreement=named.agreements.get(), on=make.SATURDAY, how="x", today=make.SATURDAY)
    CrewMember(**night.ownership, shift=night, membership_id=anna.id).add()
    for hours, fields in ((7, {}), (17, {})):
        other = make.shift(teren, place=night.place)
        CrewMember(**other.ownership, shift=other, membership_id=anna.id).add()
        ended(other, hours, **fields)
    client, at = make.client(teren), night.start + HOUR
    contact = make.encounter(night, client=client, is_late=True, **mine)
    of_another = make.encounter(night, client=client, occurred_at=at - timedelta(minutes=1), recorded_by="petr")
    act(of_another)
    given(of_another, 1)
    act(make.encounter(night, **mine), minutes=500)
    make.encounter(night, occurred_at=night.start - 5 * HOUR, **mine)
    given(contact, 100, "food")
    theme(make.encounter(night, side=Side.TALLY, people=2, **mine), 3)
    breath(night, value=5, calibrated_on=None, encounter=contact)
    VitalSigns(**night.ownership, shift=night, day=night.day, pulse=20, encounter=contact).add()
    usual = {"shift": night, "day": night.day, "occurred_at": night.start, "ground": "full", **mine}
    ServiceRefusal(**night.ownership, **usual).add()
    work = {"membership_id": anna.id, "code": "travel", **mine}
    IndirectWork(**teren.ownership, day=night.day, minutes=800, **work).add()
