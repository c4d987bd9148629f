from datetime import date
from typing import Any, Self

from django.db import models
from django.db.models import Count, Exists, F, OuterRef, Q, Subquery, Sum
from django.db.models.functions import Coalesce
from django.utils.translation import gettext_lazy as _
from django.utils.translation import pgettext_lazy

from spojka.access.owned import Owned, OwnedQuerySet
from spojka.access.permissions import Kind
from spojka.base.keeping import Kept
from spojka.encounters.models import Encounter, Handout, Shift
from spojka.figures.marking import Marked

NALOXONE = "naloxone"  # its code in the list of material
KEPT = Kept(years=3, since="the contact")
AT_HOME = Q(pk__in=[])  # nothing of it leaves the service


class Said(models.TextChoices):
    """An answer, as people give it."""

    YES = "yes", pgettext_lazy("an answer", "yes")
    NO = "no", pgettext_lazy("an answer", "no")
    UNKNOWN = "unknown", _("not known")


class Trained(models.TextChoices):
    """Whether somebody was trained before they took a kit."""

    NOW = "now", _("now, with us")
    BEFORE = "before", _("earlier")
    NONE = "none", _("not this time")


class KitReason(models.TextChoices):
    """Why a kit was given."""

    FIRST = "first", pgettext_lazy("naloxone kit", "first one")
    USED = "used", pgettext_lazy("naloxone kit", "the old one was used")
    EXPIRED = "expired", pgettext_lazy("naloxone kit", "the old one expires")
    LOST = "lost", pgettext_lazy("naloxone kit", "lost, stolen or damaged")
    ANOTHER = "another", pgettext_lazy("naloxone kit", "one more")


class ByWhom(models.TextChoices):
    """Who gave naloxone, in kind."""

    HOLDER = "holder", _("the one who had the kit")
    ELSE = "else", _("somebody else")
    WORKER = "worker", _("a worker of ours")
    UNKNOWN = "unknown", _("not known")


class Came(models.TextChoices):
    """What came of it."""

    REVERSED = "reversed", _("came round")
    NOT = "not", _("did not come round")
    UNKNOWN = "unknown", _("not known")


def _sum(found: models.QuerySet[Any], of: str, many: Any) -> Coalesce:
    """Return one number of other rows, nought if there are none."""
    counted = found.order_by().values(of).annotate(n=many).values("n")
    return Coalesce(Subquery(counted), 0, output_field=models.IntegerField())


class KitQuerySet(OwnedQuerySet):
    def counted(self) -> Self:
        """The same rows, each with `kits`: how many the contact says were handed out, also after it was corrected."""
        given = Handout.objects.filter(encounter=OuterRef("encounter"), code=NALOXONE)
        return self.annotate(kits=_sum(given, "encounter", Sum("quantity")))

    def standing(self) -> Self:
        """Kits that count: their contact does, and still says that they were handed out."""
        return self.counted().filter(encounter__voided_at=None, kits__gt=0)

    def held(self) -> Self:
        """Kits of which one at least has no end that we know of: not used, not given another one for."""
        used = NaloxoneUse.objects.standing().filter(kit=OuterRef("pk"))
        told = NaloxoneUse.objects.standing().filter(replacement=OuterRef("pk"))  # that use is counted already
        after = NaloxoneKit.objects.filter(~Exists(told), replaces=OuterRef("pk"), encounter__voided_at=None)
        after = after.filter(encounter__handouts__code=NALOXONE)
        gone = {
            "used": _sum(used, "kit", Count("pk")),
            "after": _sum(after, "replaces", Sum("encounter__handouts__quantity")),
        }
        return self.standing().annotate(**gone).filter(kits__gt=F("used") + F("after"))


class TrainingQuerySet(OwnedQuerySet):
    def standing(self) -> Self:
        return self.filter(Q(encounter=None) | Q(encounter__voided_at=None), voided_at=None)


class UseQuerySet(OwnedQuerySet):
    def standing(self) -> Self:
        return self.filter(voided_at=None)


