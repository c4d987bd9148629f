"""Consents go along with a merged client; while one opens something, nothing is merged (clients.merging)."""

from django.utils.translation import gettext_lazy as _

from spojka.clients.merging import follows

from .models import Consent, Opening

follows(Consent, "client", _("consents to share"))
follows(Opening, "client", _("tellings without consent"))
