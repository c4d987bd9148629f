"""The audit in words: the directory of services and capacity."""

from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _

from spojka.access.permissions import Permission as P

DIRECTORY_VERBS: dict[str, str | Promise] = {
    P.DIRECTORY_VIEW: _("read the directory of services"),
    P.DIRECTORY_ADD: _("wrote a service into the directory"),
    P.DIRECTORY_CHANGE: _("changed an entry of the directory"),
    P.DIRECTORY_CHECK: _("verified an entry of the directory"),
    P.DIRECTORY_PUBLISH: _("settled who finds an entry of the directory"),
    P.DIRECTORY_END: _("took an entry out of the directory"),
    P.DIRECTORY_REMIND: _("reminded of an entry of the directory by letter"),
    P.CAPACITY_TELL: _("told free capacity"),
}
