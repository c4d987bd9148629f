"""The audit in words: contracts and rules."""

from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _

from spojka.access.permissions import Permission as P

CONTRACT_VERBS: dict[str, str | Promise] = {
    P.RULES_VIEW: _("read the rules of the service"),
    P.RULES_SET: _("set the rules of the service"),
    P.RULES_EXPLAIN: _("wrote down that the rules were explained"),
    P.CONTRACT_VIEW: _("read a contract"),
    P.CONTRACT_WRITE: _("wrote a contract"),
    P.CONTRACT_CHANGE: _("changed the draft of a contract"),
    P.CONTRACT_DROP: _("put the draft of a contract aside"),
    P.CONTRACT_AMEND: _("wrote an addendum to a contract"),
    P.CONTRACT_CONCLUDE: _("concluded a contract"),
    P.CONTRACT_WARN: _("wrote a warning to a contract"),
    P.CONTRACT_DELIVER_WARNING: _("wrote down that a warning was delivered"),
    P.CONTRACT_END: _("wrote down that a client ended a contract"),
    P.CONTRACT_AGREE_END: _("wrote down that a contract ends by agreement"),
    P.CONTRACT_NOTICE: _("gave notice of a contract"),
    P.CONTRACT_DELIVER_NOTICE: _("wrote down that a notice was delivered"),
    P.CONTRACT_TAKE_BACK: _("took the end of a contract back"),
    P.CONTRACT_REFUSE: _("wrote down a refused contract"),
    P.CONTRACT_REOPEN: _("let a client come again after a contract ended for a breach"),
    P.RULES_CORRECT: _("corrected that the rules were explained"),
    P.RULES_UNEXPLAIN: _("took back that the rules were explained"),
    P.CONTRACT_CORRECT_WARNING: _("corrected a warning to a contract"),
    P.CONTRACT_VOID_WARNING: _("took back a warning to a contract"),
    P.CONTRACT_CORRECT_REFUSAL: _("corrected a refused contract"),
    P.CONTRACT_VOID_REFUSAL: _("took a refused contract out of the register"),
}
