from datetime import date, datetime, timedelta
from typing import ClassVar, Self

from django.db import models
from django.db.models import Q
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from spojka.access.owned import Owned, OwnedQuerySet
from spojka.access.permissions import Kind
from spojka.base.keeping import Kept
from spojka.clients.models import Agreement, Client
from spojka.ui.words import legible

KINDS = (Kind.COURSE, Kind.HISTORY, Kind.PERSONAL, Kind.SITUATION, Kind.OTHER)  # what one ticks, in the form's order
KEPT = Kept(years=5, since="its end", personal=("other", "heard", "child_words", "signature"))


def last_day(ends_at: datetime | None) -> date | None:
    """Return the last day before a moment at which something ends."""
    return timezone.localdate(ends_at - timedelta(seconds=1)) if ends_at else None


class ConsentWay(models.TextChoices):
    """How a consent was given."""

    PAPER = "paper", _("signed on paper")
    SCREEN = "screen", _("signed on the screen")
    SPOKEN = "spoken", _("by word")


class ConsentQuerySet(OwnedQuerySet):
    def standing(self, at: datetime) -> Self:
        """Consents that nobody took back and whose time has not passed."""
        return self.filter(Q(ends_at=None) | Q(ends_at__gt=at), withdrawn_at=None)


class Consent(Owned):
    """What a client agreed to share on one day, with how it was said. Its recipients are rows of their own."""

    client = models.ForeignKey(Client, models.PROTECT, related_name="consents")
    statement = models.ForeignKey(Agreement, models.PROTECT, related_name="+")  # on which it stands
    number = models.PositiveIntegerField()  # within the service and the year
    year = models.PositiveSmallIntegerField()
    kinds = models.PositiveSmallIntegerField()  # a sum of KINDS, what was ticked
    other = models.CharField(max_length=300, blank=True)  # which other information, in words
    way = models.CharField(max_length=10, choices=ConsentWay)
    given_on = models.DateField()
    ends_at = models.DateTimeField(null=True, blank=True)  # from this moment it holds no more
    is_parallel = models.BooleanField(default=False)  # holds only while both work with the client
    place = models.CharField(max_length=80, blank=True)
    heard = models.CharField(max_length=300, blank=True)  # of one by word: what was said and who heard it
    signature = models.TextField(blank=True)  # sealed strokes of the hand, of one on the screen
    of_age_on = models.DateField(null=True, blank=True)  # of a child: when it comes of age
    child_assent = models.CharField(max_length=10, blank=True)  # yes, no or unasked
    child_words = models.TextField(blank=True)  # sealed: what the child says itself
    is_opposed = models.BooleanField(default=False)  # one who had to agree said no: it opens nothing
    replaces = models.OneToOneField("self", models.PROTECT, related_name="replaced_by", null=True, blank=True)
    taken_by = models.CharField(max_length=60)  # Actor.id of who took the paper or heard it
    recorded_by = models.CharField(max_length=60)
    withdrawn_at = models.DateTimeField(null=True, blank=True)
    withdrawn_how = models.CharField(max_length=200, blank=True)
    withdrawn_by = models.CharField(max_length=60, blank=True)

    objects = ConsentQuerySet.as_manager()  # type: ignore[misc]
    sealed: ClassVar[tuple[str, ...]] = ("signature", "child_words")
    tells = Kind.LEDGER
    subject = "client_id"
    kept = KEPT

    class Meta(Owned.Meta):
        constraints = [
            *Owned.Meta.constraints,
            models.UniqueConstraint(fields=["service", "year", "number"], name="consent_number"),
            models.CheckConstraint(name="consent_kinds", condition=Q(kinds__gte=1, kinds__lte=sum(KINDS))),
            models.CheckConstraint(name="consent_way", condition=Q(way__in=ConsentWay.values)),
            models.CheckConstraint(
                name="consent_of_child",
                condition=Q(of_age_on=None, child_assent="") | Q(child_assent__in=["yes", "no", "unasked"]),
            ),
        ]
        indexes = [models.Index(fields=["client", "given_on"], name="consent_by_client")]

    def __str__(self) -> str:
        return f"{self.number}/{self.year}"

    def is_standing(self, at: datetime) -> bool:
        return self.withdrawn_at is None and (self.ends_at is None or self.ends_at > at)

    @property
    def last_day(self) -> date | None:
        """The last day on which it holds."""
        return last_day(self.ends_at)

    @property
    def basis(self) -> Agreement | None:
        """The base statement, or nothing for who may not see it: it never leaves its service."""
        try:
            return self.statement
        except Agreement.DoesNotExist:  # the database itself hides it
            return None

    @property
    def is_for_child(self) -> bool:
        return self.of_age_on is not None

    @property
    def said_by_child(self) -> str:
        return legible(self.child_words) if self.child_words else ""

    @property
    def drawn(self) -> str:
        """The strokes of the signature as the path of a picture; nothing if their key is gone."""
        strokes = legible(self.signature) if self.signature else ""
        return strokes if strokes.startswith("M") else ""

    @property
    def what(self) -> Kind:
        return Kind(self.kinds)


class SignerRole(models.TextChoices):
    """Who says yes or no for a client."""

    CLIENT = "client", _("client")
    PARENT = "parent", _("parent")
    REPRESENTATIVE = "representative", _("another legal representative")
    GUARDIAN = "guardian", _("guardian appointed by a court")


class SignerWord(models.TextChoices):
    """What they said."""

    YES = "yes", _("agrees")
    NO = "no", _("does not agree")
    UNREACHED = "unreached", _("could not be reached")


class ConsentSigner(Owned):
    """Somebody who said yes or no. Their name lies sealed; of a client under a code there is none."""

    consent = models.ForeignKey(Consent, models.PROTECT, related_name="signers")
    role = models.CharField(max_length=15, choices=SignerRole)
    name = models.TextField(blank=True)  # sealed
    word = models.CharField(max_length=10, choices=SignerWord)
    note = models.CharField(max_length=300, blank=True)  # why they don't agree, how it was tried to reach them
    place_in_order = models.PositiveSmallIntegerField(default=0)

    sealed: ClassVar[tuple[str, ...]] = ("name",)
    tells = Kind.LEDGER
    subject = "consent__client_id"
    kept = Kept(years=5, since="its end", personal=("name", "note"))

    class Meta(Owned.Meta):
        constraints = [
            *Owned.Meta.constraints,
            models.UniqueConstraint(fields=["consent", "place_in_order"], name="consentsigner_once"),
            models.CheckConstraint(name="consentsigner_role", condition=Q(role__in=SignerRole.values)),
            models.CheckConstraint(name="consentsigner_word", condition=Q(word__in=SignerWord.values)),
        ]

    @property
    def called(self) -> str:
        return legible(self.name) if self.name else ""
