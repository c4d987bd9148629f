from typing import Self

from django.core.serializers.json import DjangoJSONEncoder
from django.db import models
from django.db.models import F, Q
from django.utils.translation import gettext_lazy as _

from spojka.access.owned import Owned, OwnedQuerySet
from spojka.access.permissions import Kind
from spojka.base.keeping import Kept
from spojka.encounters.models import Encounter, Shift
from spojka.figures.marking import Marked
from spojka.network.models import Membership

KEPT = Kept(years=5, since="the session")


class GroupSessionQuerySet(OwnedQuerySet):
    def standing(self) -> Self:
        return self.filter(voided_at=None)


class GroupSession(Owned):
    """One meeting of a group (skupinový výkon): what, where, how long, how many came without a code."""

    shift = models.ForeignKey(Shift, models.PROTECT, related_name="+")
    day = models.DateField()  # the shift's
    act = models.CharField(max_length=20)  # code of the list act, of those done with a group
    topic = models.CharField(max_length=120, blank=True)
    place = models.CharField(max_length=120, blank=True)
    institution = models.CharField(max_length=120, blank=True)  # whose people they were: a school, a children's home
    starts_at = models.DateTimeField()
    ends_at = models.DateTimeField()
    others = models.PositiveSmallIntegerField(default=0)  # who came without a code
    tally = models.OneToOneField(Encounter, models.PROTECT, related_name="+", null=True, blank=True)  # those others
    recorded_by = models.CharField(max_length=60)  # Actor.id
    version = models.PositiveSmallIntegerField(default=1)
    voided_at = models.DateTimeField(null=True, blank=True)

    objects = GroupSessionQuerySet.as_manager()  # type: ignore[misc]
    tells = Kind.WORK
    kept = KEPT

    class Meta(Owned.Meta):
        constraints = [
            *Owned.Meta.constraints,
            models.CheckConstraint(
                name="groupsession_span",
                condition=Q(ends_at__gt=F("starts_at")),
                violation_error_message=_("It can't end before it starts."),
            ),
            Marked(name="groupsession_marked", day="day"),
        ]
        indexes = [models.Index(fields=["service", "-day"], name="groupsession_by_day")]

    def __str__(self) -> str:
        return self.topic or str(self.shift)

    @property
    def minutes(self) -> int:
        return int((self.ends_at - self.starts_at).total_seconds() // 60)


class GroupLeader(Owned):
    """A worker who led a session."""

    session = models.ForeignKey(GroupSession, models.PROTECT, related_name="leaders")
    membership = models.ForeignKey(Membership, models.PROTECT, related_name="+")

    tells = Kind.WORK
    subject = "session_id"
    kept = KEPT

    class Meta(Owned.Meta):
        constraints = [
            *Owned.Meta.constraints,
            models.UniqueConstraint(fields=["session", "membership"], name="groupleader_once"),
        ]


class AttendeeQuerySet(OwnedQuerySet):
    def standing(self) -> Self:
        """Those whose contact counts: it may be voided alone, as any other."""
        return self.filter(encounter__voided_at=None)


class GroupAttendee(Owned):
    """Somebody under a code who came: the contact in their record tells who."""

    session = models.ForeignKey(GroupSession, models.PROTECT, related_name="attendees")
    encounter = models.OneToOneField(Encounter, models.PROTECT, related_name="group_attendance")

    objects = AttendeeQuerySet.as_manager()  # type: ignore[misc]
    tells = Kind.HISTORY
    subject = "encounter__client_id"
    kept = Kept(years=3, since="the contact", personal=("encounter",))

    class Meta(Owned.Meta):
        constraints = [
            *Owned.Meta.constraints,
            Marked(name="groupattendee_marked", subject="encounter_id", kind="encounter"),
        ]


class ChangeKind(models.TextChoices):
    CORRECTED = "corrected", _("corrected")
    VOIDED = "voided", _("voided")


class GroupChange(Owned):
    """What a session said before it was corrected or voided, by whom and why."""

    session = models.ForeignKey(GroupSession, models.PROTECT, related_name="changes")
    kind = models.CharField(max_length=10, choices=ChangeKind)
    before = models.JSONField(encoder=DjangoJSONEncoder)  # who came stands there as contacts, not as codes
    reason = models.CharField(max_length=200)
    made_by = models.CharField(max_length=60)  # Actor.id

    tells = Kind.WORK
    subject = "session_id"
    kept = Kept(years=5, since="the session", personal=("before",))

    class Meta(Owned.Meta):
        constraints = [
            *Owned.Meta.constraints,
            models.CheckConstraint(name="groupchange_kind", condition=Q(kind__in=ChangeKind.values)),
        ]
