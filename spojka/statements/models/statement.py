from typing import ClassVar, Self

from django.db import models
from django.db.models import Q
from django.utils.translation import gettext_lazy as _
from django.utils.translation import pgettext_lazy

from spojka.access.owned import Owned, OwnedQuerySet
from spojka.access.permissions import Kind
from spojka.base.keeping import Kept
from spojka.cases.models import Case, Participant, Party
from spojka.consents.models import KINDS
from spojka.search.columns import NewestIndex, Words, WordsIndex
from spojka.ui.words import legible


class StatementQuerySet(OwnedQuerySet):
    def standing(self) -> Self:
        """Statements that hold: neither taken back nor clarified by another one."""
        return self.filter(voided_at=None, clarified=None)


class Statement(Owned):
    """What somebody says of one party, of one kind. It belongs to the service that wrote it down."""

    case = models.ForeignKey(Case, models.PROTECT, related_name="statements")
    about = models.ForeignKey(Party, models.PROTECT, related_name="statements")
    kind = models.PositiveSmallIntegerField()  # one of KINDS
    said_by = models.ForeignKey(Participant, models.PROTECT, related_name="+", null=True, blank=True)  # None: we do
    said_words = models.TextField(blank=True)  # sealed: who exactly
    source = models.CharField(max_length=20)  # code of the list statement_source
    at = models.DateTimeField()  # when it was said
    text = models.TextField(max_length=5000)
    supersedes = models.OneToOneField("self", models.PROTECT, related_name="clarified", null=True, blank=True)
    written_by = models.CharField(max_length=60)  # Actor.id
    voided_at = models.DateTimeField(null=True, blank=True)
    voided_by = models.CharField(max_length=60, blank=True)
    voided_why = models.TextField(blank=True)  # sealed
    words = Words("text", also=("voided_at",), within="case_id")

    objects = StatementQuerySet.as_manager()  # type: ignore[misc]
    sealed: ClassVar[tuple[str, ...]] = ("said_words", "voided_why")
    tells = Kind.ANYTHING
    tells_in = "kind"
    subject = "about_id"
    kept = Kept(years=5, since="the closing of its case", personal=("text", "said_words", "voided_why"))

    class Meta(Owned.Meta):
        constraints = [
            *Owned.Meta.constraints,
            models.CheckConstraint(name="statement_kind", condition=Q(kind__in=[int(kind) for kind in KINDS])),
        ]
        indexes = [
            models.Index(fields=["case", "-at"], name="statement_newest"),
            WordsIndex(name="statement_words"),
            NewestIndex(fields=["service", "-at", "-id"], name="statement_found"),
        ]

    @property
    def is_findable(self) -> bool:
        return self.voided_at is None

    @property
    def who(self) -> str:
        """Who of its author said it."""
        return legible(self.said_words) if self.said_words else ""

    @property
    def why_not(self) -> str:
        return legible(self.voided_why) if self.voided_why else ""

    @property
    def newer(self) -> "Statement | None":
        """The statement that clarified this one."""
        return getattr(self, "clarified", None)


class What(models.TextChoices):
    """What is said to a statement."""

    QUESTION = "question", pgettext_lazy("to a statement", "question")
    VIEW = "view", _("the client's own view")
    ANSWER = "answer", pgettext_lazy("to a statement", "answer")
    AGREED = "agreed", pgettext_lazy("to a statement", "agreement")


class Heard(models.TextChoices):
    """How the client's view was heard."""

    PERSON = "person", _("in person")
    PHONE = "phone", _("by phone")
    WRITING = "writing", _("in writing")
    LOOK = "look", _("themselves, in their own look")


ASKED_HERE = Q(what=What.VIEW, heard=Heard.LOOK)  # the client said it in their own look, no worker heard it yet


class ReplyQuerySet(OwnedQuerySet):
    def waiting(self) -> Self:
        """Questions, and views that came from the own look, to statements that hold: nobody answered them since."""
        later = Reply.objects.filter(
            statement=models.OuterRef("statement"), recorded_at__gt=models.OuterRef("recorded_at")
        )
        answered = models.Exists(later.filter(what__in=[What.VIEW, What.ANSWER]))
        agreed = models.Exists(later.filter(what=What.AGREED))
        standing = self.filter(statement__voided_at=None, statement__clarified=None).exclude(answered)
        return standing.filter(Q(what=What.QUESTION) | ASKED_HERE & ~Q(agreed))


class Reply(Owned):
    """What is said to a statement: asked, seen otherwise by the client, answered, agreed with. Only added.

    Whose party and kind it is of follows from the statement. It belongs to the service that writes it.
    """

    case = models.ForeignKey(Case, models.PROTECT, related_name="+")
    statement = models.ForeignKey(Statement, models.PROTECT, related_name="replies")
    about = models.ForeignKey(Party, models.PROTECT, related_name="+")
    kind = models.PositiveSmallIntegerField()
    what = models.CharField(max_length=10, choices=What)
    text = models.TextField(blank=True)  # sealed
    said_by = models.ForeignKey(Participant, models.PROTECT, related_name="+", null=True, blank=True)  # None: we do
    said_words = models.TextField(blank=True)  # sealed: who exactly
    whose = models.ForeignKey(Party, models.PROTECT, related_name="+", null=True, blank=True)  # of a view
    heard = models.CharField(max_length=10, choices=Heard, blank=True)  # of a view
    at = models.DateTimeField()
    written_by = models.CharField(max_length=60)  # Actor.id

    objects = ReplyQuerySet.as_manager()  # type: ignore[misc]
    sealed: ClassVar[tuple[str, ...]] = ("text", "said_words")
    tells = Kind.ANYTHING
    tells_in = "kind"
    subject = "about_id"
    kept = Kept(years=5, since="the closing of its case", personal=("text", "said_words"))

    class Meta(Owned.Meta):
        constraints = [
            *Owned.Meta.constraints,
            models.CheckConstraint(name="reply_kind", condition=Q(kind__in=[int(kind) for kind in KINDS])),
            models.CheckConstraint(name="reply_what", condition=Q(what__in=What.values)),
            models.CheckConstraint(
                name="reply_view",
                condition=Q(what="view", whose__isnull=False, heard__in=Heard.values)
                | ~Q(what="view") & Q(whose=None, heard=""),
            ),
        ]
        indexes = [
            models.Index(fields=["case", "-at"], name="reply_newest"),
            models.Index(fields=["service"], name="reply_asked", condition=Q(what="question")),
        ]

    @property
    def said(self) -> str:
        return legible(self.text) if self.text else ""

    @property
    def who(self) -> str:
        return legible(self.said_words) if self.said_words else ""
