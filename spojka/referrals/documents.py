"""Papers: the slip that a client takes along, and the link for who has no Spojka. Neither says what it is about."""

from datetime import datetime
from io import BytesIO
from pathlib import Path
from typing import Any

import qrcode
from django.utils import timezone
from django.utils.translation import gettext as _
from django.utils.translation import override
from qrcode.image.svg import SvgPathImage

from spojka.ui import paper
from spojka.ui.words import day

from .models import Said
from .reading import Told
from .standing import last

TEMPLATES = Path(__file__).parent / "typst"


def slip(told: Told) -> bytes:
    """Return the slip, in Czech as all papers."""
    with override("cs"):
        return paper.pdf(TEMPLATES / "slip.typ", slip_data(told))


def slip_data(told: Told) -> dict[str, Any]:
    """Return all that stands on it: who finds it in the street learns nothing of its owner."""
    standing = [one for one in told.steps if one.taken_back_at is None]
    invitation = last(standing, Said.INVITED)
    when = day(invitation.visit_on, True) if invitation and invitation.visit_on else ""
    by = day(invitation.due_on, True) if invitation and invitation.due_on and not when else ""
    return {
        "title": _("Appointment"),
        "organisation": "Spojka",
        "mark": told.referral.mark,
        "lines": [
            [_("Where"), invitation.place if invitation else ""],
            [_("On"), when or (_("by %(day)s") % {"day": by} if by else "")],
            [_("At what time, with whom"), ""],
        ],
        "words": {
            "mark": _("Say this mark, you need not say your name"),
            "late": _("If you can't come, send word. You may also come another time."),
        },
    }


def link_paper(told: Told, address: str, until: datetime) -> bytes:
    """Return the paper with the link, in Czech as all papers."""
    with override("cs"):
        return paper.pdf(TEMPLATES / "link.typ", link_data(told, address, until))


def link_data(told: Told, address: str, until: datetime) -> dict[str, Any]:
    """Return all that stands on it."""
    out = BytesIO()
    qrcode.make(address, image_factory=SvgPathImage, border=2).save(out)
    return {
        "title": _("A message waits for your answer"),
        "organisation": "Spojka",
        "mark": told.referral.mark,
        "square": out.getvalue().decode(),
        "address": address.split("//", 1)[-1],
        "words": {
            "square": _("Square code with the address that stands below"),
            "how": _("Open the address, or take a picture of the square. You need no account."),
            "until": _("It holds until %(day)s. Who has this paper may answer, so keep it safe.")
            % {"day": day(timezone.localdate(until), True)},
        },
    }
