from collections.abc import Iterable
from datetime import date
from typing import Any, Self
from uuid import UUID

from django.contrib.auth.models import AbstractBaseUser, BaseUserManager
from django.db import models
from django.db.models import F, Q
from django.utils.translation import gettext_lazy as _

from spojka.base.keeping import FOREVER, Kept
from spojka.base.models import Record
from spojka.base.sorting import by_name


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


class OrganisationQuerySet(models.QuerySet):
    def allowed(self, actor: Any, permission: Any) -> Self:  # both live in access, above us
        """The organisation that `actor` acts for, if it may do `permission` at all."""
        house = actor.organisation.pk if actor.organisation else None
        return self.filter(pk=house) if permission in actor.permissions else self.none()

    def hearing(self) -> Self:
        """Houses that agreed to be found by others, to be told signals and warnings."""
        return self.filter(hears_warnings=True)


class Organisation(Record):
    slug = models.SlugField(unique=True, max_length=40)
    name = models.CharField(max_length=120)
    hears_warnings = models.BooleanField(default=False)  # others find it, to tell it signals and warnings

    objects = OrganisationQuerySet.as_manager()
    kept = FOREVER

    def __str__(self) -> str:
        return self.name


class ServiceQuerySet(models.QuerySet):
    def allowed(self, actor: Any, permission: Any) -> Self:  # both live in access, above us
        """Services for which `actor` may do `permission`: those it works in, or all of the house it runs."""
        if permission not in actor.permissions:
            return self.none()
        return self.filter(organisation=actor.organisation) if actor.runs(permission) else self.working(actor)

    def working(self, actor: Any) -> Self:
        """Services that `actor` works in."""
        return self.filter(pk__in=actor.services)

    def running(self, on: date) -> Self:
        """Services that are not closed on the day."""
        return self.filter(Q(ends_on=None) | Q(ends_on__gte=on))


class Service(Record):
    """What an organisation offers. The owner of every row."""

    organisation = models.ForeignKey(Organisation, models.PROTECT, related_name="services")
    name = models.CharField(max_length=120)
    kind = models.CharField(max_length=20)  # code of the list service_kind
    is_anonymous = models.BooleanField(default=True, help_text="People may come without a name.")
    ends_on = models.DateField(null=True, blank=True)  # the last day of work; nothing is planned after it

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

    def is_closed(self, on: date) -> bool:
        """Test whether the service has ended before the day."""
        return self.ends_on is not None and self.ends_on < on

    @property
    def ownership(self) -> dict[str, UUID]:
        """The columns of a row that this service owns."""
        return {"organisation_id": self.organisation_id, "service_id": self.pk}


class TeamQuerySet(models.QuerySet):
    def allowed(self, actor: Any, permission: Any) -> Self:  # both live in access, above us
        """Teams of services for which `actor` may do `permission`; a narrowed member's own ones only."""
        if permission not in actor.permissions:
            return self.none()
        if actor.runs(permission):
            return self.filter(service__organisation=actor.organisation)
        rows = self.filter(service__in=actor.services)
        return rows if actor.teams is None else rows.filter(pk__in=actor.teams)

    def running(self, on: date) -> Self:
        """Teams that are not closed on the day."""
        return self.filter(Q(ends_on=None) | Q(ends_on__gte=on))


class Team(Record):
    """The people of one service in one city."""

    service = models.ForeignKey(Service, models.PROTECT, related_name="teams")
    name = models.CharField(max_length=80)
    ends_on = models.DateField(null=True, blank=True)  # the last day of work

    objects = TeamQuerySet.as_manager()
    kept = FOREVER

    class Meta:
        constraints = [models.UniqueConstraint(fields=["service", "name"], name="team_name_once")]

    def __str__(self) -> str:
        return self.name


