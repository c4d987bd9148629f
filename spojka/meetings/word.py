"""Minutes as a document for a word processor (DOCX): what stands on the paper, in the same order."""

import re
from collections.abc import Iterable, Mapping
from datetime import date
from io import BytesIO
from typing import Any

from django.utils.translation import get_language

from spojka.access.actor import Actor

from .documents import STEP, minutes_data, public_data
from .models import Meeting

UNFIT = re.compile(r"[\x00-\x08\x0b\x0c\x0e-\x1f\x7f\ufffe\uffff\ud800-\udfff]")


def minutes(meeting: Meeting, by: Actor) -> bytes:
    """Return the minutes as DOCX."""
    return _written(minutes_data(meeting, by))


def public(house: str, title: str, on: date, lines: Iterable[Mapping[str, Any]]) -> bytes:
    """Return as DOCX what everybody may read of minutes."""
    return _written(public_data(house, title, on, lines))


def _written(data: dict[str, Any]) -> bytes:
    from docx import Document  # only here: it takes long to load

    data, file = _plain(data), Document()
    file.core_properties.title, file.core_properties.author = data["title"], data["organisation"]
    file.core_properties.language = get_language() or "cs"
    file.add_heading(data["title"], 0)
    for name, said in data["about"]:
        file.add_paragraph(f"{name}: ").add_run(said).bold = True
    _present(file, data)
    file.add_heading(data["words"]["lines"], 1)
    for one in data["lines"]:
        _line(file, one)
    _end(file, data)
    body = BytesIO()
    file.save(body)
    return body.getvalue()


def _plain(said: Any) -> Any:
    """Return the same without characters that no XML may hold: somebody may have pasted them."""
    if isinstance(said, str):
        return UNFIT.sub("", said)
    if isinstance(said, dict):
        return {name: _plain(one) for name, one in said.items()}
    return [_plain(one) for one in said] if isinstance(said, list) else said


def _present(file: Any, data: dict[str, Any]) -> None:
    if data["present"]:
        file.add_heading(data["words"]["present"], 1)
    for who, how in data["present"]:
        file.add_paragraph(f"{who}: {how}", style="List Bullet")
    if data["count"]:
        file.add_paragraph(f"{data['words']['count']}: {data['count']}")


def _line(file: Any, one: dict[str, Any]) -> None:
    """Write an organisation as a heading, all else as a paragraph that stands as far in as on the paper."""
    from docx.shared import Mm

    if not one["depth"]:
        file.add_heading(one["text"], 2)
        return
    paragraph = file.add_paragraph()
    paragraph.paragraph_format.left_indent = Mm(STEP * (one["depth"] - 1))
    if one["lead"]:
        paragraph.add_run(f"{one['lead']}: ").bold = True
    paragraph.add_run(one["text"]).bold = one["depth"] == 1
    for more in (one["about"], *one["said"]):
        if more:
            paragraph.add_run(f"\n{more}").italic = True


def _end(file: Any, data: dict[str, Any]) -> None:
    if data["amendments"]:
        file.add_heading(data["words"]["amendments"], 1)
    for at, said in data["amendments"]:
        file.add_paragraph(f"{at} {said}")
    if data["is_whole"]:
        file.add_paragraph(f"{data['words']['next']}: ").add_run(data["next"]).bold = True
    if data["state"]:
        file.add_paragraph(data["state"])
    file.sections[0].footer.paragraphs[0].text = data["foot"]
