"""The import map: modules say `import … from "ui/id.js"`, the browser finds the file with its hashed name."""

import base64
import hashlib
import json
import re
from collections.abc import Iterable
from functools import cache
from pathlib import Path

from django.apps import apps
from django.contrib.staticfiles import finders
from django.templatetags.static import static

IMPORT = re.compile(r'^import [^"\n]*"([^"\n]+)"', re.MULTILINE)
VENDORED = ["ui/vendor/idb.js"]  # modules of others
FONT = ["ui/css/font.css", "ui/vendor/atkinson-next-latin.woff2", "ui/vendor/atkinson-next-latin-ext.woff2"]
FIELD = ["ui/field.css", "ui/icons.svg", "ui/mark.svg", "ui/head/look.js", "ui/vendor/htmx.min.js"]


@cache
def modules() -> tuple[str, ...]:
    """Return the names of all our modules, such as `ui/id.js`. Classic scripts lie one folder deeper."""
    homes = [Path(app.path) / "static" for app in apps.get_app_configs() if app.name.startswith("spojka.")]
    found = (str(path.relative_to(home)) for home in homes for path in home.glob("*/*.js"))
    return tuple(sorted(found))


def brought(names: Iterable[str]) -> list[str]:
    """Return all that these modules import when they are loaded, through whatever they import themselves."""
    found: list[str] = []
    ahead = [one for name in names for one in _imports(name)]
    while ahead:
        name = ahead.pop(0)
        if name not in found:
            found.append(name)
            ahead += _imports(name)
    return found


@cache
def _imports(name: str) -> list[str]:
    text = Path(str(finders.find(name))).read_text(encoding="utf-8")
    return IMPORT.findall(text) if name not in VENDORED else []


@cache
def sheets() -> tuple[str, ...]:
    """Return the style sheets that a package gives its own field pages, such as `themes/field/cards.css`."""
    homes = [Path(app.path) / "static" for app in apps.get_app_configs() if app.name.startswith("spojka.")]
    return tuple(sorted(str(path.relative_to(home)) for home in homes for path in home.glob("*/field/*.css")))


@cache
def script() -> str:
    """Return the text of the import map, exactly as the page holds it."""
    imports = {name: static(name) for name in [*modules(), *VENDORED]}
    return json.dumps({"imports": imports}, separators=(",", ":")).replace("<", "\\u003c")


@cache
def csp_hash() -> str:
    """Return the hash that lets the import map, and nothing else inline, pass the content security policy."""
    return "sha256-" + base64.b64encode(hashlib.sha256(script().encode()).digest()).decode()


@cache
def release() -> str:
    """Return the name of what pages are made of: it changes with any script, style sheet or icon."""
    shared = [script(), *map(static, [*FIELD, *sheets()])]
    return hashlib.sha256("\n".join(shared).encode()).hexdigest()[:16]


@cache
def field_assets() -> list[str]:
    """Return the addresses of all files that field pages load."""
    return sorted({static(name) for name in [*modules(), *VENDORED, *FIELD, *FONT, *sheets()]})
