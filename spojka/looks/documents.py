"""The paper of an access sheet: letters and a square code, nothing of the person nor of the service."""

from io import BytesIO
from pathlib import Path
from typing import Any

import qrcode
from django.utils.translation import gettext as _
from qrcode.image.svg import SvgPathImage

from spojka.ui import paper

from . import secret

TEMPLATES = Path(__file__).parent / "typst"


def sheet(letters: str, address: str) -> bytes:
    """Return the paper. `address` is where the letters are typed; the square holds both, the letters after a #."""
    return paper.pdf(TEMPLATES / "sheet.typ", sheet_data(letters, address))


def sheet_data(letters: str, address: str) -> dict[str, Any]:
    """Return all that stands on the paper. What follows a # stays in the browser, no server hears it."""
    out = BytesIO()
    qrcode.make(f"{address}#{letters}", image_factory=SvgPathImage, border=2).save(out)
    grouped = secret.grouped(letters).split(" ")
    return {
        "title": _("My paper"),
        "organisation": "Spojka",  # a paper that is found in the street must not tell where its owner goes
        "square": out.getvalue().decode(),
        "address": address.split("//", 1)[-1],
        "letters": [" ".join(grouped[:3]), " ".join(grouped[3:])],
        "words": {
            "square": _("Square code with the address and the letters that stand beside it"),
            "how": _("Open the address and write the letters, or take a picture of the square."),
            "what": _(
                "You see what is kept on you, with whom you share it and who has looked. "
                "You may take a consent back and say what is wrong."
            ),
            "care": _(
                "Whoever has this paper sees it too. If you lose it, tell us: it stops working and you get another."
            ),
        },
    }
