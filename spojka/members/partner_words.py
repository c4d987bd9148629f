"""The audit in words: agreements between organisations."""

from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _

from spojka.access.permissions import Permission as P

PARTNER_VERBS: dict[str, str | Promise] = {
    P.PARTNER_VIEW: _("read an agreement between organisations"),
    P.PARTNER_WRITE: _("began an agreement between organisations"),
    P.PARTNER_CHANGE: _("changed the draft of an agreement between organisations"),
    P.PARTNER_DROP: _("put the draft of an agreement between organisations aside"),
    P.PARTNER_PROPOSE: _("proposed an agreement between organisations"),
    P.PARTNER_TAKE_BACK: _("took the proposal of an agreement between organisations back"),
    P.PARTNER_PAPER: _("wrote down what the other side signed"),
    P.PARTNER_SAY: _("said whether their side agrees"),
    P.PARTNER_NOTICE: _("wrote down the notice of an agreement between organisations"),
    P.PARTNER_REVISE: _("began a new version of an agreement between organisations"),
    P.PARTNER_EVALUATE: _("evaluated a cooperation"),
}
