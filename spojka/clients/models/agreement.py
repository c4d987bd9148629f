"""The base statement: what somebody agreed to about their data, when, how, and to which wording."""

from django.db import models
from django.db.models import Q
from django.utils.translation import gettext_lazy as _

from spojka.access.owned import Owned
from spojka.access.permissions import Kind
from spojka.base.keeping import FOREVER, Kept

from .client import Client
from .joining import NEVER_SHARED


class AgreementForm(models.TextChoices):
    SIGNED = "signed", _("signed on paper")
    SPOKEN = "spoken", _("spoken")


class AgreementText(Owned):
    """The service's own wording of the statement from a day on. Never changed: a new wording is a new row."""

    version = models.CharField(max_length=20)
    text = models.TextField(max_length=6000)  # paragraphs with an empty line between them
    valid_from = models.DateField()
    recorded_by = models.CharField(max_length=60)  # Actor.id

    tells = Kind.WORK
    subject = "service_id"
    shared = NEVER_SHARED
    kept = FOREVER

    class Meta(Owned.Meta):
        constraints = [
            *Owned.Meta.constraints,
            models.UniqueConstraint(
                fields=["service", "version"],
                name="agreement_text_version",
                violation_error_message=_("There is a wording of this version already."),
            ),
        ]

    def __str__(self) -> str:
        return self.version


class Agreement(Owned):
    """A client agreed that the service keeps data on them: to which wording, how, who heard it, until when it held."""

    client = models.ForeignKey(Client, models.PROTECT, related_name="agreements")
    form = models.CharField(max_length=10, choices=AgreementForm)
    version = models.CharField(max_length=20)  # of the wording
    given_on = models.DateField()
    taken_by = models.CharField(max_length=60)  # Actor.id of who heard it or took the paper
    recorded_by = models.CharField(max_length=60)  # Actor.id
    withdrawn_on = models.DateField(null=True, blank=True)
    withdrawn_how = models.CharField(max_length=200, blank=True)
    withdrawn_by = models.CharField(max_length=60, blank=True)  # Actor.id of who wrote it down

    tells = Kind.COURSE
    subject = "client_id"
    shared = NEVER_SHARED
    kept = Kept(years=5, since="the agreement's end", personal=("client",))

    class Meta(Owned.Meta):
        constraints = [
            *Owned.Meta.constraints,
            models.CheckConstraint(name="agreement_form", condition=Q(form__in=AgreementForm.values)),
            models.CheckConstraint(
                name="agreement_days",
                condition=Q(withdrawn_on=None) | Q(withdrawn_on__gte=models.F("given_on")),
                violation_error_message=_("It can't end before it was given."),
            ),
        ]
