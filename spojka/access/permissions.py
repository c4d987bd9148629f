"""What may be done, by whom, and what sharing can open: the one page to review."""

from enum import StrEnum

from .kinds import KIND_NAMES as KIND_NAMES
from .kinds import Kind as Kind
from .kinds import Level as Level


class Permission(StrEnum):
    """Every verb of the application. One word names the right, the action and the audit entry."""

    CLIENT_VIEW = "client.view", Level.READ
    CLIENT_ADD = "client.add", Level.OWN
    CLIENT_ADD_ANOTHER = "client.add_another", Level.OWN
    IDENTITY_VIEW = "identity.view", Level.OWN  # who a client is: never by a grant
    IDENTITY_FIND = "identity.find", Level.OWN
    IDENTITY_NAME = "identity.name", Level.OWN
    IDENTITY_ERASE = "identity.erase", Level.OWN
    CLIENT_NICKNAME = "client.nickname", Level.OWN
    CLIENT_RECODE = "client.recode", Level.OWN
    CLIENT_MERGE = "client.merge", Level.OWN
    CLIENT_SPLIT = "client.split", Level.OWN
    JOINING_UNDO = "joining.undo", Level.OWN
    PAIR_PART = "pair.part", Level.OWN  # two clients are never again proposed as one person
    PAIR_PROPOSE = "pair.propose", Level.OWN
    INSTRUCTION_SET = "instruction.set", Level.OWN
    INSTRUCTION_END = "instruction.end", Level.OWN
    AGREEMENT_RECORD = "agreement.record", Level.OWN
    AGREEMENT_WITHDRAW = "agreement.withdraw", Level.OWN
    AGREEMENT_WORD = "agreement.word", Level.OWN
    HOUSEHOLD_ADD = "household.add", Level.OWN
    HOUSEHOLD_RENAME = "household.rename", Level.OWN
    HOUSEHOLD_JOIN = "household.join", Level.OWN
    HOUSEHOLD_LEAVE = "household.leave", Level.OWN
    RELATION_ADD = "relation.add", Level.OWN
    RELATION_END = "relation.end", Level.OWN
    CODE_TEMPLATE_SET = "code_template.set", Level.OWN
    PLACE_VIEW = "place.view", Level.READ
    PLACE_ADD = "place.add", Level.OWN
    PLACE_CHANGE = "place.change", Level.OWN
    PROJECT_VIEW = "project.view", Level.OWN
    PROJECT_ADD = "project.add", Level.OWN
    PROJECT_CHANGE = "project.change", Level.OWN
    PROJECT_END = "project.end", Level.OWN
    INDIRECT_OVERSEE = "indirect.oversee", Level.OWN  # of colleagues, not only one's own
    INDIRECT_VIEW = "indirect.view", Level.OWN
    INDIRECT_RECORD = "indirect.record", Level.OWN
    INDIRECT_CORRECT = "indirect.correct", Level.OWN
    INDIRECT_VOID = "indirect.void", Level.OWN
    EVENT_VIEW = "event.view", Level.READ
    EVENT_ADD = "event.add", Level.OWN
    EVENT_CHANGE = "event.change", Level.OWN
    SHIFT_VIEW = "shift.view", Level.READ
    SHIFT_PLAN = "shift.plan", Level.OWN
    SHIFT_START = "shift.start", Level.OWN
    SHIFT_JOIN = "shift.join", Level.OWN
    SHIFT_NOTE = "shift.note", Level.OWN
    SHIFT_MOVE = "shift.move", Level.OWN
    SHIFT_SPLIT = "shift.split", Level.OWN
    SHIFT_CLOSE = "shift.close", Level.OWN
    SHIFT_REOPEN = "shift.reopen", Level.OWN
    ENCOUNTER_VIEW = "encounter.view", Level.READ
    ENCOUNTER_RECORD = "encounter.record", Level.CONTRIBUTE
    ENCOUNTER_CORRECT = "encounter.correct", Level.OWN
    ENCOUNTER_EXPORT = "encounter.export", Level.OWN
    ENCOUNTER_VOID = "encounter.void", Level.OWN
    BREATH_VOID = "breath.void", Level.OWN
    SIGNS_VOID = "signs.void", Level.OWN
    SHIFT_CANCEL = "shift.cancel", Level.OWN
    REFUSAL_RECORD = "refusal.record", Level.OWN
    REFUSAL_VOID = "refusal.void", Level.OWN
    ELIGIBILITY_SET = "eligibility.set", Level.OWN
    PASS_ISSUE = "pass.issue", Level.OWN  # a card that stands for a client's code at the counter
    PASS_END = "pass.end", Level.OWN
    COUNTER_NOTE_WRITE = "counter_note.write", Level.OWN
    COUNTER_NOTE_END = "counter_note.end", Level.OWN
    SIGNAL_VIEW = "signal.view", Level.READ
    SIGNAL_RECORD = "signal.record", Level.OWN  # it may open the signal to the house, so no grant holds it
    SIGNAL_VOID = "signal.void", Level.OWN
    SIGNAL_SHARE = "signal.share", Level.OWN
    TREND_VIEW = "trend.view", Level.READ
    TREND_RECORD = "trend.record", Level.OWN
    TREND_VOID = "trend.void", Level.OWN
    WARNING_VIEW = "warning.view", Level.READ
    WARNING_ACKNOWLEDGE = "warning.acknowledge", Level.CONTRIBUTE
    WARNING_REPLY = "warning.reply", Level.CONTRIBUTE
    WARNING_DRAW = "warning.draw", Level.OWN
    WARNING_VERIFY = "warning.verify", Level.OWN
    WARNING_WITHDRAW = "warning.withdraw", Level.OWN
    WARNING_ANSWER = "warning.answer", Level.OWN
    THEME_VIEW = "theme.view", Level.READ
    THEME_WORD = "theme.word", Level.OWN
    THEME_PUBLISH = "theme.publish", Level.OWN
    THEME_HIDE = "theme.hide", Level.OWN
    CARD_VIEW = "card.view", Level.OWN
    CARD_START = "card.start", Level.OWN
    CARD_NOTE = "card.note", Level.OWN
    CARD_VOID = "card.void", Level.OWN
    CREW_ASSIGN = "crew.assign", Level.OWN
    CHECKLIST_FILL = "checklist.fill", Level.OWN
    BRIEFING_SET = "briefing.set", Level.OWN
    BRIEFING_READ = "briefing.read", Level.OWN
    HANDOVER_VIEW = "handover.view", Level.OWN
    HANDOVER_WRITE = "handover.write", Level.OWN
    HANDOVER_TAKE = "handover.take", Level.OWN
    DEBRIEF_VIEW = "debrief.view", Level.OWN  # of shifts in whose crew one was
    DEBRIEF_WRITE = "debrief.write", Level.OWN
    DEBRIEF_OVERSEE = "debrief.oversee", Level.OWN  # of all shifts
    WATCH_VIEW = "watch.view", Level.OWN  # of a lone worker, to their crew and their named contact
    WATCH_START = "watch.start", Level.OWN
    WATCH_CHECK_IN = "watch.check_in", Level.OWN
    WATCH_END = "watch.end", Level.OWN
    WATCH_CALL = "watch.call", Level.OWN
    WATCH_KNOW = "watch.know", Level.OWN
    WATCH_OVERSEE = "watch.oversee", Level.OWN  # of all lone workers of the service
    INCIDENT_VIEW = "incident.view", Level.OWN  # those one had a part in
    INCIDENT_OVERSEE = "incident.oversee", Level.OWN  # all of the service, and who was hurt
    INCIDENT_START = "incident.start", Level.OWN
    INCIDENT_NOTE = "incident.note", Level.OWN
    INCIDENT_TAKE_BACK = "incident.take_back", Level.OWN
    INCIDENT_NAME = "incident.name", Level.OWN
    INCIDENT_SIGN = "incident.sign", Level.OWN
    INCIDENT_VOID = "incident.void", Level.OWN
    ALERT_VIEW = "alert.view", Level.OWN
    ALERT_SEND = "alert.send", Level.OWN
    ALERT_ANSWER = "alert.answer", Level.OWN
    ALERT_VOID = "alert.void", Level.OWN
    ALERT_CONTACT_VIEW = "alert_contact.view", Level.OWN
    ALERT_CONTACT_ADD = "alert_contact.add", Level.OWN
    ALERT_CONTACT_END = "alert_contact.end", Level.OWN
    STOCK_VIEW = "stock.view", Level.OWN
    STOCK_DELIVER = "stock.deliver", Level.OWN
    STOCK_ISSUE = "stock.issue", Level.OWN
    STOCK_RETURN = "stock.return", Level.OWN
    STOCK_LOSE = "stock.lose", Level.OWN
    STOCK_TAKE_BACK = "stock.take_back", Level.OWN  # one's own movement; a head's any
    STOCK_COUNT = "stock.count", Level.OWN
    STOCK_DRAW = "stock.draw", Level.OWN  # from which location a shift draws
    STOCK_SET = "stock.set", Level.OWN
    LOCATION_ADD = "location.add", Level.OWN
    LOCATION_CHANGE = "location.change", Level.OWN
    LOCATION_CLOSE = "location.close", Level.OWN
    NALOXONE_VIEW = "naloxone.view", Level.OWN
    NALOXONE_HAND = "naloxone.hand", Level.OWN
    NALOXONE_DETAIL = "naloxone.detail", Level.OWN  # of a kit that was written down as mere material
    NALOXONE_TRAIN = "naloxone.train", Level.OWN
    NALOXONE_VOID_TRAINING = "naloxone.void_training", Level.OWN
    NALOXONE_REPORT = "naloxone.report", Level.OWN
    NALOXONE_VOID_REPORT = "naloxone.void_report", Level.OWN
    OVERDOSE_VIEW = "overdose.view", Level.OWN
    OVERDOSE_RECORD = "overdose.record", Level.OWN
    OVERDOSE_VOID = "overdose.void", Level.OWN
    OVERDOSE_TIE = "overdose.tie", Level.OWN  # to a client, deliberately; also to see such ties
    OVERDOSE_UNTIE = "overdose.untie", Level.OWN
    DISCLOSURE_VIEW = "disclosure.view", Level.OWN  # requests one was named to
    DISCLOSURE_OVERSEE = "disclosure.oversee", Level.OWN  # all of the service
    DISCLOSURE_RECORD = "disclosure.record", Level.OWN
    DISCLOSURE_NAME = "disclosure.name", Level.OWN
    DISCLOSURE_UNNAME = "disclosure.unname", Level.OWN
    DISCLOSURE_NOTE = "disclosure.note", Level.OWN
    DISCLOSURE_DECIDE = "disclosure.decide", Level.OWN
    TEST_VIEW = "test.view", Level.OWN
    TEST_START = "test.start", Level.OWN
    TEST_NOTE = "test.note", Level.OWN
    TEST_TAKE_BACK = "test.take_back", Level.OWN
    TEST_VOID = "test.void", Level.OWN
    CARE_OVERSEE = "care.oversee", Level.OWN  # what waits for colleagues; to end a service alone, with a reason
    RESOURCE_ADD = "resource.add", Level.OWN
    RESOURCE_CHANGE = "resource.change", Level.OWN
    SLOT_VIEW = "slot.view", Level.OWN
    SLOT_QUEUE = "slot.queue", Level.OWN
    SLOT_MOVE = "slot.move", Level.OWN
    SLOT_WRITE = "slot.write", Level.OWN
    GROUP_VIEW = "group.view", Level.OWN
    GROUP_RECORD = "group.record", Level.OWN
    GROUP_CORRECT = "group.correct", Level.OWN
    GROUP_VOID = "group.void", Level.OWN
    EXCLUSION_VIEW = "exclusion.view", Level.OWN
    EXCLUSION_RECORD = "exclusion.record", Level.OWN
    EXCLUSION_REVIEW = "exclusion.review", Level.OWN
    EXCLUSION_END = "exclusion.end", Level.OWN
    TREATMENT_VIEW = "treatment.view", Level.OWN
    TREATMENT_RECORD = "treatment.record", Level.OWN
    SHEET_VIEW = "sheet.view", Level.OWN
    SHEET_BRING = "sheet.bring", Level.OWN
    SHEET_READ = "sheet.read", Level.OWN
    SHEET_CHECK = "sheet.check", Level.OWN
    SHEET_ANSWER = "sheet.answer", Level.OWN
    SHEET_FORGET = "sheet.forget", Level.OWN
    ENCOUNTER_IMPORT = "encounter.import", Level.OWN
    CODELIST_VIEW = "codelist.view", Level.OWN
    CODELIST_EDIT = "codelist.edit", Level.OWN
    CODELIST_ADD = "codelist.add", Level.OWN
    TABLET_ENROL = "tablet.enrol", Level.OWN
    TABLET_TAKE = "tablet.take", Level.OWN
    TABLET_END = "tablet.end", Level.OWN
    PHONE_VIEW = "phone.view", Level.OWN
    PHONE_REVOKE = "phone.revoke", Level.OWN
    HUB_VIEW = "hub.view", Level.OWN
    HUB_ADD = "hub.add", Level.OWN
    HUB_INVITE = "hub.invite", Level.OWN  # a laptop joins by a code
    HUB_PAIR = "hub.pair", Level.OWN  # one's own phone
    HUB_REVOKE = "hub.revoke", Level.OWN
    REPORT_VIEW = "report.view", Level.OWN
    REPORT_REMEMBER = "report.remember", Level.OWN
    REPORT_OPEN = "report.open", Level.OWN
    REPORT_RENAME = "report.rename", Level.OWN
    REPORT_DROP = "report.drop", Level.OWN
    QUALITY_VIEW = "quality.view", Level.OWN  # what is missing in one's own records
    QUALITY_OVERSEE = "quality.oversee", Level.OWN  # in all of the service
    QUALITY_ACCEPT = "quality.accept", Level.OWN
    QUALITY_DOUBT = "quality.doubt", Level.OWN
    MEMBER_VIEW = "member.view", Level.OWN
    MEMBER_INVITE = "member.invite", Level.OWN
    MEMBER_ACCEPT = "member.accept", Level.OWN
    MEMBER_CHANGE = "member.change", Level.OWN
    MEMBER_END = "member.end", Level.OWN
    MEMBER_RETURN = "member.return", Level.OWN
    MEMBER_RENAME = "member.rename", Level.OWN  # oneself, as the next one: everybody may, so no role has it
    MEMBER_READDRESS = "member.readdress", Level.OWN
    INVITATION_SEND = "invitation.send", Level.OWN
    INVITATION_WITHDRAW = "invitation.withdraw", Level.OWN
    ORGANISATION_CHANGE = "organisation.change", Level.OWN
    SERVICE_ADD = "service.add", Level.OWN
    SERVICE_CHANGE = "service.change", Level.OWN
    TEAM_ADD = "team.add", Level.OWN
    TEAM_CHANGE = "team.change", Level.OWN
    AUDIT_VIEW = "audit.view", Level.OWN
    HOUSE_READ = "house.read", Level.OWN  # in no role: switched on for one membership
    HOUSE_RUN = "house.run", Level.OWN  # widens the verbs of RUNNING to the whole organisation

    level: Level

    def __new__(cls, code: str, level: Level) -> "Permission":
        self = str.__new__(cls, code)
        self._value_, self.level = code, level
        return self


