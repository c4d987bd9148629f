from datetime import datetime
from typing import Any, Self

from django.db import models

from spojka.base.keeping import Kept
from spojka.base.models import Record
from spojka.links.doors import hash_of
from spojka.links.models import Link
from spojka.network.models import Membership, Organisation, Service, Team, User


class DeviceQuerySet(models.QuerySet[Any]):
    def signed_in(self, at: datetime) -> Self:
        """Devices that may act now."""
        return self.filter(ends_at__gt=at)


class Device(Record):
    """A browser in which somebody is signed in. Without its row the session is worth nothing; no address is kept."""

    user = models.ForeignKey(User, models.CASCADE, related_name="devices")
    name = models.CharField(max_length=60, blank=True)  # what it says of itself: Firefox, Android
    seen_at = models.DateTimeField()
    ends_at = models.DateTimeField()  # signed out then, unless somebody works with it

    objects = DeviceQuerySet.as_manager()
    kept = Kept(years=1, since="its last use", personal=("name",))


class Pin(Record):
    """The number by which somebody takes over a shared tablet. It opens nothing else."""

    user = models.OneToOneField(User, models.CASCADE, related_name="pin")
    sealed = models.CharField(max_length=300)  # a slow hash, sealed: four digits alone would be guessed from a copy
    set_at = models.DateTimeField()

    kept = Kept(years=10, since="the last membership's end", personal=("sealed",))


class WeeklyLetter(Record):
    """Whether somebody wants a letter each week of how much waits for them, and for which week it left last."""

    user = models.OneToOneField(User, models.CASCADE, related_name="weekly_letter")
    is_on = models.BooleanField(default=False)
    week = models.DateField(null=True, blank=True)  # its Monday

    kept = Kept(years=1, since="the end of the account")


class InvitationQuerySet(models.QuerySet):
    def waiting(self) -> Self:
        """Invitations that were neither accepted nor taken back, also those whose letter is too old."""
        return self.filter(accepted_at=None, withdrawn_at=None)

    def allowed(self, actor: Any, permission: Any) -> Self:
        """Invitations of the house that `actor` runs, or wholly into its services; a letter opens its own one."""
        if permission not in actor.permissions:
            return self.none()
        if actor.organisation is None or actor.user is None:
            return self.filter(link__in=actor.names)
        house = self.filter(organisation=actor.organisation)
        if actor.runs(permission):
            return house
        elsewhere = Invitation.services.through.objects.exclude(service_id__in=actor.services)
        led = house.filter(role__in=actor.gives).exclude(pk__in=elsewhere.values("invitation_id"))
        if actor.teams is None:
            return led
        teams = Invitation.teams.through.objects
        outside = teams.exclude(team_id__in=actor.teams).values("invitation_id")
        inside = teams.filter(team_id__in=actor.teams).values("invitation_id")
        return led.filter(pk__in=inside).exclude(pk__in=outside)


class Invitation(Record):
    """Somebody is asked to work for an organisation. Who accepts by the letter's link gets a membership."""

    organisation = models.ForeignKey(Organisation, models.PROTECT, related_name="+")
    email = models.EmailField()
    name = models.CharField(max_length=80)  # working name, as the inviter knows it
    role = models.CharField(max_length=30)
    reads_house = models.BooleanField(default=False)
    valid_from = models.DateField()
    valid_to = models.DateField(null=True, blank=True)
    services = models.ManyToManyField(Service, related_name="+")
    teams = models.ManyToManyField(Team, related_name="+")  # none means all
    link = models.ForeignKey(Link, models.PROTECT, related_name="+")  # the one that was sent last
    sent_at = models.DateTimeField(null=True, blank=True)  # the letter left; empty: it could not
    accepted_at = models.DateTimeField(null=True, blank=True)
    withdrawn_at = models.DateTimeField(null=True, blank=True)
    membership = models.ForeignKey(Membership, models.PROTECT, related_name="+", null=True, blank=True)
    recorded_by = models.CharField(max_length=60)  # Actor.id

    objects = InvitationQuerySet.as_manager()
    kept = Kept(years=1, since="the link's end", personal=("email", "name"))

    def __str__(self) -> str:
        return self.name

    def opens_with(self, token: str) -> bool:
        """Test whether `token` is the one of the last letter."""
        return self.link.token_hash == hash_of(token)


class Standing(Record):
    """What a membership was until it was changed: who could do what, when, is known for ever."""

    membership = models.ForeignKey(Membership, models.PROTECT, related_name="standings")
    role = models.CharField(max_length=30)
    reads_house = models.BooleanField(default=False)
    valid_from = models.DateField()
    valid_to = models.DateField(null=True, blank=True)
    services = models.ManyToManyField(Service, related_name="+")
    teams = models.ManyToManyField(Team, related_name="+")
    ended_at = models.DateTimeField(null=True, blank=True)
    recorded_by = models.CharField(max_length=60)  # Actor.id; who changed it

    kept = Kept(years=10, since="the membership's end")
