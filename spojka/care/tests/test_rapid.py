"""A rapid test …"""

from datetime import timedelta

import pytest
from django.core.exceptions import PermissionDenied
from django.utils import timezone

from spojka.base.errors import Refusal
from spojka.base.ids import new_id
from spojka.care.actions import rapid
from spojka.care.actions.rapid import Step
from spojka.care.matters import matters
from spojka.care.models import RapidTest, RapidTestStep, Result, State, StepKind
from spojka.clients.beside import facts_of, flags_of
from spojka.clients.models import Client
from spojka.codelists.catalogue import catalogue
from spojka.encounters.models import Encounter


@pytest.fixture
def begin(worker, shift):
    """begin(code=…) begins a test that was taken half an hour ago."""

    def start(by=None, id=None, code="", kind="hiv", at=None, taken=True, agreed=True, repeats=None):
        at = at or timezone.now() - timedelta(minutes=17)
        steps = [Step(kind=StepKind.TALK, occurred_at=at, agreed=agreed, covered=("window",))]
        steps += [Step(kind=StepKind.TAKEN, occurred_at=at, batch="A1", low=15, high=20)] if taken else []
        said = {"catalogue": catalogue(shift.service, shift.day), "at": timezone.now(), "repeats": repeats}
        return rapid.start(
            by=by or worker, id=id or new_id(), shift=shift, kind=kind, code=code, steps=tuple(steps), **said
        )

    return start


@pytest.fixture
def go(worker):
    """go(test, kind, …) adds a step now."""

    def note(test, kind, by=None, id=None, **said):
        step = Step(kind=kind, **{"occurred_at": timezone.now()} | said)
        rapid.note(by=by or worker, id=id or new_id(), test=test, step=step, at=timezone.now())
        test.refresh_from_db()
        return test

    return note


def test_under_a_code_leads_to_the_client_through_its_contact(begin):
    test = begin(code="PEN 85 M")

    assert test.encounter.client.code == "PEN 85 M"
    assert [(act.code, act.quantity) for act in test.encounter.acts.all()] == [("TE", 1)]
    assert test.slip == ""


def test_of_nobody_has_a_slip_and_nothing_leads_from_it(begin):
    test = begin()

    contact = Encounter.objects.get()
    assert (contact.side, contact.client, test.encounter) == ("anonymous", None, None)
    assert len(test.slip) == 7
    assert not Client.objects.exists()


def test_of_substances_counts_another_act(begin):
    begin(kind="toxicology")

    assert Encounter.objects.get().acts.get().code == "TX"


def test_needs_a_yes(begin):
    with pytest.raises(Refusal):
        begin(agreed=False)

    assert not Encounter.objects.exists()


def test_sent_twice_is_one_with_one_contact(begin):
    id = new_id()

    begin(id=id, code="PEN 85 M")
    begin(id=id, code="PEN 85 M")

    assert (RapidTest.objects.count(), Encounter.objects.count()) == (1, 1)


def test_nonreactive_is_done_when_told(begin, go):
    test = go(begin(), StepKind.READ, result=Result.NONREACTIVE)
    assert test.state == State.READ

    assert go(test, StepKind.TOLD, covered=("result",)).state == State.DONE


def test_reactive_stays_open_until_there_is_a_referral(begin, go, worker):
    test = go(begin(), StepKind.READ, result=Result.REACTIVE)
    test = go(test, StepKind.TOLD, covered=("result", "confirm"))
    assert (test.state, test.is_open) == (State.REFER, True)
    assert [matter.ring for matter in matters(worker, timezone.now())] == ["late"]

    test = go(test, StepKind.REFERRED, place="Infekční ambulance")

    assert (test.state, test.is_open) == (State.DONE, False)
    assert matters(worker, timezone.now()) == []


def test_reactive_is_closed_when_the_person_declines_with_a_reason(begin, go):
    test = go(begin(), StepKind.READ, result=Result.REACTIVE)
    test = go(test, StepKind.TOLD, covered=("result",))

    with pytest.raises(Refusal):
        go(test, StepKind.DECLINED)
    assert go(test, StepKind.DECLINED, text="Chce to nejdřív říct doma.").state == State.DONE


@pytest.mark.parametrize(("minutes", "field"), [(5, "at"), (30, "result")])
def test_is_read_within_the_window_of_its_kit(begin, go, minutes, field):
    test = begin(at=timezone.now() - timedelta(minutes=minutes))

    with pytest.raises(rapid.OutsideWindow) as refusal:
        go(test, StepKind.READ, result=Result.NONREACTIVE)

    assert refusal.value.field == field


def test_not_read_in_time_says_so_and_another_one_is_offered(begin, go):
    test = begin(at=timezone.now() - timedelta(minutes=50))
    test = go(test, StepKind.READ, result=Result.NOT_READ)

    assert go(test, StepKind.TOLD, covered=("again",)).state == State.DONE
    assert begin(repeats=test).repeats == test


def test_invalid_asks_whether_they_want_another_one(begin, go):
    test = go(begin(), StepKind.READ, result=Result.INVALID)

    with pytest.raises(Refusal):
        go(test, StepKind.TOLD, covered=("again",))
    assert go(test, StepKind.TOLD, covered=("again",), repeat=True).state == State.DONE


def test_takes_no_step_that_does_not_follow(begin, go):
    test = begin(taken=False)

    with pytest.raises(rapid.OutOfOrder):
        go(test, StepKind.READ, result=Result.REACTIVE)


