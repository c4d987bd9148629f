"""The closed sets of words that code lists are described with, and how the screens say them."""

from django.utils.translation import gettext, ngettext, pgettext_lazy
from django.utils.translation import gettext_lazy as _

from spojka.access.permissions import KIND_NAMES, Kind

SURENESS = {
    "official": _("verified in a regulation or register"),
    "seed": _("from practice manuals"),
    "knowledge": _("not verified"),
    "proposal": _("our proposal"),
}
SURENESS_ICONS = {"official": "checkbox", "seed": "file-text", "knowledge": "help-circle", "proposal": "bulb"}

GROUPS = {
    "drug": _("addiction services"),
    "nightlife": _("nightlife"),
    "online": _("online outreach"),
    "family": _("services for families"),
    "amt": _("assistance, mediation, therapy"),
    "victims": _("help to victims"),
    "city": _("social work of a city"),
    "office": _("offices and police"),
    "general": _("other social services"),
}
UNITS = {
    "contact": pgettext_lazy("unit", "contact"),
    "act": pgettext_lazy("unit", "act"),
    "letter": pgettext_lazy("unit", "letter"),
    "session": pgettext_lazy("unit", "session"),
    "meeting": pgettext_lazy("unit", "meeting"),
    "exchange": pgettext_lazy("unit", "exchange"),
    "test": pgettext_lazy("unit", "test"),
    "measurement": pgettext_lazy("unit", "measurement"),
    "referral": pgettext_lazy("unit", "referral"),
    "minute": pgettext_lazy("unit", "minute"),
    "piece": pgettext_lazy("unit", "piece"),
    "pair": pgettext_lazy("unit", "pair"),
    "portion": pgettext_lazy("unit", "portion"),
    "kit": pgettext_lazy("unit", "kit"),
}
MATERIAL_UNITS = {unit: UNITS[unit] for unit in ("piece", "pair", "portion", "kit")}
ACT_UNITS = {unit: said for unit, said in UNITS.items() if unit not in ("pair", "portion", "kit")}
MODES = {"I": _("with one person"), "S": _("with a group"), "A": _("as a count only")}
ACT_CATEGORIES = {
    "contact": _("Contact and counselling"),
    "therapy": _("Social therapy and prevention"),
    "harm_reduction": _("Harm reduction and health"),
    "rights": _("Rights and interests"),
    "hygiene": _("Hygiene"),
    "event": _("At events"),
    "online": _("On networks"),
    "family": _("Families and children"),
    "field": _("In the field"),
    "secondary": _("Work with venues"),
    "indirect": _("Work without clients"),
}
IMPLIED_BY = {
    "theme": _("follows from a theme"),
    "material": _("follows from material given out"),
    "exchange": _("follows from syringes given out or anything taken back"),
    "breath": _("follows from a breath value"),
    "pressure": _("follows from a measured blood pressure"),
    "found": _("follows from what was only found and collected"),
    "contact": _("follows when nothing else does"),
}
MATERIAL_CATEGORIES = {
    "nightlife": pgettext_lazy("material", "Nightlife"),
    "protection": pgettext_lazy("material", "Protection"),
    "food": pgettext_lazy("material", "Food and drink"),
    "leaflet": pgettext_lazy("material", "Leaflets"),
    "injecting": pgettext_lazy("material", "Injecting"),
    "smoking": pgettext_lazy("material", "Smoking and snorting"),
    "hygiene": pgettext_lazy("material", "Hygiene and clothes"),
}
DIRECTIONS = {"out": _("given out"), "in": _("taken back")}
PER = {"shift": _("per shift"), "day": _("per day")}
STRENGTHS = {"reason": _("ask for a reason"), "warn": _("only warn")}  # of a limit; unsaid, it asks
NEEDS = {"event": _("an event"), "place": _("a place"), "channel": _("a channel")}
TDI_GROUPS = {
    1: _("Opioids"),
    2: _("Cocaine"),
    3: _("Stimulants other than cocaine"),
    4: _("Hypnotics and sedatives"),
    5: _("Hallucinogens"),
    6: _("Volatile inhalants"),
    7: _("Cannabis"),
    8: _("Alcohol"),
    9: pgettext_lazy("substances", "Other"),
}
GROUND_KINDS = {
    "capacity": pgettext_lazy("ground", "stock, capacity, hours"),
    "service": pgettext_lazy("ground", "service and conditions"),
    "behaviour": pgettext_lazy("ground", "behaviour"),
}
REASON_KINDS = {
    "body": pgettext_lazy("reason", "body"),
    "mind": pgettext_lazy("reason", "mind"),
    "social": pgettext_lazy("reason", "circumstances"),
}
CARD_KINDS = {  # in the order in which one looks at a person
    "consciousness": _("Consciousness"),
    "breathing": _("Breathing"),
    "pulse": pgettext_lazy("of the heart", "Pulse"),
    "temperature": _("Temperature"),
    "skin": _("Skin"),
    "help": _("Who was called"),
    "action": _("What we did"),
    "taken": _("What was taken, as they say"),
    "note": _("In words"),
    "end": _("How it ended"),
}
INCIDENT_KINDS = {  # of the first steps that we ship
    "needle_stick": _("Needle-stick of a worker"),
    "overdose": _("Overdose on the premises"),
    "attack": pgettext_lazy("incident", "Attack"),
    "fire": pgettext_lazy("incident", "Fire"),
    "raid": _("Police raid"),
    "other": _("Another extraordinary event"),
}
BREATH_UNITS = {"mg_l": _("mg per litre of breath"), "promile": _("promile")}
PART_NAMES = {
    "unit": _("Unit"),
    "modes": _("How it is recorded"),
    "category": _("Group"),
    "direction": _("Direction"),
    "needs": _("What belongs to it"),
    "tdi": _("Group"),
    "kind": _("Group"),
    "of": _("Group"),
    "part": _("Group"),
    "opens": _("Kind of information"),
    "raw": _("Unit"),
    "count": _("How many are usually taken"),
    "act": _("Which act it is"),
    "when": _("Part of the talk"),
    "rhythm": _("How often it meets"),
    "leads": _("Who leads it"),
    "gives": _("What comes out of it"),
    "clients": _("Concrete clients may be talked of"),
    "sensitive": _("That somebody sits there is itself sensitive"),
    "rotates": _("Who organises and moderates rotates, the next theme is voted"),
}

