from dataclasses import dataclass
from datetime import date, datetime, timedelta
from uuid import UUID, uuid4

from django.utils.crypto import get_random_string
from django.utils.translation import gettext as _

from spojka.access.actions import action
from spojka.access.actor import Actor
from spojka.access.permissions import Permission
from spojka.base.errors import Refusal
from spojka.base.ids import new_id
from spojka.codelists.catalogue import Catalogue
from spojka.encounters.actions import encounters
from spojka.encounters.content import Content
from spojka.encounters.models import Encounter, Shift, Side
from spojka.encounters.times import AHEAD, check_time

from ..models import RapidTest, RapidTestStep, Result, State, StepKind

LETTERS = "ACEFHJKLMNPRTUVWXY3479"  # none of them is taken for another one
NEXT = {  # which steps may follow, by how far the test is
    State.TALKED: (StepKind.TAKEN, StepKind.ENDED),
    State.TAKEN: (StepKind.READ, StepKind.ENDED),
    State.READ: (StepKind.TOLD, StepKind.ENDED),
    State.REFER: (StepKind.REFERRED, StepKind.DECLINED),
}


class OutOfOrder(Refusal):
    """The step does not follow from those before it; mostly a colleague was faster."""


class OutsideWindow(Refusal):
    """A line was looked at too early, or too late to say anything."""


@dataclass(frozen=True, kw_only=True)
class Step:
    """What a step says, as plain values."""

    kind: StepKind
    occurred_at: datetime
    agreed: bool = False
    covered: tuple[str, ...] = ()
    batch: str = ""
    expires_on: date | None = None
    low: int | None = None
    high: int | None = None
    result: str = ""
    repeat: bool | None = None
    place: str = ""
    on: date | None = None
    text: str = ""


@action(Permission.TEST_START, on="shift")
def start(
    *,
    by: Actor,
    id: UUID,
    shift: Shift,
    kind: str,
    code: str,
    steps: tuple[Step, ...],
    repeats: RapidTest | None,
    catalogue: Catalogue,
    at: datetime,
) -> RapidTest:
    """Begin a test by the talk before it, and maybe by taking it. With a code it leads to the client: they agreed.

    Its act is written as a contact: the client's, or nobody's, to which then nothing leads.
    """
    RapidTest.objects.all().stop_if_known(id, shift.service)
    talk = steps[0]
    if not talk.agreed:
        raise Refusal(_("Without their yes there is no test."), field="agreed")
    for step in steps:
        check_time(shift, step.occurred_at, at)
    encounter = _act(by, shift, kind, code, talk, catalogue, at)
    test = RapidTest(
        **shift.ownership,
        id=id,
        shift=shift,
        encounter=encounter if code else None,
        day=shift.day,
        kind=kind,
        slip="" if code else _slip(shift),
        state=State.TALKED,
        taken_by=by.id,
        repeats=repeats,
        recorded_by=by.id,
    ).add()
    for step in steps:
        _put(by, new_id() if code else uuid4(), test, step)
    return _settle(test)


@action(Permission.TEST_NOTE, on="test")
def note(*, by: Actor, id: UUID, test: RapidTest, step: Step, at: datetime) -> RapidTestStep:
    """Add the next step. What does not follow from the steps before is refused."""
    RapidTestStep.objects.all().stop_if_known(id, test.service)
    test = RapidTest.objects.select_for_update(of=("self",)).select_related("service", "shift").get(pk=test.pk)
    if test.voided_at or step.kind not in NEXT.get(State(test.state), ()):
        raise OutOfOrder(_("Meanwhile the test is elsewhere. Look at its steps."))
    if step.occurred_at > at + AHEAD:
        raise Refusal(_("That time has not come yet. Put the time right."), field="at")
    last = _last(test)
    if last and step.occurred_at < last.occurred_at:
        raise Refusal(_("That is before the step before it. Put the time right."), field="at")
    _check_window(test, step)
    _check_said(test, step)
    made = _put(by, id, test, step)
    _settle(test)
    return made


@action(Permission.TEST_TAKE_BACK, on="step")
def take_back(*, by: Actor, step: RapidTestStep, why: str, at: datetime) -> RapidTestStep:
    """Take the last step back, with the reason; then the right one is written. It stays with its trace."""
    test = RapidTest.objects.select_for_update(of=("self",)).get(pk=step.test_id)
    step = RapidTestStep.objects.get(pk=step.pk)
    if step.voided_at:
        return step
    if _last(test) != step or step.kind == StepKind.TALK or test.voided_at:
        raise OutOfOrder(_("Just the last step can be taken back."))
    step.change(voided_at=at, voided_by=by.id, voided_why=why)
    _settle(test)
    return step


