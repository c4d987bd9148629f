from datetime import date
from typing import Any, Self
from uuid import UUID

from django.contrib.auth.models import AbstractBaseUser, BaseUserManager
from django.db import models
from django.db.models import F, Q

from spojka.base.keeping import FOREVER, Kept
from spojka.base.models import Record


class UserManager(BaseUserManager["User"]):
    def create_user(self, email: str, name: str, password: str | None = None) -> "User":
        """Make a user who signs in by `email`; `name` is the working name that others see."""
        user = self.model(email=self.normalize_email(email).lower(), name=name)
        user.set_password(password)
        user.save(force_insert=True)
        return user


class User(Record, AbstractBaseUser):
    """Somebody who signs in. What they may do comes from memberships alone."""

    email = models.EmailField(unique=True)
    name = models.CharField(max_length=80)  # working name
    is_active = models.BooleanField(default=True)

    objects = UserManager()
    kept = Kept(years=10, since="the last membership's end", personal=("email", "name"))

    USERNAME_FIELD = "email"
    REQUIRED_FIELDS = ["name"]

    def __str__(self) -> str:
        return self.name


class Organisation(Record):
    slug = models.SlugField(unique=True, max_length=40)
    name = models.CharField(max_length=120)

    kept = FOREVER

    def __str__(self) -> str:
        return self.name


class ServiceQuerySet(models.QuerySet):
    def allowed(self, actor: Any, permission: Any) -> Self:  # both live in access, above us
        """Services for which `actor` may do `permission`: those it works in."""
        return self.filter(pk__in=actor.services) if permission in actor.permissions else self.none()


class Service(Record):
    """What an organisation offers. The owner of every row."""

    organisation = models.ForeignKey(Organisation, models.PROTECT, related_name="services")
    name = models.CharField(max_length=120)
    kind = models.CharField(max_length=20)  # code of the list service_kind
    is_anonymous = models.BooleanField(default=True, help_text="People may come without a name.")

    objects = ServiceQuerySet.as_manager()
    kept = FOREVER

    class Meta:
        constraints = [
            # what composite foreign keys of owned rows point to
            models.UniqueConstraint(fields=["id", "organisation"], name="service_of_organisation"),
            models.UniqueConstraint(fields=["organisation", "name"], name="service_name_once"),
        ]

    def __str__(self) -> str:
        return self.name

    def is_own_of(self, actor: Any) -> bool:
        """Test on this row what ServiceQuerySet.allowed asks of all."""
        return self.pk in actor.services

    @property
    def ownership(self) -> dict[str, UUID]:
        """The columns of a row that this service owns."""
        return {"organisation_id": self.organisation_id, "service_id": self.pk}


class TeamQuerySet(models.QuerySet):
    def allowed(self, actor: Any, permission: Any) -> Self:  # both live in access, above us
        """Teams of services for which `actor` may do `permission`; a narrowed member's own ones only."""
        if permission not in actor.permissions:
            return self.none()
        rows = self.filter(service__in=actor.services)
        return rows if actor.teams is None else rows.filter(pk__in=actor.teams)


class Team(Record):
    """The people of one service in one city."""

    service = models.ForeignKey(Service, models.PROTECT, related_name="teams")
    name = models.CharField(max_length=80)

    objects = TeamQuerySet.as_manager()
    kept = FOREVER

    class Meta:
        constraints = [models.UniqueConstraint(fields=["service", "name"], name="team_name_once")]

    def __str__(self) -> str:
        return self.name


class MembershipQuerySet(models.QuerySet):
    def valid(self, on: date) -> Self:
        return self.filter(Q(valid_to=None) | Q(valid_to__gte=on), valid_from__lte=on, user__is_active=True)

    def allowed(self, actor: Any, permission: Any) -> Self:  # both live in access, above us
        """Colleagues: members who share a service with `actor`."""
        if permission not in actor.permissions:
            return self.none()
        shared = Membership.services.through.objects.filter(service_id__in=actor.services)
        return self.filter(organisation=actor.organisation, pk__in=shared.values("membership_id"))


class Membership(Record):
    """A user works for an organisation, in some of its services."""

    user = models.ForeignKey(User, models.PROTECT, related_name="memberships")
    organisation = models.ForeignKey(Organisation, models.PROTECT, related_name="memberships")
    services = models.ManyToManyField(Service, related_name="memberships")
    teams = models.ManyToManyField(Team, related_name="memberships")  # none means all
    role = models.CharField(max_length=30)
    reads_house = models.BooleanField(default=False, help_text="Reads rows of the other services of the house.")
    valid_from = models.DateField()
    valid_to = models.DateField(null=True, blank=True)

    objects = MembershipQuerySet.as_manager()
    kept = Kept(years=10, since="its end")

    class Meta:
        constraints = [
            models.UniqueConstraint(fields=["user", "organisation"], name="membership_once"),
            models.CheckConstraint(
                name="membership_span", condition=Q(valid_to=None) | Q(valid_to__gte=F("valid_from"))
            ),
        ]

    def __str__(self) -> str:
        return self.user.name
