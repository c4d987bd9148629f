from django.db import models

from spojka.access.owned import Owned
from spojka.access.permissions import Kind
from spojka.base.keeping import Kept
from spojka.clients.models import Client

from .texts import AT_HOME, MENDED, Mended, Sealed


class ContractRefusal(Mended, Sealed, Owned):
    """No contract was concluded with an applicant: on which ground of the law, what was offered instead."""

    client = models.ForeignKey(Client, models.PROTECT, related_name="contract_refusals", null=True, blank=True)
    on = models.DateField()
    ground = models.CharField(max_length=30)  # code of the list contract_refusal
    ended_on = models.DateField(null=True, blank=True)  # of an earlier contract, where that is the ground
    instead = models.CharField(max_length=30)  # code of the list instead
    texts = models.TextField()  # sealed: who came, why, what was offered
    wants_paper = models.BooleanField(default=False)  # they asked for it in writing
    recorded_by = models.CharField(max_length=60)  # Actor.id
    corrects = models.OneToOneField("self", models.PROTECT, related_name="corrected", null=True, blank=True)
    voided_at = models.DateTimeField(null=True, blank=True)  # taken back, or put right by another one
    voided_by = models.CharField(max_length=60, blank=True)  # Actor.id
    voided_why = models.TextField(blank=True)  # sealed

    sealed = MENDED
    tells = Kind.WORK
    subject = "client_id"
    shared = AT_HOME
    kept = Kept(years=1, since="the refusal", personal=("client", *MENDED))

    class Meta(Owned.Meta):
        constraints = [*Owned.Meta.constraints]
        indexes = [models.Index(fields=["service", "-on"], name="contractrefusal_by_day")]