@action(Permission.TEST_VOID, on="test")
def void(*, by: Actor, test: RapidTest, why: str, at: datetime) -> RapidTest:
    """Say that a test was written by mistake. Its contact goes along, if it is nothing but the test."""
    test = RapidTest.objects.select_for_update(of=("self",)).get(pk=test.pk)
    if test.voided_at:
        return test
    contact = Encounter.objects.filter(rapid_tests=test, voided_at=None, version=1).first()
    if contact and contact.acts.count() == 1:
        encounters.void(by=by, encounter=contact, reason=why, at=at)
    return test.change(voided_at=at, voided_by=by.id, voided_why=why)


def _settle(test: RapidTest) -> RapidTest:
    """Let the row say what its standing steps come to."""
    steps = {step.kind: step for step in test.steps.filter(voided_at=None)}
    taken, read = steps.get(StepKind.TAKEN), steps.get(StepKind.READ)
    return test.change(
        state=_state(set(steps), read),
        result=read.result if read else "",
        due_from=taken.occurred_at + timedelta(minutes=taken.low or 0) if taken else None,
        due_until=taken.occurred_at + timedelta(minutes=taken.high) if taken and taken.high else None,
        taken_by=taken.recorded_by if taken else test.recorded_by,
    )


def _state(kinds: set[str], read: RapidTestStep | None) -> State:
    if StepKind.ENDED in kinds:
        return State.ENDED
    if StepKind.TOLD in kinds:
        open_end = read and read.result == Result.REACTIVE and not kinds & {StepKind.REFERRED, StepKind.DECLINED}
        return State.REFER if open_end else State.DONE
    if StepKind.READ in kinds:
        return State.READ
    return State.TAKEN if StepKind.TAKEN in kinds else State.TALKED


def _last(test: RapidTest) -> RapidTestStep | None:
    return max(test.steps.filter(voided_at=None), key=lambda one: one.place_in_order, default=None)


def _put(by: Actor, id: UUID, test: RapidTest, step: Step) -> RapidTestStep:
    said = vars(step) | {"covered": list(step.covered)}
    return RapidTestStep(**test.ownership, id=id, test=test, **said, recorded_by=by.id).add()


def _check_window(test: RapidTest, step: Step) -> None:
    """A line that shows later than the kit allows says nothing: such a test was not read."""
    if step.kind != StepKind.READ or step.result in (Result.INVALID, Result.NOT_READ):
        return
    if test.due_from and step.occurred_at < test.due_from:
        raise OutsideWindow(_("It is too early: the kit is read later. Wait, or put the time right."), field="at")
    if test.due_until and step.occurred_at > test.due_until:
        raise OutsideWindow(
            _("It is too late: what shows now says nothing. Choose “not read in time” and offer another test."),
            field="result",
        )


def _check_said(test: RapidTest, step: Step) -> None:
    needs = {
        StepKind.READ: ("result", _("Choose what it shows.")),
        StepKind.TOLD: ("covered", _("Tick what you talked about.")),
        StepKind.REFERRED: ("place", _("Write where they are referred to.")),
        StepKind.DECLINED: ("text", _("Write why they declined, in their words.")),
        StepKind.ENDED: ("text", _("Write in a few words why it ended.")),
    }
    name, words = needs.get(step.kind, ("", ""))
    if name and not getattr(step, name):
        raise Refusal(words, field=name)
    if step.kind == StepKind.TOLD and test.result == Result.INVALID and step.repeat is None:
        raise Refusal(_("Offer another test and say what they answered."), field="repeat")


def _act(by: Actor, shift: Shift, kind: str, code: str, talk: Step, catalogue: Catalogue, at: datetime) -> Encounter:
    item = catalogue.find("test_kind", kind)
    act = item.extra.get("act", "TE") if item else "TE"
    side = Side.CODE if code else Side.ANONYMOUS
    content = Content(side=side, code=code, occurred_at=talk.occurred_at, acts={act: 1})
    return encounters.record(by=by, id=new_id(), shift=shift, content=content, catalogue=catalogue, at=at)


def _slip(shift: Shift) -> str:
    """Return a code for a slip that nobody else has that day: random, it tells of nobody and can't be guessed."""
    while True:
        slip = f"{get_random_string(3, LETTERS)}-{get_random_string(3, LETTERS)}"
        if not RapidTest.objects.filter(service=shift.service_id, day=shift.day, slip=slip).exists():
            return slip