P = Permission

LOOK = frozenset({P.PLACE_VIEW, P.EVENT_VIEW, P.SHIFT_VIEW, P.CODELIST_VIEW, P.MEMBER_VIEW, P.PROJECT_VIEW})
READING = frozenset({P.CLIENT_VIEW, P.ENCOUNTER_VIEW})
CARDS = frozenset({P.CARD_VIEW, P.CARD_START, P.CARD_NOTE, P.CARD_VOID})  # of acute intoxication: whoever is there
WATCH = frozenset({P.WATCH_VIEW, P.WATCH_START, P.WATCH_CHECK_IN, P.WATCH_END, P.WATCH_CALL, P.WATCH_KNOW})
IN_CREW = WATCH | {P.CHECKLIST_FILL, P.BRIEFING_READ, P.THEME_VIEW}  # what a shift asks of everybody in it
INCIDENTS = frozenset({P.INCIDENT_VIEW, P.INCIDENT_START, P.INCIDENT_NOTE, P.INCIDENT_TAKE_BACK})
ALERTS = frozenset({P.ALERT_VIEW, P.ALERT_SEND, P.ALERT_ANSWER, P.ALERT_VOID, P.ALERT_CONTACT_VIEW})
BAD_NEWS = CARDS | INCIDENTS | ALERTS  # what cannot wait: whoever is there
ON_DUTY = BAD_NEWS | IN_CREW | {P.SHIFT_VIEW, P.EVENT_VIEW, P.PLACE_VIEW, P.ENCOUNTER_RECORD, P.REFUSAL_RECORD}
ON_SHIFT = frozenset(
    {P.SHIFT_PLAN, P.SHIFT_START, P.SHIFT_JOIN, P.SHIFT_NOTE, P.SHIFT_CLOSE, P.SHIFT_CANCEL}
    | {P.SHIFT_MOVE, P.SHIFT_SPLIT, P.CREW_ASSIGN, P.BRIEFING_SET}
    | {P.HANDOVER_VIEW, P.HANDOVER_WRITE, P.HANDOVER_TAKE, P.DEBRIEF_VIEW, P.DEBRIEF_WRITE}
)
TRENDS = frozenset({P.TREND_VIEW, P.TREND_RECORD, P.TREND_VOID})
WARNED = TRENDS | {
    P.SIGNAL_VIEW,
    P.SIGNAL_RECORD,
    P.SIGNAL_VOID,
    P.WARNING_VIEW,
    P.WARNING_ACKNOWLEDGE,
    P.WARNING_REPLY,
}
WARNING = WARNED | {P.SIGNAL_SHARE, P.WARNING_DRAW, P.WARNING_VERIFY, P.WARNING_WITHDRAW, P.WARNING_ANSWER}
NAMES = frozenset({P.IDENTITY_VIEW, P.IDENTITY_FIND, P.IDENTITY_NAME, P.IDENTITY_ERASE})
CARE = frozenset(
    {P.TEST_VIEW, P.TEST_START, P.TEST_NOTE, P.TEST_TAKE_BACK, P.TEST_VOID}
    | {P.SLOT_VIEW, P.SLOT_QUEUE, P.SLOT_MOVE, P.SLOT_WRITE}
    | {P.GROUP_VIEW, P.GROUP_RECORD, P.GROUP_CORRECT, P.GROUP_VOID}
    | {P.EXCLUSION_VIEW, P.EXCLUSION_RECORD, P.EXCLUSION_REVIEW, P.EXCLUSION_END}
    | {P.TREATMENT_VIEW, P.TREATMENT_RECORD}
)
THEMES = frozenset({P.THEME_WORD, P.THEME_PUBLISH, P.THEME_HIDE})
REPORTS = frozenset({P.REPORT_VIEW, P.REPORT_REMEMBER, P.REPORT_OPEN, P.REPORT_RENAME, P.REPORT_DROP})
FIELD = (
    LOOK | READING | ON_DUTY | ON_SHIFT
    | {P.CLIENT_ADD, P.CLIENT_ADD_ANOTHER, P.PLACE_ADD, P.EVENT_ADD, P.EVENT_CHANGE}
    | {P.TABLET_ENROL, P.TABLET_END, P.PHONE_VIEW, P.HUB_VIEW, P.HUB_PAIR}
    | {P.INCIDENT_NAME, P.ALERT_CONTACT_ADD, P.ALERT_CONTACT_END}
    | {P.INDIRECT_VIEW, P.INDIRECT_RECORD, P.INDIRECT_CORRECT, P.INDIRECT_VOID}
    | {P.ENCOUNTER_CORRECT, P.ENCOUNTER_VOID, P.BREATH_VOID, P.SIGNS_VOID, P.REFUSAL_VOID} | REPORTS | WARNED | CARE
)  # fmt: skip
# what a worker may do at a tablet that the crew shares, if their role may at all: write in the shift it stands in
AT_TABLET = BAD_NEWS | frozenset(
    {P.THEME_VIEW, P.SHIFT_VIEW, P.ENCOUNTER_VIEW, P.ENCOUNTER_RECORD, P.ENCOUNTER_VOID, P.REFUSAL_RECORD}
    | {P.CLIENT_ADD}
)
SHEETS = frozenset({P.SHEET_VIEW, P.SHEET_BRING, P.SHEET_READ, P.SHEET_CHECK, P.SHEET_ANSWER, P.SHEET_FORGET})
PEOPLE = frozenset({P.MEMBER_CHANGE, P.MEMBER_END, P.MEMBER_RETURN})  # only those whose whole work one leads
LETTING_IN = PEOPLE | {P.MEMBER_INVITE, P.INVITATION_SEND, P.INVITATION_WITHDRAW}
SERVICE = frozenset({P.SERVICE_CHANGE, P.TEAM_ADD})  # of the service as a whole: not for who is narrowed to a team
PROJECTS = frozenset({P.PROJECT_ADD, P.PROJECT_CHANGE, P.PROJECT_END})
HEAD = (
    FIELD | SHEETS | LETTING_IN | SERVICE | {P.TEAM_CHANGE, P.ENCOUNTER_IMPORT, P.ENCOUNTER_EXPORT} | PROJECTS
    | WARNING | THEMES | NAMES | {P.HUB_ADD, P.HUB_INVITE, P.HUB_REVOKE}
    | {P.PLACE_CHANGE, P.INDIRECT_OVERSEE, P.PHONE_REVOKE, P.DEBRIEF_OVERSEE, P.WATCH_OVERSEE}
    | {P.INCIDENT_OVERSEE, P.INCIDENT_SIGN, P.INCIDENT_VOID, P.CARE_OVERSEE, P.RESOURCE_ADD, P.RESOURCE_CHANGE}
    | {P.SHIFT_REOPEN, P.CODELIST_EDIT, P.CODELIST_ADD, P.CODE_TEMPLATE_SET, P.AUDIT_VIEW}
)  # fmt: skip
RUNNING = LETTING_IN | SERVICE | {P.TEAM_CHANGE, P.MEMBER_VIEW, P.SERVICE_ADD, P.ORGANISATION_CHANGE}

