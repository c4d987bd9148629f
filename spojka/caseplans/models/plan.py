import json
from typing import ClassVar

from django.db import models
from django.db.models import Q
from django.utils.functional import cached_property
from django.utils.translation import gettext, pgettext_lazy
from django.utils.translation import gettext_lazy as _

from spojka.access.owned import Owned
from spojka.access.permissions import Kind
from spojka.base.keeping import Kept
from spojka.cases.models import Case, Participant, Party
from spojka.ui.words import legible


class PlanKind(models.TextChoices):
    PRELIMINARY = "preliminary", pgettext_lazy("a plan", "preliminary")
    FINAL = "final", pgettext_lazy("a plan", "final")
    REVISION = "revision", pgettext_lazy("a plan", "revision")


class PlanState(models.TextChoices):
    DRAFT = "draft", pgettext_lazy("a plan", "being written")
    AGREED = "agreed", pgettext_lazy("a plan", "agreed")
    SUPERSEDED = "superseded", pgettext_lazy("a plan", "superseded")
    VOIDED = "voided", pgettext_lazy("a plan", "thrown away")


class Plan(Owned):
    """One version of the shared plan of a case. It belongs to the service that coordinates."""

    case = models.ForeignKey(Case, models.PROTECT, related_name="plans")
    number = models.PositiveSmallIntegerField()
    kind = models.CharField(max_length=12, choices=PlanKind)
    state = models.CharField(max_length=12, choices=PlanState, default=PlanState.DRAFT)
    started_by = models.CharField(max_length=60)  # Actor.id
    agreed_at = models.DateTimeField(null=True, blank=True)
    agreed_by = models.CharField(max_length=60, blank=True)
    voided_at = models.DateTimeField(null=True, blank=True)  # a draft that was never agreed
    voided_by = models.CharField(max_length=60, blank=True)

    tells = Kind.WORK
    subject = "case_id"
    handed_over = True
    kept = Kept(years=5, since="the closing of its case")

    class Meta(Owned.Meta):
        constraints = [
            *Owned.Meta.constraints,
            models.UniqueConstraint(fields=["case", "number"], name="plan_number"),
            models.UniqueConstraint(fields=["case"], name="plan_one_draft", condition=Q(state="draft")),
            models.UniqueConstraint(fields=["case"], name="plan_one_agreed", condition=Q(state="agreed")),
            models.CheckConstraint(name="plan_kind", condition=Q(kind__in=PlanKind.values)),
            models.CheckConstraint(name="plan_state", condition=Q(state__in=PlanState.values)),
            models.CheckConstraint(
                name="plan_agreed_once", condition=Q(state__in=["draft", "voided"]) ^ Q(agreed_at__isnull=False)
            ),
            models.CheckConstraint(name="plan_voided", condition=Q(state="voided") ^ Q(voided_at=None)),
        ]

    def __str__(self) -> str:
        return str(self.number)

    @property
    def is_draft(self) -> bool:
        return self.state == PlanState.DRAFT

    @property
    def is_voided(self) -> bool:
        return self.state == PlanState.VOIDED

    @property
    def is_agreed(self) -> bool:
        return self.state == PlanState.AGREED


class PartKind(models.TextChoices):
    HEAD = "head", _("the plan as a whole")
    GOAL = "goal", pgettext_lazy("a part of a plan", "goal")
    STEP = "step", pgettext_lazy("a part of a plan", "step")


class Part(Owned):
    """One wording of the head, of a goal or of a step. Only added: of one key the highest wording stands."""

    case = models.ForeignKey(Case, models.PROTECT, related_name="plan_parts")
    plan = models.ForeignKey(Plan, models.PROTECT, related_name="parts")
    kind = models.CharField(max_length=4, choices=PartKind)
    key = models.UUIDField()  # the same in all versions
    of = models.UUIDField(null=True, blank=True)  # of a step: the key of its goal
    wording = models.PositiveSmallIntegerField()
    place = models.PositiveSmallIntegerField(default=0)
    texts = models.TextField()  # sealed: what was written, by the name of the field
    term = models.DateField(null=True, blank=True)
    review_on = models.DateField(null=True, blank=True)  # of the head: when the plan is looked at next
    party = models.ForeignKey(Party, models.PROTECT, related_name="+", null=True, blank=True)
    participant = models.ForeignKey(Participant, models.PROTECT, related_name="+", null=True, blank=True)
    is_out = models.BooleanField(default=False)  # left out of this version
    written_by = models.CharField(max_length=60)  # Actor.id

    sealed: ClassVar[tuple[str, ...]] = ("texts",)
    tells = Kind.WORK
    subject = "case_id"
    kept = Kept(years=5, since="the closing of its case", personal=("texts",))

    class Meta(Owned.Meta):
        constraints = [
            *Owned.Meta.constraints,
            models.UniqueConstraint(fields=["plan", "key", "wording"], name="part_wording"),
            models.CheckConstraint(name="part_kind", condition=Q(kind__in=PartKind.values)),
            models.CheckConstraint(name="part_of_goal", condition=Q(kind="step") ^ Q(of=None)),
            models.CheckConstraint(name="part_owner", condition=Q(party=None) | Q(participant=None)),
        ]

    @cached_property
    def said(self) -> dict[str, str]:
        """What was written, by the name of the field; what can't be unsealed is told in place of the goal."""
        words = legible(self.texts)
        try:
            return dict(json.loads(words))
        except ValueError:
            return {"text": words}

    @property
    def title(self) -> str:
        return self.said.get("text", "")

    @property
    def owner(self) -> str:
        """Who is to do it: somebody of the case, a side of the team, or in words."""
        named = str(self.participant) if self.participant_id else ""
        if self.party_id:
            named = self.party.called if self.party else gettext("somebody in the case")  # whom one may not know of
        return ", ".join(part for part in (named, self.said.get("owner", "")) if part)
