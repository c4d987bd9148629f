from django.db import models
from django.db.models import Q
from django.utils.translation import pgettext_lazy

from spojka.access.owned import Owned
from spojka.access.permissions import Kind
from spojka.base.keeping import Kept
from spojka.meetings.models import Meeting

from .group import Group


class PublicPage(Owned):
    """What everybody may know of a group: a copy, so that the grant to everybody opens nothing else of it."""

    group = models.OneToOneField(Group, models.PROTECT, related_name="page")
    name = models.CharField(max_length=120)
    purpose = models.TextField()
    area = models.CharField(max_length=160, blank=True)
    kind = models.CharField(max_length=20)  # code of the list group_kind

    tells = Kind.WORK
    kept = Kept(years=10, since="the end of its group")


class PublicMinutes(Owned):
    """What of a meeting everybody may read, as a person checked it. Withdrawn, it is not public any more."""

    page = models.ForeignKey(PublicPage, models.PROTECT, related_name="minutes")
    meeting = models.ForeignKey(Meeting, models.PROTECT, related_name="+")
    on = models.DateField()  # of the meeting
    lines = models.JSONField()  # [{"line", "kind", "depth", "text"}]
    published_at = models.DateTimeField()
    published_by = models.CharField(max_length=60)  # Actor.id
    withdrawn_at = models.DateTimeField(null=True, blank=True)

    tells = Kind.WORK
    subject = "page_id"
    kept = Kept(years=10, since="its writing")

    class Meta(Owned.Meta):
        constraints = [
            *Owned.Meta.constraints,
            models.UniqueConstraint(fields=["meeting"], name="publicminutes_one", condition=Q(withdrawn_at=None)),
        ]
        indexes = [models.Index(fields=["page", "-on"], name="publicminutes_newest")]


class Outgrown(models.TextChoices):
    """What a line of minutes may grow into."""

    SIGNAL = "signal", pgettext_lazy("grown out of minutes", "signal")
    RECOMMENDATION = "recommendation", pgettext_lazy("grown out of minutes", "recommendation")


class Offshoot(Owned):
    """That a line of minutes grew into something, and into what (co z toho vzešlo)."""

    group = models.ForeignKey(Group, models.PROTECT, related_name="offshoots")
    meeting = models.ForeignKey(Meeting, models.PROTECT, related_name="+")
    line = models.UUIDField()
    into = models.CharField(max_length=16, choices=Outgrown)
    row_id = models.UUIDField()
    grown_by = models.CharField(max_length=60)  # Actor.id

    tells = Kind.WORK
    subject = "group_id"
    kept = Kept(years=10, since="its writing")

    class Meta(Owned.Meta):
        constraints = [
            *Owned.Meta.constraints,
            models.CheckConstraint(name="offshoot_into", condition=Q(into__in=Outgrown.values)),
        ]
        indexes = [models.Index(fields=["meeting", "line"], name="offshoot_of_line")]
