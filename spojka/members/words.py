"""The audit in words: what was done, and what kind of record it was done to."""

from django.utils.functional import Promise
from django.utils.text import capfirst
from django.utils.translation import gettext_lazy as _

from spojka.access.permissions import Permission as P

VERBS: dict[str, str | Promise] = {
    P.CLIENT_VIEW: _("read a client"),
    P.CLIENT_ADD: _("wrote down a client"),
    P.CLIENT_ADD_ANOTHER: _("wrote down another client with the same answers"),
    P.CODE_TEMPLATE_SET: _("set how codes are made"),
    P.PLACE_VIEW: _("read a place"),
    P.PLACE_ADD: _("wrote down a place"),
    P.PLACE_CHANGE: _("changed a place"),
    P.PROJECT_VIEW: _("read a project"),
    P.PROJECT_ADD: _("wrote down a project"),
    P.PROJECT_CHANGE: _("changed a project"),
    P.PROJECT_END: _("ended a project"),
    P.INDIRECT_OVERSEE: _("looked after indirect work of colleagues"),
    P.INDIRECT_VIEW: _("read indirect work"),
    P.INDIRECT_RECORD: _("wrote down indirect work"),
    P.INDIRECT_CORRECT: _("corrected indirect work"),
    P.INDIRECT_VOID: _("voided indirect work"),
    P.EVENT_VIEW: _("read an event"),
    P.EVENT_ADD: _("wrote down an event"),
    P.EVENT_CHANGE: _("changed an event"),
    P.SHIFT_VIEW: _("read a shift"),
    P.SHIFT_PLAN: _("planned a shift"),
    P.SHIFT_START: _("started a shift"),
    P.SHIFT_JOIN: _("joined a shift"),
    P.SHIFT_NOTE: _("wrote a note to a shift"),
    P.SHIFT_MOVE: _("changed where a shift is"),
    P.SHIFT_SPLIT: _("split a shift among projects"),
    P.SHIFT_CLOSE: _("closed a shift"),
    P.SHIFT_CANCEL: _("cancelled a shift"),
    P.SHIFT_REOPEN: _("opened a closed shift again"),
    P.ENCOUNTER_VIEW: _("read a contact"),
    P.ENCOUNTER_RECORD: _("recorded a contact"),
    P.ENCOUNTER_CORRECT: _("corrected a contact"),
    P.ENCOUNTER_EXPORT: _("took contacts away in a file"),
    P.ENCOUNTER_VOID: _("voided a contact"),
    P.BREATH_VOID: _("voided a breath measurement"),
    P.REFUSAL_RECORD: _("recorded a refusal"),
    P.REFUSAL_VOID: _("voided a refusal"),
    P.SIGNAL_VIEW: _("read a signal of early warning"),
    P.SIGNAL_RECORD: _("wrote down a signal of early warning"),
    P.SIGNAL_VOID: _("took back a signal of early warning"),
    P.WARNING_VIEW: _("read a warning"),
    P.WARNING_ACKNOWLEDGE: _("said that they had read a warning"),
    P.WARNING_DRAW: _("drew up a warning"),
    P.WARNING_VERIFY: _("verified a warning"),
    P.WARNING_WITHDRAW: _("withdrew a warning"),
    P.WARNING_ANSWER: _("wrote what came back after a warning"),
    P.SHEET_VIEW: _("read a table that was brought"),
    P.SHEET_BRING: _("brought a table"),
    P.SHEET_READ: _("said what the columns of a table mean"),
    P.SHEET_CHECK: _("had a table checked"),
    P.SHEET_ANSWER: _("answered what a table means"),
    P.SHEET_FORGET: _("erased a table that was brought"),
    P.ENCOUNTER_IMPORT: _("brought in from a table"),
    P.CODELIST_VIEW: _("read a code list"),
    P.CODELIST_EDIT: _("changed a code list"),
    P.CODELIST_ADD: _("added to a code list"),
    P.TABLET_ENROL: _("shared a tablet for a shift"),
    P.TABLET_TAKE: _("typed a PIN at a shared tablet"),
    P.TABLET_END: _("ended a shared tablet"),
    P.REPORT_VIEW: _("read a report"),
    P.REPORT_REMEMBER: _("remembered settings of a report"),
    P.REPORT_OPEN: _("opened remembered settings of a report"),
    P.REPORT_RENAME: _("renamed settings of a report"),
    P.REPORT_DROP: _("dropped settings of a report"),
    P.MEMBER_VIEW: _("read the list of colleagues"),
    P.MEMBER_INVITE: _("invited a colleague"),
    P.MEMBER_ACCEPT: _("accepted an invitation"),
    P.MEMBER_CHANGE: _("changed what a colleague works as"),
    P.MEMBER_END: _("let a colleague go"),
    P.MEMBER_RETURN: _("let a colleague come back"),
    P.MEMBER_RENAME: _("changed their own working name"),
    P.MEMBER_READDRESS: _("changed their own e-mail"),
    P.INVITATION_SEND: _("sent an invitation again"),
    P.INVITATION_WITHDRAW: _("took an invitation back"),
    P.ORGANISATION_CHANGE: _("renamed the organisation"),
    P.SERVICE_ADD: _("added a service"),
    P.SERVICE_CHANGE: _("changed a service"),
    P.TEAM_ADD: _("added a team"),
    P.TEAM_CHANGE: _("changed a team"),
    P.AUDIT_VIEW: _("read who did what"),
    P.HOUSE_READ: _("read records of another service of the house"),
    P.HOUSE_RUN: _("managed the organisation"),
}

