"""PDF into lines, in the order in which its program wrote them: columns one after the other.

Measured on Czech papers: pypdf, pdfminer.six and pdfium read the same words; pdfminer moves blocks about and pdfium
joins divided words over columns, while pypdf keeps both the lines and their soft hyphens.
"""

import io
import logging
from collections import Counter

from django.utils.translation import gettext as _

from .. import lines
from .bad import BadFile

MOST_PAGES = 200


def lines_of(data: bytes) -> lines.Source:
    """Return the lines of a PDF. Raises BadFile: locked, damaged, only pictures."""
    from pypdf import PdfReader
    from pypdf.errors import FileNotDecryptedError

    logging.getLogger("pypdf").setLevel(logging.CRITICAL)  # what it mends by itself is nobody's worry
    try:
        reader = PdfReader(io.BytesIO(data))
        if reader.is_encrypted and not reader.decrypt(""):
            raise FileNotDecryptedError
        if len(reader.pages) > MOST_PAGES:
            raise BadFile(_("The text is too long for minutes. Bring each meeting in a file of its own."))
        pages = [page.extract_text() for page in reader.pages]
    except BadFile:
        raise
    except FileNotDecryptedError:
        raise BadFile(_("The file is locked by a password. Save it without one and bring it again.")) from None
    except Exception:  # a damaged PDF breaks a reader in any place
        raise BadFile(_("The PDF can't be read: it is damaged. Print it into a PDF anew and bring that.")) from None
    if not any(page.strip() for page in pages):
        raise BadFile(_("There is no text in the PDF, only pictures: it was scanned. Bring the text itself."))
    return _source([page.split("\n") for page in pages])


def _source(pages: list[list[str]]) -> lines.Source:
    edges = Counter(edge for page in pages for edge in {_even(said) for said in _edges(page)})
    repeated = {edge for edge, many in edges.items() if many > 1 and any(letter.isalpha() for letter in edge)}
    source = lines.Source()
    for number, page in enumerate(pages, 1):
        known = _edges(page)
        for said in page:
            source.add(said, page=number, is_furniture=said in known and _even(said) in repeated)
    return source


def _edges(page: list[str]) -> list[str]:
    full = [said for said in page if said.strip()]
    return full[:2] + full[-2:]


def _even(said: str) -> str:
    """Return a line with all its numbers alike: page 1 and page 2 are one line."""
    return "".join("#" if letter.isdigit() else letter for letter in said.strip())
