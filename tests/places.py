"""Where our files are, for the gates."""

import ast
import subprocess
import tomllib
from collections.abc import Callable, Iterable
from pathlib import Path
from typing import Any

from django.apps import apps

ROOT = Path(__file__).resolve().parent.parent
APP = ROOT / "spojka"
OURS = sorted((c for c in apps.get_app_configs() if c.name.startswith("spojka.")), key=lambda c: c.name)
MODELS = [model for config in OURS for model in config.get_models()]
PROJECT = tomllib.loads((ROOT / "pyproject.toml").read_text())


def tracked() -> list[Path]:
    """Return every file that is in git or could be, without the vendored ones."""
    asked = ["git", "-C", str(ROOT), "ls-files", "-co", "--exclude-standard"]
    try:
        listed = subprocess.run(asked, check=True, capture_output=True, text=True).stdout.splitlines()
    except (OSError, subprocess.CalledProcessError):  # an archive without git
        listed = [str(path.relative_to(ROOT)) for path in ROOT.rglob("*") if ".venv" not in path.parts]
    return [ROOT / name for name in listed if (ROOT / name).is_file() and "vendor" not in Path(name).parts]


def short(path) -> str:
    return str(path.relative_to(ROOT)) if isinstance(path, Path) else str(path)


def breaking(files: Iterable[Path], rule: Callable[[str], Any]) -> dict[str, Any]:
    """Return what a rule finds in the texts of files, by file; nothing where it finds nothing."""
    return {short(path): found for path in files if (found := rule(path.read_text(errors="replace")))}


def rooms(name: str) -> list[Path]:
    """Return the files of one kind of room in all packages: actions.py, or the files of the folder actions."""
    return sorted([*APP.glob(f"*/{name}.py"), *APP.glob(f"*/{name}/*.py")])


def strings(path: Path) -> set[str]:
    """Return every string constant of a Python file."""
    return {node.value for node in ast.walk(ast.parse(path.read_text())) if isinstance(node, ast.Constant)}


def layers() -> dict[str, int]:
    """Return the height of each package: the lower, the fewer others it may know."""
    listed = PROJECT["tool"]["importlinter"]["contracts"][0]["layers"]
    return {
        name.strip().removeprefix("spojka."): height
        for height, line in enumerate(reversed(listed))
        for name in line.split("|")
    }
