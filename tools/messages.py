"""Message catalogues without system tools: `python -m tools.messages [--check]`.

Each package keeps its own `locale/cs`. Without --check: collect msgids from code and templates, merge them into
the catalogues (new ones with an empty translation) and compile. With it: change nothing, say what is missing.
"""

import os
import sys
from io import BytesIO
from pathlib import Path

from babel.messages.catalog import Catalog
from babel.messages.extract import extract
from babel.messages.mofile import write_mo
from babel.messages.pofile import read_po, write_po
from django.utils.translation.template import templatize

ROOT = Path(__file__).resolve().parent.parent
KEYWORDS = {
    "_": None,
    "gettext": None,
    "gettext_lazy": None,
    "gettext_noop": None,
    "ngettext": (1, 2),
    "ngettext_lazy": (1, 2),
    "pgettext": ((1, "c"), 2),
    "pgettext_lazy": ((1, "c"), 2),
    "npgettext": ((1, "c"), 2, 3),
}


def packages() -> list[Path]:
    return sorted(p for p in (ROOT / "spojka").iterdir() if (p / "__init__.py").exists())


def sources(package: Path):
    for file in sorted(package.rglob("*.py")):
        if not {"tests", "migrations"} & set(file.relative_to(package).parts):
            yield file, file.read_text()
    for file in sorted(package.glob("templates/**/*.*")):
        text = templatize(file.read_text(), origin=file.name)
        yield file, "\n".join(line.lstrip() for line in text.splitlines())  # HTML's indents are not Python's


def collected(package: Path) -> Catalog:
    """Return the package's msgids as they stand in its code and templates."""
    catalog = Catalog(locale="cs", project="Spojka", charset="utf-8", fuzzy=False)
    for _file, text in sources(package):
        for _line, message, _comments, context in extract("python", BytesIO(text.encode()), KEYWORDS):
            flags = ["python-format"] if "%(" in str(message) else []
            catalog.add(message, flags=flags, context=context)
    return catalog


def stored(package: Path) -> Catalog:
    file = package / "locale/cs/LC_MESSAGES/django.po"
    if not file.exists():
        return Catalog(locale="cs", project="Spojka", charset="utf-8", fuzzy=False)
    with file.open("rb") as opened:
        return read_po(opened, locale="cs")


def missing(package: Path) -> list[str]:
    """Return what has no Czech words yet, and what is translated though nothing says it any more."""
    now, then = collected(package), stored(package)
    lacking = [str(m.id) for m in now if m.id and not _is_translated(then.get(_key(m), m.context))]
    stale = [f"stale: {m.id}" for m in then if m.id and now.get(_key(m), m.context) is None]
    return lacking + stale


def _key(message):
    return message.id


def _is_translated(message) -> bool:
    if message is None or message.fuzzy:
        return False
    return all(message.string) if isinstance(message.string, list | tuple) else bool(message.string)


def merge(package: Path) -> None:
    now, then = collected(package), stored(package)
    merged = Catalog(locale="cs", project="Spojka", charset="utf-8", fuzzy=False)
    for message in now:
        if message.id:
            known = then.get(_key(message), message.context)
            merged.add(message.id, known.string if known else None, flags=message.flags, context=message.context)
    if len(merged) == 0:
        return
    file = package / "locale/cs/LC_MESSAGES/django.po"
    file.parent.mkdir(parents=True, exist_ok=True)
    with file.open("wb") as opened:
        write_po(opened, merged, sort_output=True, omit_header=False, width=119)
    text = file.read_text()
    head, rest = text.split("\n\n", 1)
    kept = [line for line in head.splitlines() if "-Date" not in line and "Generated-By" not in line]
    kept = [line for line in kept if line.startswith(("msg", '"')) and "Report-Msgid" not in line]
    kept = [line for line in kept if "Last-Translator" not in line and "Language-Team" not in line]
    file.write_text("\n".join(kept) + "\n\n" + rest)


def compile_all() -> None:
    """Make the binary catalogues that are older than their sources."""
    for file in sorted((ROOT / "spojka").glob("*/locale/*/LC_MESSAGES/django.po")):
        target = file.with_suffix(".mo")
        if not target.exists() or target.stat().st_mtime < file.stat().st_mtime:
            fresh = target.with_suffix(f".{os.getpid()}")  # others may compile it too
            with file.open("rb") as source, fresh.open("wb") as opened:
                write_mo(opened, read_po(source, locale=file.parts[-3]))
            fresh.replace(target)


def main() -> int:
    if "--check" in sys.argv:
        lines = [f"{package.name}: {text}" for package in packages() for text in missing(package)]
        print("\n".join(lines) or "All messages are in Czech.")
        return 1 if lines else 0
    if "--compile" not in sys.argv:
        for package in packages():
            merge(package)
    compile_all()
    return 0


if __name__ == "__main__":
    sys.exit(main())
