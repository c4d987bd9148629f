"""Inquiries go along with a merged client: it is the same person, and what they stand on goes along, too."""

from django.utils.translation import gettext_lazy as _

from spojka.clients.merging import follows

from .models import Inquiry

follows(Inquiry, "client", _("inquiries"))
