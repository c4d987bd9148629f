from django.db import models
from django.db.models import Q
from django.utils.translation import pgettext_lazy

from spojka.access.owned import Owned
from spojka.access.permissions import Kind
from spojka.base.keeping import FOREVER, Kept
from spojka.encounters.models import Encounter

NEVER = Q(pk__in=[])  # leaves the service by no grant


class SheetState(models.TextChoices):
    """How far a table has come."""

    ASKING = "asking", pgettext_lazy("table", "waits for its columns")
    CHECKING = "checking", pgettext_lazy("table", "is being read")
    CHECKED = "checked", pgettext_lazy("table", "waits for your word")
    IMPORTING = "importing", pgettext_lazy("table", "is being saved")
    DONE = "done", pgettext_lazy("table", "saved")
    FORGOTTEN = "forgotten", pgettext_lazy("table", "erased")


class LineState(models.TextChoices):
    """What we say of one row."""

    NEW = "new", pgettext_lazy("row of a table", "new")
    SAVED = "saved", pgettext_lazy("row of a table", "saved now")
    THERE = "there", pgettext_lazy("row of a table", "already there")
    SIMILAR = "similar", pgettext_lazy("row of a table", "similar to an earlier one")
    ASK = "ask", pgettext_lazy("row of a table", "waits for your answer")
    WRONG = "wrong", pgettext_lazy("row of a table", "wrong")
    SKIPPED = "skipped", pgettext_lazy("row of a table", "left out")


class Sheet(Owned):
    """A table that was brought, and how far it has come. What stood in it is erased at the end or after a week."""

    name = models.CharField(max_length=120, blank=True)  # of the file; may tell of a person, so it is erased too
    name_hash = models.CharField(max_length=64)
    file_hash = models.CharField(max_length=64)
    content = models.BinaryField(null=True, blank=True)  # pages, packed
    page = models.PositiveSmallIntegerField(default=0)
    fingerprint = models.CharField(max_length=40, blank=True)  # of the heads
    plan = models.JSONField(default=dict, blank=True)
    state = models.CharField(max_length=10, choices=SheetState, default=SheetState.ASKING)
    total = models.PositiveIntegerField(default=0)  # rows of the chosen page
    done = models.PositiveIntegerField(default=0)  # rows read
    counts = models.JSONField(default=dict, blank=True)  # rows by state, when what stood in it is gone
    asks = models.JSONField(default=dict, blank=True)  # near spellings and unknown words
    brought_by = models.CharField(max_length=60)  # Actor.id

    tells = Kind.WORK
    shared = NEVER
    kept = Kept(years=10, since="the day it was brought", personal=("name", "content", "asks"))

    class Meta(Owned.Meta):
        constraints = [
            *Owned.Meta.constraints,
            models.CheckConstraint(name="sheet_state", condition=Q(state__in=SheetState.values)),
        ]
        indexes = [models.Index(fields=["service", "-recorded_at"], name="sheet_by_time")]

    @property
    def is_gone(self) -> bool:
        return self.content is None

    @property
    def percent(self) -> int:
        return min(100, self.done * 100 // self.total) if self.total else 0


class Line(Owned):
    """One row of a table while it is decided: what stands in it, and what we say of it. Erased with the table."""

    sheet = models.ForeignKey(Sheet, models.CASCADE, related_name="lines")
    number = models.PositiveIntegerField()  # in the file
    cells = models.JSONField()
    state = models.CharField(max_length=10, choices=LineState)
    says = models.JSONField(default=list)  # sentences
    facts = models.JSONField(default=dict)
    same = models.CharField(max_length=40, blank=True)  # rows with the same content are alike
    encounter_id = models.UUIDField(null=True, blank=True)  # the id that its contact has or would have

    tells = Kind.HISTORY
    shared = NEVER
    kept = Kept(years=1, since="the day it was brought", personal=("cells", "facts"))

    class Meta(Owned.Meta):
        constraints = [
            *Owned.Meta.constraints,
            models.CheckConstraint(name="line_state", condition=Q(state__in=LineState.values)),
            models.UniqueConstraint(fields=["sheet", "number"], name="line_once"),
        ]
        indexes = [
            models.Index(fields=["sheet", "state", "number"], name="line_by_state"),
            models.Index(fields=["sheet", "same"], name="line_by_content"),
        ]


class Mapping(Owned):
    """Which columns of a table mean what, remembered by its heads. The last word counts."""

    fingerprint = models.CharField(max_length=40)
    plan = models.JSONField()

    tells = Kind.WORK
    shared = NEVER
    kept = FOREVER

    class Meta(Owned.Meta):
        constraints = [
            *Owned.Meta.constraints,
            models.UniqueConstraint(fields=["service", "fingerprint"], name="mapping_once"),
        ]


class Meaning(Owned):
    """What a word of the service's tables stands for in a list, or a spelling for a person."""

    list = models.CharField(max_length=20)  # or "person"
    said = models.CharField(max_length=80)  # folded; of a person only a digest
    means = models.CharField(max_length=40)  # a code of the list, a client's code, or - for nothing

    tells = Kind.WORK
    shared = NEVER
    kept = Kept(years=3, since="the decision", personal=("means",))

    class Meta(Owned.Meta):
        constraints = [
            *Owned.Meta.constraints,
            models.UniqueConstraint(fields=["service", "list", "said"], name="meaning_once"),
        ]


class Origin(Owned):
    """From which table and row a contact was brought in."""

    encounter = models.OneToOneField(Encounter, models.CASCADE, related_name="origin")
    sheet = models.ForeignKey(Sheet, models.PROTECT, related_name="origins")
    number = models.PositiveIntegerField()  # of the row
    like = models.CharField(max_length=40, blank=True)  # rows about the same contact, though they differ, are alike

    tells = Kind.HISTORY
    subject = "encounter__client_id"
    shared = NEVER
    kept = Kept(years=3, since="the contact")

    class Meta(Owned.Meta):
        constraints = [*Owned.Meta.constraints]
        indexes = [models.Index(fields=["service", "like"], name="origin_by_likeness")]
