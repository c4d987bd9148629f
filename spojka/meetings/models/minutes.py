from typing import ClassVar

from django.db import models
from django.db.models import Exists, F, OuterRef, Q
from django.utils.translation import pgettext_lazy

from spojka.access.permissions import Kind
from spojka.base.keeping import Kept
from spojka.search.blind import blinded
from spojka.search.columns import NewestIndex, Words, WordsIndex
from spojka.ui.words import legible

from .held import Held, HeldQuerySet
from .meeting import Invited, Meeting


class LineKind(models.TextChoices):
    STATEMENT = "statement", pgettext_lazy("a line of minutes", "statement")
    QUESTION = "question", pgettext_lazy("a line of minutes", "question")
    ANSWER = "answer", pgettext_lazy("a line of minutes", "answer")
    TASK = "task", pgettext_lazy("a line of minutes", "task")
    DECISION = "decision", pgettext_lazy("a line of minutes", "decision")
    NOTICE = "notice", pgettext_lazy("a line of minutes", "announcement")
    THANKS = "thanks", pgettext_lazy("a line of minutes", "thanks")
    HEADING = "heading", pgettext_lazy("a line of minutes", "heading")
    ITEM = "item", pgettext_lazy("a line of minutes", "item")
    TEXT = "text", pgettext_lazy("a line of minutes", "text")


MATTERS = (LineKind.TASK, LineKind.QUESTION)  # they come back until answered
WHOLE = {LineKind.HEADING: 0, LineKind.ITEM: 1}  # how deep a line stands; all others stand below an item


class LineQuerySet(HeldQuerySet):
    def standing(self) -> "LineQuerySet":
        """Wordings that no later one replaces; of one line there is more than one while two have to be joined."""
        later = MinutesLine.objects.filter(
            meeting=OuterRef("meeting"), line=OuterRef("line"), replaces__gte=OuterRef("number")
        )
        return self.filter(~Exists(later.exclude(pk=OuterRef("pk"))), is_out=False)

    def open(self) -> "LineQuerySet":
        """Tasks and questions that nobody has closed; a word that they go on closes none."""
        answers = MatterAnswer.objects.filter(meeting=OuterRef("meeting"), line=OuterRef("line"), outcome__in=CLOSING)
        return self.filter(~Exists(answers), kind__in=MATTERS).standing()


class MinutesLine(Held):
    """One wording of one line of minutes (řádek zápisu). Others add a wording, and say which one they knew.

    `after` is the line below which it was begun: lines form a tree whose order no other line changes, so what two
    write at once, even days apart, does not mix.
    """

    meeting = models.ForeignKey(Meeting, models.PROTECT, related_name="lines")
    line = models.UUIDField()  # the same in all wordings
    after = models.UUIDField(null=True, blank=True)
    number = models.PositiveSmallIntegerField()
    replaces = models.PositiveSmallIntegerField(default=0)  # the wording that its writer knew
    sent = models.UUIDField()  # the last sending that changed it: a writer's own wording grows while they type
    kind = models.CharField(max_length=10, choices=LineKind)
    text = models.TextField(blank=True)  # this and the next three: sealed
    speaker = models.TextField(blank=True)  # which organisation says, asks or does it, as it was typed
    who = models.TextField(blank=True)  # who is to do or answer it, as it was typed
    places = models.TextField(blank=True)  # which places it is about, one a line
    owner = models.ForeignKey(Invited, models.PROTECT, related_name="+", null=True, blank=True)
    due_on = models.DateField(null=True, blank=True)  # nothing: by the next meeting
    happens_at = models.DateTimeField(null=True, blank=True)  # of what is announced
    is_out = models.BooleanField(default=False)  # the line was taken away
    at = models.DateTimeField()
    written_by = models.CharField(max_length=60)  # Actor.id
    words = Words(also=("text", "speaker", "who", "places", "is_out"))

    objects = LineQuerySet.as_manager()  # type: ignore[misc]
    sealed: ClassVar[tuple[str, ...]] = ("text", "speaker", "who", "places")
    tells = Kind.WORK
    subject = "meeting__held_for"
    asks = "meeting__needs"
    kept = Kept(years=10, since="the day of the meeting", personal=("text", "speaker", "who", "places"))

    class Meta(Held.Meta):
        constraints = [
            *Held.Meta.constraints,
            models.UniqueConstraint(fields=["meeting", "line", "number"], name="minutesline_number"),
            models.CheckConstraint(name="minutesline_kind", condition=Q(kind__in=LineKind.values)),
            models.CheckConstraint(name="minutesline_replaces", condition=Q(replaces__lt=F("number"))),
        ]
        indexes = [
            models.Index(fields=["meeting", "kind"], name="minutesline_by_kind"),
            models.Index(fields=["owner"], name="minutesline_owner", condition=Q(owner__isnull=False)),
            # what is open is looked for among all tasks and questions of years, from the index alone
            models.Index(
                fields=["meeting", "kind", "line", "number", "due_on", "is_out", "service", "id"],
                name="minutesline_matters",
                condition=Q(kind__in=MATTERS, is_out=False),
            ),
            WordsIndex(name="minutesline_words"),
            NewestIndex(fields=["service", "-at", "-id"], name="minutesline_found"),
        ]

    @property
    def said(self) -> str:
        return legible(self.text) if self.text else ""

    @property
    def whose(self) -> str:
        """Who is to do or answer it."""
        return legible(self.who) if self.who else ""

    @property
    def says(self) -> str:
        """Which organisation says it."""
        return legible(self.speaker) if self.speaker else ""

    @property
    def at_places(self) -> list[str]:
        return legible(self.places).split("\n") if self.places else []

    @property
    def is_matter(self) -> bool:
        return self.kind in MATTERS

    @property
    def is_findable(self) -> bool:
        return not self.is_out

    def said_codes(self) -> set[str]:
        """Return its words under a key: the column tells nobody what lies sealed in the others."""
        return blinded(" ".join((self.said, self.says, self.whose, *self.at_places)))


