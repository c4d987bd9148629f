"""Contracts and what was explained go along with a merged client: it is the same person."""

from django.utils.translation import gettext_lazy as _

from spojka.clients.merging import follows

from .models import Contract, ContractRefusal, RulesExplanation

follows(Contract, "client", _("contracts"))
follows(RulesExplanation, "client", _("rules that were explained"))
follows(ContractRefusal, "client", _("refused contracts"))
