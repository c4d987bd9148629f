from typing import ClassVar

from django.db import models
from django.db.models import Q
from django.utils.translation import gettext, pgettext_lazy
from django.utils.translation import gettext_lazy as _

from spojka.access.owned import Owned
from spojka.access.permissions import Kind
from spojka.base.keeping import Kept
from spojka.cases.models import Case, Participant, Party
from spojka.ui.words import legible

from .plan import Plan


class TickState(models.TextChoices):
    OPEN = "open", pgettext_lazy("a step", "open again")
    DONE = "done", pgettext_lazy("a step", "done")
    DROPPED = "dropped", pgettext_lazy("a step", "dropped")


class Tick(Owned):
    """A goal was reached or a step done, or dropped, or is open again; it holds for its key in every version."""

    case = models.ForeignKey(Case, models.PROTECT, related_name="plan_ticks")
    key = models.UUIDField()
    state = models.CharField(max_length=8, choices=TickState)
    on = models.DateField()
    words = models.TextField(blank=True)  # sealed
    at = models.DateTimeField()
    ticked_by = models.CharField(max_length=60)  # Actor.id

    sealed: ClassVar[tuple[str, ...]] = ("words",)
    tells = Kind.WORK
    subject = "case_id"
    kept = Kept(years=5, since="the closing of its case", personal=("words",))

    class Meta(Owned.Meta):
        constraints = [
            *Owned.Meta.constraints,
            models.CheckConstraint(name="tick_state", condition=Q(state__in=TickState.values)),
        ]
        indexes = [models.Index(fields=["case", "-at"], name="tick_newest")]

    @property
    def note(self) -> str:
        return legible(self.words) if self.words else ""


class AnswerKind(models.TextChoices):
    ACTED = "acted", _("plan B was started")
    MOVED = "moved", _("a new term was agreed")


class TermAnswer(Owned):
    """What was done about a passed term: plan B was started, or there is a new term, and why."""

    case = models.ForeignKey(Case, models.PROTECT, related_name="term_answers")
    plan = models.ForeignKey(Plan, models.PROTECT, related_name="term_answers")
    key = models.UUIDField()
    passed = models.DateField()  # the term that was not kept
    kind = models.CharField(max_length=6, choices=AnswerKind)
    new_term = models.DateField(null=True, blank=True)
    called = models.TextField()  # sealed: what the goal or step was
    words = models.TextField()  # sealed: what was started, or why later
    at = models.DateTimeField()
    answered_by = models.CharField(max_length=60)  # Actor.id

    sealed: ClassVar[tuple[str, ...]] = ("called", "words")
    tells = Kind.WORK
    subject = "case_id"
    kept = Kept(years=5, since="the closing of its case", personal=("called", "words"))

    class Meta(Owned.Meta):
        constraints = [
            *Owned.Meta.constraints,
            models.CheckConstraint(name="termanswer_kind", condition=Q(kind__in=AnswerKind.values)),
            models.CheckConstraint(name="termanswer_new_term", condition=Q(kind="moved") ^ Q(new_term=None)),
        ]
        indexes = [models.Index(fields=["case", "-at"], name="termanswer_newest")]

    @property
    def title(self) -> str:
        return legible(self.called)

    @property
    def said(self) -> str:
        return legible(self.words)


class TermNotice(Owned):
    """The coordinator was told by a letter that plan B is due. It names nothing of the case."""

    case = models.ForeignKey(Case, models.PROTECT, related_name="term_notices")
    plan = models.ForeignKey(Plan, models.PROTECT, related_name="term_notices")
    key = models.UUIDField()
    passed = models.DateField()
    at = models.DateTimeField()
    is_sent = models.BooleanField()

    tells = Kind.WORK
    subject = "case_id"
    handed_over = True
    kept = Kept(years=5, since="the closing of its case")

    class Meta(Owned.Meta):
        indexes = [models.Index(fields=["plan", "key"], name="termnotice_of_part")]


class AssentWay(models.TextChoices):
    HERE = "here", _("themselves, in Spojka")
    SIGNED = "signed", _("signed on paper")
    SPOKEN = "spoken", _("by word")


class AssentWord(models.TextChoices):
    YES = "yes", pgettext_lazy("of a plan", "agrees")
    BUT = "but", pgettext_lazy("of a plan", "agrees with a reservation")
    NO = "no", pgettext_lazy("of a plan", "disagrees")


class Assent(Owned):
    """What somebody of the case or a side of the team says of one version. Only added, the newest counts."""

    case = models.ForeignKey(Case, models.PROTECT, related_name="assents")
    plan = models.ForeignKey(Plan, models.PROTECT, related_name="assents")
    party = models.ForeignKey(Party, models.PROTECT, related_name="assents", null=True, blank=True)
    participant = models.ForeignKey(Participant, models.PROTECT, related_name="assents", null=True, blank=True)
    who = models.TextField(blank=True)  # sealed: somebody else, in words
    way = models.CharField(max_length=6, choices=AssentWay)
    word = models.CharField(max_length=3, choices=AssentWord)
    heard = models.TextField(blank=True)  # sealed: who heard it, if it was spoken
    words = models.TextField(blank=True)  # sealed: the reservation, or why not
    on = models.DateField()
    at = models.DateTimeField()
    written_by = models.CharField(max_length=60)  # Actor.id

    sealed: ClassVar[tuple[str, ...]] = ("who", "heard", "words")
    tells = Kind.WORK
    subject = "case_id"
    kept = Kept(years=5, since="the closing of its case", personal=("who", "heard", "words"))

    class Meta(Owned.Meta):
        constraints = [
            *Owned.Meta.constraints,
            models.CheckConstraint(name="assent_way", condition=Q(way__in=AssentWay.values)),
            models.CheckConstraint(name="assent_word", condition=Q(word__in=AssentWord.values)),
            models.CheckConstraint(name="assent_of_one", condition=Q(party=None) | Q(participant=None)),
        ]
        indexes = [models.Index(fields=["plan"], name="assent_by_plan")]

    @property
    def said_by(self) -> str:
        if self.party_id and self.party is None:  # one may not know of them
            return gettext("somebody in the case")
        return str(self.party or self.participant or legible(self.who))

    @property
    def said(self) -> str:
        return legible(self.words) if self.words else ""

    @property
    def heard_by(self) -> str:
        return legible(self.heard) if self.heard else ""
