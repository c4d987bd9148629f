"""The audit in words: what was done in meetings."""

from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _

from spojka.access.permissions import Permission as P

MEETING_VERBS: dict[str, str | Promise] = {
    P.MEETING_VIEW: _("read a meeting"),
    P.SERIES_START: _("began a series of meetings"),
    P.SERIES_CHANGE: _("changed a series of meetings"),
    P.SERIES_JOIN: _("added somebody to a series of meetings"),
    P.SERIES_LEAVE: _("took somebody off a series of meetings"),
    P.SERIES_REJOIN: _("put somebody back into a series of meetings"),
    P.MEETING_CALL: _("called a meeting"),
    P.MEETING_SKIP: _("left out a date of a series of meetings"),
    P.MEETING_MOVE: _("moved or changed a meeting"),
    P.MEETING_CANCEL: _("called a meeting off"),
    P.MEETING_INVITE: _("invited somebody to a meeting"),
    P.MEETING_UNINVITE: _("took an invitation to a meeting back"),
    P.MEETING_REINVITE: _("put somebody back on the list of a meeting"),
    P.MEETING_SEND: _("sent invitations to a meeting"),
    P.MEETING_SHARE_ROLES: _("said who leads a meeting and who writes"),
    P.MEETING_ANSWER: _("answered an invitation to a meeting"),
    P.MEETING_ANSWER_AS_GUEST: _("answered an invitation of another organisation"),
    P.ATTENDANCE_MARK: _("wrote down who was at a meeting"),
    P.ATTENDANCE_COUNT: _("counted people at a meeting"),
    P.ATTENDANCE_OPEN: _("let people at a meeting write themselves down"),
    P.ATTENDANCE_TICK: _("wrote themselves down at a meeting"),
    P.AGENDA_ADD: _("added to the agenda of a meeting"),
    P.AGENDA_DROP: _("took a point off the agenda of a meeting"),
    P.AGENDA_RESTORE: _("put a point back on the agenda of a meeting"),
    P.MINUTES_WRITE: _("wrote minutes of a meeting"),
    P.MINUTES_SEND: _("sent minutes of a meeting"),
    P.MINUTES_REPLY: _("confirmed or corrected minutes of a meeting"),
    P.MINUTES_LOCK: _("locked minutes of a meeting"),
    P.MINUTES_AMEND: _("amended minutes of a meeting"),
    P.MATTER_ANSWER: _("answered a task or question of a meeting"),
    P.CALENDAR_MAKE: _("made an address of a calendar"),
    P.CALENDAR_END: _("took an address of a calendar back"),
}
