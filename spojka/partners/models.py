from datetime import date, timedelta
from typing import Self

from django.db import models
from django.db.models import F, Q
from django.utils.translation import gettext_lazy as _
from django.utils.translation import pgettext_lazy

from spojka.access.owned import Owned, OwnedQuerySet
from spojka.access.permissions import Kind
from spojka.base.keeping import Kept
from spojka.network.models import Service

WITH = ("service", "organisation", "partner__organisation")
SAID = ("words", "newer__words", "evaluations")


class Every(models.TextChoices):
    """How often something is told."""

    WEEK = "week", _("every week")
    FORTNIGHT = "fortnight", _("every fortnight")
    MONTH = "month", _("every month")
    HALF_YEAR = "half_year", _("every half-year")


class Form(models.TextChoices):
    """In which form something is told."""

    PHONE = "phone", pgettext_lazy("how it is told", "by phone")
    REPORT = "report", _("by a written report")
    MEETING = "meeting", _("at a meeting")
    CONFERENCE = "conference", _("at a case conference")


class Side(models.TextChoices):
    """Who of the two."""

    OURS = "ours", pgettext_lazy("a side of an agreement", "who wrote it")
    THEIRS = "theirs", pgettext_lazy("a side of an agreement", "the other side")


class Word(models.TextChoices):
    """What a side says."""

    YES = "yes", pgettext_lazy("of an agreement", "agrees")
    NO = "no", pgettext_lazy("of an agreement", "does not agree")
    NOTICE = "notice", _("gave notice")


class PartnerAgreementQuerySet(OwnedQuerySet):
    def with_words(self) -> Self:
        """The same, with what pages need to tell how each stands."""
        return self.select_related(*WITH).prefetch_related(*SAID)


class PartnerAgreement(Owned):
    """One version of an agreement with another service or organisation."""

    replaces = models.ForeignKey("self", models.PROTECT, related_name="newer", null=True, blank=True)
    partner = models.ForeignKey(Service, models.PROTECT, related_name="+", null=True, blank=True)  # if in Spojka
    partner_name = models.CharField(max_length=160)
    version = models.PositiveSmallIntegerField(default=1)
    edition = models.PositiveSmallIntegerField(default=1)  # of the wording: words of a side are about one
    texts = models.JSONField(default=dict, blank=True)  # by the name of the field
    answer_days = models.PositiveSmallIntegerField(null=True, blank=True)  # working days
    visit_days = models.PositiveSmallIntegerField(null=True, blank=True)  # working days from the invitation
    request_days = models.PositiveSmallIntegerField(null=True, blank=True)  # of a person, passed on to the other side
    breach_hours = models.PositiveSmallIntegerField(null=True, blank=True)
    notice_months = models.PositiveSmallIntegerField(default=1)
    evaluate_months = models.PositiveSmallIntegerField(default=12)
    forms = models.JSONField(default=list, blank=True)  # codes of Form
    every = models.CharField(max_length=12, choices=Every, blank=True)
    is_unnamed_first = models.BooleanField(default=True)  # at first without a name
    is_joint = models.BooleanField(default=False)  # joint controllers
    starts_on = models.DateField()
    ends_on = models.DateField(null=True, blank=True)  # the last day; empty: indefinite
    written_by = models.CharField(max_length=60)  # Actor.id
    proposed_at = models.DateTimeField(null=True, blank=True)
    dropped_at = models.DateTimeField(null=True, blank=True)

    objects = PartnerAgreementQuerySet.as_manager()  # type: ignore[misc]
    tells = Kind.WORK
    kept = Kept(years=10, since="its end", personal=("texts",))

    class Meta(Owned.Meta):
        constraints = [
            *Owned.Meta.constraints,
            models.CheckConstraint(name="partneragreement_every", condition=Q(every__in=["", *Every.values])),
            models.CheckConstraint(
                name="partneragreement_span",
                condition=Q(ends_on=None) | Q(ends_on__gte=F("starts_on")),
                violation_error_message=_("It can't end before it starts."),
            ),
            models.CheckConstraint(name="partneragreement_two", condition=Q(partner=None) | ~Q(partner=F("service"))),
            models.UniqueConstraint(
                fields=["replaces"], name="partneragreement_one_newer", condition=Q(dropped_at=None)
            ),
        ]
        indexes = [models.Index(fields=["service", "starts_on"], name="partneragreement_by_day")]

    def __str__(self) -> str:
        return self.partner_name

    def side_of(self, service: Service) -> Side:
        return Side.OURS if service.pk == self.service_id else Side.THEIRS


