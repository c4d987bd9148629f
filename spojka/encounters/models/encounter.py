from collections.abc import Iterable
from decimal import Decimal

from django.core.serializers.json import DjangoJSONEncoder
from django.db import models
from django.db.models import Q
from django.utils.translation import gettext
from django.utils.translation import gettext_lazy as _

from spojka.access.owned import Owned, OwnedQuerySet
from spojka.access.permissions import Kind
from spojka.base.keeping import Kept
from spojka.clients.models import Client
from spojka.figures.marking import Marked
from spojka.search.columns import Words, WordsIndex
from spojka.search.registry import code

from .shift import Shift

CONTACT_KEPT = Kept(years=3, since="the contact", personal=("client", "note"))
PART_KEPT = Kept(years=3, since="the contact")
COUNTED = (
    "service_id", "team_id", "day", "shift_id", "client_id", "side", "people", "sex", "age_band", "recorded_by",
    "occurred_at", "is_late", "is_timed", "voided_at",
)  # fmt: skip

LISTED = ["organisation", "-day", "-occurred_at", "-id"]  # the order of lists


class Side(models.TextChoices):
    """Who was on the other side."""

    ANONYMOUS = "anonymous", _("anonymous")
    CODE = "code", _("under a code")
    TALLY = "tally", _("just a count")


FEW = [  # states that a list may ask for: the columns of a condition stand in its index, else SQLite reads the rows
    # so does the service: somebody whose service has none waits until those of the house were looked through
    ("tally", ["side"], Q(voided_at=None, side=Side.TALLY)),
    ("late", ["is_late"], Q(voided_at=None, is_late=True)),
    ("corrected", ["version"], Q(voided_at=None, version__gt=1)),
    ("voided", [], Q(voided_at__isnull=False)),
]


class TopicKind(models.TextChoices):
    THEME = "theme", _("theme")
    SUBSTANCE = "substance", _("substance")


class EncounterQuerySet(OwnedQuerySet):
    def standing(self) -> "EncounterQuerySet":
        """Encounters that were not voided."""
        return self.filter(voided_at=None)


class MeasuredQuerySet(EncounterQuerySet):
    def counting(self) -> "MeasuredQuerySet":
        """Values that count: neither they nor the contact they hang on were taken back; some hang on none."""
        return self.filter(Q(encounter=None) | Q(encounter__voided_at=None), voided_at=None)


