"""Which walks there are, and the table of them that README.md holds."""

import importlib
from pathlib import Path

HERE = Path(__file__).parent
NAMES = sorted(path.stem for path in HERE.glob("s[0-9][0-9]*.py"))


def listed() -> str:
    """Return the table: the row of the table of users' needs, its walk, what it does."""
    titles = {name: importlib.import_module(f"walks.{name}").TITLE for name in NAMES}
    rows = [f"| {name[:3].upper()} | `{name}` | {title} |" for name, title in titles.items()]
    return "\n".join(["| row | walk | what it does |", "|---|---|---|", *rows])
