"""A case is opened, changed, paused, closed, opened again, and handed over."""

from datetime import date, datetime
from uuid import UUID

from django.utils import timezone
from django.utils.translation import gettext as _

from spojka.access.actions import action
from spojka.access.actor import Actor
from spojka.access.numbering import add_next
from spojka.access.permissions import Kind, Permission
from spojka.base.errors import Refusal
from spojka.base.sealed import seal
from spojka.clients.leading import standing
from spojka.clients.models import Client
from spojka.network.models import Membership, Organisation, Service

from .. import beside, own_look, sharing
from ..closing_off import settle
from ..content import Ended, File, Who
from ..holding import Shut, locked, new_party, turn
from ..models import (
    Case,
    CaseClosing,
    CaseState,
    CaseTurn,
    Measure,
    Participant,
    Party,
    Placement,
    Stage,
    Tie,
    TurnKind,
)

MOVED = (Party, Participant, Measure, Placement)  # what belongs to the coordination, not to its author


@action(Permission.CASE_OPEN, on="client")
def open_case(*, by: Actor, id: UUID, client: Client, file: File, who: Who, at: datetime) -> Case:
    """Open a case around a client; the service that opens it coordinates."""
    Case.objects.all().stop_if_known(id, client.service)
    client = standing(client)
    _check_days(file, timezone.localdate(at))
    Service.objects.select_for_update(no_key=True).get(pk=client.service_id)  # two at once get two numbers
    year = file.opened_on.year
    mine = {"year": year, "opened_in_id": client.service_id, "recorded_by": by.id}
    coordinator = Membership.objects.filter(pk=by.id).first() if by.kind == "member" else None
    case = Case(**client.ownership, **mine, **_columns(file), id=id, coordinator=coordinator)
    of_year = Case.objects.filter(opened_in=client.service_id, year=year)
    case = add_next(case, within=of_year, constraint="case_number")
    party = new_party(case, who, file.opened_on).change(is_alone=True)
    Tie(**client.ownership, party=party, client=client, tied_by=by.id).add()
    settle([party.pk], at)
    _add_host(case, by, file.opened_on)
    sharing.open_to_host(client.service, [case.pk, party.pk], at)
    turn(case, TurnKind.OPENED, by, at, stage=case.stage)
    own_look.settle(case, by, at)
    return case


@action(Permission.CASE_CHANGE, on="case")
def change(*, by: Actor, case: Case, file: File, at: datetime) -> Case:
    """Write what the file says of the case as a whole anew."""
    case = locked(case)
    _check_days(file, timezone.localdate(at))
    return case.change(**_columns(file))


@action(Permission.CASE_TURN, on="case")
def move(*, by: Actor, case: Case, to: str, words: str, until: date | None, at: datetime) -> Case:
    """Go to a stage of the work, pause, or go on. `to` is a stage, "pause" or "resume"."""
    case = locked(case)
    if to == "pause":
        if not case.is_open:
            raise Shut(_("It is paused already."))
        if until and until < timezone.localdate(at):
            raise Refusal(_("Choose a day that is still to come."), field="until")
        turn(case, TurnKind.PAUSED, by, at, words=words, until=until)
        return case.change(state=CaseState.PAUSED, paused_until=until)
    if to == "resume":
        if case.is_open:
            raise Shut(_("The work goes on already."))
        turn(case, TurnKind.RESUMED, by, at, words=words)
        return case.change(state=CaseState.OPEN, paused_until=None)
    if to == case.stage and case.is_open:
        last = CaseTurn.objects.filter(case=case).order_by("-at", "-pk").first()
        if words and (last is None or last.said != words):  # else it is a second sending
            raise Refusal(
                _("The work is in this stage already. Choose another one, or write it as an entry."), field="to"
            )
        return case
    turn(case, TurnKind.STAGE, by, at, words=words, stage=to)
    return case.change(stage=to, state=CaseState.OPEN, paused_until=None)


@action(Permission.CASE_CLOSE, on="case")
def close(*, by: Actor, case: Case, ended: Ended, at: datetime) -> Case:
    """Close a case with its evaluation. Guests may read it for a month."""
    case = locked(case)
    made = turn(case, TurnKind.CLOSED, by, at)
    said = {name: seal(getattr(ended, name)) for name in CaseClosing.sealed if getattr(ended, name)}
    CaseClosing(**case.ownership, **said, case=case, turn=made, ground=ended.ground).add()
    sharing.close_after_reading(case, at)
    return case.change(state=CaseState.CLOSED, paused_until=None)


@action(Permission.CASE_REOPEN, on="case")
def reopen(*, by: Actor, case: Case, words: str, at: datetime) -> Case:
    """Open a closed case again. Guests are let in anew: what they saw by, ended with it."""
    case = Case.objects.select_for_update(of=("self",)).get(pk=case.pk)
    if not case.is_closed:
        return case
    turn(case, TurnKind.REOPENED, by, at, words=words, stage=Stage.MAPPING)
    return case.change(state=CaseState.OPEN, stage=Stage.MAPPING)


@action(Permission.CASE_COORDINATE, on="case")
def coordinate(*, by: Actor, case: Case, worker: Membership) -> Case:
    """Say who of the coordinating service coordinates."""
    case = locked(case)
    if not worker.services.filter(pk=case.service_id).exists():
        raise Refusal(_("They don't work in the service that coordinates."), field="worker")
    return case.change(coordinator=worker)


@action(Permission.CASE_HAND_OVER, on="case")
def hand_over(*, by: Actor, case: Case, to: Service, words: str, at: datetime) -> Case:
    """Let another service that takes part coordinate: the case, its parties and team are theirs from now on."""
    case = locked(case)
    taker = sharing.taking_part(case, to, at)
    if to.pk == case.service_id or taker is None:
        raise Shut(_("Only a service that takes part and sees the case now can take it over."), field="to")
    turn(case, TurnKind.HANDED, by, at, words=words, to=f"{to.organisation}, {to}")
    owner = {"organisation_id": to.organisation_id, "service_id": to.pk, "team_id": None}
    before = case.service_id
    subjects = [case.pk, *Party.objects.filter(case=case).order_by("pk").values_list("pk", flat=True)]
    sharing.open_to_host(to, subjects, at, int(Kind.WORK))
    for model in (*MOVED, *beside.MOVED):
        model.objects.filter(case=case, service=before).update(**owner)
    case = case.change(**owner, coordinator=taker.worker)
    own_look.settle(case, by, at)
    return case


def _columns(file: File) -> dict[str, object]:
    plain = ("of", "way_in", "regime", "setting", "opened_on", "court_until")
    said: dict[str, object] = {name: getattr(file, name) for name in plain}
    return said | {"name": seal(file.name), "way_words": seal(file.way_words) if file.way_words else ""}


def _add_host(case: Case, by: Actor, on: date) -> Participant:
    house = Organisation.objects.get(pk=case.organisation_id)
    centre = Service.objects.get(pk=case.service_id)
    named = {"house": house, "centre": centre, "institution": house.name, "unit": centre.name}
    more = {"role": "key_worker", "grantee_id": centre.pk, "joined_on": on, "added_by": by.id}
    return Participant(**case.ownership, **named, **more, case=case).add()


def _check_days(file: File, today: date) -> None:
    if file.opened_on > today:
        raise Refusal(_("A case begins today at the latest."), field="opened_on")
    if file.court_until and file.court_until < file.opened_on:
        raise Refusal(_("The court's term lies before the beginning."), field="court_until")
