"""The papers of the forms, filled in or blank with boxes and lines; and what stands in them as plain text."""

from collections.abc import Sequence
from datetime import date
from pathlib import Path
from typing import Any

from django.utils.text import capfirst
from django.utils.translation import gettext as _

from spojka.clients.models import Client
from spojka.codelists.catalogue import Catalogue
from spojka.network.models import Service
from spojka.ui import paper
from spojka.ui.words import day

from . import content
from .drawing import WIDE, draw
from .models import AssessmentForm, TieGroup
from .questions import Question, Section, Shape, for_child
from .questions import sections as sections_of
from .reading import Filling, Stands
from .saying import Line, Names, lines, names_in

TEMPLATES = Path(__file__).parent / "typst"
MANY = 20  # of so many choices each has a box on the paper; of more one writes
LINES = {Shape.WORDS: 2, Shape.LINE: 1, Shape.CODES: 2, Shape.CODE: 1, Shape.CROWNS: 1, Shape.YEAR: 1}
ALONE = 7  # lines of a section that asks one thing
TIES = 8  # rows below an empty ecomap


def filled(client: Client, filling: Filling, on: date) -> bytes:
    """Return a form as it stands."""
    names = names_in([one.section for one in filling.sections], client.service.organisation)
    sections = [_filled(one, names) for one in filling.sections if one.parts]
    about = [*_about(client), [_("As of"), day(on, True)]]
    said = _data(client.service, filling.title, about, sections, of=client.code)
    return paper.pdf(TEMPLATES / "form.typ", said)


def blank(form: str, lists: Catalogue) -> bytes:
    """Return a form to be filled in by hand. It leads to nobody: the code is written on it by hand, too."""
    title, sections = str(AssessmentForm(form).label), sections_of(form, for_child(lists))
    return paper.pdf(TEMPLATES / "form.typ", blank_data(title, sections, lists))


def blank_data(title: str, sections: Sequence[Section], lists: Catalogue) -> dict[str, Any]:
    """Return all that stands on an empty form."""
    found = [_blank(one, lists) for one in sections]
    about = [[_("Service"), str(lists.service)], [_("Code"), ""]]
    hands = [_("Day"), _("Who filled it in with the client")]
    return _data(lists.service, title, about, found, hands)


def ecomap(client: Client, ties: Sequence[Any], on: date) -> bytes:
    """Return the ecomap of a day, with a table of the same."""
    heads = _heads()
    rows = [[one.called, *in_words_of(one), one.noted] for one in ties]
    about = [*_about(client), [_("As of"), day(on, True)]]
    alt = _("Ecomap: the table below says the same.")
    picture = {"svg": str(draw(ties, client.code, WIDE)), "alt": alt}
    said = _data(client.service, _("Ecomap"), about, [], of=client.code)
    said |= {"heads": heads, "rows": rows, "picture": picture, "lead": ""}
    return paper.pdf(TEMPLATES / "ecomap.typ", said)


def blank_ecomap(lists: Catalogue) -> bytes:
    """Return an empty ecomap to be drawn by hand, with a table below it."""
    return paper.pdf(TEMPLATES / "ecomap.typ", blank_ecomap_data(lists))


def blank_ecomap_data(lists: Catalogue) -> dict[str, Any]:
    """Return all that stands on an empty ecomap: a circle for the client, what lines mean, rows to write in."""
    about = [[_("Service"), str(lists.service)], [_("Code"), ""], [_("Day"), ""]]
    lead = _("Draw who is around the client: %(groups)s. Thick is a strong tie, a zigzag tension, an arrow help.")
    groups = ", ".join(str(one.label) for one in TieGroup)
    picture = {"svg": str(draw([], "", WIDE)), "alt": _("A circle for the client and the meaning of lines.")}
    said = _data(lists.service, _("Ecomap"), about, []) | {"heads": _heads(), "rows": [[""] * 5] * TIES}
    return said | {"picture": picture, "lead": lead % {"groups": groups}}


