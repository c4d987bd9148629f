"""Pictures of figures: a description in Vega-Lite becomes SVG, the same for the page and for the paper."""

import json
import re
from functools import lru_cache
from pathlib import Path
from typing import Any

from django.utils.translation import get_language

from .words import HARD

FONTS = Path(__file__).parent / "fonts"
FONT = "Atkinson Hyperlegible Next"
# the light look, as the paper has it; a page gives these very values its own colours: css/picture.css
INK, QUIET, LINE, EDGE, GROUND = "#241a24", "#5e545f", "#ddd6cd", "#857b78", "#ffffff"
FIRST, SECOND, THIRD = "#6b2459", "#b67a08", "#2f7d8c"
SPOKEN = re.compile(r' (?:role|aria-[a-z]+|pointer-events|display)="[^"]*"')  # the page says it in its own words
TONGUES = {
    "cs": {"decimal": ",", "thousands": HARD, "grouping": [3], "currency": ["", f"{HARD}Kč"]},
    "en": {"decimal": ".", "thousands": ",", "grouping": [3], "currency": ["Kč ", ""]},
}
LOOK = {
    "font": FONT,
    "aria": False,
    "view": {"stroke": None},
    "axis": {
        "labelColor": QUIET, "labelFontSize": 13, "gridColor": LINE, "domainColor": EDGE, "tickColor": EDGE,
        "title": None,
    },
    "legend": {"labelColor": INK, "labelFontSize": 14, "title": None, "orient": "top", "symbolSize": 160},
    "text": {"fontSize": 13, "color": INK},
}  # fmt: skip


def svg(spec: dict[str, Any]) -> str:
    """Draw what is described, or return it as it was drawn before."""
    return _drawn(json.dumps(spec, sort_keys=True), get_language() or "cs")


@lru_cache(maxsize=200)  # 20 kB each
def _drawn(spec: str, tongue: str) -> str:
    import vl_convert

    _know_the_typeface()
    described = {"background": None, "config": LOOK} | json.loads(spec)
    drawn = vl_convert.vegalite_to_svg(described, format_locale=TONGUES[tongue])
    return SPOKEN.sub("", drawn).replace("<svg ", '<svg aria-hidden="true" focusable="false" ', 1)


@lru_cache(maxsize=1)
def _know_the_typeface() -> None:
    import vl_convert

    vl_convert.register_font_directory(str(FONTS))


def warm() -> None:
    """Draw a first picture, which takes longest: else somebody would wait for it."""
    _drawn(json.dumps({"data": {"values": []}, "mark": "bar"}), "cs")
