"""An access sheet opens the record of the client it was given to: it ends when that one is merged away."""

from django.utils.translation import gettext_lazy as _

from spojka.clients.merging import follows, stays

from .models import AccessSheet, Remark

stays(AccessSheet, "client", "its grant names that client; who was merged gets a new paper in person")
follows(Remark, "client", _("remarks of the client"))