COMMANDS: dict[str, str | Promise] = {  # what the command line did
    "service.found": _("founded a service"),
    "member.let_in": _("let somebody work in the service"),
    "member.invited": _("invited somebody to work in the service"),
}

RECORDS: dict[str, str | Promise] = {
    "access.Grant": _("sharing"),
    "audit.Entry": _("who did what"),
    "audit.Taken": _("file taken away"),
    "clients.Client": _("client"),
    "clients.CodeTemplate": _("template of codes"),
    "codelists.OwnEntry": _("item of a code list"),
    "encounters.Act": _("act"),
    "encounters.Breath": _("breath measurement"),
    "encounters.Correction": _("correction of a contact"),
    "encounters.CrewMember": _("crew of a shift"),
    "encounters.Encounter": _("contact"),
    "encounters.Handout": _("handed out material"),
    "sheets.Line": _("row of a table"),
    "sheets.Mapping": _("what columns mean"),
    "sheets.Meaning": _("meaning of a word"),
    "sheets.Origin": _("origin of a contact"),
    "sheets.Sheet": _("table"),
    "encounters.ServiceRefusal": _("refusal of the service"),
    "encounters.Shift": _("shift"),
    "encounters.ShiftPart": _("part of a shift"),
    "encounters.Topic": _("theme of a contact"),
    "events.Event": _("event"),
    "events.Organiser": _("organiser"),
    "members.Invitation": _("invitation"),
    "network.Membership": _("colleague"),
    "network.Project": _("project"),
    "network.Organisation": _("organisation"),
    "network.Service": _("service"),
    "network.Team": _("team"),
    "signals.Acknowledgement": _("reading of a warning"),
    "signals.EarlyWarning": _("warning"),
    "signals.Signal": _("signal of early warning"),
    "tablets.Tablet": _("shared tablet"),
    "tablets.Turn": _("turn at a shared tablet"),
    "places.Place": _("place"),
    "reports.SavedReport": _("settings of a report"),
    "work.IndirectWork": _("indirect work"),
}


def verb(code: str) -> str:
    """Say what was done. A verb that is no more keeps its code: entries live longer than code."""
    return str((VERBS | COMMANDS).get(code, code))


def record(label: str) -> str:
    """Say what kind of record it is."""
    return str(RECORDS.get(label, label))


def sentence(text: str) -> str:
    """Return words of a table as they begin a line."""
    return str(capfirst(text))
