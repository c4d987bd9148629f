"""A group votes on a recommendation; whoever has an interest of their own declares it and does not vote."""

from collections import Counter
from uuid import UUID

from django.utils.translation import gettext as _

from spojka.access.actions import action
from spojka.access.actor import Actor
from spojka.access.permissions import Permission
from spojka.base.errors import Refusal
from spojka.base.sealed import seal
from spojka.codelists.catalogue import extras_of
from spojka.groups.models import Seat
from spojka.network.models import Service

from ..content import Counted
from ..holding import check_writes
from ..models import Ballot, BallotWord, Recommendation, Vote

B = BallotWord


@action(Permission.RECOMMENDATION_VOTE, on="service", into="recommendation")
def vote(*, by: Actor, id: UUID, service: Service, recommendation: Recommendation, said: Counted) -> Vote:
    """Write down a vote: counts alone, or how each seat voted. The newest one counts, older ones stay."""
    Vote.objects.all().stop_if_known(id, service)
    check_writes(service, recommendation)
    group = recommendation.group
    if said.meeting and said.meeting.held_for != group.pk:
        raise Refusal(_("This is no meeting of the group."), field="meeting")
    counts = _counts(said)
    _check(recommendation, said, counts)
    mine = {**service.ownership, "group": group}
    told = {"on": said.on, "meeting": said.meeting, "quorum": group.quorum, "written_by": by.id}
    row: Vote = Vote(**mine, **counts, **told, id=id, recommendation=recommendation).add()
    for seat, word in said.words.items():
        interest = seal(said.interests[seat]) if word == B.CONFLICT else ""
        Ballot(**mine, vote=row, seat=seat, word=word, interest=interest).add()
    return row


def _counts(said: Counted) -> dict[str, int]:
    """Return the counts: those of the ballots where seats are known to have voted, else as they were typed."""
    many = Counter(said.words.values())
    named = {"in_favour": many[B.FOR], "against": many[B.AGAINST], "abstained": many[B.ABSTAINED]}
    return named if any(named.values()) else {name: int(getattr(said, name)) for name in named}


def _check(recommendation: Recommendation, said: Counted, counts: dict[str, int]) -> None:
    if not any(counts.values()):
        raise Refusal(_("Write how many voted."), field="in_favour")
    votes = [code for code, extra in extras_of("group_role").items() if extra.get("votes")]
    seats = list(Seat.objects.filter(group=recommendation.group, role__in=votes).held(said.on).order_by("pk"))
    if any(seat not in seats for seat in said.words):
        raise Refusal(_("Somebody of them did not vote in this group on that day."))
    declared = [seat for seat, word in said.words.items() if word == B.CONFLICT]
    if any(not said.interests.get(seat) for seat in declared):
        raise Refusal(_("Write what the conflict of interest is."))
    if seats and sum(counts.values()) > len(seats) - len(declared):
        words = {"seats": len(seats), "declared": len(declared)}
        raise Refusal(
            _("%(seats)s who vote sit here, and %(declared)s of them did not vote for a conflict of interest.")
            % words,
            field="in_favour",
        )
