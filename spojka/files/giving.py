"""A kept file given to somebody who may have it; whether they may is asked by the view that gives it."""

from typing import Any

from django.http import HttpResponse
from django.utils.translation import gettext as _

from spojka.base.errors import Refusal

from .cleaning import FileKind
from .storing import Unreadable


def give(file: Any, form: str, name: str) -> HttpResponse:
    """Give a picture to be looked at, a PDF to be kept: others' PDFs may do what they like in a page."""
    try:
        with file.open() as opened:
            body = opened.read()
    except (FileNotFoundError, Unreadable):
        raise Refusal(_("The file can't be opened: it is lost, or sealed by a key that is here no more.")) from None
    shown = "inline" if form == FileKind.PICTURE else "attachment"
    headers = {"Content-Disposition": f'{shown}; filename="{name}.{form}"', "Content-Security-Policy": "sandbox"}
    return HttpResponse(body, content_type=FileKind(form).content_type, headers=headers)
