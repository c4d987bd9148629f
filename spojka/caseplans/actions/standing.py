"""How goals and steps stand: done, dropped, open again; what was done about a passed term; who agrees."""

from datetime import date, datetime
from uuid import UUID

from django.utils import timezone
from django.utils.translation import gettext as _

from spojka.access.actions import action
from spojka.access.actor import Actor
from spojka.access.permissions import Permission
from spojka.base.errors import Refusal
from spojka.cases.holding import check_open, owned_by
from spojka.cases.models import Participant
from spojka.network.models import Service

from ..content import Word
from ..models import AnswerKind, Assent, AssentWay, AssentWord, Part, Plan, TermAnswer, Tick
from ..own import check_standing, sealed
from ..standing import answers_to


class Settled(Refusal):
    """Somebody answered it meanwhile, or it is not due."""


@action(Permission.PLAN_TICK, on="service", into="part")
def tick(*, by: Actor, id: UUID, service: Service, part: Part, state: str, on: date, words: str, at: datetime) -> Tick:
    """Say that a step is done, a goal reached, that it was dropped, or that it is open again."""
    Tick.objects.all().stop_if_known(id, service, key=part.key, state=state, on=on, note=words)
    check_open(part.case)
    if on > timezone.localdate(at):
        raise Refusal(_("This day is still to come."), field="on")
    said = {"key": part.key, "state": state, "on": on, "at": at, "ticked_by": by.id, **sealed(words=words)}
    return Tick(**owned_by(service, part.case), **said, id=id, case_id=part.case_id).add()


@action(Permission.PLAN_ANSWER, on="service", into="part")
def answer(
    *, by: Actor, id: UUID, service: Service, part: Part, passed: date, new_term: date | None, words: str, at: datetime
) -> TermAnswer:
    """Answer a passed term: without a new term plan B was started; with one it is later, for a reason."""
    TermAnswer.objects.all().stop_if_known(id, service, key=part.key, new_term=new_term, said=words)
    check_open(part.case)
    known = next(reversed(answers_to(part, TermAnswer.objects.filter(case=part.case_id, key=part.key))), None)
    holds = (known.new_term or known.passed) if known else part.term
    if passed != holds or (known and known.kind == AnswerKind.ACTED and known.passed == passed):
        raise Settled(_("Somebody answered this term meanwhile. Look at the plan again."))
    if new_term and new_term <= timezone.localdate(at):
        raise Refusal(_("Choose a day that is still to come."), field="new_term")
    kind = AnswerKind.MOVED if new_term else AnswerKind.ACTED
    said = {"kind": kind, "passed": passed, "new_term": new_term, "at": at, "answered_by": by.id}
    said |= sealed(called=part.title, words=words)
    mine = {"case_id": part.case_id, "plan_id": part.plan_id, "key": part.key}
    return TermAnswer(**owned_by(service, part.case), **said, **mine, id=id).add()


@action(Permission.PLAN_ASSENT, on="service", into="plan")
def assent(*, by: Actor, id: UUID, service: Service, plan: Plan, said: Word, at: datetime) -> Assent:
    """Write down what somebody says of a version: in Spojka themselves, on paper, or by word."""
    Assent.objects.all().stop_if_known(id, service, word=said.word, way=said.way, on=said.on, said=said.words)
    check_open(plan.case)
    check_standing(plan)
    _check_word(said, service, timezone.localdate(at))
    columns = {name: getattr(said, name) for name in ("party", "participant", "way", "word", "on")}
    texts = sealed(who=said.who, heard=said.heard, words=said.words)
    mine = {"case": plan.case, "plan": plan, "at": at, "written_by": by.id}
    return Assent(**owned_by(service, plan.case), **columns, **texts, **mine, id=id).add()


def _check_word(said: Word, service: Service, today: date) -> None:
    if not (said.party or said.participant or said.who):
        raise Refusal(_("Choose who says it."), field="whose")
    if said.way == AssentWay.HERE and not (said.participant and _is_ours(said.participant, service)):
        raise Refusal(
            _("In Spojka only your own side can say it. Of others write down a paper or a word."), field="way"
        )
    if said.way == AssentWay.SPOKEN and not said.heard:
        raise Refusal(_("Write who heard it."), field="heard")
    if said.word != AssentWord.YES and not said.words:
        raise Refusal(_("Write in their words what they reserve or refuse."), field="words")
    if said.on > today:
        raise Refusal(_("This day is still to come."), field="on")


def _is_ours(side: Participant, service: Service) -> bool:
    names = {service.pk, service.organisation_id}
    works_here = side.worker_id is not None and service.memberships.filter(pk=side.worker_id).exists()
    return side.grantee_id in names or works_here
