"""The professionals of a case agree on what they tell each other; they assent, tell, evaluate, end."""

from datetime import date
from uuid import UUID

from django.utils.translation import gettext as _

from spojka.access.actions import action
from spojka.access.actor import Actor
from spojka.access.permissions import Permission
from spojka.base.errors import Refusal
from spojka.base.sealed import seal
from spojka.cases.holding import owned_by
from spojka.cases.models import Case, Participant
from spojka.network.models import Membership, Service

from ..content import Agreed
from ..due import is_thinner
from ..knowing import is_of
from ..models import (
    AgreedDirection,
    AgreedDuty,
    AgreedPace,
    AssentWay,
    ReportReminder,
    TeamAgreement,
    TeamAssent,
    TeamReview,
    Told,
)

TEXTS = ("principles", "misunderstanding", "ending", "evaluation")


class Over(Refusal):
    """It was replaced or ended meanwhile."""


@action(Permission.TEAM_AGREEMENT_MAKE, on="case")
def make(*, by: Actor, id: UUID, case: Case, agreed: Agreed, today: date) -> TeamAgreement:
    """Write down what was agreed. It stands instead of the agreement that held, which stays to be read."""
    TeamAgreement.objects.all().stop_if_known(id, case.service)
    case = Case.objects.select_for_update(of=("self",)).get(pk=case.pk)
    _check(case, agreed, today)
    versions = TeamAgreement.objects.filter(case=case).order_by("-version")
    last = versions.first()
    before = last if last and last.ended_on is None else None
    said: dict[str, object] = {name: seal(words) for name in TEXTS if (words := getattr(agreed, name))}
    said |= {"topics": list(agreed.topics), "forms": list(agreed.forms), "starts_on": agreed.paces[0][0]}
    said |= {"evaluate_on": agreed.evaluate_on, "made_by": by.id, "replaces": before}
    row = TeamAgreement(**case.ownership, **said, id=id, case=case, version=last.version + 1 if last else 1).add()
    of = {**case.ownership, "agreement": row, "case": case}
    for from_on, every in agreed.paces:
        AgreedPace(**of, from_on=from_on, every=every).add()
    for teller, told in agreed.directions:
        AgreedDirection(**of, teller=teller, told=told).add()
    for participant, words in agreed.duties:
        AgreedDuty(**of, participant=participant, words=seal(words)).add()
    host = Participant.objects.filter(case=case, grantee_id=case.service_id, left_on=None).first()
    if host:
        TeamAssent(**of, participant=host, way=AssentWay.SPOJKA, on=today, given_by=by.id).add()
    return row


@action(Permission.TEAM_AGREEMENT_ASSENT, on="service", into="agreement")
def assent(
    *, by: Actor, service: Service, agreement: TeamAgreement, participant: Participant, way: str, on: date
) -> TeamAssent:
    """Agree for oneself; the coordinating service also writes down who agreed by word or on paper."""
    known = TeamAssent.objects.filter(agreement=agreement, participant=participant).first()
    if known:
        return known
    _check_holds(agreement)
    is_ours = is_of(participant, service)
    is_told = service.pk == agreement.service_id and way != AssentWay.SPOJKA
    if participant.case_id != agreement.case_id or not (is_ours or is_told):
        raise Refusal(_("They agree for themselves. Only the coordinating service writes down who agreed by word."))
    of = {"agreement": agreement, "case_id": agreement.case_id, "participant": participant}
    return TeamAssent(**owned_by(service, agreement.case), **of, way=way, on=on, given_by=by.id).add()


@action(Permission.TEAM_AGREEMENT_TELL, on="service", into="agreement")
def tell(
    *,
    by: Actor,
    id: UUID,
    service: Service,
    agreement: TeamAgreement,
    teller: Participant,
    to: Participant | None,
    form: str,
    on: date,
    today: date,
) -> Told:
    """Tick that somebody told what they owed: oneself; of who works without Spojka the coordinating service."""
    Told.objects.all().stop_if_known(id, service, teller_id=teller.pk, to_id=to.pk if to else None, on=on, form=form)
    _check_holds(agreement)
    for one in (teller, to):
        if one and one.case_id != agreement.case_id:
            raise Refusal(_("They are not in this case."), field="teller")
    if not is_of(teller, service) and not (teller.grantee_id is None and service.pk == agreement.service_id):
        raise Refusal(_("They tick it for themselves."), field="teller")
    if on > today:
        raise Refusal(_("It has not happened yet."), field="on")
    of = {"agreement": agreement, "case_id": agreement.case_id, "teller": teller, "to": to}
    said = {"form": form, "on": on, "written_by": by.id}
    return Told(**owned_by(service, agreement.case), **of, **said, id=id).add()


@action(Permission.TEAM_AGREEMENT_REVIEW, on="agreement")
def review(*, by: Actor, id: UUID, agreement: TeamAgreement, words: str, next_on: date, today: date) -> TeamReview:
    """Write how the cooperation itself goes, and when it is looked at again."""
    TeamReview.objects.all().stop_if_known(id, agreement.service, said=words, next_on=next_on)
    _check_holds(agreement)
    if next_on <= today:
        raise Refusal(_("Choose a day that is still to come."), field="next_on")
    of = {**agreement.ownership, "agreement": agreement, "case_id": agreement.case_id}
    return TeamReview(**of, id=id, words=seal(words), on=today, next_on=next_on, written_by=by.id).add()


@action(Permission.TEAM_AGREEMENT_END, on="agreement")
def end(*, by: Actor, agreement: TeamAgreement, why: str, today: date) -> TeamAgreement:
    """End it: nothing more is due by it."""
    row: TeamAgreement = TeamAgreement.objects.select_for_update(of=("self",)).get(pk=agreement.pk)
    if row.ended_on:
        return row
    _check_holds(row)
    return row.change(ended_on=today, ended_why=seal(why))


@action(Permission.TEAM_AGREEMENT_REMIND, on="agreement")
def remind(
    *, by: Actor, id: UUID, agreement: TeamAgreement, teller: Participant, due_on: date, whom: Membership
) -> ReportReminder:
    """Remember that a letter reminds somebody of a late report; the letter leaves after this."""
    known = ReportReminder.objects.filter(agreement=agreement, teller=teller, due_on=due_on).first()
    if known:
        return known
    of = {**agreement.ownership, "agreement": agreement, "case_id": agreement.case_id}
    return ReportReminder(**of, id=id, teller=teller, due_on=due_on, sent_to=whom).add()


def _check_holds(agreement: TeamAgreement) -> None:
    if not agreement.is_in_force:
        raise Over(_("This agreement holds no more. Look at the one that holds now."))
    if agreement.case.is_closed:
        raise Refusal(_("The case is closed. Open it again first."))


def _check(case: Case, agreed: Agreed, today: date) -> None:
    if case.is_closed:
        raise Refusal(_("The case is closed. Open it again first."))
    for (before, usual), (after, thinner) in zip(agreed.paces, agreed.paces[1:], strict=False):
        if after <= before:
            raise Refusal(_("Each step begins later than the one before it."), field="thins")
        if not is_thinner(thinner, usual):
            raise Refusal(
                _("Each step is thinner than the one before it. To tell more often, agree anew."), field="thins"
            )
    if agreed.evaluate_on <= today:
        raise Refusal(_("Choose a day that is still to come."), field="evaluate_on")
    people = {one.pk: one for pair in agreed.directions for one in pair} | {one.pk: one for one, _w in agreed.duties}
    if any(one.case_id != case.pk for one in people.values()):
        raise Refusal(_("They are not in this case."))