class PartnerWord(Owned):
    """What one side says of an agreement: a row of theirs, or of ours where their paper lies with us."""

    agreement = models.ForeignKey(PartnerAgreement, models.PROTECT, related_name="words")
    edition = models.PositiveSmallIntegerField()
    side = models.CharField(max_length=8, choices=Side)
    word = models.CharField(max_length=8, choices=Word)
    name = models.CharField(max_length=120)  # who said it for the side
    note = models.CharField(max_length=1000, blank=True)
    on = models.DateField()
    last_day = models.DateField(null=True, blank=True)  # of a notice
    is_on_paper = models.BooleanField(default=False)
    said_by = models.CharField(max_length=60)  # Actor.id

    tells = Kind.WORK
    subject = "agreement_id"
    kept = Kept(years=10, since="the agreement's end", personal=("name", "note"))

    class Meta(Owned.Meta):
        constraints = [
            *Owned.Meta.constraints,
            models.CheckConstraint(name="partnerword_side", condition=Q(side__in=Side.values)),
            models.CheckConstraint(name="partnerword_word", condition=Q(word__in=Word.values)),
            models.CheckConstraint(
                name="partnerword_notice",
                condition=Q(word="notice", last_day__isnull=False) | (~Q(word="notice") & Q(last_day=None)),
            ),
            models.UniqueConstraint(fields=["agreement", "edition", "side", "word"], name="partnerword_once"),
        ]


class PartnerEvaluation(Owned):
    """How the cooperation works, as both sides, or one of them, found."""

    agreement = models.ForeignKey(PartnerAgreement, models.PROTECT, related_name="evaluations")
    on = models.DateField()
    who = models.CharField(max_length=300)
    third = models.CharField(max_length=200, blank=True)  # a court, an office … that looks at it, too
    figures = models.JSONField(default=list, blank=True)  # as they were then: see beside.py
    figures_since = models.DateField(null=True, blank=True)
    found = models.TextField()
    changes = models.TextField(blank=True)
    next_on = models.DateField()
    written_by = models.CharField(max_length=60)  # Actor.id

    tells = Kind.WORK
    subject = "agreement_id"
    kept = Kept(years=10, since="the agreement's end", personal=("who", "third", "found", "changes"))

    class Meta(Owned.Meta):
        constraints = [*Owned.Meta.constraints]
        indexes = [models.Index(fields=["agreement", "-on"], name="partnerevaluation_newest")]


class State(models.TextChoices):
    """How an agreement stands on a day."""

    DRAFT = "draft", pgettext_lazy("an agreement", "is being written")
    PROPOSED = "proposed", pgettext_lazy("an agreement", "waits until both sides agree")
    DECLINED = "declined", pgettext_lazy("an agreement", "one side does not agree")
    COMING = "coming", pgettext_lazy("an agreement", "will hold")
    HOLDS = "holds", pgettext_lazy("an agreement", "holds")
    ENDING = "ending", pgettext_lazy("an agreement", "notice was given")
    OVER = "over", pgettext_lazy("an agreement", "is over")
    REPLACED = "replaced", pgettext_lazy("an agreement", "a newer version holds")
    DROPPED = "dropped", pgettext_lazy("an agreement", "draft put aside")


def said(agreement: PartnerAgreement, word: Word, side: Side | None = None) -> PartnerWord | None:
    """Return the word of a side about the wording as it stands; of any side, if none is named."""
    found = (one for one in agreement.words.all() if one.word == word and one.edition == agreement.edition)
    return next((one for one in found if side is None or one.side == side), None)


def agreed_on(agreement: PartnerAgreement) -> date | None:
    """Return the day on which the second side agreed."""
    both = [said(agreement, Word.YES, side) for side in Side]
    return max(one.on for one in both if one) if all(both) else None


def counted_since(agreement: PartnerAgreement) -> date:
    """Return from which day the next evaluation counts: after the last one, else since it holds."""
    last = max((one.on for one in agreement.evaluations.all()), default=None)
    return last + timedelta(days=1) if last else agreement.starts_on


def state_on(agreement: PartnerAgreement, on: date) -> State:
    """Return how it stands; wants the rows of `with_words`."""
    if agreement.dropped_at:
        return State.DROPPED
    if agreed_on(agreement) is None:
        if said(agreement, Word.NO):
            return State.DECLINED
        return State.PROPOSED if agreement.proposed_at else State.DRAFT
    notice = said(agreement, Word.NOTICE)
    last = min((day for day in (agreement.ends_on, notice.last_day if notice else None) if day), default=None)
    if last and last < on:
        return State.OVER
    if any(_replaces(newer, on) for newer in agreement.newer.all()):
        return State.REPLACED
    if agreement.starts_on > on:
        return State.COMING
    return State.ENDING if notice else State.HOLDS


def _replaces(newer: PartnerAgreement, on: date) -> bool:
    return newer.dropped_at is None and newer.starts_on <= on and agreed_on(newer) is not None
