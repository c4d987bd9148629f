"""What is brought, made into what is kept: known by its content, pictures drawn anew and small."""

import base64
from dataclasses import dataclass

from django.db import models
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from spojka.base.errors import Refusal

from . import pictures

MOST_BYTES = 15_000_000
MOST_DOTS = 50_000_000
LONG = 2000  # dots of the longer side: a page is read well at that
QUALITY = 80
PAPER = '<rect width="100%%" height="100%%" fill="#fff"/>'  # below what is see-through


class FileKind(models.TextChoices):
    """What a kept file is."""

    PDF = "pdf", gettext_lazy("PDF")
    PICTURE = "jpeg", gettext_lazy("picture")

    @property
    def content_type(self) -> str:
        return "application/pdf" if self is FileKind.PDF else "image/jpeg"


class NotTaken(Refusal):
    """A file that we don't keep: of another kind, too large, or one that can't be drawn."""


@dataclass(frozen=True)
class Clean:
    """A file as it is kept."""

    kind: FileKind
    data: bytes


def clean(data: bytes) -> Clean:
    """Return what is kept of a file. Its name and what its sender says of it are not asked. Raises NotTaken."""
    if len(data) > MOST_BYTES:
        raise NotTaken(_("The file is too large: 15 MB at most."), field="file")
    if data.startswith(b"%PDF-") and b"%%EOF" in data[-2048:]:
        return Clean(FileKind.PDF, data)
    size = pictures.size_of(data)
    if size is None or not size.width or not size.height:
        raise NotTaken(_("This is no PDF, JPEG or PNG. Scan the paper or take a picture of it."), field="file")
    if size.width * size.height > MOST_DOTS:
        raise NotTaken(_("The picture has too many dots. Take a smaller one."), field="file")
    return Clean(FileKind.PICTURE, _drawn(data, size))


def _drawn(data: bytes, size: pictures.Size) -> bytes:
    """Draw a picture anew: upright, small, and without what cameras add (place, time, device)."""
    import vl_convert  # here, for it takes a while to load

    width, height = size.upright
    shrink = min(1, LONG / max(width, height))
    width, height = max(1, round(width * shrink)), max(1, round(height * shrink))
    kind = "png" if data.startswith(pictures.PNG) else "jpeg"
    plain = data if kind == "png" else pictures.without_notes(data)
    image = (
        f'<g transform="scale({width} {height}) matrix({pictures.UPRIGHT[size.turn]})"><image width="1" height="1" '
        f'preserveAspectRatio="none" href="data:image/{kind};base64,{base64.b64encode(plain).decode()}"/></g>'
    )
    sheet = f'<svg xmlns="http://www.w3.org/2000/svg" width="{width}" height="{height}">{PAPER}%s</svg>'
    drawn: bytes = vl_convert.svg_to_jpeg(sheet % image, scale=1.0, quality=QUALITY)
    if drawn == vl_convert.svg_to_jpeg(sheet % "", scale=1.0, quality=QUALITY):  # a broken picture is left out
        raise NotTaken(_("The picture can't be read, or there is nothing on it. Take it once more."), field="file")
    return drawn
