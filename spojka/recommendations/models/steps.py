from django.db import models
from django.db.models import F, Q
from django.utils.translation import gettext_lazy as _
from django.utils.translation import pgettext_lazy

from spojka.access.owned import Owned
from spojka.access.permissions import Kind
from spojka.base.keeping import Kept
from spojka.files.cleaning import FileKind
from spojka.files.storing import SealedFileField
from spojka.groups.models import Group

from .recommendation import Recommendation


class StepState(models.TextChoices):
    PROPOSED = "proposed", pgettext_lazy("a recommendation", "proposed")
    DEBATED = "debated", pgettext_lazy("a recommendation", "debated")
    RECOMMENDED = "recommended", pgettext_lazy("a recommendation", "recommended by the group")
    HANDED = "handed", pgettext_lazy("a recommendation", "handed over")
    ADOPTED = "adopted", pgettext_lazy("a recommendation", "adopted")
    CHANGED = "changed", pgettext_lazy("a recommendation", "adopted with changes")
    REJECTED = "rejected", pgettext_lazy("a recommendation", "rejected")
    UNANSWERED = "unanswered", pgettext_lazy("a recommendation", "no answer")
    IN_FORCE = "in_force", pgettext_lazy("a recommendation", "in force")
    FOLLOWED = "followed", pgettext_lazy("a recommendation", "looked at again")
    EVALUATED = "evaluated", pgettext_lazy("a recommendation", "evaluated")
    WITHDRAWN = "withdrawn", pgettext_lazy("a recommendation", "withdrawn")


class Step(Owned):
    """What happened to a recommendation on a day. Only added, each after the newest one; a mistake is taken back."""

    group = models.ForeignKey(Group, models.PROTECT, related_name="+")
    recommendation = models.ForeignKey(Recommendation, models.PROTECT, related_name="steps")
    after = models.ForeignKey("self", models.PROTECT, related_name="+", null=True, blank=True)
    state = models.CharField(max_length=12, choices=StepState)
    on = models.DateField()
    body_kind = models.CharField(max_length=20, blank=True)  # code of the list body_kind; empty: the group itself
    body_name = models.CharField(max_length=160, blank=True)
    document = models.CharField(max_length=300, blank=True)  # its number or address
    file = SealedFileField(blank=True)
    form = models.CharField(max_length=5, choices=FileKind, blank=True)
    size = models.PositiveIntegerField(default=0)  # bytes, unsealed
    reason = models.TextField(blank=True)
    due_on = models.DateField(null=True, blank=True)  # an answer is due, or one looks at it again
    written_by = models.CharField(max_length=60)  # Actor.id
    voided_at = models.DateTimeField(null=True, blank=True)
    voided_why = models.CharField(max_length=300, blank=True)

    tells = Kind.WORK
    subject = "group_id"
    kept = Kept(years=10, since="the last step of its recommendation")

    class Meta(Owned.Meta):
        constraints = [
            *Owned.Meta.constraints,
            models.CheckConstraint(name="step_state", condition=Q(state__in=StepState.values)),
            models.CheckConstraint(name="step_form", condition=Q(form__in=["", *FileKind.values])),
            models.CheckConstraint(
                name="step_due",
                condition=Q(due_on=None) | Q(due_on__gte=F("on")),
                violation_error_message=_("It can't be due before it happened."),
            ),
            # two who write at once: the second one is refused
            models.UniqueConstraint(fields=["after"], name="step_after", condition=Q(voided_at=None)),
            models.UniqueConstraint(fields=["recommendation"], name="step_first", condition=Q(after=None)),
        ]
        indexes = [
            models.Index(fields=["recommendation", "on"], name="step_in_order"),
            models.Index(fields=["due_on"], name="step_waiting", condition=Q(due_on__isnull=False, voided_at=None)),
        ]

    @property
    def link(self) -> str:
        """The document's address, if that is what was written."""
        return self.document if self.document.startswith(("https://", "http://")) else ""
