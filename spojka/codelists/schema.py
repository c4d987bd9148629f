"""What the items of each list carry, and what a service may change in it."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Any

from . import words


@dataclass(frozen=True, kw_only=True)
class Part:
    """One extra value of an item. `choices` gives the allowed words; `asked` is filled in when a service adds one."""

    type: type
    required: bool = False
    choices: Mapping[str, Any] | None = None
    low: int | None = None
    asked: bool = False

    def fault(self, value: Any) -> str:
        """Return what is wrong with `value`, or nothing."""
        if type(value) is not self.type:
            return f"must be {self.type.__name__}, is {value!r}"
        if self.low is not None and value < self.low:
            return f"must be at least {self.low}, is {value!r}"
        said = value if self.type is list else [value]
        strange = [word for word in said if self.choices and word not in self.choices]
        return f"does not know {strange!r}" if strange else ""


@dataclass(frozen=True, kw_only=True)
class Spec:
    """One list. Its titles stand in its data file."""

    parts: Mapping[str, Part] = field(default_factory=dict)
    is_settable: bool = True  # a service may switch items off, order them and give them its own short names
    is_addable: bool = True
    has_minutes: bool = False
    has_limit: bool = False  # most per person, for a shift or a day, and the least time between two

    def faults(self, extra: Mapping[str, Any]) -> list[str]:
        """Return everything that is wrong with the extra values of one item."""
        unknown = [f"{name} is not known in this list" for name in extra if name not in self.parts]
        missing = [f"{name} is missing" for name, part in self.parts.items() if part.required and name not in extra]
        known = ((name, self.parts[name].fault(value)) for name, value in extra.items() if name in self.parts)
        return unknown + missing + [f"{name} {fault}" for name, fault in known if fault]


LIMITED = {
    "limit": Part(type=int, low=1),
    "per": Part(type=str, choices=words.PER),
    "interval": Part(type=int, low=1),  # minutes
    "strength": Part(type=str, choices=words.STRENGTHS),
}
GROUPS = Part(type=list, choices=words.GROUPS)

# what the entry form and the basic assessment let choose from
ASKED = (
    "way_in", "marital", "education", "computer_skill", "livelihood", "benefit", "use_frequency", "treatment_past",
    "health_limit", "help_theme", "obligation",
)  # fmt: skip

# in the order in which the overview shows them
LISTS: dict[str, Spec] = {
    "act": Spec(
        parts={
            "unit": Part(type=str, required=True, choices=words.ACT_UNITS, asked=True),
            "modes": Part(type=list, required=True, choices=words.MODES, asked=True),
            "minutes_low": Part(type=int, low=1),
            "minutes": Part(type=int, low=1),
            "category": Part(type=str, required=True, choices=words.ACT_CATEGORIES, asked=True),
            "implied_by": Part(type=str, choices=words.IMPLIED_BY),  # the act follows from what a contact holds
            "wanted": Part(type=int, low=1),  # how soon a refusal offers it as what somebody came for
            **LIMITED,
            "groups": GROUPS,
        },
        has_minutes=True,
        has_limit=True,
    ),
    "material": Spec(
        parts={
            "unit": Part(type=str, required=True, choices=words.MATERIAL_UNITS, asked=True),
            "category": Part(type=str, required=True, choices=words.MATERIAL_CATEGORIES, asked=True),
            "direction": Part(type=list, required=True, choices=words.DIRECTIONS, asked=True),
            **LIMITED,
            "syringe": Part(type=bool),  # counts as a syringe in the figures of the exchange programme
            "groups": GROUPS,
        },
        has_limit=True,
    ),
    "theme": Spec(parts={"groups": GROUPS}),
    "setting": Spec(parts={"needs": Part(type=str, required=True, choices=words.NEEDS, asked=True), "groups": GROUPS}),
    "substance": Spec(parts={"tdi": Part(type=int, required=True, choices=words.TDI_GROUPS, asked=True)}),
    "refusal_ground": Spec(
        parts={"kind": Part(type=str, required=True, choices=words.GROUND_KINDS, asked=True), "groups": GROUPS}
    ),
    "instead": Spec(),
    "contact_reason": Spec(
        parts={"kind": Part(type=str, required=True, choices=words.REASON_KINDS, asked=True), "groups": GROUPS}
    ),
    "card_entry": Spec(
        parts={
            "kind": Part(type=str, required=True, choices=words.CARD_KINDS, asked=True),
            "calls": Part(type=bool),  # says by itself that the ambulance is to be called
        }
    ),
    "relation": Spec(parts={"inverse": Part(type=str, required=True)}, is_addable=False),  # seen from the other side
    "crew_role": Spec(),
    "kit_item": Spec(
        parts={
            "count": Part(type=int, low=1, asked=True),  # how many a crew usually takes
            "settings": Part(type=list),  # where it is taken; everywhere if it does not say
            "calibrated": Part(type=bool),
        }
    ),
    "zone_item": Spec(parts={"settings": Part(type=list)}),
    "trend": Spec(),
    "incident_kind": Spec(parts={"call": Part(type=str)}),  # whom one calls first: of the list alert_role
    "incident_step": Spec(
        parts={
            "of": Part(type=str, required=True, choices=words.INCIDENT_KINDS, asked=True),
            "within": Part(type=int, required=True, low=1),  # minutes
        },
        is_addable=False,
    ),
    "test_kind": Spec(
        parts={
            "act": Part(type=str, required=True, choices=words.TEST_ACTS, asked=True),
            "low": Part(type=int, low=1),  # minutes after which a kit is read
            "high": Part(type=int, low=1),
            "groups": GROUPS,
        }
    ),
    "test_talk": Spec(parts={"when": Part(type=str, required=True, choices=words.TALKS, asked=True)}),
    "treatment": Spec(),
    "alert_role": Spec(parts={"phone": Part(type=str)}),
    "naloxone_topic": Spec(),
    "overdose_place": Spec(),
    "authority_kind": Spec(),
    "disclosure_ground": Spec(),
    "untold_reason": Spec(),
    "referral_refusal": Spec(),
    "rules_way": Spec(),
    "contract_refusal": Spec(  # the law lists them: nobody bends them
        parts={
            "letter": Part(type=str, required=True),
            "residential": Part(type=bool),
            "months": Part(type=int, low=1),  # for so long after an earlier contract
        },
        is_settable=False,
        is_addable=False,
    ),
    "contract_ending": Spec(  # the law lists them: nobody bends them
        parts={
            "warned": Part(type=bool),  # only when it happened again after a warning
            "working_days": Part(type=int, low=1),  # of the notice; else as the rules of the service say
            "unpaid": Part(type=bool),
            "breach": Part(type=bool),  # then it is a ground of refusing another contract
        },
        is_settable=False,
        is_addable=False,
    ),
    "user_kind": Spec(parts={"groups": GROUPS}),
    "indirect_work": Spec(),
    "breath_unit": Spec(
        parts={
            "raw": Part(type=str, required=True, choices=words.BREATH_UNITS),
            "factor": Part(type=float, required=True, low=1),
        },
        is_addable=False,
    ),
    **{one: Spec() for one in ASKED},
    "child_heading": Spec(
        parts={
            "part": Part(type=str, required=True, choices=words.HEADING_PARTS, asked=True),
            "opens": Part(type=str, required=True, choices=words.HEADING_OPENS, asked=True),
            "groups": GROUPS,
        }
    ),
    # these three carry statistics that must compare between services, so nobody bends them
    "sex": Spec(parts={"tdi": Part(type=str, required=True)}, is_settable=False, is_addable=False),
    "age_band": Spec(
        parts={"low": Part(type=int, required=True, low=0), "high": Part(type=int, low=0)},
        is_settable=False,
        is_addable=False,
    ),
    "service_kind": Spec(
        parts={
            "mpsv": Part(type=int, low=1),
            "residential": Part(type=bool),
            "groups": Part(type=list, required=True, choices=words.GROUPS),
        },
        is_settable=False,
        is_addable=False,
    ),
    "case_way_in": Spec(parts={"months": Part(type=int, low=1)}),
    "case_regime": Spec(parts={"child": Part(type=bool)}, is_settable=False, is_addable=False),
    "case_setting": Spec(),
    "case_role": Spec(),
    "court_measure": Spec(parts={"years": Part(type=int, low=1)}),
    "placement_item": Spec(),
    "case_closing": Spec(),
    "outcome_area": Spec(),
    "statement_source": Spec(),
    "agreement_topic": Spec(),
    "group_kind": Spec(  # nothing of a kind of group stands in code
        parts={
            "rhythm": Part(type=str, required=True, choices=words.RHYTHMS, asked=True),
            "leads": Part(type=str, required=True, choices=words.LEADERS, asked=True),
            "gives": Part(type=list, required=True, choices=words.OUTPUTS, asked=True),
            "clients": Part(type=bool, asked=True),
            "sensitive": Part(type=bool, asked=True),
            "rotates": Part(type=bool, asked=True),
            "quorum": Part(type=bool),
        }
    ),
    "group_side": Spec(),
    "group_role": Spec(parts={"votes": Part(type=bool), "leads": Part(type=bool)}),
    "group_theme": Spec(),
    "recommendation_sort": Spec(parts={"zones": Part(type=bool)}),
    "body_kind": Spec(parts={"days": Part(type=int, low=1)}),  # within so many an answer is expected
    "target_group": Spec(),
    "language": Spec(),
}