class NaloxoneTraining(Owned):
    """What was gone through, with one person in a contact or with a group (zaškolení k naloxonu)."""

    encounter = models.ForeignKey(Encounter, models.CASCADE, related_name="naloxone_trainings", null=True, blank=True)
    day = models.DateField()
    people = models.PositiveSmallIntegerField(default=1)
    covered = models.JSONField(default=list, blank=True)  # codes of the list naloxone_topic
    trained_by = models.CharField(max_length=60)  # Actor.id
    note = models.CharField(max_length=200, blank=True)
    voided_at = models.DateTimeField(null=True, blank=True)  # of a group; else the contact is voided

    objects = TrainingQuerySet.as_manager()  # type: ignore[misc]
    tells = Kind.HISTORY
    subject = "encounter__client_id"
    shared = AT_HOME
    kept = Kept(years=3, since="the contact", personal=("note",))

    class Meta(Owned.Meta):
        constraints = [
            *Owned.Meta.constraints,
            models.CheckConstraint(
                name="naloxonetraining_people",
                condition=Q(people__gte=1, people__lte=500),
                violation_error_message=_("Write 1 to 500 people."),
            ),
            Marked(name="naloxonetraining_marked", day="day"),
        ]
        indexes = [models.Index(fields=["service", "-day"], name="naloxonetraining_by_day")]


class NaloxoneKit(Owned):
    """Kits of one batch that somebody took home in one contact (sada naloxonu); how many, the contact says."""

    encounter = models.ForeignKey(Encounter, models.CASCADE, related_name="naloxone_kits")
    day = models.DateField()
    doses = models.PositiveSmallIntegerField(default=2)  # in each
    batch = models.CharField(max_length=40, blank=True)
    expires_on = models.DateField(null=True, blank=True)
    reason = models.CharField(max_length=10, choices=KitReason)
    replaces = models.ForeignKey("self", models.SET_NULL, related_name="refills", null=True, blank=True)
    trained = models.CharField(max_length=10, choices=Trained)
    recorded_by = models.CharField(max_length=60)  # Actor.id

    objects = KitQuerySet.as_manager()  # type: ignore[misc]
    tells = Kind.HISTORY
    subject = "encounter__client_id"
    shared = AT_HOME
    kept = KEPT

    class Meta(Owned.Meta):
        constraints = [
            *Owned.Meta.constraints,
            models.CheckConstraint(
                name="naloxonekit_many",
                condition=Q(doses__gte=1, doses__lte=20),
                violation_error_message=_("Write 1 to 20 doses."),
            ),
            models.CheckConstraint(name="naloxonekit_reason", condition=Q(reason__in=KitReason.values)),
            models.CheckConstraint(name="naloxonekit_trained", condition=Q(trained__in=Trained.values)),
            Marked(name="naloxonekit_marked", subject="encounter_id", kind="encounter"),
        ]
        indexes = [models.Index(fields=["service", "-day"], name="naloxonekit_by_day")]

    def is_expired(self, on: date) -> bool:
        return self.expires_on is not None and self.expires_on < on


class NaloxoneUse(Owned):
    """What somebody came to say of a use of naloxone. It does not say on whom."""

    kit = models.ForeignKey(NaloxoneKit, models.SET_NULL, related_name="uses", null=True, blank=True)
    replacement = models.ForeignKey(NaloxoneKit, models.SET_NULL, related_name="+", null=True, blank=True)
    shift = models.ForeignKey(Shift, models.PROTECT, related_name="+")  # in which it was told
    day = models.DateField()  # the shift's
    used_on = models.DateField(null=True, blank=True)  # None: nobody knows
    doses = models.PositiveSmallIntegerField()
    by_whom = models.CharField(max_length=10, choices=ByWhom)
    came = models.CharField(max_length=10, choices=Came)
    ambulance = models.CharField(max_length=10, choices=Said)
    occurred_at = models.DateTimeField()  # when it was told
    phone_at = models.DateTimeField(null=True, blank=True)
    recorded_by = models.CharField(max_length=60)  # Actor.id
    voided_at = models.DateTimeField(null=True, blank=True)

    objects = UseQuerySet.as_manager()  # type: ignore[misc]
    tells = Kind.HISTORY
    subject = "kit__encounter__client_id"
    shared = AT_HOME
    kept = KEPT

    class Meta(Owned.Meta):
        constraints = [
            *Owned.Meta.constraints,
            models.CheckConstraint(
                name="naloxoneuse_doses",
                condition=Q(doses__gte=1, doses__lte=20),
                violation_error_message=_("Write 1 to 20 doses."),
            ),
            models.CheckConstraint(name="naloxoneuse_by_whom", condition=Q(by_whom__in=ByWhom.values)),
            models.CheckConstraint(name="naloxoneuse_came", condition=Q(came__in=Came.values)),
            models.CheckConstraint(name="naloxoneuse_ambulance", condition=Q(ambulance__in=Said.values)),
            Marked(name="naloxoneuse_marked", day="day"),
        ]
        indexes = [models.Index(fields=["service", "-day"], name="naloxoneuse_by_day")]
