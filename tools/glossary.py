"""Read what people wrote for people: the glossary and the reasons of dependencies."""

import re
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent


def terms() -> dict[str, str]:
    """Return the Czech word of each model named in docs/glossary.md."""
    text = (ROOT / "docs/glossary.md").read_text()
    return dict(re.findall(r"^\| `(\w+)` \| ([^|]*?) \|", text, re.M))


def dependencies() -> list[tuple[str, str]]:
    """Return each dependency of pyproject.toml with the comment beside it."""
    text = (ROOT / "pyproject.toml").read_text()
    listed = re.findall(r'^  "([\w-]+(?:\[\w+\])?[<>=][^"]*)",?[ ]*(?:#[ ]*(.*))?$', text, re.M)
    return [(wanted, reason) for wanted, reason in listed]
