"""What meetings are told of groups: what they are held for, who is invited, what could be better, what grows."""

from collections.abc import Collection, Iterator, Mapping, Sequence
from uuid import UUID

from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from spojka.access.actor import Actor
from spojka.access.doors import rows
from spojka.access.permissions import Permission
from spojka.codelists.catalogue import extras_of, names_of
from spojka.meetings import beside
from spojka.meetings.content import Guest
from spojka.meetings.models import Invited, Meeting, MinutesLine
from spojka.signals import beside as of_signals
from spojka.signals.models import Signal

from . import reading
from .models import Group, Outgrown, Seat

VIEW = Permission.WORKING_GROUP_VIEW


def _address(view: str, by: Actor, id: UUID) -> str:
    return reverse(view, args=[by.organisation.slug if by.organisation else "", id])


def _of(meeting: Meeting, by: Actor) -> Group | None:
    """Return the group of a meeting, if it is of one that `by` sees."""
    if meeting.needs != VIEW or not by.organisation:
        return None
    found: Group | None = rows(Group, by=by, to=VIEW).filter(pk=meeting.held_for).select_related("service").first()
    return found


@beside.register_about
def groups(ids: Collection[UUID], by: Actor) -> Mapping[UUID, beside.About]:
    """Tell which of them are groups that `by` sees."""
    if not by.may(VIEW) or not by.organisation:
        return {}
    found = rows(Group, by=by, to=VIEW).filter(pk__in=ids)
    return {one.pk: beside.About(one.name, _address("groups:group", by, one.pk)) for one in found}


@beside.register_usual
def usual(held_for: UUID, by: Actor) -> Iterator[Guest]:
    """Tell who sits in a group, to be invited: people by account, by name, and houses that named nobody.

    Who works no more for the house from where they came hears nothing of it any more.
    """
    if not by.may(VIEW):
        return
    group = rows(Group, by=by, to=VIEW).filter(pk=held_for).first()
    if group is None:
        return
    today = timezone.localdate()
    seats = [one for one in reading.seats_of(group, by, today) if not (one.worker and one.worker.has_ended(today))]
    for one in seats:
        if one.theme or (one.house_id and not one.worker_id and reading.is_filled(one, seats)):
            continue  # who comes for one theme is invited to it by hand
        yield guest(one)


def guest(seat: Seat) -> Guest:
    """Return as whom somebody who sits in a group is invited."""
    if seat.worker:
        return Guest(seat.worker)
    return Guest(name=seat.called or seat.of_house, house=seat.of_house if seat.called else "", email=seat.address)


@beside.register_gone
def sit_no_more(people: Sequence[Invited]) -> Iterator[UUID]:
    """Tell who was invited because they sat in the group, or their organisation did, and sit there no more.

    Who is put on a list by hand after that is invited for another reason.
    """
    held = Invited.objects.filter(pk__in=[one.pk for one in people], meeting__needs=VIEW)
    of_group = dict(held.order_by("pk").values_list("pk", "meeting__held_for"))
    if not of_group:
        return
    seats = Seat.objects.filter(group__in=set(of_group.values()))
    sitting = set(seats.lasting(timezone.localdate()).order_by("pk").values_list("pk", flat=True))
    known = [(one, _marks(guest(one))) for one in seats.select_related("house", "worker__user").order_by("pk")]
    for person in (one for one in people if one.pk in of_group):
        marks = _marks(Guest(person.membership, name=person.called, house=person.of_house, email=person.address))
        theirs = [seat for seat, found in known if seat.group_id == of_group[person.pk] and marks & found]
        left = [seat for seat in theirs if not _invited_after(seat, person)]
        if left and not any(seat.pk in sitting for seat in left):
            yield person.pk


def _marks(guest: Guest) -> set[tuple[str, ...]]:
    """Return by what somebody is known: their account, else a name with an organisation, and an address."""
    if guest.membership:
        return {("worker", str(guest.membership.pk))}
    name, house = (" ".join(text.split()).casefold() for text in (guest.name, guest.house))
    return {("name", name, house)} | ({("email", guest.email.casefold())} if guest.email else set())


