"""The paper of a client's card: as large as a bank card, a square code and its letters, nothing of the person."""

from io import BytesIO
from pathlib import Path
from typing import Any

import qrcode
from django.utils.translation import gettext as _
from qrcode.image.svg import SvgPathImage

from spojka.ui import paper

from . import numbers
from .models import Pass

TEMPLATES = Path(__file__).parent / "typst"


def card(one: Pass) -> bytes:
    """Return the card to print and cut out."""
    return paper.pdf(TEMPLATES / "pass.typ", card_data(one))


def card_data(one: Pass) -> dict[str, Any]:
    """Return all that stands on the card."""
    out = BytesIO()
    qrcode.make(one.number, image_factory=SvgPathImage, border=2).save(out)
    return {
        "title": _("Card"),
        "organisation": "Spojka",  # a card that is found in the street must not tell where its owner goes
        "square": out.getvalue().decode(),
        "number": numbers.grouped(one.number),
        "words": {
            "square": _("Square code with the letters that stand below it"),
            "short": _("Show it when you come. If you lose it, tell us: it stops working and you get another."),
        },
    }
