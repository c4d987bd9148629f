"""What a file is, told by its first bytes, and its lines."""

import codecs
from pathlib import PurePath

from django.utils.translation import gettext as _

from spojka.sheets import delimited

from .. import lines
from . import pdf, word
from .bad import BadFile

MOST_BYTES = 10_000_000
MOST_LETTERS = 300_000  # a hundred pages
LONGEST = 5_000  # letters of a line: minutes have none, and rules would think long about it
ZIP, OLE = b"PK\x03\x04", b"\xd0\xcf\x11\xe0"
NO_TEXT = (b"{\\rtf", b"<!doctype", b"<html", b"<?xml")
PLAIN = {".txt", ".text", ".md", ""}


def opened(data: bytes, name: str) -> lines.Source:
    """Return the lines of a file. Raises BadFile with a sentence for the one who brought it."""
    if len(data) > MOST_BYTES:
        raise BadFile(_("The file is larger than 10 MB. Minutes are smaller: leave out its pictures."))
    if not data.strip():
        raise BadFile(_("The file is empty."))
    source = _source(data, name)
    if sum(map(len, source.raw)) > MOST_LETTERS or max(map(len, source.raw), default=0) > LONGEST:
        raise BadFile(_("The text is too long for minutes. Bring each meeting in a file of its own."))
    if all(line.is_blank for line in source.lines):
        raise BadFile(_("There is nothing written in the file."))
    return source


def _source(data: bytes, name: str) -> lines.Source:
    start = data[:1024].removeprefix(codecs.BOM_UTF8).lstrip()
    if b"%PDF-" in data[:1024]:
        return pdf.lines_of(data)
    if data[:4] == ZIP:
        return word.lines_of(data)
    if data[:4] == OLE:
        raise BadFile(_("The file is of an old Word, or locked by a password. Save it as DOCX without one."))
    if PurePath(name).suffix.lower() not in PLAIN or start.lower().startswith(NO_TEXT):
        raise BadFile(_("This is no file that can be read here. Bring TXT, DOCX or PDF."))
    return lines.of_text(delimited.decoded(data, _refused))


def _refused(_message: str) -> BadFile:
    return BadFile(_("This is no file that can be read here. Bring TXT, DOCX or PDF."))
