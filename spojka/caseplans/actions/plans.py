"""A version of the plan is begun, written by everybody who takes part, and agreed."""

import json
from datetime import datetime
from uuid import UUID

from django.utils.translation import gettext as _

from spojka.access.actions import action
from spojka.access.actor import Actor
from spojka.access.models import Grant
from spojka.access.permissions import Permission
from spojka.base.errors import Refusal
from spojka.base.ids import new_id
from spojka.base.sealed import seal
from spojka.cases.holding import check_open, owned_by
from spojka.cases.models import Case
from spojka.network.models import Service

from ..content import TEXTS, Draft
from ..models import Part, PartKind, Plan, PlanKind, PlanState, TermAnswer
from ..own import check_standing
from ..standing import answers_to, standing


class Clash(Refusal):
    """Somebody wrote the same part anew meanwhile: both texts are shown, nothing is lost."""

    code = "clash"


class Agreed(Refusal):
    """An agreed plan stays as it was."""


@action(Permission.PLAN_START, on="case")
def start(*, by: Actor, id: UUID, case: Case, kind: str) -> Plan:
    """Begin the next version: an empty plan, or a copy of the one before. `kind` counts for the first one alone."""
    Plan.objects.all().stop_if_known(id, case.service)
    case = Case.objects.select_for_update(of=("self",)).get(pk=case.pk)
    check_open(case)
    before = list(Plan.objects.filter(case=case).order_by("number"))
    if any(one.is_draft for one in before):
        raise Refusal(_("The next version is being written already."))
    old = next((one for one in reversed(before) if not one.is_voided), None)
    kind = _next(old, kind)
    mine = {"number": before[-1].number + 1 if before else 1, "kind": kind, "started_by": by.id}
    plan = Plan(**case.ownership, **mine, id=id, case=case).add()
    for part in _copied(old) if old else [_first(case, by)]:
        part.plan = plan
        part.add()
    return plan


@action(Permission.PLAN_WRITE, on="service", into="plan")
def write(
    *, by: Actor, id: UUID, service: Service, plan: Plan, part: Part, draft: Draft, is_out: bool = False
) -> Part:
    """Write a part anew: `part` is the wording from which one began, or a new one that was not saved yet."""
    texts = _texts(part.kind, draft)
    Part.objects.all().stop_if_known(id, service, key=part.key, said=texts, term=draft.term, is_out=is_out)
    _hold(plan.case, by)
    plan = Plan.objects.select_related("case").get(pk=plan.pk)
    check_open(plan.case)
    check_standing(plan)
    if not plan.is_draft:
        raise Agreed(_("This version was agreed and stays as it is. Begin a revision."))
    newest = Part.objects.filter(plan=plan, key=part.key).order_by("-wording").first()
    if newest and newest.wording != part.wording:
        raise Clash(_("Somebody else wrote it anew meanwhile. Nothing is lost: look at both and save what holds."))
    if newest is None and part.kind != PartKind.HEAD:
        part.place = Part.objects.filter(plan=plan, of=part.of).count()
    same = {"case": plan.case, "plan": plan, "kind": part.kind, "key": part.key, "of": part.of, "place": part.place}
    said = {
        "texts": seal(json.dumps(texts)),
        "wording": newest.wording + 1 if newest else 1,
        "is_out": is_out,
        "written_by": by.id,
    }
    return Part(**owned_by(service, plan.case), **same, **draft.columns, **said, id=id).add()


