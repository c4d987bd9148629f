"""What of the counter goes along with a client who is merged or split."""

from django.utils.translation import gettext_lazy as _

from spojka.clients.merging import follows

from .models import Pass

follows(Pass, "client", _("client's cards"))
