from datetime import date, datetime
from typing import ClassVar, Self

from django.db import models
from django.db.models import Q
from django.utils.translation import gettext_lazy as _
from django.utils.translation import pgettext_lazy

from spojka.access.models import Grant
from spojka.access.owned import Owned, OwnedQuerySet
from spojka.access.permissions import Kind
from spojka.base.keeping import Kept
from spojka.clients.models import Client
from spojka.consents.models import KINDS, ConsentRecipient, Opening
from spojka.network.models import Service
from spojka.ui.words import legible


class Wanted(models.TextChoices):
    """What is asked for."""

    INFORMATION = "information", _("information")
    ACTION = "action", _("an action")


class InquiryQuerySet(OwnedQuerySet):
    def unanswered(self) -> Self:
        """Inquiries that still want an answer."""
        return self.filter(withdrawn_at=None, closed_at=None, answer=None)

    def open(self, at: datetime) -> Self:
        """Unanswered ones whose ground still holds, so that the other side sees them."""
        return self.unanswered().filter(Q(grant__ends_at=None) | Q(grant__ends_at__gt=at))

    def to_close(self, at: datetime, today: date) -> Self:
        """Inquiries that came back: answered, past their term, or seen by nobody any more."""
        back = Q(answer__isnull=False) | Q(due_on__lt=today) | Q(grant__ends_at__lte=at)
        return self.filter(back, withdrawn_at=None, closed_at=None)


class Inquiry(Owned):
    """What one service asks of another about a client, by a ground on which that one may know of them."""

    client = models.ForeignKey(Client, models.PROTECT, related_name="inquiries")
    recipient = models.ForeignKey(ConsentRecipient, models.PROTECT, related_name="+", null=True, blank=True)
    opening = models.ForeignKey(Opening, models.PROTECT, related_name="+", null=True, blank=True)
    institution = models.CharField(max_length=160)  # whom the ground names
    unit = models.CharField(max_length=120, blank=True)
    wants = models.CharField(max_length=12, choices=Wanted)
    what = models.TextField()  # sealed: concretely what
    why = models.TextField()  # sealed
    kinds = models.PositiveSmallIntegerField()  # what the words tell of the client
    due_on = models.DateField()
    grant = models.OneToOneField(Grant, models.PROTECT, related_name="+")  # by which the other side sees it
    asked_by = models.CharField(max_length=60)  # Actor.id
    withdrawn_at = models.DateTimeField(null=True, blank=True)
    withdrawn_by = models.CharField(max_length=60, blank=True)
    withdrawn_why = models.CharField(max_length=300, blank=True)
    result = models.TextField(blank=True)  # sealed: what we made of the answer
    closed_at = models.DateTimeField(null=True, blank=True)
    closed_by = models.CharField(max_length=60, blank=True)

    objects = InquiryQuerySet.as_manager()  # type: ignore[misc]
    sealed: ClassVar[tuple[str, ...]] = ("what", "why", "result")
    tells = Kind.WORK
    kept = Kept(years=5, since="its end", personal=("what", "why", "result"))

    class Meta(Owned.Meta):
        constraints = [
            *Owned.Meta.constraints,
            models.CheckConstraint(name="inquiry_wants", condition=Q(wants__in=Wanted.values)),
            models.CheckConstraint(name="inquiry_kinds", condition=Q(kinds__gte=1, kinds__lte=sum(KINDS))),
            models.CheckConstraint(
                name="inquiry_ground",
                condition=Q(recipient=None, opening__isnull=False) | Q(recipient__isnull=False, opening=None),
            ),
            models.CheckConstraint(name="inquiry_ended_once", condition=Q(withdrawn_at=None) | Q(closed_at=None)),
        ]
        indexes = [
            models.Index(fields=["service"], name="inquiry_open", condition=Q(withdrawn_at=None, closed_at=None)),
        ]

    def __str__(self) -> str:
        return ", ".join(part for part in (self.institution, self.unit) if part)

    @property
    def asked(self) -> str:
        return legible(self.what)

    @property
    def reason(self) -> str:
        return legible(self.why)

    @property
    def came_of_it(self) -> str:
        return legible(self.result) if self.result else ""

    @property
    def tells_of(self) -> Kind:
        return Kind(self.kinds)

    @property
    def reply(self) -> "InquiryAnswer | None":
        """The answer, if there is one to be seen."""
        return getattr(self, "answer", None)

    @property
    def is_over(self) -> bool:
        return bool(self.withdrawn_at or self.closed_at)

    def is_late(self, today: date) -> bool:
        return not self.is_over and self.reply is None and self.due_on < today


class AnswerKind(models.TextChoices):
    """What came back."""

    INFORMATION = "information", pgettext_lazy("an answer", "information")
    DONE = "done", pgettext_lazy("an answer", "it was done")
    CANNOT = "cannot", _("we can't")


class AnswerGround(models.TextChoices):
    """On which ground the other side tells something of the client."""

    CONSENT = "consent", _("the client agrees that we tell it")
    DUTY = "duty", _("a law asks it of us")
    DANGER = "danger", _("a life is in danger")


class InquiryAnswer(Owned):
    """What the service that was asked answered. It is theirs, and seen by who asked through a grant of theirs."""

    inquiry = models.OneToOneField(Inquiry, models.PROTECT, related_name="answer")
    asker = models.ForeignKey(Service, models.PROTECT, related_name="+")  # known when the inquiry is seen no more
    kind = models.CharField(max_length=12, choices=AnswerKind)
    words = models.TextField()  # sealed
    ground = models.CharField(max_length=10, choices=AnswerGround, blank=True)
    ground_words = models.CharField(max_length=200, blank=True)  # which law, or how they agreed
    grant = models.OneToOneField(Grant, models.PROTECT, related_name="+")  # by which who asked sees it
    answered_by = models.CharField(max_length=60)  # Actor.id

    sealed: ClassVar[tuple[str, ...]] = ("words",)
    tells = Kind.WORK
    subject = "inquiry_id"
    kept = Kept(years=5, since="its writing", personal=("words", "ground_words"))

    class Meta(Owned.Meta):
        constraints = [
            *Owned.Meta.constraints,
            models.CheckConstraint(name="inquiryanswer_kind", condition=Q(kind__in=AnswerKind.values)),
            models.CheckConstraint(
                name="inquiryanswer_ground",
                condition=Q(ground__in=AnswerGround.values) & ~Q(ground_words="")
                | Q(ground="") & ~Q(kind="information"),
            ),
        ]
        indexes = [models.Index(fields=["service", "-recorded_at"], name="inquiryanswer_newest")]

    @property
    def said(self) -> str:
        return legible(self.words)
