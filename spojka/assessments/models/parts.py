import json
from collections.abc import Iterable
from typing import Any, ClassVar

from django.db import models
from django.db.models import Q
from django.utils.translation import gettext_lazy as _

from spojka.access.owned import Owned
from spojka.access.permissions import Kind
from spojka.base.keeping import Kept
from spojka.clients.models import Client
from spojka.consents.models import KINDS
from spojka.ui.words import legible

EACH_KIND = [int(kind) for kind in KINDS]
Answers = dict[str, Any]  # by the names of questions; "refused" names those that they don't want to answer


class AssessmentForm(models.TextChoices):
    """The three forms."""

    ENTRY = "entry", _("Entry form")
    BASIC = "basic", _("Basic assessment")
    CHILD = "child", _("Evaluation of the child's situation")


class AssessmentPart(Owned):
    """One version of one section of a form of a client. It is never changed: the next one says it came after it."""

    client = models.ForeignKey(Client, models.PROTECT, related_name="assessment_parts")
    form = models.CharField(max_length=10, choices=AssessmentForm)
    section = models.CharField(max_length=20)  # of questions.py, or a code of the list child_heading
    kind = models.PositiveSmallIntegerField()  # which one of KINDS it tells
    version = models.PositiveSmallIntegerField()  # one more than the highest that it was written after
    after = models.JSONField(default=list, blank=True)  # ids of those: one, of merged clients more, of a first none
    answers = models.TextField()  # sealed JSON
    recorded_by = models.CharField(max_length=60)  # Actor.id

    sealed: ClassVar[tuple[str, ...]] = ("answers",)
    tells = Kind.ANYTHING
    tells_in = "kind"
    says_where = True
    subject = "client_id"
    kept = Kept(years=5, since="the last contact", personal=("answers",))

    class Meta(Owned.Meta):
        constraints = [
            *Owned.Meta.constraints,
            models.CheckConstraint(name="assessmentpart_form", condition=Q(form__in=AssessmentForm.values)),
            models.CheckConstraint(name="assessmentpart_kind", condition=Q(kind__in=EACH_KIND)),
            models.CheckConstraint(name="assessmentpart_version", condition=Q(version__gte=1)),
        ]
        indexes = [models.Index(fields=["client", "form", "section"], name="assessmentpart_by_client")]

    @property
    def said(self) -> Answers:
        """What was answered; nothing if its key is gone."""
        text = legible(self.answers)
        return json.loads(text) if text.startswith("{") else {}


def newest(parts: Iterable[AssessmentPart]) -> list[AssessmentPart]:
    """Return those after which none of the others was written, the oldest first: mostly one."""
    every = list(parts)
    replaced = {id for part in every for id in part.after}
    heads = (part for part in every if str(part.pk) not in replaced)
    return sorted(heads, key=lambda part: (part.recorded_at, part.pk))
