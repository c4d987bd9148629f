"""The square code of an address, as a picture in the page."""

import base64
from io import BytesIO

import qrcode
from qrcode.image.svg import SvgPathFillImage


def square(address: str) -> str:
    """Return the picture as a data address; it is white below, so that cameras read it in dark looks too."""
    out = BytesIO()
    qrcode.make(address, image_factory=SvgPathFillImage, border=3).save(out)
    return f"data:image/svg+xml;base64,{base64.b64encode(out.getvalue()).decode()}"