@action(Permission.PLAN_AGREE, on="plan")
def agree(*, by: Actor, plan: Plan, at: datetime) -> Plan:
    """This version holds from now on; the one before is superseded. Who has not agreed yet stays told."""
    case = Case.objects.select_for_update(of=("self",)).get(pk=plan.case_id)
    list(Grant.objects.select_for_update().current(at).filter(subject_id=case.pk).order_by("pk"))  # who writes, waits
    plan = Plan.objects.select_for_update(of=("self",)).get(pk=plan.pk)
    check_standing(plan)
    if not plan.is_draft:
        return plan
    check_open(case)
    parts = standing(Part.objects.filter(plan=plan)).values()
    if not any(one.kind == PartKind.GOAL and not one.is_out for one in parts):
        raise Refusal(_("There is no goal yet. Add at least one."))
    for old in Plan.objects.filter(case=case, state=PlanState.AGREED):
        old.change(state=PlanState.SUPERSEDED)
    return plan.change(state=PlanState.AGREED, agreed_at=at, agreed_by=by.id)


@action(Permission.PLAN_VOID, on="plan")
def void(*, by: Actor, plan: Plan, at: datetime) -> Plan:
    """Throw a draft away that was never agreed: it stays to be read, and can be taken back."""
    plan = _held(plan)
    if plan.is_voided:
        return plan
    if not plan.is_draft:
        raise Agreed(_("This version was agreed and stays as it is. Begin a revision."))
    return plan.change(state=PlanState.VOIDED, voided_at=at, voided_by=by.id)


@action(Permission.PLAN_RESTORE, on="plan")
def restore(*, by: Actor, plan: Plan) -> Plan:
    """Write a draft further that was thrown away, unless another one was begun meanwhile."""
    plan = _held(plan)
    if not plan.is_voided:
        return plan
    if Plan.objects.filter(case=plan.case_id, number__gt=plan.number).exclude(state=PlanState.VOIDED).exists():
        raise Refusal(_("Another version was begun since. Write into that one."))
    if Plan.objects.filter(case=plan.case_id, state=PlanState.DRAFT).exists():
        raise Refusal(_("The next version is being written already."))
    return plan.change(state=PlanState.DRAFT, voided_at=None, voided_by="")


def _held(plan: Plan) -> Plan:
    """Hold the case and who writes into it, so that nobody writes while a version changes its state."""
    case = Case.objects.select_for_update(of=("self",)).get(pk=plan.case_id)
    list(Grant.objects.select_for_update().filter(subject_id=case.pk).order_by("pk"))
    check_open(case)
    found: Plan = Plan.objects.select_for_update(of=("self",)).get(pk=plan.pk)
    return found


def _next(old: Plan | None, kind: str) -> str:
    if old is None:
        return kind
    return PlanKind.FINAL if old.kind == PlanKind.PRELIMINARY else PlanKind.REVISION


def _first(case: Case, by: Actor) -> Part:
    empty = {"kind": PartKind.HEAD, "key": new_id(), "wording": 1, "texts": seal("{}"), "written_by": by.id}
    return Part(**case.ownership, **empty, case=case)


def _copied(old: Plan) -> list[Part]:
    """Return what stood in a version, with the terms that were agreed since."""
    answers = list(TermAnswer.objects.filter(case=old.case_id))
    found = []
    for part in standing(Part.objects.filter(plan=old)).values():
        if not part.is_out:
            term = next((one.new_term for one in reversed(answers_to(part, answers)) if one.new_term), part.term)
            same = {name: getattr(part, name) for name in ("kind", "key", "of", "place", "texts", "written_by")}
            same |= {"review_on": part.review_on, "party_id": part.party_id, "participant_id": part.participant_id}
            found.append(Part(**old.ownership, **same, case_id=old.case_id, wording=1, term=term))
    return found


def _texts(kind: str, draft: Draft) -> dict[str, str]:
    if kind != PartKind.HEAD and not draft.texts.get("text"):
        raise Refusal(_("Write what it is."), field="text")
    return {name: draft.texts[name] for name in TEXTS[kind] if draft.texts.get(name)}


def _hold(case: Case, by: Actor) -> None:
    """Hold what lets us in, so that the plan is not agreed while we write: a guest can't hold the plan itself."""
    opened = Grant.objects.select_for_update().filter(subject_id=case.pk, grantee_id__in=by.names)
    list(opened.order_by("pk"))