class Outcome(models.TextChoices):
    DONE = "done", pgettext_lazy("a task or question", "done or answered")
    GOING = "going", pgettext_lazy("a task or question", "goes on")
    DROPPED = "dropped", pgettext_lazy("a task or question", "no longer needed")


CLOSING = (Outcome.DONE, Outcome.DROPPED)


class MatterAnswer(Held):
    """What came of a task, the answer to a question, or a word on how it goes on. It may come to locked minutes."""

    meeting = models.ForeignKey(Meeting, models.PROTECT, related_name="matter_answers")  # where it was asked
    line = models.UUIDField()
    outcome = models.CharField(max_length=8, choices=Outcome)
    text = models.TextField()  # sealed
    said_in = models.ForeignKey(Meeting, models.PROTECT, related_name="+", null=True, blank=True)  # a later meeting
    due_on = models.DateField(null=True, blank=True)  # the new term of what goes on
    at = models.DateTimeField()
    answered_by = models.CharField(max_length=60)  # Actor.id

    sealed: ClassVar[tuple[str, ...]] = ("text",)
    tells = Kind.WORK
    subject = "meeting__held_for"
    asks = "meeting__needs"
    kept = Kept(years=10, since="the day of the meeting", personal=("text",))

    class Meta(Held.Meta):
        constraints = [
            *Held.Meta.constraints,
            models.CheckConstraint(name="matteranswer_outcome", condition=Q(outcome__in=Outcome.values)),
        ]
        indexes = [
            models.Index(fields=["meeting", "line"], name="matteranswer_of_line"),
            models.Index(fields=["meeting"], name="matteranswer_going", condition=Q(outcome=Outcome.GOING)),
        ]

    @property
    def said(self) -> str:
        return legible(self.text)

    @property
    def is_closing(self) -> bool:
        return self.outcome in CLOSING


class MatterNotice(Held):
    """Somebody was told by a letter that a term of theirs comes or has passed."""

    meeting = models.ForeignKey(Meeting, models.PROTECT, related_name="matter_notices")
    line = models.UUIDField()
    due_on = models.DateField()
    at = models.DateTimeField()
    is_sent = models.BooleanField()

    tells = Kind.WORK
    subject = "meeting__held_for"
    asks = "meeting__needs"
    kept = Kept(years=10, since="the day of the meeting")

    class Meta(Held.Meta):
        indexes = [models.Index(fields=["meeting", "line"], name="matternotice_of_line")]


class ReplyWord(models.TextChoices):
    CONFIRM = "confirm", pgettext_lazy("of minutes", "it was so")
    CORRECT = "correct", pgettext_lazy("of minutes", "something was otherwise")


class MinutesReply(Held):
    """What somebody who was invited says of the minutes: it was so, or what was otherwise."""

    meeting = models.ForeignKey(Meeting, models.PROTECT, related_name="replies")
    invited = models.ForeignKey(Invited, models.PROTECT, related_name="replies", null=True, blank=True)
    word = models.CharField(max_length=8, choices=ReplyWord)
    text = models.TextField(blank=True)  # sealed
    at = models.DateTimeField()
    said_by = models.CharField(max_length=60)  # Actor.id

    sealed: ClassVar[tuple[str, ...]] = ("text",)
    tells = Kind.WORK
    subject = "meeting__held_for"
    asks = "meeting__needs"
    kept = Kept(years=10, since="the day of the meeting", personal=("text",))

    class Meta(Held.Meta):
        constraints = [
            *Held.Meta.constraints,
            models.CheckConstraint(name="minutesreply_word", condition=Q(word__in=ReplyWord.values)),
        ]

    @property
    def said(self) -> str:
        return legible(self.text) if self.text else ""


class Amendment(Held):
    """What was added to locked minutes (dodatek). Nothing of them is changed by it."""

    meeting = models.ForeignKey(Meeting, models.PROTECT, related_name="amendments")
    text = models.TextField()  # sealed
    at = models.DateTimeField()
    written_by = models.CharField(max_length=60)  # Actor.id

    sealed: ClassVar[tuple[str, ...]] = ("text",)
    tells = Kind.WORK
    subject = "meeting__held_for"
    asks = "meeting__needs"
    kept = Kept(years=10, since="the day of the meeting", personal=("text",))

    @property
    def said(self) -> str:
        return legible(self.text)