TEST_ACTS = {"TE": _("screening test"), "TX": _("test for substances")}
TALKS = {"before": _("before the test"), "after": _("after the test")}


def lasting(minutes: int) -> str:
    """Say how long that is, in the largest unit that fits whole: 90 min, 12 h, 2 days."""
    if minutes and minutes % 1440 == 0:
        return ngettext("%(n)s day", "%(n)s days", minutes // 1440) % {"n": minutes // 1440}
    return gettext("%s h") % (minutes // 60) if minutes and minutes % 60 == 0 else gettext("%s min") % minutes


HEADING_PARTS = {
    "child": pgettext_lazy("evaluation", "child"),
    "family": pgettext_lazy("evaluation", "family"),
    "wider": _("wider environment"),
}
TOLD = (Kind.COURSE, Kind.HISTORY, Kind.PERSONAL, Kind.SITUATION, Kind.OTHER)
HEADING_OPENS = {str(kind.name).lower(): KIND_NAMES[kind] for kind in TOLD}  # what a consent has to name
RHYTHMS = {
    "month": pgettext_lazy("a group meets", "monthly"),
    "two_months": pgettext_lazy("a group meets", "about every two months"),
    "quarter": pgettext_lazy("a group meets", "quarterly"),
    "year": pgettext_lazy("a group meets", "once a year"),
    "needed": pgettext_lazy("a group meets", "as needed"),
}
LEADERS = {
    "police": pgettext_lazy("who leads a group", "always a police officer"),
    "council": pgettext_lazy("who leads a group", "a councillor"),
    "chair": pgettext_lazy("who leads a group", "its chair"),
    "office": pgettext_lazy("who leads a group", "an office"),
    "service": pgettext_lazy("who leads a group", "the head of a service"),
    "rotating": pgettext_lazy("who leads a group", "each time somebody else"),
    "peers": pgettext_lazy("who leads a group", "two or three people from the group itself"),
    "both": pgettext_lazy("who leads a group", "both sides, as equals"),
}
OUTPUTS = {
    "minutes": pgettext_lazy("comes out of a group", "minutes"),
    "tasks": pgettext_lazy("comes out of a group", "tasks for the next time"),
    "reports": pgettext_lazy("comes out of a group", "reports to offices"),
    "recommendations": pgettext_lazy("comes out of a group", "recommendations"),
    "questions": pgettext_lazy("comes out of a group", "questions to institutions and their answers"),
    "knowledge": pgettext_lazy("comes out of a group", "what the members learn from each other"),
    "plan": pgettext_lazy("comes out of a group", "needs and a plan of activities"),
}
