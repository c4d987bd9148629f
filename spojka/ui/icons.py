"""The names that icons.svg holds, so that a wrong one fails when the page is made."""

import re
from functools import cache
from pathlib import Path

from django.templatetags.static import static
from django.utils.html import format_html
from django.utils.safestring import SafeString

SPRITE = Path(__file__).parent / "static/ui/icons.svg"


@cache
def names() -> frozenset[str]:
    """Return all names of the sprite."""
    return frozenset(re.findall(r'<symbol id="([^"]+)"', SPRITE.read_text()))


@cache
def icon(name: str, classes: str = "") -> SafeString:
    """Return an icon. It stands beside a word, so it is silent for those who listen."""
    if name not in names():
        raise ValueError(f"icons.svg has no {name!r}; add it to tools/vendor.toml")
    use = '<svg class="{}" aria-hidden="true" focusable="false"><use href="{}#{}"/></svg>'
    return format_html(use, f"icon {classes}".strip(), static("ui/icons.svg"), name)
