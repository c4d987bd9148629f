"""Appointments, waiting and stays go along with a merged client: it is the same person."""

from django.utils.translation import gettext_lazy as _

from spojka.clients.merging import follows

from .models import Appointment, Stay, Waiting

follows(Appointment, "client", _("appointments"))
follows(Waiting, "client", _("places on the waiting list"))
follows(Stay, "client", _("stays in housing"))
