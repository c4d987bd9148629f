"""Soundings go along with a merged client: it is the same person, and their marks know no client."""

from django.utils.translation import gettext_lazy as _

from spojka.clients.merging import follows

from .models import Sounding

follows(Sounding, "client", _("questions about a client in common"))
