from django.db import models
from django.db.models import Q
from django.utils.translation import gettext_lazy as _
from django.utils.translation import pgettext_lazy

from spojka.access.owned import Owned
from spojka.access.permissions import Kind
from spojka.base.keeping import Kept
from spojka.encounters.models import Shift
from spojka.events.models import Event

from .cards import IntoxicationCard
from .incidents import Incident


class Answer(models.TextChoices):
    """What came of an alert."""

    ANSWERED = "answered", _("answered")
    SILENT = "silent", _("did not answer")
    ARRIVED = "arrived", pgettext_lazy("who was called", "is here")


class AlertContact(Owned):
    """Whom one calls at an event, or in one shift: the organiser, security, medics."""

    event = models.ForeignKey(Event, models.PROTECT, related_name="+", null=True, blank=True)
    shift = models.ForeignKey(Shift, models.PROTECT, related_name="+", null=True, blank=True)
    role = models.CharField(max_length=30)  # of the list alert_role
    name = models.CharField(max_length=80, blank=True)
    phone = models.CharField(max_length=20)
    added_by = models.CharField(max_length=60)
    ended_at = models.DateTimeField(null=True, blank=True)  # holds no more

    tells = Kind.WORK
    kept = Kept(years=1, since="the event", personal=("name", "phone"))

    class Meta(Owned.Meta):
        constraints = [
            *Owned.Meta.constraints,
            models.CheckConstraint(
                name="alertcontact_of",
                condition=Q(event=None, shift__isnull=False) | Q(event__isnull=False, shift=None),
            ),
        ]


class Alert(Owned):
    """Somebody was called to help: to whom, when, what was said. It tells of no client."""

    shift = models.ForeignKey(Shift, models.PROTECT, related_name="+")
    card = models.ForeignKey(IntoxicationCard, models.PROTECT, related_name="alerts", null=True, blank=True)
    incident = models.ForeignKey(Incident, models.PROTECT, related_name="alerts", null=True, blank=True)
    contact = models.ForeignKey(AlertContact, models.PROTECT, related_name="+", null=True, blank=True)
    role = models.CharField(max_length=30)  # of the list alert_role, as it was then
    text = models.CharField(max_length=300, blank=True)
    occurred_at = models.DateTimeField()
    phone_at = models.DateTimeField(null=True, blank=True)
    recorded_by = models.CharField(max_length=60)
    voided_at = models.DateTimeField(null=True, blank=True)  # tapped by mistake

    tells = Kind.SITUATION
    kept = Kept(years=3, since="the shift", personal=("text",))

    class Meta(Owned.Meta):
        constraints = [*Owned.Meta.constraints]

    @property
    def code(self) -> str:
        """How a card tells whom it was about."""
        return f"alert_{self.role}"


class AlertAnswer(Owned):
    """What came of an alert, with its time."""

    alert = models.ForeignKey(Alert, models.PROTECT, related_name="answers")
    kind = models.CharField(max_length=10, choices=Answer)
    occurred_at = models.DateTimeField()
    phone_at = models.DateTimeField(null=True, blank=True)
    recorded_by = models.CharField(max_length=60)
    voided_at = models.DateTimeField(null=True, blank=True)

    text = ""  # it is told as a line of a card
    tells = Kind.SITUATION
    subject = "alert_id"
    kept = Kept(years=3, since="the shift")

    class Meta(Owned.Meta):
        constraints = [
            *Owned.Meta.constraints,
            models.CheckConstraint(name="alertanswer_kind", condition=Q(kind__in=Answer.values)),
        ]

    @property
    def code(self) -> str:
        return f"answer_{self.kind}"
