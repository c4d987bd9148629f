from datetime import date, timedelta

from django.db import models
from django.db.models import F, Q
from django.utils.translation import gettext_lazy as _
from django.utils.translation import override, pgettext_lazy

from spojka.access.owned import Owned, OwnedQuerySet
from spojka.access.permissions import Kind
from spojka.base.keeping import Kept
from spojka.base.terms import months_after
from spojka.codelists.catalogue import names_of
from spojka.network.models import Organisation
from spojka.search.columns import Words, WordsIndex
from spojka.search.stems import forms_of

MOST_PLACES = 2000


class Form(models.TextChoices):
    """The forms of a social service by the law."""

    AMBULANT = "ambulant", pgettext_lazy("form of a service", "people come to it")
    OUTREACH = "outreach", pgettext_lazy("form of a service", "it comes to people")
    RESIDENTIAL = "residential", pgettext_lazy("form of a service", "people live there")


class FoundBy(models.TextChoices):
    SERVICE = "service", _("our service alone")
    HOUSE = "house", _("all services of our house")
    CHOSEN = "chosen", _("our house and chosen organisations")
    EVERYBODY = "everybody", _("everybody who works with Spojka")


class EntryQuerySet(OwnedQuerySet):
    def standing(self) -> "EntryQuerySet":
        """Entries that were not taken out."""
        return self.filter(ended_at=None)


class ServiceEntry(Owned):
    """A service as others need to know it. Its owner has to look now and then whether it is still true."""

    is_own = models.BooleanField(default=True)  # of the service itself; else of somebody without Spojka
    name = models.CharField(max_length=120)
    provider = models.CharField(max_length=120)
    kind = models.CharField(max_length=20)  # code of the list service_kind
    ways = models.JSONField(default=list, blank=True)  # of Form
    groups = models.JSONField(default=list, blank=True)  # codes of the list target_group
    age_from = models.PositiveSmallIntegerField(null=True, blank=True)
    age_to = models.PositiveSmallIntegerField(null=True, blank=True)
    conditions = models.CharField(max_length=300, blank=True)  # insurance, residence, abstinence …
    territory = models.CharField(max_length=200, blank=True)  # from where people may come, in words
    address = models.CharField(max_length=200, blank=True)
    municipality = models.CharField(max_length=80, blank=True)
    municipality_code = models.CharField(max_length=10, blank=True)
    district_code = models.CharField(max_length=10, blank=True)
    orp_code = models.CharField(max_length=10, blank=True)
    region_code = models.CharField(max_length=10, blank=True)
    phone = models.CharField(max_length=60, blank=True)
    email = models.EmailField(blank=True)
    web = models.URLField(blank=True)
    hours = models.JSONField(default=dict, blank=True)  # see hours.py
    by_appointment = models.BooleanField(default=False)
    languages = models.JSONField(default=list, blank=True)  # codes of the list language
    is_free = models.BooleanField(default=True)
    is_anonymous = models.BooleanField(default=False)
    has_ramp = models.BooleanField(default=False)
    takes_dogs = models.BooleanField(default=False)
    takes_children = models.BooleanField(default=False)
    does = models.TextField(max_length=1200, blank=True)
    does_not = models.TextField(max_length=600, blank=True)
    way_in = models.TextField(max_length=600, blank=True)
    found_by = models.CharField(max_length=10, choices=FoundBy, default=FoundBy.SERVICE)
    partners = models.ManyToManyField(Organisation, related_name="+", blank=True)
    check_months = models.PositiveSmallIntegerField(default=6)  # our proposal; the owner sets it
    told_days = models.PositiveSmallIntegerField(default=14)  # after so many days capacity is not known any more
    checked_on = models.DateField()
    checked_by = models.CharField(max_length=60)  # Actor.id
    written_by = models.CharField(max_length=60)  # Actor.id
    ended_at = models.DateTimeField(null=True, blank=True)
    reminded_on = models.DateField(null=True, blank=True)  # that its check is due
    words = Words(
        "name", "provider", "municipality", "territory", "conditions", "does", "way_in", also=("kind", "groups")
    )

    objects = EntryQuerySet.as_manager()  # type: ignore[misc]
    tells = Kind.WORK
    kept = Kept(years=5, since="its end")

    class Meta(Owned.Meta):
        constraints = [
            *Owned.Meta.constraints,
            models.CheckConstraint(name="service_entry_found_by", condition=Q(found_by__in=FoundBy.values)),
            models.CheckConstraint(
                name="service_entry_of_others", condition=Q(is_own=True) | ~Q(found_by=FoundBy.EVERYBODY)
            ),
            models.CheckConstraint(
                name="service_entry_ages",
                condition=Q(age_from=None) | Q(age_to=None) | Q(age_to__gte=F("age_from")),
            ),
        ]
        indexes = [
            WordsIndex(name="service_entry_words"),
            models.Index(fields=["service", "name"], name="service_entry_by_name"),
        ]

    def __str__(self) -> str:
        return self.name

    def said_codes(self) -> set[str]:
        """Return the forms of what the lists call it: who looks for a shelter need not know its name."""
        with override("cs"):
            lists = names_of(("service_kind", "target_group"))
        kind, groups = lists["service_kind"], lists["target_group"]
        return forms_of(" ".join([kind.get(self.kind, ""), *(groups.get(one, "") for one in self.groups)]))

    @property
    def is_findable(self) -> bool:
        return self.ended_at is None

    @property
    def check_due(self) -> date:
        """The day by which its owner has to look at it again."""
        return months_after(self.checked_on, self.check_months)

    def is_stale(self, today: date) -> bool:
        return self.check_due < today


class Capacity(Owned):
    """How many places a service told to have free on a day. Never changed: the newest one counts."""

    entry = models.ForeignKey(ServiceEntry, models.PROTECT, related_name="capacities")
    told_on = models.DateField()
    free = models.PositiveSmallIntegerField()
    in_care = models.PositiveSmallIntegerField(null=True, blank=True)
    note = models.CharField(max_length=200, blank=True)
    told_by = models.CharField(max_length=60)  # Actor.id

    tells = Kind.WORK
    subject = "entry_id"
    kept = Kept(years=10, since="the day it tells of")

    class Meta(Owned.Meta):
        constraints = [
            *Owned.Meta.constraints,
            models.CheckConstraint(name="capacity_free", condition=Q(free__lte=MOST_PLACES)),
        ]
        indexes = [models.Index(fields=["entry", "-told_on", "-recorded_at"], name="capacity_newest")]

    def __str__(self) -> str:
        return str(self.free)

    def is_stale(self, today: date) -> bool:
        return self.told_on + timedelta(days=self.entry.told_days) < today
