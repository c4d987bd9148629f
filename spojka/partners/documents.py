"""The paper of an agreement between organisations, filled or blank. Its wording is our proposal."""

from pathlib import Path
from typing import Any

from django.utils.translation import gettext as _
from django.utils.translation import override

from spojka.codelists.catalogue import Catalogue
from spojka.network.models import Service
from spojka.ui import paper
from spojka.ui.words import day

from . import beside, reading
from .content import CHAPTERS, NUMBERS, Asked
from .models import Every, Form, PartnerAgreement, PartnerEvaluation, Side, Word, said

TEMPLATE = Path(__file__).parent / "typst/between.typ"
SHORT = 30  # letters of an answer that stands beside what was asked


def blank(lists: Catalogue) -> bytes:
    """Return the paper with our organisation's name; all else is written by hand. In Czech, as all papers."""
    with override("cs"):
        return paper.pdf(TEMPLATE, blank_data(lists.service))


def filled(agreement: PartnerAgreement) -> bytes:
    """Return the paper of one agreement with what was agreed, and who agreed."""
    with override("cs"):
        return paper.pdf(TEMPLATE, filled_data(agreement))


def text(agreement: PartnerAgreement) -> str:
    """Return the same in plain words, for another file."""
    with override("cs"):
        data = filled_data(agreement)
    found = [data["title"], *(f"{asked}: {words}" for side in data["sides"] for asked, words in side if words)]
    for part in data["parts"]:
        found += ["", part["title"], *(f"{one['text']}: {one['said']}" for one in part["asked"])]
    return "\n".join([*found, "", *(f"{house}: {hand}" for house, hand in data["hands"] if hand)])


def blank_data(service: Service) -> dict[str, Any]:
    """Return all that stands on it: {title, organisation, lead, sides, parts, hands, foot, words}."""
    house = str(service.organisation)
    asked = [_("Organisation"), _("Service"), _("Represented by"), _("Who is responsible for the cooperation")]
    ours = [house, str(service), "", ""]
    both = [[[name, words] for name, words in zip(asked, ours, strict=True)], [[name, ""] for name in asked]]
    parts = [{"title": str(one.title), "asked": [_asked(what) for what in one.asked]} for one in CHAPTERS]
    return _data(house, both, parts, [[house, ""], ["", ""]])


def filled_data(agreement: PartnerAgreement) -> dict[str, Any]:
    """Return the same of an agreement: what nobody filled in stands nowhere."""
    house = str(agreement.organisation)
    both = [[[asked, words] for asked, words in side] for side in reading.sides(agreement)]
    parts = [
        {"title": title, "asked": [_line(asked, words) for asked, words in pairs]}
        for title, pairs in reading.chapters(agreement)
    ]
    names = {Side.OURS: house, Side.THEIRS: agreement.partner_name}
    hands = [[names[side], _hand(agreement, side)] for side in Side]
    return _data(house, both, parts, hands)


def evaluated(agreement: PartnerAgreement, one: PartnerEvaluation) -> bytes:
    """Return an evaluation of the cooperation, with its figures as they were then; Czech whatever the page speaks."""
    with override("cs"):
        return paper.pdf(TEMPLATE, evaluated_data(agreement, one, beside.named(one.figures)))


def evaluated_data(
    agreement: PartnerAgreement, one: PartnerEvaluation, figures: list[tuple[str, str]]
) -> dict[str, Any]:
    """Return all that stands on it, in the shape of the agreement's paper."""
    data = filled_data(agreement)
    talk = [(_("When you talked about it"), day(one.on, True)), (_("Who was there"), one.who)]
    talk += [(_("Third side: court, office, whoever pays; name and person"), one.third)]
    talk += [(_("What works and what doesn't"), one.found), (_("What you will do otherwise"), one.changes)]
    talk += [(_("Next evaluation"), day(one.next_on, True))]
    parts = [{"title": _("How the cooperation works"), "asked": [_line(*pair) for pair in talk if pair[1]]}]
    if figures and one.figures_since:
        title = _("Figures since %(day)s") % {"day": day(one.figures_since, True)}
        parts.append({"title": title, "asked": [_line(name, value) for name, value in figures]})
    title = _("Evaluation of the cooperation")
    hands = [[data["organisation"], ""], [agreement.partner_name, ""], *([[one.third, ""]] if one.third else [])]
    foot = f"{data['organisation']} · {title} · Spojka"
    counted = _("Figures count what who wrote this may see.") if figures and one.figures_since else ""
    words = data["words"] | {"proposal": counted}
    return data | {"title": title, "lead": "", "parts": parts, "hands": hands, "foot": foot, "words": words}


def _data(house: str, both: list[Any], parts: list[Any], hands: list[list[str]]) -> dict[str, Any]:
    title = _("Agreement between organisations")
    return {
        "title": title,
        "organisation": house,
        "lead": _("We work with the same people. We agree how, so that nobody is helped twice or not at all."),
        "sides": both,
        "parts": parts,
        "hands": hands,
        "foot": f"{house} · {title} · Spojka",
        "words": {
            "page": _("page"),
            "ours": _("One side"),
            "theirs": _("Other side"),
            "hand": _("Place, day and signature"),
            "proposal": _("The wording is Spojka's proposal. Change what does not suit you, let your lawyer read it."),
        },
    }


def _hand(agreement: PartnerAgreement, side: Side) -> str:
    word = said(agreement, Word.YES, side)
    return _("agreed by %(name)s on %(day)s") % {"name": word.name, "day": day(word.on, True)} if word else ""


def _line(asked: str, words: str) -> dict[str, Any]:
    return {"text": asked, "said": words, "lines": 0, "boxes": [], "box": False, "row": len(words) <= SHORT}


def _asked(one: Asked) -> dict[str, Any]:
    boxes: list[str] = []
    if one.name == "forms":
        boxes = [str(label) for label in Form.labels]
    if one.name == "every":
        boxes = [str(label) for label in Every.labels]
    if one.name in ("is_unnamed_first", "is_joint"):
        boxes = [_("yes"), _("no")]
    is_short = one.name in NUMBERS or one.name in ("starts_on", "ends_on")
    return {"text": str(one.label), "said": "", "lines": one.lines, "boxes": boxes, "box": is_short, "row": False}
