"""What meetings tell of a case, and a case of its meetings: a tab, lines of time, facts, and whom one may know."""

from collections.abc import Collection, Iterator, Mapping, Sequence
from typing import Any
from uuid import UUID

from django.db.models import Q
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy, pgettext_lazy

from spojka.access.actor import Actor, ActorKind
from spojka.access.doors import rows
from spojka.access.models import Grant
from spojka.access.permissions import Permission
from spojka.base.prepared import prepared
from spojka.cases.beside import Source, Tab, register_source, register_tab
from spojka.cases.models import Case, Party
from spojka.meetings import beside
from spojka.meetings.models import Invited, Meeting
from spojka.ui.words import day

from . import advice as advice
from . import forms, reading
from .models import Attendee, CaseMeeting

VIEW = Permission.CASE_VIEW


def _of(case: Case, by: Actor, about: Any) -> Q:
    return Q(case=case)


register_tab(Tab("meetings", "conferences:list", pgettext_lazy("of a case", "Meetings"), VIEW, 35))
register_source(
    "meeting",
    Source(
        gettext_lazy("meetings"), CaseMeeting, VIEW, "meeting__starts_at", where=_of,
        related=("meeting", "organisation", "service"), template="conferences/_line.html",
    ),
)  # fmt: skip


@beside.register_about
def cases(ids: Collection[UUID], by: Actor) -> Mapping[UUID, beside.About]:
    """Tell which of them are cases that `by` may see."""
    slug = by.organisation.slug if by.organisation else ""
    found = rows(Case, by=by, to=Permission.CASE_VIEW).filter(pk__in=ids)
    return {one.pk: beside.About(one.called, reverse("conferences:list", args=[slug, one.pk])) for one in found}


@beside.register_facts
def facts(meeting: Meeting, by: Actor) -> Iterator[beside.Fact]:
    """Tell what a case meeting is for; to who works in the case also how the family was told, on no paper."""
    row = reading.of_meeting(meeting)
    if row is None:
        return
    yield beside.Fact(_("What it is for"), row.is_for)
    if by.kind == ActorKind.LINK_HOLDER:
        return
    if row.told:
        when = f" ({day(row.told_on, True)})" if row.told_on else ""
        yield beside.Fact(_("How the family was told"), f"{row.told_how}{when}", is_inner=True)
    if row.without_family:
        yield beside.Fact(_("Why the family is not there"), row.why_without, is_inner=True)


@beside.register_deeds
def deeds(meeting: Meeting, by: Actor) -> Iterator[tuple[str, str]]:
    """Offer to say more of it: what it is for, and who else of the case comes."""
    row = reading.of_meeting(meeting)
    if row and by.organisation and not meeting.is_locked and by.can(Permission.CASE_MEETING_EXPLAIN, row):
        yield (
            _("Purpose, and who else of the case comes"),
            reverse("conferences:change", args=[by.organisation.slug, row.pk]),
        )


@beside.register_others
def not_asked(meeting: Meeting, by: Actor) -> Iterator[beside.Offered]:
    """Offer those of the case who are not on the list of its meeting."""
    row = reading.of_meeting(meeting)
    if row is None or not by.organisation or not by.can(Permission.CASE_MEETING_ASK, row):
        return
    address = reverse("conferences:ask", args=[by.organisation.slug, row.pk])
    for one in reading.still_to_ask(row, by):
        yield beside.Offered(forms.called(one), address, one.pk)


@beside.register_mine
def our_side(by: Actor) -> Iterator[UUID]:
    """Tell where the service or house of `by` was asked to a case meeting: whoever of it works in the case comes."""
    yield from _asked(by)


@prepared
def _asked(by: Actor) -> Any:
    asked = rows(Attendee, by=by, to=VIEW).filter(participant__grantee_id__in=by.names, participant__left_on=None)
    asked = asked.filter(Q(participant__worker=None) | Q(participant__worker=by.id), invited__membership=None)
    return asked.order_by("pk").values_list("invited_id", flat=True)


@beside.register_gone
def out_of_the_case(people: Sequence[Invited]) -> Iterator[UUID]:
    """Tell who left the case or is let into it by no ground any more."""
    known = reading.attendees(people)
    guests = {one.participant.grantee_id for one in known.values() if one.participant} - {None}
    let_in = Grant.objects.current(timezone.now()).filter(grantee_id__in=guests)
    open_to = set(let_in.values_list("subject_id", "grantee_id")) if guests else set()
    for id, one in known.items():
        who = one.party or one.participant
        guest = one.participant.grantee_id if one.participant else None
        is_shut = guest not in (None, one.case.service_id) and (one.case_id, guest) not in open_to
        if (who and who.left_on) or is_shut:
            yield id


@beside.register_masks
def unknown(meeting: Meeting, people: Sequence[Invited], by: Actor) -> Collection[UUID]:
    """Return of whom a guest of the case may not know: they read no name. Who was invited knows who else is."""
    if meeting.service_id in by.services or by.kind == ActorKind.LINK_HOLDER:
        return ()
    parties = {one.party_id: id for id, one in reading.attendees(people).items() if one.party_id}
    known = rows(Party, by=by, to=Permission.CASE_VIEW).filter(pk__in=parties).values_list("pk", flat=True)
    return [id for party, id in parties.items() if party not in set(known)]