def ecomap_text(client: Client, ties: Sequence[Any], on: date) -> str:
    """Return the ecomap as plain text, for a file that is kept elsewhere."""
    head = f"{_('Ecomap')}, {client.code}, {client.service}, {day(on, True)}"
    lines = ["; ".join([f"{one.called}: {', '.join(in_words_of(one))}", *filter(None, [one.noted])]) for one in ties]
    return "\n".join([head, "", *lines]) + "\n"


def _heads() -> list[str]:
    return [_("Who"), _("Where they belong"), _("The tie is"), _("Help goes"), _("Note")]


def in_words_of(tie: Any) -> list[str]:
    """Return what a tie is like: where they belong, how strong and tense, which way help goes."""
    strength = str(tie.get_strength_display())
    tense = _("%(strength)s, tense") % {"strength": strength} if tie.is_stressful else strength
    return [str(tie.get_group_display()), tense, str(tie.get_direction_display())]


def text(client: Client, filling: Filling, on: date) -> str:
    """Return a form as plain text, for a file that is kept elsewhere: what is answered, nothing else."""
    names = names_in([one.section for one in filling.sections], client.service.organisation)
    head = f"{filling.title}, {client.code}, {client.service}, {day(on, True)}"
    parts = [_plain(one, names) for one in filling.sections if one.done]
    return "\n\n".join([head, *parts]) + "\n"


def _plain(stands: Stands, names: Names) -> str:
    said = [line for line in lines(stands.section, stands.answers, names) if line.text or line.is_refused]
    title = f"{stands.section.title} ({_written(stands)})"
    return "\n".join([title, *(_in_line(stands.section, line) for line in said)])


def _in_line(section: Section, line: Line) -> str:
    words = line.text or _("doesn't want to say")
    return words if str(line.question.text) == str(section.title) else f"{line.question.text}: {words}"


def _written(stands: Stands) -> str:
    return ", ".join(part for part in (stands.worker, day(stands.last.recorded_at, True)) if part)


def _data(
    service: Service, title: str, about: list[list[str]], sections: list[Any], hands: Any = (), of: str = ""
) -> dict[str, Any]:
    house = str(service.organisation)
    words = {"page": _("page"), "refused": _("doesn't want to say")}
    said = {"title": title, "organisation": house, "about": about, "sections": sections, "hands": list(hands)}
    return said | {"foot": " · ".join(filter(None, [house, title, of, "Spojka"])), "words": words}


def _about(client: Client) -> list[list[str]]:
    return [[_("Service"), str(client.service)], [_("Code"), client.code]]


def _filled(stands: Stands, names: Names) -> dict[str, Any]:
    said = [
        {"question": _asked(stands.section, line.question), "text": line.text, "refused": line.is_refused}
        for line in lines(stands.section, stands.answers, names)
        if line.text or line.is_refused
    ]
    return _head(stands.section) | {"note": _written(stands), "rows": said}


def _blank(section: Section, lists: Catalogue) -> dict[str, Any]:
    asked = []
    for one in section.questions:
        names = [name for _code, name in lists.pairs(one.list)] if one.list else []
        boxes = names if len(names) <= MANY else []
        many = ALONE if len(section.questions) == 1 else LINES[one.shape]
        row = {"question": _asked(section, one), "hint": str(one.hint), "boxes": boxes, "lines": 0 if boxes else many}
        asked.append(
            row | {"unit": "Kč" if one.shape == Shape.CROWNS else "", "refusable": one in content.asked(section)}
        )
    return _head(section) | {"note": "", "asked": asked}


def _head(section: Section) -> dict[str, Any]:
    return {
        "title": str(section.title),
        "group": capfirst(str(section.group)),
        "sureness": f"({section.sureness})" if section.sureness else "",
    }


def _asked(section: Section, question: Question) -> str:
    """Return the words of a question, none where the section itself says them."""
    return "" if str(question.text) == str(section.title) else str(question.text)
