"""What pages and papers show of assessments: how far each form is, what stands in a section, what it said before."""

from collections import defaultdict
from collections.abc import Collection, Sequence
from dataclasses import dataclass
from datetime import datetime
from functools import cached_property
from typing import Any
from uuid import UUID

from django.utils.translation import gettext as _

from spojka.access.actor import Actor
from spojka.access.doors import read, rows
from spojka.access.permissions import Kind, Permission
from spojka.clients.models import Client
from spojka.codelists.catalogue import Catalogue, names_of
from spojka.members.people import names_of as workers_of
from spojka.ui.words import moment

from .content import answered, asked, changed, joined
from .models import Answers, AssessmentForm, AssessmentPart, EcomapTie, TieGroup, newest
from .questions import Question, Section, find, sections

VIEW = Permission.ASSESSMENT_VIEW
MOST = 100  # versions of one section


@dataclass(frozen=True)
class Stands:
    """A section of a client with what stands there: nothing, one version, or several that somebody has to join."""

    section: Section
    parts: tuple[Any, ...] = ()
    worker: str = ""

    @cached_property
    def answers(self) -> Answers:
        """What was answered; of several versions all of it, so that nobody's words are lost."""
        said = [one.said for one in self.parts]
        return joined(self.section, {}, said) if said else {}

    @property
    def last(self) -> Any:
        return self.parts[-1] if self.parts else None

    @property
    def after(self) -> str:
        """What a form that begins here says it was written after."""
        return " ".join(str(one.pk) for one in self.parts)

    @property
    def is_apart(self) -> bool:
        return len(self.parts) > 1

    @property
    def many(self) -> int:
        return len(asked(self.section))

    @property
    def done(self) -> int:
        return answered(self.section, self.answers)

    @property
    def ring(self) -> str:
        """The state as a ring shows it."""
        if self.is_apart:
            return "late"
        return "open" if not self.done else "done" if self.done == self.many else "half"


@dataclass(frozen=True)
class Filling:
    """A form of a client with its sections."""

    form: str
    title: str
    sections: list[Stands]

    @property
    def many(self) -> int:
        return len(self.sections)

    @property
    def done(self) -> int:
        """How many sections have anything in them."""
        return sum(1 for one in self.sections if one.done)


def of_client(client: Client, by: Actor, lists: Catalogue, writes: bool, only: str = "") -> list[Filling]:
    """Return the forms of a client, or one; to who may only read just the sections with something open to them."""
    found = how_far(client, by, lists, writes, only)
    read([part for filling in found for stands in filling.sections for part in stands.parts], by=by, to=VIEW)
    return found


def how_far(client: Client, by: Actor, lists: Catalogue, writes: bool, only: str = "") -> list[Filling]:
    """Return the same to be counted, not to be read: which sections are filled in, beside one that is open."""
    parts = defaultdict(list)
    for one in _rows(client, by, **{"form": only} if only else {}):
        parts[one.form, one.section].append(one)
    heads = {key: tuple(newest(some)) for key, some in parts.items()}
    workers = workers_of({some[-1].recorded_by for some in heads.values()})
    filled = []
    for form in (AssessmentForm(only),) if only else AssessmentForm:
        known = list(sections(form, lists)) if writes else []
        codes = {one.code for one in known}
        past = {code: some[-1] for (of, code), some in heads.items() if of == form and code not in codes}
        known += [_past(form, code, lists, part) for code, part in past.items()]
        found = [_stands(one, heads.get((form, one.code), ()), workers) for one in known]
        if found:
            filled.append(Filling(form, str(form.label), _in_order(form, found, lists)))
    return filled


def written(client: Client, by: Actor) -> dict[str, list[bool]]:
    """Return for each form its sections with anything in them: whether two texts wait there. What is not looked at."""
    parts = defaultdict(list)
    mine = rows(AssessmentPart, by=by, to=VIEW).filter(client=client)
    for one in mine.only("form", "section", "after", "recorded_at").order_by("recorded_at", "pk"):
        parts[one.form, one.section].append(one)
    found = defaultdict(list)
    for (form, _section), some in parts.items():
        found[form].append(len(newest(some)) > 1)
    return found


