"""What of the counter goes along with a client who is merged or split."""

from django.utils.translation import gettext_lazy as _

from spojka.clients.merging import follows

from .models import CounterNote, Pass

follows(Pass, "client", _("client's cards"))
follows(CounterNote, "client", _("notes for the counter"))
