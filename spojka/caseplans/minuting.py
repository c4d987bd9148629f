"""Minutes of a meeting: who was there and what was agreed, in words that its reader may know; paper and plain text."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from django.utils.translation import gettext as _
from django.utils.translation import pgettext

from spojka.access.actor import Actor
from spojka.access.doors import read, rows
from spojka.access.permissions import Permission
from spojka.cases.models import Case, Participant, Party
from spojka.cases.reading import people_of
from spojka.codelists.catalogue import Catalogue
from spojka.network.models import Service
from spojka.ui import paper
from spojka.ui.words import day

from .content import ROLES, Minutes, Role
from .meeting_advice import Hint, hints
from .models import Attainment, Gathering, Part, Plan, Review
from .outcomes import Reviewed, reviews_of, signed
from .reading import parts_of

P = Permission
TEMPLATE = Path(__file__).parent / "typst/minutes.typ"
BLANK_ROWS, BLANK_PEOPLE = 10, 12


@dataclass(frozen=True)
class Told:
    """The minutes of one meeting in words."""

    review: Review
    said: Minutes
    people: Mapping[str, str]  # everybody of the case by key, as the reader may know them
    parties: Sequence[Party]
    steps: Sequence[Sequence[str]]  # what, who, by when
    goals: Sequence[tuple[str, Attainment]]

    @property
    def present(self) -> list[str]:
        others = [one.strip() for one in self.said.others.splitlines() if one.strip()]
        return [*(self.named(key) for key in self.said.present), *others]

    @property
    def roles(self) -> list[tuple[str, str]]:
        """Who called it, led it and wrote, as far as it was said."""
        found = [(name, self.of(getattr(self.said, key))) for key, name in role_names().items()]
        return [(name, who) for name, who in found if who]

    @property
    def agreed(self) -> list[list[str]]:
        """Each thing that was agreed: what, who, by when."""
        lines = [[one.what, one.who, day(one.by, True) if one.by else ""] for one in self.said.agreed]
        return [*(list(one) for one in self.steps), *lines]

    @property
    def next(self) -> str:
        return day(self.said.next_on, True) if self.said.next_on else _("by individual agreement")

    @property
    def hints(self) -> list[Hint]:
        return hints(self.said, self.parties, words=self.review.said)

    def named(self, key: str) -> str:
        return self.people.get(key) or _("somebody in the case")  # whom one may not know of

    def of(self, role: Role) -> str:
        return ", ".join(part for part in (self.named(role.key) if role.key else "", role.words) if part)


def role_names() -> dict[str, str]:
    return dict(zip(ROLES, (_("Called by"), _("Led by"), _("Written by")), strict=True))


def everybody(case: Case, by: Actor) -> tuple[dict[str, str], list[Party]]:
    """Return all of the case and its team by key, also those who left, and the parties."""
    parties = people_of(case, by)
    team = rows(Participant, by=by, to=P.CASE_VIEW).filter(case=case).select_related("worker")
    sides = read(team.order_by("joined_on", "pk"), by=by, to=P.CASE_VIEW)
    named = {f"party:{one.pk}": one.called for one in parties} | {f"side:{one.pk}": _side(one) for one in sides}
    return named, parties


def _side(one: Participant) -> str:
    return ", ".join(part for part in (str(one), one.called) if part)


def told(review: Review, by: Actor) -> Told:
    """Return the minutes of one meeting."""
    people, parties = everybody(review.case, by)
    found = next((one for one in reviews_of(review.case, by) if one.review.pk == review.pk), Reviewed(review, []))
    said = Minutes.of(review)
    return Told(review, said, people, parties, _steps(review.plan, said.steps, by), found.goals)


def _steps(plan: Plan, keys: Sequence[str], by: Actor) -> list[list[str]]:
    known: dict[str, Part] = {str(one.key): one for one in parts_of(plan, by)} if keys else {}
    found = [known[key] for key in keys if key in known]
    return [[one.title, one.owner, day(one.term, True) if one.term else ""] for one in found]


def minutes(case: Case, said: Told) -> bytes:
    """Return the minutes as a paper."""
    return paper.pdf(TEMPLATE, minutes_data(case, said))


def blank_minutes(lists: Catalogue) -> bytes:
    """Return minutes to be written by hand."""
    return paper.pdf(TEMPLATE, blank_minutes_data(lists.service))


def minutes_data(case: Case, said: Told) -> dict[str, Any]:
    """Return all that stands on the paper."""
    about = [[_("Case"), f"{case}, {case.called}"], [_("Day"), day(said.review.on, True)]]
    about += [[name, who] for name, who in said.roles]
    texts = [(_("Purpose"), said.said.purpose), (_("How the family was told of it beforehand"), said.said.told)]
    return _data(str(case.organisation), title(said.review.kind), about) | {
        "texts": [[name, text] for name, text in texts if text],
        "present": [[one] for one in said.present],
        "goals": [[goal, f"{signed(one.level)} {one.meaning}", one.said] for goal, one in said.goals],
        "agreed": said.agreed,
        "came": said.review.said,
        "next": said.next,
        "is_blank": False,
    }


def blank_minutes_data(service: Service) -> dict[str, Any]:
    """Return what stands on blank minutes."""
    kinds = "  ".join(f"☐ {one.label}" for one in (Gathering.MEETING, Gathering.CONFERENCE))
    about = [[_("Service"), str(service)], [_("What it was"), kinds], [_("Case"), ""], [_("Day"), ""]]
    about += [[name, ""] for name in role_names().values()]
    return _data(str(service.organisation), title(Gathering.MEETING), about) | {
        "texts": [[_("Purpose"), ""], [_("How the family was told of it beforehand"), ""]],
        "present": [[""]] * BLANK_PEOPLE,
        "goals": [],
        "agreed": [["", "", ""]] * BLANK_ROWS,
        "came": "",
        "next": f"☐ {_('by individual agreement')}",
        "is_blank": True,
    }


def minutes_text(case: Case, said: Told) -> str:
    """Return the minutes as plain text, to be copied into a file."""
    data = minutes_data(case, said)
    lines = [data["title"], *(f"{name}: {value}" for name, value in data["about"])]
    lines += [f"{data['words']['present']}: {', '.join(said.present)}"] if said.present else []
    lines += [f"{name}: {text}" for name, text in data["texts"]]
    lines += ["", *(f"{goal}: {' '.join(part for part in rest if part)}" for goal, *rest in data["goals"])]
    lines += ["", f"{data['words']['agreed']}:", *(f"– {', '.join(filter(None, one))}" for one in data["agreed"])]
    lines += ["", data["came"]] if data["came"] else []
    return "\n".join([*lines, "", f"{data['words']['next']}: {data['next']}"]).replace("\n\n\n", "\n\n") + "\n"


def title(kind: str) -> str:
    if kind == Gathering.REVIEW:
        return _("Review of the plan")
    return _("Minutes of a case conference") if kind == Gathering.CONFERENCE else _("Minutes of a case meeting")


def _data(house: str, title: str, about: list[list[str]]) -> dict[str, Any]:
    given = _("They serve the purpose that the family was told, and nothing else. Whoever was there gets a copy.")
    return {"title": title, "organisation": house, "about": about, "foot": f"{house} · {title} · Spojka"} | {
        "words": {
            "page": _("page"),
            "present": _("Who was there"),
            "present_heads": [pgettext("of a person", "Name"), _("Signature")],
            "goals": _("How far the goals are"),
            "goal_heads": [pgettext("a part of a plan", "Goal"), _("How far"), _("By what we know it")],
            "agreed": _("What was agreed"),
            "agreed_heads": [_("What"), _("Who does it"), _("By when")],
            "came": _("What came of it"),
            "next": _("Next meeting"),
            "given": given,
        }
    }