class Encounter(Owned):
    """One contact in a shift, or a tally of many people (kontakt)."""

    shift = models.ForeignKey(Shift, models.PROTECT, related_name="encounters")
    day = models.DateField()  # the shift's
    side = models.CharField(max_length=10, choices=Side)
    client = models.ForeignKey(Client, models.PROTECT, related_name="encounters", null=True, blank=True)
    people = models.PositiveSmallIntegerField(default=1)
    occurred_at = models.DateTimeField()  # by the server's clock
    phone_at = models.DateTimeField(null=True, blank=True)  # as the phone said
    is_late = models.BooleanField(default=False)  # came after the shift was closed
    is_timed = models.BooleanField(default=False)  # the minutes of its acts are those that passed, not the usual ones
    digest = models.CharField(
        max_length=32, blank=True
    )  # of what the first sending said; tells a repeat from a change
    sex = models.CharField(max_length=10, blank=True)  # codes of lists, from here on
    age_band = models.CharField(max_length=10, blank=True)
    user_kind = models.CharField(max_length=20, blank=True)
    reason = models.CharField(max_length=20, blank=True)
    note = models.CharField(max_length=2000, blank=True)
    recorded_by = models.CharField(max_length=60, db_index=True)  # Actor.id
    voided_at = models.DateTimeField(null=True, blank=True)  # why and by whom: in its Correction
    version = models.PositiveSmallIntegerField(default=1)
    words = Words(private=("note",), also=("voided_at",))

    objects = EncounterQuerySet.as_manager()  # type: ignore[misc]
    tells = Kind.HISTORY
    subject = "client_id"
    kept = CONTACT_KEPT
    says_with = ("acts", "handouts", "taken", "topics")
    carried: Iterable[tuple[str, str]] | None = None  # list and code of parts that are being written

    class Meta(Owned.Meta):
        constraints = [
            *Owned.Meta.constraints,
            Marked(name="encounter_marked", day="day", of=COUNTED, but_rows=True),
            models.CheckConstraint(name="encounter_side", condition=Q(side__in=Side.values)),
            models.CheckConstraint(
                name="encounter_people",
                condition=Q(people__lte=5000) & (Q(people__gte=1) | Q(side=Side.TALLY)),  # a find has nobody
                violation_error_message=_("Write 1 to 5,000 people."),
            ),
            models.CheckConstraint(
                name="encounter_client",
                condition=Q(side=Side.CODE, client__isnull=False) | (~Q(side=Side.CODE) & Q(client=None)),
                violation_error_message=_("A contact under a code needs the code."),
            ),
        ]
        indexes = [
            models.Index(fields=["service", "-day", "-occurred_at"], name="encounter_by_day"),
            models.Index(fields=["client", "-occurred_at"], name="encounter_by_client"),
            WordsIndex(name="encounter_words"),
            models.Index(  # the list of a whole house, page by page from the index alone, of some shifts too
                fields=[*LISTED, "voided_at", "shift", "service"],
                name="encounter_by_house",
                condition=Q(voided_at=None),
            ),
            models.Index(  # of one worker, who may have written little in a large house
                fields=["organisation", "recorded_by", "-day", "-occurred_at", "-id"],
                name="encounter_by_worker",
                condition=Q(voided_at=None),
            ),
            # the few among them that a filter may ask for; other rows don't pay for these
            *(
                models.Index(fields=[*LISTED, "voided_at", *also, "service"], name=f"encounter_{name}", condition=few)
                for name, also, few in FEW
            ),
        ]

    @property
    def is_contact(self) -> bool:
        return self.side != Side.TALLY

    @property
    def is_findable(self) -> bool:
        return self.voided_at is None

    def said_codes(self) -> set[str]:
        """Return the codes by whose names it is found: those it is written with, else those of its parts."""
        if self.carried is not None:
            return {code(list, one) for list, one in self.carried}
        found = {code("act", act.code) for act in self.acts.all()}
        found |= {code("material", one.code) for part in (self.handouts, self.taken) for one in part.all()}
        return found | {code(topic.kind, topic.code) for topic in self.topics.all()}


class Act(Owned):
    """What the worker did, in one encounter (výkon)."""

    encounter = models.ForeignKey(Encounter, models.CASCADE, related_name="acts")
    code = models.CharField(max_length=20)
    quantity = models.PositiveSmallIntegerField(default=1)
    minutes = models.PositiveSmallIntegerField(default=0)  # of all together

    tells = Kind.HISTORY
    subject = "encounter__client_id"
    kept = PART_KEPT

    class Meta(Owned.Meta):
        constraints = [
            *Owned.Meta.constraints,
            Marked(name="act_marked", subject="encounter_id", kind="encounter"),
            models.CheckConstraint(
                name="act_quantity",
                condition=Q(quantity__gte=1, quantity__lte=5000, minutes__lte=6000),
                violation_error_message=_("Write 1 to 5,000 acts and at most 6,000 minutes."),
            ),
        ]


class Handout(Owned):
    """Material given out in one encounter."""

    encounter = models.ForeignKey(Encounter, models.CASCADE, related_name="handouts")
    code = models.CharField(max_length=30)
    quantity = models.PositiveSmallIntegerField()
    others = models.PositiveSmallIntegerField(default=0)  # of them taken along for others

    tells = Kind.HISTORY
    subject = "encounter__client_id"
    kept = PART_KEPT

    class Meta(Owned.Meta):
        constraints = [
            *Owned.Meta.constraints,
            Marked(name="handout_marked", subject="encounter_id", kind="encounter"),
            models.CheckConstraint(
                name="handout_quantity",
                condition=Q(quantity__gte=1, quantity__lte=5000),
                violation_error_message=_("Write 1 to 5,000 pieces."),
            ),
            models.CheckConstraint(
                name="handout_others",
                condition=Q(others__lte=models.F("quantity")),
                violation_error_message=_("For others can't be more than was given out."),
            ),
        ]


