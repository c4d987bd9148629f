"""The audit in words: what was done, and what kind of record it was done to."""

from django.utils.functional import Promise
from django.utils.text import capfirst
from django.utils.translation import gettext_lazy as _

from spojka.access.permissions import Permission as P

from .appointments_words import APPOINTMENT_VERBS
from .assessment_words import ASSESSMENT_VERBS
from .case_words import CASE_VERBS
from .contract_words import CONTRACT_VERBS
from .directory_words import DIRECTORY_VERBS
from .field_words import FIELD_VERBS
from .group_words import GROUP_VERBS
from .meeting_words import MEETING_VERBS
from .partner_words import PARTNER_VERBS
from .recommendation_words import RECOMMENDATION_VERBS
from .referral_words import REFERRAL_VERBS
from .rows import RECORDS

OF_PACKAGES = {
    **ASSESSMENT_VERBS,
    **CASE_VERBS,
    **CONTRACT_VERBS,
    **DIRECTORY_VERBS,
    **FIELD_VERBS,
    **APPOINTMENT_VERBS,
    **GROUP_VERBS,
    **MEETING_VERBS,
    **PARTNER_VERBS,
    **RECOMMENDATION_VERBS,
    **REFERRAL_VERBS,
}
VERBS: dict[str, str | Promise] = OF_PACKAGES | {
    P.CLIENT_VIEW: _("read a client"),
    P.CLIENT_ADD: _("wrote down a client"),
    P.CLIENT_ADD_ANOTHER: _("wrote down another client with the same answers"),
    P.IDENTITY_VIEW: _("looked at the name of a client"),
    P.IDENTITY_FIND: _("looked for clients by name"),
    P.IDENTITY_NAME: _("wrote down the name of a client"),
    P.IDENTITY_ERASE: _("erased the name of a client"),
    P.CLIENT_NICKNAME: _("wrote down a client's nickname"),
    P.CLIENT_RECODE: _("gave a client another code"),
    P.CLIENT_MERGE: _("merged two clients into one"),
    P.CLIENT_SPLIT: _("split a client in two"),
    P.JOINING_UNDO: _("took a merge or a split of clients back"),
    P.PAIR_PART: _("said that two clients are two people"),
    P.PAIR_PROPOSE: _("let two clients be proposed as one person again"),
    P.INSTRUCTION_SET: _("wrote an instruction to a client"),
    P.INSTRUCTION_END: _("ended an instruction to a client"),
    P.AGREEMENT_RECORD: _("wrote down an agreement on personal data"),
    P.AGREEMENT_WITHDRAW: _("wrote down that an agreement was withdrawn"),
    P.AGREEMENT_WORD: _("worded the base statement on personal data"),
    P.CONSENT_VIEW: _("read consents to share"),
    P.CONSENT_GIVE: _("wrote down a consent to share"),
    P.CONSENT_WITHDRAW: _("wrote down that a consent to share was withdrawn"),
    P.CONSENT_NARROW: _("ended sharing with one recipient"),
    P.CONSENT_SCAN: _("added a scan of a consent"),
    P.CONSENT_SCAN_VIEW: _("looked at a scan of a consent"),
    P.CONSENT_SCAN_REMOVE: _("erased a scan of a consent"),
    P.OPENING_VIEW: _("read what is told without consent"),
    P.OPENING_RECORD: _("wrote down what is told without consent"),
    P.OPENING_APPROVE: _("looked at what is told without consent"),
    P.OPENING_END: _("ended what was told without consent"),
    P.OPENING_TELL: _("told the client what is told without consent"),
    P.SOUNDING_VIEW: _("read questions about a client in common"),
    P.SOUNDING_ASK: _("asked about a client in common"),
    P.SOUNDING_CONFIRM: _("confirmed a client in common"),
    P.SOUNDING_WITHDRAW: _("asked about a client in common no more"),
    P.INQUIRY_VIEW: _("read what is asked of another organisation"),
    P.INQUIRY_ASK: _("asked another organisation"),
    P.INQUIRY_WITHDRAW: _("asked another organisation no more"),
    P.INQUIRY_CLOSE: _("wrote what came of asking another organisation"),
    P.INQUIRY_ANSWER: _("answered another organisation"),
    P.ADDRESS_VIEW: _("read why an address is secret"),
    P.ADDRESS_HIDE: _("made an address secret"),
    P.ADDRESS_SHOW: _("made an address secret no more"),
    P.WALL_VIEW: _("read who is kept apart from a client"),
    P.WALL_PUT_UP: _("kept somebody apart from a client"),
    P.WALL_TAKE_DOWN: _("ended that somebody is kept apart from a client"),
    P.LOOK_VIEW: _("read about access sheets"),
    P.LOOK_ISSUE: _("gave an access sheet"),
    P.LOOK_END: _("ended an access sheet"),
    P.WITHHOLDING_VIEW: _("read what the client's own look does not show"),
    P.WITHHOLDING_PROPOSE: _("proposed to withhold a part from the client's own look"),
    P.WITHHOLDING_REVIEW: _("decided on withholding a part from the client's own look"),
    P.WITHHOLDING_END: _("ended that a part is withheld from the client's own look"),
    P.REMARK_VIEW: _("read remarks of a client"),
    P.REMARK_SEND: _("sent a remark of their record"),
    P.REMARK_ANSWER: _("answered a remark of a client"),
    P.HOUSEHOLD_ADD: _("wrote down a household"),
    P.HOUSEHOLD_RENAME: _("renamed a household"),
    P.HOUSEHOLD_JOIN: _("added a client to a household"),
    P.HOUSEHOLD_LEAVE: _("took a client off a household"),
    P.RELATION_ADD: _("wrote down somebody close to a client"),
    P.RELATION_END: _("took somebody close off a client's page"),
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
    P.QUALITY_VIEW: _("looked for what is missing in records"),
    P.QUALITY_OVERSEE: _("looked for what is missing in records of colleagues"),
    P.QUALITY_ACCEPT: _("said that a record is right so"),
    P.QUALITY_DOUBT: _("took back that a record is right so"),
    P.EVENT_VIEW: _("read an event"),
    P.EVENT_ADD: _("wrote down an event"),
    P.EVENT_CHANGE: _("changed an event"),
    P.ELIGIBILITY_SET: _("set for whom the service is"),
    P.SIGNAL_VIEW: _("read a signal of early warning"),
    P.SIGNAL_RECORD: _("wrote down a signal of early warning"),
    P.SIGNAL_VOID: _("took back a signal of early warning"),
    P.SIGNAL_SHARE: _("told a signal to other organisations"),
    P.TREND_VIEW: _("read a note of a trend"),
    P.TREND_RECORD: _("wrote down a note of a trend"),
    P.TREND_VOID: _("took back a note of a trend"),
    P.WARNING_VIEW: _("read a warning"),
    P.WARNING_ACKNOWLEDGE: _("said that they had read a warning"),
    P.WARNING_REPLY: _("wrote what they know about a warning"),
    P.WARNING_DRAW: _("drew up a warning"),
    P.WARNING_VERIFY: _("verified a warning"),
    P.WARNING_WITHDRAW: _("withdrew a warning"),
    P.WARNING_ANSWER: _("wrote what came back after a warning"),
    P.THEME_VIEW: _("read cards of themes"),
    P.THEME_WORD: _("worded a card of a theme"),
    P.THEME_PUBLISH: _("let everybody read the cards of themes"),
    P.THEME_HIDE: _("took the cards of themes off the public page"),
    P.CARD_VIEW: _("read a card of an intoxication"),
    P.CARD_START: _("started a card of an intoxication"),
    P.CARD_NOTE: _("wrote on a card of an intoxication"),
    P.CARD_VOID: _("voided a card of an intoxication"),
    P.DISCLOSURE_VIEW: _("read a request of an authority"),
    P.DISCLOSURE_OVERSEE: _("looked after requests of authorities"),
    P.DISCLOSURE_RECORD: _("wrote down a request of an authority"),
    P.DISCLOSURE_NAME: _("let a colleague read a request of an authority"),
    P.DISCLOSURE_UNNAME: _("let a colleague read a request of an authority no more"),
    P.DISCLOSURE_NOTE: _("added to a request of an authority"),
    P.DISCLOSURE_DECIDE: _("decided on a request of an authority"),
    P.PHONE_VIEW: _("read the list of phones"),
    P.PHONE_REVOKE: _("revoked a phone"),
    P.HUB_VIEW: _("read a hub of a stand"),
    P.HUB_ADD: _("wrote down a hub of a stand"),
    P.HUB_INVITE: _("let a laptop join a hub of a stand"),
    P.HUB_PAIR: _("paired their phone with a hub of a stand"),
    P.HUB_REVOKE: _("revoked a hub of a stand"),
    P.GROUP_VIEW: _("looked at a session of a group"),
    P.GROUP_RECORD: _("wrote down a session of a group"),
    P.GROUP_CORRECT: _("put a session of a group right"),
    P.GROUP_VOID: _("voided a session of a group"),
    P.SHEET_VIEW: _("read a table that was brought"),
    P.SHEET_BRING: _("brought a table"),
    P.SHEET_READ: _("said what the columns of a table mean"),
    P.SHEET_CHECK: _("had a table checked"),
    P.SHEET_ANSWER: _("answered what a table means"),
    P.SHEET_FORGET: _("erased a table that was brought"),
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
    P.ORGANISATION_CHANGE: _("changed the organisation"),
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
    "hub.joined": _("a laptop joined a hub of a stand"),
    "member.invited": _("invited somebody to work in the service"),
}

FORMER: dict[str, str | Promise] = {  # what is done by another name now
    "counter_note.write": _("wrote an instruction to a client"),
    "counter_note.end": _("ended an instruction to a client"),
}


def verb(code: str) -> str:
    """Say what was done. A verb that is no more keeps its code: entries live longer than code."""
    return str((VERBS | COMMANDS | FORMER).get(code, code))


def record(label: str) -> str:
    """Say what kind of record it is."""
    return str(RECORDS.get(label, label))


def sentence(text: str) -> str:
    """Return words of a table as they begin a line."""
    return str(capfirst(text))
