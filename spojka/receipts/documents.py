"""The paper of a receipt: what was agreed in plain words, and the square by which anybody checks it."""

from io import BytesIO
from pathlib import Path
from typing import Any

import qrcode
from django.utils.translation import gettext as _
from django.utils.translation import pgettext
from qrcode.constants import ERROR_CORRECT_L, ERROR_CORRECT_M
from qrcode.image.svg import SvgPathImage

from spojka.consents.reading import Told
from spojka.ui import paper
from spojka.ui.words import day

from . import content, keys

TEMPLATES = Path(__file__).parent / "typst"
SPARSE = 500  # letters up to which the square bears more harm


def receipt(told: Told, address: str) -> bytes:
    """Return the paper. `address` is the page that checks receipts; the square holds it with the receipt after a #."""
    return paper.pdf(TEMPLATES / "receipt.typ", receipt_data(told, address))


def receipt_data(told: Told, address: str) -> dict[str, Any]:
    """Return all that stands on the paper: {title, about, state, kinds, whom, square, words}."""
    said = content.said_of(told)
    shown, title = content.shown(said), _("Receipt of a consent")
    until = day(shown.last_day, True) if shown.last_day else _("until I take it back")
    about = [(_("Code"), said["c"]), (_("Number"), said["n"]), (_("Given"), f"{day(shown.given, True)}, {shown.way}")]
    return {
        "title": title,
        "organisation": said["h"],
        "over": f"{said['u']}, {said['h']}",
        "about": [[name, value] for name, value in [*about, (_("Holds until"), until)]],
        "state": _state(told),
        "lead": _("I agreed that the service tells what stands here to those who are named here, and to nobody else."),
        "kinds": [*shown.what, *([said["o"]] if said["o"] else [])],
        "whom": [
            [one.name, ", ".join(one.what), _ended(line)] for one, line in zip(shown.whom, told.lines, strict=True)
        ],
        "square": square(f"{address}#{content.signed(said)}"),
        "address": address.split("//", 1)[-1].partition("?")[0],
        "key": keys.fingerprint(keys.signing().public_key()),
        "foot": f"{said['h']} · {title} · Spojka",
        "words": {
            "page": _("page"),
            "kinds": _("What may be told"),
            "whom": _("To whom"),
            "heads": [_("Who"), _("What, if only some of it"), pgettext("sharing", "Ended")],
            "square": _("Square code that holds this receipt and its signature"),
            "check": _("How to check it"),
            "steps": _steps(),
            "back": _("How to take it back"),
            "back_how": _back(),
            "address": pgettext("of a page", "Address"),
            "key": _("Key"),
        },
    }


def square(text: str) -> str:
    """Return a square code as a picture."""
    out, hold = BytesIO(), ERROR_CORRECT_M if len(text) <= SPARSE else ERROR_CORRECT_L
    qrcode.make(text, image_factory=SvgPathImage, border=2, error_correction=hold).save(out)
    return out.getvalue().decode()


def _steps() -> list[str]:
    return [
        _("Take a picture of the square by a phone. The page that opens says whether anybody has changed it."),
        _("The phone does it by itself, without us: nothing of it is sent anywhere."),
        _("Whether it still holds you learn by the button below it; only then our server is asked."),
        _("Without a phone anybody does the same for you at any of our services."),
    ]


def _back() -> str:
    return _(
        "At any time, without a reason: tell any worker, write to us, or do it in your own look. It takes effect at "
        "once; this paper then says what held before, and the page says that it holds no more."
    )


def _state(told: Told) -> str:
    if told.consent.withdrawn_at:
        return _("Taken back %(day)s.") % {"day": day(told.consent.withdrawn_at, True)}
    return "" if told.is_open else _("Nothing is shared by it any more.")


def _ended(line: Any) -> str:
    return day(line.row.ended_at, True) if line.row.ended_at else ""
