"""Papers: a Typst template and data become a PDF that is tagged, archived for good, and looks like the pages."""

import json
from pathlib import Path
from typing import Any

from django.utils.translation import get_language

ROOT = Path(__file__).parent.parent  # templates say "/ui/typst/paper.typ"
FONTS = Path(__file__).parent / "fonts"
STANDARDS = ["a-2a", "ua-1"]


def pdf(template: Path, data: dict[str, Any]) -> bytes:
    """Return a paper as PDF/A-2a and PDF/UA-1. What people wrote goes in as data, never as markup."""
    import typst

    said = {"language": get_language() or "cs"} | data
    return typst.compile(
        template,
        root=ROOT,
        font_paths=[FONTS],
        ignore_system_fonts=True,
        sys_inputs={"data": json.dumps(said, ensure_ascii=False)},
        pdf_standards=STANDARDS,
    )