ROLES: dict[str, frozenset[Permission]] = {
    "field_worker": FIELD,
    "key_worker": FIELD | NAMES,
    "service_head": HEAD,
    "organisation_manager": HEAD | RUNNING | {P.HOUSE_RUN},
    "partner_professional": READING,
    "group_secretary": frozenset({P.MEMBER_VIEW}),
    "city_coordinator": WARNING | {P.MEMBER_VIEW},
    "funder": frozenset(),
    "caretaker": frozenset(),
    "volunteer_on_duty": ON_DUTY,
    "auditor": frozenset({P.AUDIT_VIEW, P.MEMBER_VIEW}),
    # actors that are no members
    "link_holder": READING | {P.MEMBER_ACCEPT},
    "client": READING,
    "day_volunteer": ON_DUTY,
    "public": frozenset(),
    "tablet": frozenset({P.SHIFT_VIEW, P.TABLET_TAKE}),
}

FOR_EVERYBODY = frozenset({P.THEME_VIEW, P.WARNING_VIEW})  # of what is published, by a grant to everybody

MEMBER_ROLES = (  # as they are offered
    "field_worker", "key_worker", "service_head", "organisation_manager", "volunteer_on_duty", "partner_professional",
    "group_secretary", "city_coordinator", "funder", "caretaker", "auditor",
)  # fmt: skip
GIVES = {  # which roles one may give: never one that can do more
    "organisation_manager": frozenset(MEMBER_ROLES),
    "service_head": frozenset(
        {"field_worker", "key_worker", "service_head", "volunteer_on_duty", "partner_professional"}
    ),
}

ROLE_NAMES = {
    "field_worker": _("field worker"),
    "key_worker": _("key worker"),
    "service_head": _("head of the service"),
    "organisation_manager": _("manager of the organisation"),
    "partner_professional": _("partner professional"),
    "group_secretary": _("group secretary"),
    "city_coordinator": _("city coordinator"),
    "funder": _("funder"),
    "caretaker": _("caretaker"),
    "volunteer_on_duty": _("volunteer on duty"),
    "auditor": _("auditor"),
    "link_holder": _("holder of a link"),
    "client": _("client"),
    "day_volunteer": _("volunteer for a day"),
    "public": _("public"),
    "tablet": _("shared tablet"),
    "system": _("Spojka itself"),
}
