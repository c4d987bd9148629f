"""What of overdoses goes along with a client who is merged or split: only what was tied to them on purpose."""

from django.utils.translation import gettext_lazy as _

from spojka.clients.merging import follows

from .models import OverdoseTie

follows(OverdoseTie, "client", _("overdoses that were tied to them"))