def has_map(client: Client, by: Actor) -> bool:
    """Test whether anybody stands on the ecomap."""
    return bool(rows(EcomapTie, by=by, to=VIEW).filter(client=client, ended_at=None).exists())


def of_section(client: Client, form: str, code: str, lists: Catalogue, by: Actor) -> Stands | None:
    """Return one section of a client with what stands there; None if there is no such section."""
    parts = newest(_rows(client, by, form=form, section=code))
    section = find(form, code, lists) or (_past(form, code, lists, parts[-1]) if parts else None)
    return standing(section, read(parts, by=by, to=VIEW)) if section else None


def standing(section: Section, parts: Sequence[Any]) -> Stands:
    """Return what stands in a section, told from the versions that were read."""
    return _stands(section, parts, workers_of({one.recorded_by for one in parts}))


def texts(parts: Sequence[Any]) -> list[tuple[str, Answers]]:
    """Return what each version says, headed by who wrote it and when."""
    workers = workers_of({one.recorded_by for one in parts})
    return [(", ".join([workers.get(one.recorded_by, ""), moment(one.recorded_at)]), one.said) for one in parts]


def around(client: Client, by: Actor, at: datetime | None = None) -> list[Any]:
    """Return who is around a client now, or was at a moment, by groups."""
    found = rows(EcomapTie, by=by, to=VIEW).filter(client=client)
    found = found.on_map(at) if at else found.filter(ended_at=None)
    order = {group: place for place, group in enumerate(TieGroup.values)}
    ties = sorted(found.order_by("recorded_at", "pk"), key=lambda one: order.get(one.group, len(order)))
    return read(ties, by=by, to=VIEW)


@dataclass(frozen=True)
class Version:
    """One version of a section, with what was answered otherwise than in the one before."""

    part: Any
    head: str
    said: Answers
    changed: list[Question]
    before: str  # the id of the one that it was written after, as far as it is seen


def versions(client: Client, section: Section, by: Actor) -> list[Version]:
    """Return the versions of a section, the newest first."""
    parts = read(_rows(client, by, form=section.form, section=section.code)[::-1][:MOST], by=by, to=VIEW)
    known = {str(one.pk): said for one, (_head, said) in zip(parts, texts(parts), strict=True)}
    found = []
    for one, (head, said) in zip(parts, texts(parts), strict=True):
        before = next((id for id in one.after if id in known), "")
        names = changed(section, known.get(before, {}), said)
        differing = [question for question in section.questions if question.name in names]
        name = _("version %(number)s") % {"number": one.version}
        found.append(Version(one, f"{name}, {head}", said, differing, before))
    return found


def base_of(client: Client, section: Section, after: Collection[UUID], by: Actor) -> Answers:
    """Return what stood where somebody began to write."""
    found = [one for one in _rows(client, by, form=section.form, section=section.code) if one.pk in after]
    return joined(section, {}, [one.said for one in found]) if found else {}


def next_of(section: Section, lists: Catalogue) -> Section | None:
    """Return the section that comes after one."""
    every = sections(section.form, lists)
    codes = [one.code for one in every]
    place = codes.index(section.code) + 1 if section.code in codes else len(every)
    return every[place] if place < len(every) else None


def _rows(client: Client, by: Actor, **only: str) -> list[Any]:
    found = rows(AssessmentPart, by=by, to=VIEW).filter(client=client, **only)
    return list(found.order_by("recorded_at", "pk"))


def _past(form: str, code: str, lists: Catalogue, part: Any) -> Section:
    """Return a section in which something was written, though it is not offered any more."""
    known = find(form, code, lists)
    words = Question(name="words", text=names_of(["child_heading"])["child_heading"].get(code, code))
    return known or Section(
        form=form, code=code, title=words.text, kind=Kind(part.kind), questions=(words,), is_offered=False
    )


def _in_order(form: str, found: list[Stands], lists: Catalogue) -> list[Stands]:
    order = [one.code for one in sections(form, lists)]
    place = {code: number for number, code in enumerate(order)}
    return sorted(found, key=lambda one: place.get(one.section.code, len(order)))


def _stands(section: Section, parts: Sequence[Any], workers: dict[str, str]) -> Stands:
    return Stands(section, tuple(parts), workers.get(parts[-1].recorded_by, "") if parts else "")
