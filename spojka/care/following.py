"""What of care goes along with a client who is merged or split; tests and treatment hang on their contacts."""

from django.utils.translation import gettext_lazy as _

from spojka.clients.merging import follows

from .models import Exclusion

follows(Exclusion, "client", _("ends of service"))