class MembershipQuerySet(models.QuerySet):
    def valid(self, on: date) -> Self:
        """Memberships that hold on the day: they have begun, have not ended, and their user may sign in."""
        return self.standing(on).filter(valid_from__lte=on, user__is_active=True)

    def standing(self, on: date) -> Self:
        """Memberships that have not ended before the day, also those that begin later."""
        return self.filter(Q(valid_to=None) | Q(valid_to__gte=on), ended_at=None)

    def allowed(self, actor: Any, permission: Any) -> Self:  # both live in access, above us
        """Colleagues: members who share a service with `actor`, or everybody of the house it runs."""
        if permission not in actor.permissions:
            return self.none()
        house = self.filter(organisation=actor.organisation)
        if actor.runs(permission):
            return house
        shared = Membership.services.through.objects.filter(service_id__in=actor.services)
        colleagues = house.filter(pk__in=shared.values("membership_id"))
        return colleagues.led_by(actor) if actor.leads(permission) else colleagues

    def led_by(self, actor: Any) -> Self:
        """Colleagues who work nowhere but under `actor`, in a role that it could give; never `actor` itself."""
        elsewhere = Membership.services.through.objects.exclude(service_id__in=actor.services)
        led = self.filter(role__in=actor.gives).exclude(user=actor.user)
        led = led.exclude(pk__in=elsewhere.values("membership_id"))
        if actor.teams is None:
            return led
        teams = Membership.teams.through.objects
        outside = teams.exclude(team_id__in=actor.teams).values("membership_id")
        inside = teams.filter(team_id__in=actor.teams).values("membership_id")
        return led.filter(pk__in=inside).exclude(pk__in=outside)


class Membership(Record):
    """A user works for an organisation, in some of its services."""

    user = models.ForeignKey(User, models.PROTECT, related_name="memberships")
    organisation = models.ForeignKey(Organisation, models.PROTECT, related_name="memberships")
    services = models.ManyToManyField(Service, related_name="memberships")
    teams = models.ManyToManyField(Team, related_name="memberships")  # none means all
    role = models.CharField(max_length=30)
    reads_house = models.BooleanField(default=False, help_text="Reads rows of the other services of the house.")
    valid_from = models.DateField()
    valid_to = models.DateField(null=True, blank=True)  # the last day
    ended_at = models.DateTimeField(null=True, blank=True)  # ended at once, not with the day

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

    def has_ended(self, on: date) -> bool:
        """Test on this row that it has ended before the day, or at once."""
        return self.ended_at is not None or (self.valid_to is not None and self.valid_to < on)


class ProjectQuerySet(models.QuerySet):
    def allowed(self, actor: Any, permission: Any) -> Self:  # both live in access, above us
        """Projects of services that `actor` works in; those who look after projects do so for all services of one.

        The manager of the organisation looks after every project of the house.
        """
        if permission not in actor.permissions or actor.organisation is None:
            return self.none()
        house, links = self.filter(organisation=actor.organisation), Project.services.through.objects
        if actor.role == "organisation_manager":
            return house
        mine = links.filter(service_id__in=actor.services)
        seen = house.filter(pk__in=mine.values("project_id"))
        if permission.endswith(".view"):
            return seen
        foreign = links.exclude(service_id__in=actor.services)
        return seen.exclude(pk__in=foreign.values("project_id"))

    def valid(self, on: date) -> Self:
        return self.filter(valid_from__lte=on, valid_to__gte=on)

    def paying(self, service: Service, on: date, codes: Iterable[str]) -> list["Project"]:
        """Projects of `service` that pay for a shift on the day at a place with these codes of territory."""
        valid: Iterable[Any] = self.filter(services=service).valid(on).order_by("valid_from", by_name(), "pk")
        return [project for project in valid if project.covers(codes)]


class Project(Record):
    """A dated grant: who pays, for which services, where, and what was promised for it."""

    organisation = models.ForeignKey(Organisation, models.PROTECT, related_name="projects")
    services = models.ManyToManyField(Service, related_name="projects")
    name = models.CharField(max_length=120)
    funder = models.CharField(max_length=120)
    number = models.CharField(max_length=60, blank=True)  # as the funder's decision has it
    valid_from = models.DateField()
    valid_to = models.DateField()
    territory = models.JSONField(default=list, blank=True)  # codes of municipalities, ORPs, regions; empty: anywhere
    promised = models.JSONField(default=dict, blank=True)  # by the code of a figure, for the whole project

    objects = ProjectQuerySet.as_manager()
    kept = FOREVER

    class Meta:
        constraints = [
            models.UniqueConstraint(
                fields=["organisation", "funder", "number"], condition=~Q(number=""), name="project_number_once"
            ),
            models.CheckConstraint(
                name="project_span",
                condition=Q(valid_to__gte=F("valid_from")),
                violation_error_message=_("The project can't end before it starts."),
            ),
        ]

    def __str__(self) -> str:
        return self.name

    def covers(self, codes: Iterable[str]) -> bool:
        """Test whether a place with these codes of territory lies where the project is for."""
        return not self.territory or not set(self.territory).isdisjoint(codes)
