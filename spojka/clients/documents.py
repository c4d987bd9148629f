"""The paper of the base statement: blank, or with a client's code, to be signed by hand."""

from pathlib import Path
from typing import Any

from django.utils.translation import gettext as _

from spojka.network.models import Service
from spojka.ui import paper

from .agreeing import Wording

TEMPLATES = Path(__file__).parent / "typst"


def statement(service: Service, wording: Wording, *, organisation: str, code: str = "") -> bytes:
    """Return the base statement on personal data; without a code its place is left blank."""
    return paper.pdf(TEMPLATES / "agreement.typ", statement_data(service, wording, organisation, code))


def statement_data(service: Service, wording: Wording, organisation: str, code: str = "") -> dict[str, Any]:
    """Return all that stands on the statement. A name is written on the paper alone, by hand, if they want to."""
    title = _("Base statement: agreement on personal data")
    about = [
        (_("Service"), f"{service}, {organisation}"),
        (_("Code"), code or "……………………"),
        (_("Wording"), wording.version),
    ]
    return {
        "title": title,
        "organisation": organisation,
        "about": [[name, value] for name, value in about],
        "paragraphs": wording.paragraphs,
        "foot": f"{organisation} · {title} · {wording.version} · Spojka",
        "choices": [_("I agree."), _("I agree by word only; the worker signs that I said so.")],
        "blanks": [
            _("Name or nickname, if I want to"),
            _("Place and day"),
            _("Signature"),
            _("Worker who took it"),
        ],
        "words": {
            "page": _("page"),
            "short": _("This paper stays with the service, apart from the records."),
            "proposal": "" if wording.is_own else _("Wording proposed by Spojka: have it checked first."),
        },
    }
