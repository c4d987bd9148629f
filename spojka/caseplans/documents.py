"""Papers of a plan: the plan itself and the record of cooperation, filled or blank, and the text for a file."""

from collections.abc import Sequence
from pathlib import Path
from typing import Any

from django.utils.translation import gettext as _
from django.utils.translation import pgettext

from spojka.cases.models import Case, CaseOf
from spojka.codelists.catalogue import Catalogue
from spojka.network.models import Service
from spojka.ui import paper
from spojka.ui.words import day

from .forms.parts import HeadForm
from .reading import Seen, Voice, Whole

TEMPLATES = Path(__file__).parent / "typst"
BLANK_GOALS, BLANK_STEPS, BLANK_HANDS = 3, 3, 2
ASKED = ("situation", "causes", "services", "expected", "follows", "reviewing", "coordination")  # on a blank one
ON_TOP = ("text", "plan_b")


def plan(case: Case, whole: Whole, voices: Sequence[Voice]) -> bytes:
    """Return the plan as a paper."""
    return paper.pdf(TEMPLATES / "plan.typ", plan_data(case, whole, voices))


def blank_plan(lists: Catalogue, of: str) -> bytes:
    """Return a plan to be written by hand: of a family, or of one person."""
    return paper.pdf(TEMPLATES / "plan.typ", blank_plan_data(lists.service, of))


def record(case: Case, whole: Whole, voices: Sequence[Voice]) -> bytes:
    """Return the record of cooperation, that is the individual plan of one client."""
    return paper.pdf(TEMPLATES / "record.typ", record_data(case, whole, voices))


def blank_record(lists: Catalogue) -> bytes:
    """Return a record of cooperation to be written by hand."""
    return paper.pdf(TEMPLATES / "record.typ", blank_record_data(lists.service))


def plan_data(case: Case, whole: Whole, voices: Sequence[Voice]) -> dict[str, Any]:
    """Return all that stands on the plan."""
    head = whole.head.said
    fields = [name for name in HeadForm.base_fields if name in {*head} - {*ON_TOP}]
    return _frame(str(case.organisation), plan_title(case.of), _about(case, whole, voices)) | {
        "main": [head.get("text", ""), day(whole.head.term, True) if whole.head.term else ""],
        "goals": [_goal(one) for one in whole.goals],
        "plan_b": head.get("plan_b", ""),
        "sections": [[_label(name), head[name]] for name in fields],
        "hands": _hands(voices),
        "words": _plan_words(),
    }


def blank_plan_data(service: Service, of: str) -> dict[str, Any]:
    """Return what stands on a blank plan: nobody, and all that a plan should have."""
    hands = [pgettext("who signs", "Client"), _("Who coordinates")]
    return _frame(str(service.organisation), plan_title(of), _blank_about(service), is_blank=True) | {
        "main": ["", ""],
        "goals": [_blank_goal()] * BLANK_GOALS,
        "plan_b": "",
        "sections": [[_label(name), ""] for name in ASKED],
        "hands": [*([name, ""] for name in hands), *([["", ""]] * BLANK_HANDS)],
        "words": _plan_words(),
    }


def plan_title(of: str) -> str:
    return _("Family plan") if of == CaseOf.FAMILY else _("Individual plan")


def record_data(case: Case, whole: Whole, voices: Sequence[Voice]) -> dict[str, Any]:
    """Return what the record of cooperation asks: goal, order, means, criteria, the next meeting, signatures."""
    goals = whole.goals
    said = (
        [whole.head.title],
        [one.part.title for one in goals],
        [_means(step) for goal in goals for step in goal.steps],
        [text for one in goals if (text := one.part.said.get("criterion", ""))],
        [text for one in goals if (text := whole.plan_b(one))],
    )
    met = day(whole.plan.agreed_at or whole.changed_at, True)
    agreed = ", ".join(
        one.name for one in voices if not one.is_missing
    )  # who has not said a word, was perhaps not there
    next_on = whole.head.review_on
    return _frame(str(case.organisation), record_title(), _about(case, whole, voices)) | {
        "parts": [[name, list(dict.fromkeys(lines))] for name, lines in zip(_record_parts(), said, strict=True)],
        "met": [[_("Day of the meeting"), met], [_("With whom"), agreed]],
        "next": day(next_on, True) if next_on else _("by individual agreement"),
        **_record_rest(),
    }


def blank_record_data(service: Service) -> dict[str, Any]:
    """Return what stands on a blank record."""
    return _frame(str(service.organisation), record_title(), _blank_about(service), is_blank=True) | {
        "parts": [[name, []] for name in _record_parts()],
        "met": [[_("Day of the meeting"), ""], [_("With whom"), ""]],
        "next": f"☐ {_('by individual agreement')}",
        **_record_rest(),
    }


def record_title() -> str:
    return _("Record of cooperation – individual plan")


def record_text(case: Case, whole: Whole, voices: Sequence[Voice]) -> str:
    """Return the record of cooperation as plain text."""
    data = record_data(case, whole, voices)
    lines = [data["title"], *(f"{name}: {said}" for name, said in (*data["about"], *data["met"]) if said)]
    for name, said in data["parts"]:
        lines += ["", f"{name}:", *(f"– {one}" for one in said)] if said else []
    return "\n".join([*lines, "", f"{_('Next meeting')}: {data['next']}"]) + "\n"


