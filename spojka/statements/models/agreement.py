from typing import ClassVar, Self

from django.db import models
from django.db.models import Q
from django.utils.translation import gettext_lazy as _

from spojka.access.owned import Owned, OwnedQuerySet
from spojka.access.permissions import Kind
from spojka.base.keeping import Kept
from spojka.cases.models import Case, Participant
from spojka.network.models import Membership
from spojka.partners.models import Every, Form
from spojka.ui.words import legible


class TeamAgreementQuerySet(OwnedQuerySet):
    def in_force(self) -> Self:
        """Agreements that hold: neither replaced by another one nor ended."""
        return self.filter(replaced=None, ended_on=None)


class TeamAgreement(Owned):
    """What the professionals of one case agreed to tell each other. A new one replaces it, the old one stays."""

    case = models.ForeignKey(Case, models.PROTECT, related_name="team_agreements")
    version = models.PositiveSmallIntegerField()
    replaces = models.OneToOneField("self", models.PROTECT, related_name="replaced", null=True, blank=True)
    topics = models.JSONField()  # codes of the list agreement_topic
    forms = models.JSONField()  # of Form
    starts_on = models.DateField()
    principles = models.TextField(blank=True)  # sealed
    misunderstanding = models.TextField()  # sealed: what happens then
    ending = models.TextField()  # sealed: terms for interruption and ending
    evaluation = models.TextField()  # sealed: how the cooperation itself is evaluated
    evaluate_on = models.DateField()
    ended_on = models.DateField(null=True, blank=True)
    ended_why = models.TextField(blank=True)  # sealed
    made_by = models.CharField(max_length=60)  # Actor.id

    objects = TeamAgreementQuerySet.as_manager()  # type: ignore[misc]
    sealed: ClassVar[tuple[str, ...]] = ("principles", "misunderstanding", "ending", "evaluation", "ended_why")
    tells = Kind.WORK
    subject = "case_id"
    handed_over = True
    kept = Kept(years=5, since="the closing of its case", personal=sealed)

    class Meta(Owned.Meta):
        constraints = [
            *Owned.Meta.constraints,
            models.UniqueConstraint(fields=["case", "version"], name="teamagreement_version"),
        ]

    def __str__(self) -> str:
        return str(self.version)

    @property
    def newer(self) -> "TeamAgreement | None":
        return getattr(self, "replaced", None)

    @property
    def is_in_force(self) -> bool:
        return self.ended_on is None and self.newer is None

    @property
    def told_by(self) -> list[str]:
        """In which forms, in words."""
        return [str(Form(one).label) for one in self.forms if one in Form.values]

    @property
    def parts(self) -> dict[str, str]:
        """What was agreed in words, by the name of the column."""
        said = {name: getattr(self, name) for name in self.sealed if name != "ended_why"}
        return {name: legible(words) for name, words in said.items() if words}

    @property
    def why_ended(self) -> str:
        return legible(self.ended_why) if self.ended_why else ""


class AgreedPace(Owned):
    """From which day on how often: the first one is how it begins, each next one is thinner."""

    agreement = models.ForeignKey(TeamAgreement, models.PROTECT, related_name="paces")
    case = models.ForeignKey(Case, models.PROTECT, related_name="+")
    from_on = models.DateField()
    every = models.CharField(max_length=10, choices=Every)

    tells = Kind.WORK
    subject = "case_id"
    handed_over = True
    kept = Kept(years=5, since="the closing of its case")

    class Meta(Owned.Meta):
        constraints = [
            *Owned.Meta.constraints,
            models.UniqueConstraint(fields=["agreement", "from_on"], name="agreedpace_once"),
            models.CheckConstraint(name="agreedpace_every", condition=Q(every__in=Every.values)),
        ]


class AgreedDirection(Owned):
    """Who tells whom. An agreement without any: everybody tells everybody."""

    agreement = models.ForeignKey(TeamAgreement, models.PROTECT, related_name="directions")
    case = models.ForeignKey(Case, models.PROTECT, related_name="+")
    teller = models.ForeignKey(Participant, models.PROTECT, related_name="+")
    told = models.ForeignKey(Participant, models.PROTECT, related_name="+")

    tells = Kind.WORK
    subject = "case_id"
    handed_over = True
    kept = Kept(years=5, since="the closing of its case")

    class Meta(Owned.Meta):
        constraints = [
            *Owned.Meta.constraints,
            models.UniqueConstraint(fields=["agreement", "teller", "told"], name="agreeddirection_once"),
            models.CheckConstraint(name="agreeddirection_two", condition=~Q(teller=models.F("told"))),
        ]


