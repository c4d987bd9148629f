from django.db import models
from django.db.models import Q
from django.utils.translation import gettext_lazy as _

from spojka.access.owned import Owned
from spojka.access.permissions import Kind
from spojka.base.keeping import FOREVER, Kept
from spojka.clients.models import Client

from .texts import AT_HOME, MENDED, YEARS, Mended, Sealed


class NoticeUnit(models.TextChoices):
    """In what a notice is counted; the same words as base.terms."""

    WORKING = "working", _("working days")
    DAYS = "days", _("calendar days")
    MONTHS = "months", _("months")


class ServiceRules(Owned):
    """One version of the rules of a service, in force from a day until the next one. It is never changed."""

    version = models.PositiveSmallIntegerField()  # within the service
    text = models.TextField(max_length=20000)  # paragraphs with an empty line between them
    valid_from = models.DateField()
    notice = models.PositiveSmallIntegerField()  # when the provider ends on another ground than broken rules
    notice_unit = models.CharField(max_length=8, choices=NoticeUnit)
    recorded_by = models.CharField(max_length=60)  # Actor.id

    tells = Kind.WORK
    subject = "service_id"
    shared = AT_HOME
    kept = FOREVER

    class Meta(Owned.Meta):
        constraints = [
            *Owned.Meta.constraints,
            models.UniqueConstraint(fields=["service", "version"], name="servicerules_version"),
            models.CheckConstraint(name="servicerules_unit", condition=Q(notice_unit__in=NoticeUnit.values)),
        ]

    def __str__(self) -> str:
        return str(self.version)

    @property
    def paragraphs(self) -> list[str]:
        return [" ".join(one.split()) for one in self.text.replace("\r", "").split("\n\n") if one.strip()]


class RulesExplanation(Mended, Sealed, Owned):
    """A client was told the rules: which version, in which ways, when and by whom."""

    client = models.ForeignKey(Client, models.PROTECT, related_name="rules_explained")
    rules = models.ForeignKey(ServiceRules, models.PROTECT, related_name="explanations")
    ways = models.JSONField(default=list)  # codes of the list rules_way
    on = models.DateField()
    told_by = models.CharField(max_length=60)  # Actor.id of who explained them
    texts = models.TextField()  # sealed: what they did not understand, who interpreted
    recorded_by = models.CharField(max_length=60)  # Actor.id
    corrects = models.OneToOneField("self", models.PROTECT, related_name="corrected", null=True, blank=True)
    voided_at = models.DateTimeField(null=True, blank=True)  # taken back, or put right by another one
    voided_by = models.CharField(max_length=60, blank=True)  # Actor.id
    voided_why = models.TextField(blank=True)  # sealed

    sealed = MENDED
    tells = Kind.COURSE
    subject = "client_id"
    shared = AT_HOME
    kept = Kept(years=YEARS, since="the last contact", personal=("client", *MENDED))

    class Meta(Owned.Meta):
        constraints = [*Owned.Meta.constraints]
        indexes = [models.Index(fields=["client", "-on"], name="rulesexplanation_by_client")]
