"""Print the map of the code from the packages' own words: `python -m tools.map`."""

import ast
import tomllib
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent
HEAD = """# The map

Printed by `make map` from the packages' docstrings. Imports and foreign keys go down only; packages of one height
don't know each other. Every package has the same rooms: `models`, `actions`, `forms`, `views`, `urls`, `templates`,
`migrations`, `tests/test_<verb>.py`; a room that outgrows 300 lines becomes a folder with a file per noun.
"""


def printed() -> str:
    """Return the map as it should stand in docs/map.md."""
    project = tomllib.loads((ROOT / "pyproject.toml").read_text())
    lines = [HEAD]
    for height in project["tool"]["importlinter"]["contracts"][0]["layers"]:
        for name in height.split("|"):
            folder = ROOT / name.strip().replace(".", "/")
            said = ast.get_docstring(ast.parse((folder / "__init__.py").read_text())) or ""
            lines += [f"## {folder.name}", "", said.strip(), ""]
        lines += ["---", ""]
    return "\n".join(lines[:-2]).rstrip() + "\n"


if __name__ == "__main__":
    print(printed(), end="")