class AgreedDuty(Owned):
    """For what one of the team is responsible."""

    agreement = models.ForeignKey(TeamAgreement, models.PROTECT, related_name="duties")
    case = models.ForeignKey(Case, models.PROTECT, related_name="+")
    participant = models.ForeignKey(Participant, models.PROTECT, related_name="+")
    words = models.TextField()  # sealed

    sealed: ClassVar[tuple[str, ...]] = ("words",)
    tells = Kind.WORK
    subject = "case_id"
    handed_over = True
    kept = Kept(years=5, since="the closing of its case", personal=("words",))

    class Meta(Owned.Meta):
        constraints = [
            *Owned.Meta.constraints,
            models.UniqueConstraint(fields=["agreement", "participant"], name="agreedduty_once"),
        ]

    @property
    def said(self) -> str:
        return legible(self.words)


class AssentWay(models.TextChoices):
    """How one of the team assented."""

    SPOJKA = "spojka", _("in Spojka")
    WORD = "word", _("by word")
    PAPER = "paper", _("on paper")


class TeamAssent(Owned):
    """One of the team agrees. It belongs to who wrote it down: they themselves, or the coordinating service."""

    agreement = models.ForeignKey(TeamAgreement, models.PROTECT, related_name="assents")
    case = models.ForeignKey(Case, models.PROTECT, related_name="+")
    participant = models.ForeignKey(Participant, models.PROTECT, related_name="+")
    way = models.CharField(max_length=10, choices=AssentWay)
    on = models.DateField()
    given_by = models.CharField(max_length=60)  # Actor.id

    tells = Kind.WORK
    subject = "case_id"
    kept = Kept(years=5, since="the closing of its case")

    class Meta(Owned.Meta):
        constraints = [
            *Owned.Meta.constraints,
            models.UniqueConstraint(fields=["agreement", "participant"], name="teamassent_once"),
            models.CheckConstraint(name="teamassent_way", condition=Q(way__in=AssentWay.values)),
        ]


class Told(Owned):
    """Somebody of the team passed on what they owed, by another way than a statement."""

    agreement = models.ForeignKey(TeamAgreement, models.PROTECT, related_name="tellings")
    case = models.ForeignKey(Case, models.PROTECT, related_name="+")
    teller = models.ForeignKey(Participant, models.PROTECT, related_name="+")
    to = models.ForeignKey(Participant, models.PROTECT, related_name="+", null=True, blank=True)  # None: everybody
    on = models.DateField()
    form = models.CharField(max_length=10, choices=Form)
    written_by = models.CharField(max_length=60)  # Actor.id

    tells = Kind.WORK
    subject = "case_id"
    kept = Kept(years=5, since="the closing of its case")

    class Meta(Owned.Meta):
        constraints = [
            *Owned.Meta.constraints,
            models.CheckConstraint(name="told_form", condition=Q(form__in=Form.values)),
        ]
        indexes = [models.Index(fields=["case", "-on"], name="told_newest")]


class TeamReview(Owned):
    """How the cooperation itself goes, and when it is looked at again. Only added."""

    agreement = models.ForeignKey(TeamAgreement, models.PROTECT, related_name="reviews")
    case = models.ForeignKey(Case, models.PROTECT, related_name="+")
    words = models.TextField()  # sealed
    on = models.DateField()
    next_on = models.DateField()
    written_by = models.CharField(max_length=60)  # Actor.id

    sealed: ClassVar[tuple[str, ...]] = ("words",)
    tells = Kind.WORK
    subject = "case_id"
    kept = Kept(years=5, since="the closing of its case", personal=("words",))

    class Meta(Owned.Meta):
        indexes = [models.Index(fields=["case", "-on"], name="teamreview_newest")]

    @property
    def said(self) -> str:
        return legible(self.words)


class ReportReminder(Owned):
    """A letter was sent because a report is late: once for each, and it names nobody."""

    agreement = models.ForeignKey(TeamAgreement, models.PROTECT, related_name="+")
    case = models.ForeignKey(Case, models.PROTECT, related_name="+")
    teller = models.ForeignKey(Participant, models.PROTECT, related_name="+")
    due_on = models.DateField()
    sent_to = models.ForeignKey(Membership, models.PROTECT, related_name="+")

    tells = Kind.WORK
    subject = "case_id"
    kept = Kept(years=1, since="its sending")

    class Meta(Owned.Meta):
        constraints = [
            *Owned.Meta.constraints,
            models.UniqueConstraint(fields=["agreement", "teller", "due_on"], name="reportreminder_once"),
        ]