def test_step_sent_twice_is_one(begin, go):
    test, id = begin(), new_id()

    go(test, StepKind.READ, id=id, result=Result.NONREACTIVE)
    go(test, StepKind.READ, id=id, result=Result.NONREACTIVE)

    assert RapidTestStep.objects.filter(kind=StepKind.READ).count() == 1


def test_last_step_is_taken_back_with_its_trace(begin, go, colleague):
    test = go(begin(), StepKind.READ, result=Result.REACTIVE)
    step = RapidTestStep.objects.get(kind=StepKind.READ)

    rapid.take_back(by=colleague, step=step, why="Přehlédl jsem se.", at=timezone.now())

    test.refresh_from_db()
    step.refresh_from_db()
    assert (test.state, test.result) == (State.TAKEN, "")
    assert (step.result, step.voided_by, step.voided_why) == (Result.REACTIVE, colleague.id, "Přehlédl jsem se.")


def test_voided_takes_its_contact_along(begin, worker):
    test = begin(code="PEN 85 M")

    rapid.void(by=worker, test=test, why="Zapsáno dvakrát.", at=timezone.now())

    assert Encounter.objects.get().voided_at
    assert not RapidTest.objects.all().standing().exists()


def test_waits_for_who_took_it_and_for_the_head(begin, worker, colleague, head):
    begin()

    now = timezone.now()
    assert [len(matters(who, now)) for who in (worker, colleague, head)] == [1, 0, 1]


def test_tells_the_counter_that_it_waits_and_never_what_it_showed(begin, go, worker):
    test = go(begin(code="PEN 85 M"), StepKind.READ, result=Result.REACTIVE)
    client = test.encounter.client

    (flag,) = flags_of(client, worker, timezone.now())
    (fact,) = [one for one in facts_of(client, worker) if one.is_open]

    assert (flag.kind, str(test.pk) in flag.link) == ("result", True)
    for text in (flag.text, fact.text):
        assert "reakt" not in text.lower()
        assert "react" not in text.lower()


def test_is_not_a_strangers(begin, go, cyril, gita):
    test = begin(code="PEN 85 M")

    for who in (cyril, gita):
        with pytest.raises(PermissionDenied):
            go(test, StepKind.READ, by=who, result=Result.NONREACTIVE)
        assert matters(who, timezone.now()) == []
        assert list(flags_of(test.encounter.client, who, timezone.now())) == []


def test_is_no_volunteers(begin, centre):
    from tests import make

    volunteer = make.member(centre, role="volunteer_on_duty")

    with pytest.raises(PermissionDenied):
        begin(by=volunteer)


def test_pages_show_it_and_a_slip_leads_to_it(begin, browse, worker, shift):
    test, on_shift = begin(), f"/podchod/shifts/{shift.pk}/rapid-tests/"

    assert test.slip in browse(worker).get(on_shift).content.decode()
    answer = browse(worker).post(on_shift, {"slip": test.slip.lower().replace("-", "")})
    assert answer.url == f"/podchod/rapid-tests/{test.pk}/"
    assert browse(worker).post(on_shift, {"slip": "AAA-AAA"}).status_code == 422
    assert browse(worker).get(answer.url).status_code == 200
    assert browse(worker).get(f"{answer.url}slip/").content.startswith(b"%PDF")


def test_form_begins_one_and_the_next_form_goes_on(browse, worker, shift):
    page = browse(worker)
    typed = {"id": str(new_id()), "side": "code", "code": "pen85m", "kind": "hiv", "covered": ["window"]}

    assert page.post(f"/podchod/shifts/{shift.pk}/rapid-tests/new/", typed | {"is_taken": "on"}).status_code == 422
    answer = page.post(f"/podchod/shifts/{shift.pk}/rapid-tests/new/", typed | {"is_taken": "on", "agreed": "on"})
    assert answer.status_code == 302

    steps = f"{answer.url}steps/"
    early = page.post(steps, {"id": str(new_id()), "kind": "read", "result": "reactive"})
    assert early.status_code == 422
    assert page.post(steps, {"id": str(new_id()), "kind": "read", "result": "invalid"}).status_code == 302
    assert RapidTest.objects.get().state == State.READ


def test_form_claims_no_talk_before_it_was_ticked(begin, go, browse, worker, shift):
    test = go(begin(), StepKind.READ, result=Result.NONREACTIVE)

    for path, name in ((f"shifts/{shift.pk}/rapid-tests/new/", "before"), (f"rapid-tests/{test.pk}/", "after")):
        form = browse(worker).get(f"/podchod/{path}")
        covered = form.context["form"]["covered"] if name == "before" else form.context["forms"]["told"]["covered"]
        assert not covered.value()
        assert "<tick-all" in str(covered)
    sent = {"id": str(new_id()), "side": "anonymous", "kind": "hiv", "agreed": "on"}
    assert browse(worker).post(f"/podchod/shifts/{shift.pk}/rapid-tests/new/", sent).status_code == 422


def test_stays_readable_when_its_contact_turns_out_to_be_nobodys(begin, browse, worker, shift):
    test = begin(code="PEN 85 M")
    Encounter.objects.update(client=None, side="anonymous")

    page = browse(worker)

    for path in (f"rapid-tests/{test.pk}/", f"shifts/{shift.pk}/rapid-tests/"):
        assert page.get(f"/podchod/{path}").status_code == 200
