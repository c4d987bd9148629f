"""Referrals go along with a merged client: it is the same person."""

from django.utils.translation import gettext_lazy as _

from spojka.clients.merging import follows

from .models import Referral

follows(Referral, "client", _("referrals"))
