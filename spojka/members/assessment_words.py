"""The audit in words: what was done in forms and ecomaps of clients."""

from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _

from spojka.access.permissions import Permission as P

ASSESSMENT_VERBS: dict[str, str | Promise] = {
    P.ASSESSMENT_VIEW: _("read what is known of a client"),
    P.ASSESSMENT_WRITE: _("filled in a form of a client"),
    P.TIE_ADD: _("put somebody on a client's ecomap"),
    P.TIE_CHANGE: _("changed somebody on a client's ecomap"),
    P.TIE_MOVE: _("moved somebody on a client's ecomap"),
    P.TIE_END: _("took somebody off a client's ecomap"),
}
