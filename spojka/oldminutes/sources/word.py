"""DOCX into lines: a paragraph is a line, a row of a table is one with tabs between its cells."""

import io
import zipfile
from collections.abc import Iterator
from dataclasses import dataclass
from itertools import islice
from typing import Any

from django.utils.translation import gettext as _

from .. import lines
from .bad import BadFile

MOST_UNPACKED = 100_000_000
MOST_PARTS = 2_000
MAIN = "word/document.xml"
W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
FALLBACK = "{http://schemas.openxmlformats.org/markup-compatibility/2006}Fallback"  # a text box a second time
INDENT = 720  # twentieths of a point: half an inch, one step deeper
SIGNS = {W + "tab": "\t", W + "br": "\n", W + "cr": "\n", W + "noBreakHyphen": "-"}
HEADS = ("heading", "nadpis", "title", "název")  # how names of styles begin


@dataclass(frozen=True)
class Style:
    """What a style says of its paragraphs."""

    is_head: bool
    is_listed: bool
    level: int


def lines_of(data: bytes) -> lines.Source:
    """Return the lines of a DOCX. Raises BadFile: damaged, another kind of file, too large when unpacked."""
    _stop_bomb(data)
    import docx

    try:
        document = docx.Document(io.BytesIO(data))
        source = lines.Source()
        for said in _edge(document, "header"):
            source.add(said, is_furniture=True)
        for words, looks in _blocks(document.element.body, document, {}):
            for said in words.split("\n"):
                source.add(said, **looks)
        for said in _edge(document, "footer"):
            source.add(said, is_furniture=True)
    except Exception:  # a damaged file breaks a reader in any place
        raise BadFile(_("The file can't be read: it is damaged. Open it in Word, save it as DOCX anew.")) from None
    return source


def _stop_bomb(data: bytes) -> None:
    try:
        with zipfile.ZipFile(io.BytesIO(data)) as packed:
            parts = list(islice(packed.infolist(), MOST_PARTS))
    except zipfile.BadZipFile:
        raise BadFile(_("The file can't be read: it is damaged. Open it in Word, save it as DOCX anew.")) from None
    if len(parts) >= MOST_PARTS or sum(part.file_size for part in parts) > MOST_UNPACKED:
        raise BadFile(_("The file is too large when unpacked. Copy its text into a new one and bring that."))
    if MAIN not in {part.filename for part in parts}:
        raise BadFile(_("This is no file that can be read here. Bring TXT, DOCX or PDF."))


def _edge(document: Any, name: str) -> Iterator[str]:
    """Yield what stands at the top or bottom of every page, once."""
    seen = set()
    for section in document.sections:
        for paragraph in getattr(section, name).paragraphs:
            said = _words(paragraph._p).replace("\n", " ")
            if said.strip() and said not in seen:
                seen.add(said)
                yield said


def _blocks(parent: Any, document: Any, styles: dict[str, Style]) -> Iterator[tuple[str, dict[str, Any]]]:
    for child in parent:
        if child.tag == W + "p":
            yield _words(child), _looks(child, document, styles)
            for box in _boxes(child):
                yield from _blocks(box, document, styles)
        elif child.tag == W + "tbl":
            for row in child.iter(W + "tr"):
                yield "\t".join(_cells(row)), {"depth": 0, "is_whole": True}
        elif child.tag in (W + "sdt", W + "sdtContent", W + "ins", W + "smartTag", W + "customXml"):
            yield from _blocks(child, document, styles)


def _cells(row: Any) -> Iterator[str]:
    for cell in row.iter(W + "tc"):
        said = (_words(paragraph).replace("\n", " ").replace("\t", " ") for paragraph in cell.iter(W + "p"))
        yield "; ".join(filter(str.strip, said))


def _boxes(paragraph: Any) -> list[Any]:
    found = paragraph.iter(W + "txbxContent")
    return [box for box in found if not any(up.tag == FALLBACK for up in box.iterancestors())]


def _words(paragraph: Any) -> str:
    """Return the words of a paragraph with what was inserted and without what was struck out."""
    said = []
    for node in paragraph.iter(W + "t", *SIGNS):
        owner = next(up for up in node.iterancestors(W + "p"))
        if owner is paragraph:
            in_properties = node.tag == W + "tab" and node.getparent().tag != W + "r"
            said.append("" if in_properties else SIGNS.get(node.tag, node.text or ""))
    return "".join(said)


def _looks(paragraph: Any, document: Any, styles: dict[str, Style]) -> dict[str, Any]:
    from docx.text.paragraph import Paragraph

    told = Paragraph(paragraph, document)
    name = paragraph.find(f"{W}pPr/{W}pStyle")
    key = name.get(f"{W}val", "") if name is not None else ""
    if key not in styles:
        styles[key] = _style(told.style)
    style = styles[key]
    own = paragraph.find(f"{W}pPr/{W}numPr")
    is_listed, level = _listed(own) if own is not None else (style.is_listed, style.level)
    indent = told.paragraph_format.left_indent
    runs = [run for run in told.runs if run.text.strip()]
    return {
        "is_listed": is_listed,
        "depth": lines.TAB * (level if is_listed else (indent.twips // INDENT if indent else 0)),
        "is_bold": style.is_head or (bool(runs) and all(run.bold for run in runs)),
        "is_whole": True,
    }


def _style(style: Any) -> Style:
    """Return what a style and those it is based on make of a paragraph."""
    names, listed = [], None
    while style is not None:
        names.append((style.name or "").lower())
        listed = listed if listed is not None else style.element.find(f"{W}pPr/{W}numPr")
        style = style.base_style
    return Style(any(name.startswith(HEADS) for name in names), *_listed(listed))


def _listed(numbering: Any) -> tuple[bool, int]:
    """Return whether a paragraph is of a list, and how deep."""
    if numbering is None:
        return False, 0
    number, level = numbering.find(f"{W}numId"), numbering.find(f"{W}ilvl")
    deep = int(level.get(f"{W}val", "0")) if level is not None else 0
    return number is not None and number.get(f"{W}val") != "0", deep
