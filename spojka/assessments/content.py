"""Answers as plain values: what is filled in, what differs, and how two texts become one."""

from collections.abc import Sequence
from dataclasses import dataclass
from functools import reduce
from typing import Any
from uuid import UUID

from .models import Answers, EcomapTie
from .questions import REFUSED, Question, Section, Shape


@dataclass(frozen=True, kw_only=True)
class Filled:
    """What is to be saved of a section, and after which versions it was written."""

    section: Section
    answers: Answers
    after: tuple[UUID, ...] = ()


@dataclass(frozen=True, kw_only=True)
class Somebody:
    """Who is around a client, and how."""

    name: str
    group: str
    strength: str
    direction: str
    is_stressful: bool = False
    note: str = ""


def somebody(tie: EcomapTie) -> Somebody:
    """Return what a tie says, but for its place."""
    said = {name: getattr(tie, name) for name in ("group", "strength", "direction", "is_stressful")}
    return Somebody(name=tie.called, note=tie.noted, **said)


def clean(answers: Answers) -> Answers:
    """Return the answers without what is empty; so equal ones are equal."""
    return {name: answers[name] for name in sorted(answers) if answers[name] not in ("", None, [], ())}


def answered(section: Section, answers: Answers) -> int:
    """Return how many questions have an answer, "does not want to say" being one; notes do not count."""
    refused = answers.get(REFUSED, ())
    return sum(1 for one in asked(section) if one.name in answers or one.name in refused)


def asked(section: Section) -> list[Question]:
    """Return the questions that count as filled in or not."""
    return [one for one in section.questions if one.name != "note" or len(section.questions) == 1]


def changed(section: Section, before: Answers, after: Answers) -> list[str]:
    """Return the names of questions that are answered otherwise."""
    return [name for name in section.names if _of(before, name) != _of(after, name)]


def joined(section: Section, base: Answers, texts: Sequence[Answers]) -> Answers:
    """Return several texts as one: nobody's words are lost. `base` is what all of them were written after.

    Where only one of them changed an answer, it is taken; where two did, words stand below each other, of several
    choices all are ticked, and of one choice the last one counts.
    """
    return reduce(lambda one, other: _joined(section, base, one, other), texts[1:], texts[0])


def _joined(section: Section, base: Answers, theirs: Answers, mine: Answers) -> Answers:
    found: Answers = {}
    refused = []
    for question in section.questions:
        value, is_refused = _one(question, *(_of(said, question.name) for said in (base, theirs, mine)))
        found[question.name] = value
        refused += [question.name] if is_refused and value in (None, "", []) else []
    return clean(found | {REFUSED: refused})


def _one(question: Question, base: tuple[Any, bool], theirs: tuple[Any, bool], mine: tuple[Any, bool]) -> Any:
    if mine in (base, theirs):
        return theirs
    if theirs == base or not theirs[0]:
        return mine
    if not mine[0]:
        return theirs
    if question.is_text:
        return _below(question, theirs[0], mine[0]), False
    if question.shape == Shape.CODES:
        return [*theirs[0], *(code for code in mine[0] if code not in theirs[0])], False
    return mine


def _below(question: Question, theirs: str, mine: str) -> str:
    if mine in theirs or theirs in mine:
        return max(theirs, mine, key=len)
    return f"{theirs}{' / ' if question.shape == Shape.LINE else chr(10)}{mine}"


def _of(answers: Answers, name: str) -> tuple[Any, bool]:
    """Return the answer to a question, and whether they don't want to say."""
    return answers.get(name), name in answers.get(REFUSED, ())
