"""The audit in words: groups of several organisations."""

from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _

from spojka.access.permissions import Permission as P

GROUP_VERBS: dict[str, str | Promise] = {
    P.WORKING_GROUP_VIEW: _("read a group of organisations"),
    P.WORKING_GROUP_FOUND: _("founded a group of organisations"),
    P.WORKING_GROUP_CHANGE: _("changed a group of organisations"),
    P.WORKING_GROUP_END: _("ended a group of organisations"),
    P.WORKING_GROUP_RESUME: _("let a group of organisations go on"),
    P.SEAT_GIVE: _("let somebody sit in a group"),
    P.SEAT_FILL: _("named who comes to a group for their organisation"),
    P.SEAT_END: _("ended a seat in a group"),
    P.GROUP_THEME_PROPOSE: _("proposed a theme for a group"),
    P.GROUP_THEME_VOTE: _("voted for a theme of a group"),
    P.GROUP_THEME_CHOOSE: _("chose what a group talks of"),
    P.GROUP_MINUTES_PUBLISH: _("published minutes of a group"),
    P.GROUP_MINUTES_WITHDRAW: _("withdrew public minutes of a group"),
    P.OLD_MINUTES_BRING: _("brought old minutes of a group"),
    P.OLD_MINUTES_CORRECT: _("read or corrected old minutes of a group"),
    P.OLD_MINUTES_DROP: _("dropped old minutes of a group"),
    P.OLD_MINUTES_TAKE: _("took old minutes of a group over"),
    P.GROUP_NAME_FORGET: _("forgot what an abbreviation means in a group"),
    P.LINE_GROW: _("tied a line of minutes to what grew out of it"),
    P.PUBLIC_GROUP_VIEW: _("read what a group published"),
}
