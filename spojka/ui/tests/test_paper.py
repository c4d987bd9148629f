"""What all papers have in common."""

import io

import pytest
from pypdf import PdfReader

from spojka.ui import paper

WIDTHS = range(30, 60)  # mm: at some of them the line would break within the name
TEMPLATE = """#import "/ui/typst/paper.typ": *
#show: paper
#for width in data.widths [#block(width: width * 1mm)[Noční Zastávka, z. ú. a Novák, s. r. o. spolu]]
"""


@pytest.mark.parametrize("language", ["cs", "en"])
def test_a_legal_form_stays_in_one_line(tmp_path, monkeypatch, language):
    (tmp_path / "ui").symlink_to(paper.ROOT / "ui")
    template = tmp_path / "names.typ"
    template.write_text(TEMPLATE)
    monkeypatch.setattr(paper, "ROOT", tmp_path)
    said = {"language": language, "title": "x", "organisation": "x", "foot": "x", "words": {"page": "x"}}

    made = PdfReader(io.BytesIO(paper.pdf(template, said | {"widths": [*WIDTHS]})))

    lines = [line.strip() for page in made.pages for line in page.extract_text().splitlines()]
    assert any("z." in line for line in lines)
    assert not [line for line in lines if line.startswith(("ú.", "r.", "o."))]