def _invited_after(seat: Seat, person: Invited) -> bool:
    return bool(seat.until and timezone.localdate(person.recorded_at) > seat.until)


@beside.register_facts
def facts(meeting: Meeting, by: Actor) -> Iterator[beside.Fact]:
    """Tell of a meeting whether enough who vote are there."""
    group = _of(meeting, by)
    if group is None:
        return
    kind = names_of(("group_kind",), organisation=group.organisation)["group_kind"].get(group.kind, group.kind)
    yield beside.Fact(_("Group"), f"{kind}: {group.purpose}")
    if group.quorum:
        came = _voting(meeting, group, by)
        state = _("enough to decide") if came >= group.quorum else _("not enough to decide")
        yield beside.Fact(_("Quorum"), f"{came} / {group.quorum}: {state}")


def _voting(meeting: Meeting, group: Group, by: Actor) -> int:
    """Return how many who vote are there: by account or by name, or who stands in for them; two of one seat once."""
    votes = {code for code, extra in extras_of("group_role").items() if extra.get("votes")}
    seats = [one for one in reading.seats_of(group, by, timezone.localdate(meeting.starts_at)) if one.role in votes]
    voter = {one.worker_id or one.called or one.of_house: one.stands_for_id or one.pk for one in seats}
    people = rows(Invited, by=by, to=Permission.MEETING_VIEW).filter(meeting=meeting, ended_at=None)
    came = [one for one in people.select_related("membership__user") if one.was_here]
    return len({voter.get(one.membership_id or one.called) for one in came} - {None})


@beside.register_advice
def advice(meeting: Meeting, people: Collection[Invited]) -> Iterator[str]:
    """Say where a group rotates and nobody was chosen yet to organise or lead."""
    if meeting.needs != VIEW or meeting.is_locked:
        return
    group = Group.objects.filter(pk=meeting.held_for, rotates=True).first()
    if group is None:
        return
    organises, leads = (next((one for one in people if getattr(one, name)), None) for name in ("organises", "leads"))
    if not organises or not leads:
        yield _("Here it rotates who organises and who moderates. Say who it is this time.")
    elif organises.pk == leads.pk:
        yield _("Organising and moderating are apart here. Let somebody else moderate.")


@beside.register_deeds
def deeds(meeting: Meeting, by: Actor) -> Iterator[tuple[str, str]]:
    """Offer to let everybody read what a person checks of the minutes."""
    group = _of(meeting, by)
    if group and group.is_public and by.can(Permission.GROUP_MINUTES_PUBLISH, group) and meeting.lines.exists():
        yield _("Public version of the minutes"), _address("groups:publish", by, meeting.pk)


def grows_into(line: MinutesLine, by: Actor) -> Iterator[tuple[str, str]]:
    """Offer what a line of a group's minutes may become."""
    if line.meeting.needs == VIEW and by.organisation and by.may(Permission.SIGNAL_RECORD):
        yield _("Early warning signal"), _address("groups:signal", by, line.pk)


def grown_into(lines: Sequence[MinutesLine], by: Actor) -> Mapping[tuple[UUID, UUID], list[tuple[str, str]]]:
    """Tell which signals grew out of lines, of those that `by` sees."""
    found: dict[tuple[UUID, UUID], list[tuple[str, str]]] = {}
    if not by.organisation or not by.may(VIEW):
        return found
    shoots = reading.offshoots_of([one.meeting_id for one in lines], by).filter(into=Outgrown.SIGNAL)
    known = {one.row_id: (one.meeting_id, one.line) for one in shoots}
    seen = rows(Signal, by=by, to=Permission.SIGNAL_VIEW).filter(pk__in=known, voided_at=None)
    for id in seen.values_list("pk", flat=True):
        way = (_("Early warning signal"), reverse("signals:list", args=[by.organisation.slug]))
        found.setdefault(known[id], []).append(way)
    return found


beside.register_growth(grows_into, grown_into)
of_signals.register_way("groups:bring", gettext_lazy("Bring it to a group"))