def _record_parts() -> list[str]:
    return [
        _("The client's goal"),
        _("The client's order: what we work on together"),
        _("Means: who does what"),
        _("By what we shall know it"),
        _("Plan B"),
    ]


def _record_rest() -> dict[str, Any]:
    return {
        "hands": [[pgettext("who signs", "Client"), ""], [pgettext("who signs", "Worker"), ""]],
        "words": {"page": _("page"), "next": _("Next meeting"), "signature": _("Signature")},
    }


def _plan_words() -> dict[str, Any]:
    return {
        "page": _("page"),
        "main": _("Main goal"),
        "term": _("By when"),
        "steps": [_("Step"), _("Who does it"), _("By when"), ""],
        "plan_b": _("Plan B"),
        "more": _("Where we come from and how we work together"),
        "hands": _("Who agrees"),
        "signature": _("Signature"),
    }


def plain(case: Case, whole: Whole) -> str:
    """Return the plan as plain text, to be copied into a file."""
    version = f"{pgettext('of a plan', 'Version').lower()} {_version(whole)}"
    lines = [f"{_('Plan')} {case}, {version}", "", f"{_('Main goal')}: {whole.head.title}"]
    lines += [f"{_('By when')}: {day(whole.head.term, True)}"] if whole.head.term else []
    for number, goal in enumerate(whole.goals, 1):
        lines += ["", f"{number}. {goal.part.title}{_till(goal)}{_state(goal)}"]
        lines += [f"   {label}: {text}" for label, text in _goal_texts(goal)]
        lines += [f"   – {_means(step)}{_state(step)}" for step in goal.steps]
    for name, text in whole.head.said.items():
        lines += [] if name == "text" else ["", f"{HeadForm.base_fields[name].label}: {text}"]
    return "\n".join(lines) + "\n"


def _about(case: Case, whole: Whole, voices: Sequence[Voice]) -> list[list[str]]:
    """Return who it is about, who coordinates, which version it is."""
    people = [one.name for one in voices if one.party and one.party.is_client]
    about = ", ".join(dict.fromkeys([case.called, *people]))
    who = case.coordinator.user.name if case.coordinator else ""
    return [
        [_("Case"), f"{case}"],
        [_("Who it is about"), about],
        [_("Coordinates"), ", ".join(part for part in (who, f"{case.organisation}", f"{case.service}") if part)],
        [pgettext("of a plan", "Version"), _version(whole)],
    ]


def _blank_about(service: Service) -> list[list[str]]:
    return [
        [_("Service"), f"{service}"],
        [_("Case"), ""],
        [_("Who it is about"), ""],
        [_("Coordinates"), ""],
    ]


def _frame(house: str, title: str, about: list[list[str]], is_blank: bool = False) -> dict[str, Any]:
    """Return what each of the papers has: title, head, foot."""
    foot = f"{house} · {title} · Spojka"
    return {"title": title, "organisation": house, "about": about, "is_blank": is_blank, "foot": foot}


def _version(whole: Whole) -> str:
    plan = whole.plan
    agreed = _("agreed %(day)s") % {"day": day(plan.agreed_at, True)} if plan.agreed_at else plan.get_state_display()
    return f"{plan.number}, {plan.get_kind_display()}, {agreed}"


def _goal(one: Seen) -> dict[str, Any]:
    return {"title": one.part.title, "term": day(one.term, True) if one.term else "", "texts": _goal_texts(one)} | {
        "steps": [_step(step) for step in one.steps]
    }


def _goal_texts(one: Seen) -> list[list[str]]:
    labels = {
        "criterion": _("How shall we know that it is reached"),
        "supports": _("Who supports it"),
        "evaluates": _("Who evaluates it"),
        "unmet": _("What follows if it is not met"),
        "plan_b": _("Plan B of this goal"),
    }
    return [[label, text] for name, label in labels.items() if (text := one.part.said.get(name, ""))]


def _blank_goal() -> dict[str, Any]:
    labels = [_("How shall we know that it is reached"), _("Who supports it"), _("Who evaluates it")]
    labels += [_("What follows if it is not met"), _("Plan B of this goal")]
    return {"title": "", "term": "", "texts": [[label, ""] for label in labels]} | {
        "steps": [["", "", "", ""]] * BLANK_STEPS
    }


def _step(one: Seen) -> list[str]:
    means = one.part.said.get("means", "")
    text = one.part.title + (f" ({means})" if means else "")
    return [text, one.part.owner, day(one.term, True) if one.term else "", _state(one).strip(" ()")]


def _means(one: Seen) -> str:
    parts = [one.part.title, one.part.owner, one.part.said.get("means", "")]
    return ", ".join(part for part in parts if part) + _till(one)


def _till(one: Seen) -> str:
    return f" ({_('by %(day)s') % {'day': day(one.term, True)}})" if one.term else ""


def _state(one: Seen) -> str:
    if one.tick and one.is_settled:
        return f" ({one.tick.get_state_display()} {day(one.tick.on)})"
    return f" ({_('plan B runs')})" if one.has_acted else ""


def _hands(voices: Sequence[Voice]) -> list[list[str]]:
    """Return who signs: name, and what they said already."""
    said = [(one.name, one.assent) for one in voices] or [("", None)] * BLANK_HANDS
    return [[name, f"{got.get_word_display()}, {day(got.on, True)}" if got else ""] for name, got in said]


def _label(name: str) -> str:
    return str(HeadForm.base_fields[name].label)
