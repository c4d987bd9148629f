"""Answers in words: for pages, papers, comparisons and the text for the file."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from django.utils.translation import gettext as _

from spojka.codelists.catalogue import names_of
from spojka.network.models import Organisation
from spojka.ui.words import HARD, number

from .content import changed
from .models import Answers
from .questions import REFUSED, Question, Section, Shape

Names = Mapping[str, Mapping[str, str]]


@dataclass(frozen=True)
class Line:
    """A question with its answer in words; an empty one says nothing."""

    question: Question
    text: str
    is_refused: bool = False


@dataclass(frozen=True)
class Beside:
    """What several texts say of one question, in their order."""

    question: Question
    cells: list[tuple[str, str]]  # head and text
    differs: bool


def names_in(sections: Sequence[Section], house: Organisation) -> Names:
    """Return the words of every code that those sections may hold."""
    return names_of({one.list for section in sections for one in section.questions if one.list}, organisation=house)


def lines(section: Section, answers: Answers, names: Names) -> list[Line]:
    """Return all questions of a section, answered or not."""
    refused = answers.get(REFUSED, ())
    return [Line(one, in_words(one, answers.get(one.name), names), one.name in refused) for one in section.questions]


def beside(section: Section, texts: Sequence[tuple[str, Answers]], names: Names) -> list[Beside]:
    """Return what several texts say, each under its head, question by question; what none says is left out."""
    every = [answers for _head, answers in texts]
    differing = {name for some in every[1:] for name in changed(section, every[0], some)}
    found = [(one, [(head, _said(one, answers, names)) for head, answers in texts]) for one in section.questions]
    return [Beside(one, cells, one.name in differing) for one, cells in found if any(text for _head, text in cells)]


def in_words(question: Question, value: Any, names: Names) -> str:
    """Return one answer in words."""
    if value in (None, "", []):
        return ""
    known = names.get(question.list, {})
    if question.shape == Shape.CODES:
        return "; ".join(known.get(code, code) for code in value)
    if question.shape == Shape.CODE:
        return known.get(value, value)
    if question.shape == Shape.CROWNS:
        return f"{number(value)}{HARD}Kč"
    return str(value)


def _said(question: Question, answers: Answers, names: Names) -> str:
    text = in_words(question, answers.get(question.name), names)
    return text or (_("doesn't want to say") if question.name in answers.get(REFUSED, ()) else "")
