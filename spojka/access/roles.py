"""Which role may do what: the page to review beside the verbs themselves."""

from django.utils.translation import gettext_lazy as _

from .permissions import Permission

P = Permission

LOOK = frozenset({P.PLACE_VIEW, P.EVENT_VIEW, P.SHIFT_VIEW, P.CODELIST_VIEW, P.MEMBER_VIEW, P.PROJECT_VIEW})
READING = frozenset({P.CLIENT_VIEW, P.ENCOUNTER_VIEW})
OWN_LOOK = READING | {  # of a client, by their own paper
    P.CONSENT_VIEW,
    P.CONSENT_WITHDRAW,
    P.CONSENT_NARROW,
    P.LOOK_VIEW,
    P.REMARK_VIEW,
    P.REMARK_SEND,
}
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
NALOXONE = frozenset(
    {P.NALOXONE_VIEW, P.NALOXONE_HAND, P.NALOXONE_DETAIL, P.NALOXONE_TRAIN, P.NALOXONE_VOID_TRAINING}
    | {P.NALOXONE_REPORT, P.NALOXONE_VOID_REPORT, P.OVERDOSE_VIEW, P.OVERDOSE_RECORD, P.OVERDOSE_VOID}
)
TIES = frozenset({P.OVERDOSE_TIE, P.OVERDOSE_UNTIE})
TOLD = frozenset({P.DISCLOSURE_VIEW, P.DISCLOSURE_NOTE})  # to whom a head names
DISCLOSURES = TOLD | {P.DISCLOSURE_OVERSEE, P.DISCLOSURE_RECORD, P.DISCLOSURE_NAME, P.DISCLOSURE_UNNAME}
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
STOCK = frozenset({P.STOCK_VIEW, P.STOCK_ISSUE, P.STOCK_RETURN, P.STOCK_LOSE, P.STOCK_TAKE_BACK, P.STOCK_DRAW})
STORES = STOCK | {P.STOCK_DELIVER, P.STOCK_COUNT, P.STOCK_SET, P.LOCATION_ADD, P.LOCATION_CHANGE, P.LOCATION_CLOSE}
THEMES = frozenset({P.THEME_WORD, P.THEME_PUBLISH, P.THEME_HIDE})
REPORTS = frozenset({P.REPORT_VIEW, P.REPORT_REMEMBER, P.REPORT_OPEN, P.REPORT_RENAME, P.REPORT_DROP})
CLIENTS = frozenset(
    {P.CLIENT_ADD, P.CLIENT_ADD_ANOTHER, P.CLIENT_NICKNAME, P.INSTRUCTION_SET, P.INSTRUCTION_END}
    | {P.AGREEMENT_RECORD, P.AGREEMENT_WITHDRAW, P.RELATION_ADD, P.RELATION_END}
    | {P.CONSENT_VIEW, P.CONSENT_GIVE, P.CONSENT_WITHDRAW, P.CONSENT_NARROW}
    | {P.CONSENT_SCAN, P.CONSENT_SCAN_VIEW, P.CONSENT_SCAN_REMOVE}
    | {P.LOOK_VIEW, P.LOOK_ISSUE, P.LOOK_END, P.REMARK_VIEW, P.REMARK_ANSWER}
    | {P.OPENING_VIEW, P.OPENING_RECORD, P.OPENING_TELL}
    | {P.INQUIRY_VIEW, P.INQUIRY_ASK, P.INQUIRY_WITHDRAW, P.INQUIRY_CLOSE, P.INQUIRY_ANSWER}
    | {P.HOUSEHOLD_ADD, P.HOUSEHOLD_RENAME, P.HOUSEHOLD_JOIN, P.HOUSEHOLD_LEAVE}
)
ONE_PERSON = frozenset(  # who is who: for those who know the clients
    {P.CLIENT_RECODE, P.CLIENT_MERGE, P.CLIENT_SPLIT, P.JOINING_UNDO, P.PAIR_PART, P.PAIR_PROPOSE}
)
CARE = frozenset(
    {P.TEST_VIEW, P.TEST_START, P.TEST_NOTE, P.TEST_TAKE_BACK, P.TEST_VOID}
    | {P.SLOT_VIEW, P.SLOT_QUEUE, P.SLOT_MOVE, P.SLOT_WRITE, P.SLOT_SHOW, P.SLOT_CALL}
    | {P.GROUP_VIEW, P.GROUP_RECORD, P.GROUP_CORRECT, P.GROUP_VOID}
    | {P.EXCLUSION_VIEW, P.EXCLUSION_RECORD, P.EXCLUSION_REVIEW, P.EXCLUSION_END}
    | {P.TREATMENT_VIEW, P.TREATMENT_RECORD}
)
COUNTER = frozenset({P.PASS_ISSUE, P.PASS_END})
FIELD = (
    LOOK | READING | ON_DUTY | ON_SHIFT | CLIENTS | COUNTER
    | {P.PLACE_ADD, P.EVENT_ADD, P.EVENT_CHANGE}
    | {P.TABLET_ENROL, P.TABLET_END, P.PHONE_VIEW, P.HUB_VIEW, P.HUB_PAIR}
    | {P.INCIDENT_NAME, P.ALERT_CONTACT_ADD, P.ALERT_CONTACT_END}
    | {P.INDIRECT_VIEW, P.INDIRECT_RECORD, P.INDIRECT_CORRECT, P.INDIRECT_VOID}
    | {P.ENCOUNTER_CORRECT, P.ENCOUNTER_VOID, P.BREATH_VOID, P.SIGNS_VOID, P.REFUSAL_VOID} | REPORTS | WARNED
    | STOCK | NALOXONE | TOLD | CARE
    | {P.QUALITY_VIEW, P.QUALITY_ACCEPT, P.QUALITY_DOUBT}
)  # fmt: skip
# what a worker may do at a tablet that the crew shares, if their role may at all: write in the shift it stands in
AT_TABLET = BAD_NEWS | frozenset(
    {P.THEME_VIEW, P.SHIFT_VIEW, P.ENCOUNTER_VIEW, P.ENCOUNTER_RECORD, P.ENCOUNTER_VOID, P.REFUSAL_RECORD}
    | {P.CLIENT_ADD, P.NALOXONE_HAND, P.NALOXONE_REPORT, P.OVERDOSE_RECORD}
    | {P.SLOT_SHOW, P.SLOT_CALL}
)
SHEETS = frozenset({P.SHEET_VIEW, P.SHEET_BRING, P.SHEET_READ, P.SHEET_CHECK, P.SHEET_ANSWER, P.SHEET_FORGET})
PEOPLE = frozenset({P.MEMBER_CHANGE, P.MEMBER_END, P.MEMBER_RETURN})  # only those whose whole work one leads
LETTING_IN = PEOPLE | {P.MEMBER_INVITE, P.INVITATION_SEND, P.INVITATION_WITHDRAW}
SERVICE = frozenset({P.SERVICE_CHANGE, P.TEAM_ADD})  # of the service as a whole: not for who is narrowed to a team
PROJECTS = frozenset({P.PROJECT_ADD, P.PROJECT_CHANGE, P.PROJECT_END})
HEAD = (
    FIELD | SHEETS | LETTING_IN | SERVICE | {P.TEAM_CHANGE, P.ENCOUNTER_IMPORT, P.ENCOUNTER_EXPORT} | PROJECTS
    | WARNING | THEMES | STORES | NAMES | ONE_PERSON | {P.AGREEMENT_WORD} | {P.HUB_ADD, P.HUB_INVITE, P.HUB_REVOKE}
    | TIES | DISCLOSURES | {P.DISCLOSURE_DECIDE, P.OPENING_APPROVE, P.OPENING_END}
    | {P.WALL_VIEW, P.WALL_PUT_UP, P.WALL_TAKE_DOWN}
    | {P.PLACE_CHANGE, P.QUALITY_OVERSEE, P.INDIRECT_OVERSEE, P.PHONE_REVOKE, P.DEBRIEF_OVERSEE, P.WATCH_OVERSEE}
    | {P.INCIDENT_OVERSEE, P.INCIDENT_SIGN, P.INCIDENT_VOID, P.CARE_OVERSEE, P.RESOURCE_ADD, P.RESOURCE_CHANGE}
    | {P.SHIFT_REOPEN, P.CODELIST_EDIT, P.CODELIST_ADD, P.CODE_TEMPLATE_SET, P.AUDIT_VIEW, P.ELIGIBILITY_SET}
)  # fmt: skip
RUNNING = LETTING_IN | SERVICE | {P.TEAM_CHANGE, P.MEMBER_VIEW, P.SERVICE_ADD, P.ORGANISATION_CHANGE}

ROLES: dict[str, frozenset[Permission]] = {
    "field_worker": FIELD,
    "key_worker": FIELD | NAMES | ONE_PERSON | TIES,
    "service_head": HEAD,
    "organisation_manager": HEAD | RUNNING | {P.HOUSE_RUN},
    "partner_professional": READING | {P.INQUIRY_VIEW, P.INQUIRY_ANSWER},
    "group_secretary": frozenset({P.MEMBER_VIEW}),
    "city_coordinator": WARNING | {P.MEMBER_VIEW},
    "funder": frozenset(),
    "caretaker": frozenset(),
    "volunteer_on_duty": ON_DUTY,
    "auditor": frozenset({P.AUDIT_VIEW, P.MEMBER_VIEW}),
    # actors that are no members
    "link_holder": READING | {P.MEMBER_ACCEPT},
    "client": OWN_LOOK,
    "day_volunteer": ON_DUTY,
    "public": frozenset(),
    "tablet": frozenset({P.SHIFT_VIEW, P.TABLET_TAKE, P.SLOT_SHOW}),
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