class Topic(Owned):
    """A theme talked about or a substance mentioned in one encounter."""

    encounter = models.ForeignKey(Encounter, models.CASCADE, related_name="topics")
    kind = models.CharField(max_length=10, choices=TopicKind)
    code = models.CharField(max_length=30)
    people = models.PositiveSmallIntegerField(default=1)  # of a tally: with how many it was talked about

    tells = Kind.HISTORY
    subject = "encounter__client_id"
    kept = PART_KEPT

    class Meta(Owned.Meta):
        constraints = [
            *Owned.Meta.constraints,
            Marked(name="topic_marked", subject="encounter_id", kind="encounter"),
            models.CheckConstraint(name="topic_kind", condition=Q(kind__in=TopicKind.values)),
            models.UniqueConstraint(fields=["encounter", "kind", "code"], name="topic_once"),
        ]


class Breath(Owned):
    """A breathalyser value as the device showed it. It joins a client's code only when the worker says so.

    Not joined, it has no encounter: nothing leads from it to the client.
    """

    shift = models.ForeignKey(Shift, models.PROTECT, related_name="breaths")
    encounter = models.ForeignKey(Encounter, models.CASCADE, related_name="breaths", null=True, blank=True)
    day = models.DateField()
    value = models.DecimalField(max_digits=5, decimal_places=3)
    unit = models.CharField(max_length=10)  # code of the list breath_unit
    factor = models.DecimalField(max_digits=4, decimal_places=2)  # promile for one unit (reference.md 6.2)
    device = models.CharField(max_length=40, blank=True)
    calibrated_on = models.DateField(null=True, blank=True)
    since_drink = models.PositiveSmallIntegerField(null=True, blank=True)  # so many minutes at least
    voided_at = models.DateTimeField(null=True, blank=True)

    objects = MeasuredQuerySet.as_manager()  # type: ignore[misc]
    tells = Kind.HISTORY
    subject = "encounter__client_id"
    kept = PART_KEPT

    class Meta(Owned.Meta):
        constraints = [
            *Owned.Meta.constraints,
            Marked(name="breath_marked", day="day"),
            models.CheckConstraint(
                name="breath_value",
                condition=Q(value__gte=0, value__lte=6),
                violation_error_message=_("Write 0 to 6, as the device shows it."),
            ),
        ]
        indexes = [models.Index(fields=["service", "-day"], name="breath_by_day")]

    @property
    def promile(self) -> Decimal:
        """Estimated g/kg in blood: value × factor."""
        return self.value * self.factor


class CorrectionKind(models.TextChoices):
    CORRECTED = "corrected", _("corrected")
    VOIDED = "voided", _("voided")


UNDONE = "undone:"  # the reason of what was taken back right away, read in the reader's language


class Correction(Owned):
    """What an encounter was before it was corrected or voided, by whom and why."""

    encounter = models.ForeignKey(Encounter, models.CASCADE, related_name="corrections")
    kind = models.CharField(max_length=10, choices=CorrectionKind)
    before = models.JSONField(encoder=DjangoJSONEncoder)
    reason = models.CharField(max_length=200)
    made_by = models.CharField(max_length=60)  # Actor.id

    tells = Kind.HISTORY
    subject = "encounter__client_id"
    kept = Kept(years=3, since="the contact", personal=("before",))

    class Meta(Owned.Meta):
        constraints = [
            *Owned.Meta.constraints,
            models.CheckConstraint(name="correction_kind", condition=Q(kind__in=CorrectionKind.values)),
        ]

    @property
    def why(self) -> str:
        return gettext("taken back right away") if self.reason == UNDONE else self.reason
