from typing import ClassVar, Self

from django.db import models
from django.db.models import Exists, OuterRef, Q
from django.utils.translation import gettext_lazy as _

from spojka.access.models import Basis, Grant
from spojka.access.owned import Owned, OwnedQuerySet
from spojka.access.permissions import Kind
from spojka.base.keeping import Kept
from spojka.clients.models import Client
from spojka.network.models import Membership, Organisation, Service
from spojka.ui.words import legible

from .case import Case


class PartyRole(models.TextChoices):
    """Why somebody is in the case."""

    CLIENT = "client", _("the work is with them")
    FAMILY = "family", _("family")
    SUPPORTER = "supporter", _("supporter of the family")


class PartyQuerySet(OwnedQuerySet):
    def present(self) -> Self:
        return self.filter(left_on=None)


class Party(Owned):
    """Somebody the case is about, or who stands by them. What is written about them is opened party by party."""

    case = models.ForeignKey(Case, models.PROTECT, related_name="parties")
    role = models.CharField(max_length=10, choices=PartyRole)
    name = models.TextField()  # sealed: what the team calls them
    relation = models.CharField(max_length=20, blank=True)  # code of the list relation, to the client of the case
    is_child = models.BooleanField(default=False)
    is_alone = models.BooleanField(default=False)  # the only one whom the case was ever about
    contact = models.TextField(blank=True)  # sealed: how to reach a relative or a supporter
    joined_on = models.DateField()
    left_on = models.DateField(null=True, blank=True)
    left_why = models.TextField(blank=True)  # sealed

    objects = PartyQuerySet.as_manager()  # type: ignore[misc]
    sealed: ClassVar[tuple[str, ...]] = ("name", "contact", "left_why")
    tells = Kind.WORK
    walled = True
    handed_over = True
    kept = Kept(years=5, since="the closing of its case", personal=("name", "contact", "left_why"))

    class Meta(Owned.Meta):
        constraints = [
            *Owned.Meta.constraints,
            models.CheckConstraint(name="party_role", condition=Q(role__in=PartyRole.values)),
        ]
        indexes = [models.Index(fields=["case"], name="party_by_case")]

    def __str__(self) -> str:
        return self.called

    @property
    def called(self) -> str:
        return legible(self.name)

    @property
    def reached_by(self) -> str:
        return legible(self.contact) if self.contact else ""

    @property
    def why_left(self) -> str:
        return legible(self.left_why) if self.left_why else ""

    @property
    def is_client(self) -> bool:
        return self.role == PartyRole.CLIENT


class Tie(Owned):
    """Which client of our service a party of the case is. Nobody else learns it."""

    party = models.ForeignKey(Party, models.PROTECT, related_name="ties")
    client = models.ForeignKey(Client, models.PROTECT, related_name="ties")
    tied_by = models.CharField(max_length=60)  # Actor.id

    tells = Kind.WORK
    subject = "party_id"
    shared = Q(pk__in=[])
    kept = Kept(years=5, since="the closing of its case")

    class Meta(Owned.Meta):
        constraints = [
            *Owned.Meta.constraints,
            models.UniqueConstraint(fields=["service", "party"], name="tie_once"),
        ]
        indexes = [models.Index(fields=["client"], name="tie_by_client")]


class ParticipantQuerySet(OwnedQuerySet):
    def present(self) -> Self:
        return self.filter(left_on=None)


class Participant(Owned):
    """A professional side of the case: a house, one of its services or workers; or somebody without Spojka, in words.

    What they see are grants to `grantee_id`, of the case and of each party; a row alone opens nothing.
    """

    case = models.ForeignKey(Case, models.PROTECT, related_name="participants")
    role = models.CharField(max_length=20)  # code of the list case_role
    house = models.ForeignKey(Organisation, models.PROTECT, related_name="+", null=True, blank=True)
    centre = models.ForeignKey(Service, models.PROTECT, related_name="+", null=True, blank=True)
    worker = models.ForeignKey(Membership, models.PROTECT, related_name="+", null=True, blank=True)
    institution = models.CharField(max_length=160)
    unit = models.CharField(max_length=120, blank=True)
    person = models.TextField(blank=True)  # sealed: who of them
    contact = models.TextField(blank=True)  # sealed
    grantee_id = models.UUIDField(null=True, blank=True)  # nobody's, of who works without Spojka
    joined_on = models.DateField()
    left_on = models.DateField(null=True, blank=True)
    left_why = models.TextField(blank=True)  # sealed
    added_by = models.CharField(max_length=60)  # Actor.id

    objects = ParticipantQuerySet.as_manager()  # type: ignore[misc]
    sealed: ClassVar[tuple[str, ...]] = ("person", "contact", "left_why")
    tells = Kind.WORK
    subject = "case_id"
    handed_over = True
    kept = Kept(years=5, since="the closing of its case", personal=("person", "contact", "left_why"))

    class Meta(Owned.Meta):
        constraints = [
            *Owned.Meta.constraints,
            models.UniqueConstraint(
                fields=["case", "grantee_id"],
                name="participant_once",
                condition=Q(left_on=None, grantee_id__isnull=False),
            ),
        ]
        indexes = [models.Index(fields=["case"], name="participant_by_case")]

    def __str__(self) -> str:
        return ", ".join(part for part in (self.institution, self.unit) if part)

    @property
    def called(self) -> str:
        return legible(self.person) if self.person else ""

    @property
    def reached_by(self) -> str:
        return legible(self.contact) if self.contact else ""

    @property
    def why_left(self) -> str:
        return legible(self.left_why) if self.left_why else ""


class LeavingQuerySet(OwnedQuerySet):
    def untaken(self) -> Self:
        """Those whose part the coordinator has not ended, and who were not let in again since."""
        again = Grant.objects.filter(
            basis=Basis.PARTICIPATION,
            subject_id=OuterRef("case_id"),
            grantee_id=OuterRef("participant__grantee_id"),
            starts_at__gt=OuterRef("at"),
        )
        return self.filter(~Exists(again), participant__left_on=None)


class Leaving(Owned):
    """A side of the case left it by itself. The row is theirs; who coordinates ends their part on learning of it."""

    case = models.ForeignKey(Case, models.PROTECT, related_name="leavings")
    participant = models.ForeignKey(Participant, models.PROTECT, related_name="leavings")
    why = models.TextField()  # sealed
    at = models.DateTimeField()
    left_by = models.CharField(max_length=60)  # Actor.id

    objects = LeavingQuerySet.as_manager()  # type: ignore[misc]
    sealed: ClassVar[tuple[str, ...]] = ("why",)
    tells = Kind.WORK
    subject = "case_id"
    kept = Kept(years=5, since="the closing of its case", personal=("why",))

    class Meta(Owned.Meta):
        indexes = [models.Index(fields=["case"], name="leaving_by_case")]

    @property
    def said(self) -> str:
        return legible(self.why)
