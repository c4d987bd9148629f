"""Fetch, check and place what of others we ship: `python -m tools.vendor [--accept] [--offline]`.

Everything is named in vendor.toml and comes by the ordinary npm client. `vendor.lock.json` holds the sha512 of each
package; a package with another one is refused, unless --accept writes the new one down. --offline only makes anew
what is made of files already here: field.css and the manifest.
"""

import argparse
import base64
import hashlib
import json
import re
import subprocess
import tarfile
import tempfile
import tomllib
from pathlib import Path

import vl_convert

from tools import flatten, fonts

ROOT = Path(__file__).resolve().parent.parent
STATIC = ROOT / "spojka/ui/static/ui"
VENDOR = STATIC / "vendor"
FONTS = ROOT / "spojka/ui/fonts"
ROOMS = {"": VENDOR, "vendor": VENDOR, "fonts": FONTS, "tests": ROOT / "tests/vendor"}  # the last one for tests alone
LOCK = ROOT / "tools/vendor.lock.json"
# what names files that we do not ship: maps of sources, pictures of controls that we do not use
MAP = re.compile(rb"\n?(/\*#|//#) sourceMappingURL=.*|\n\s*background-image: url\(images/[^)]*\);")
INNER = re.compile(rb"url\((%23[\w-]+)\)")  # within a data: address; hashing of static files takes it for a file
MARK = (
    '<symbol id="mark" viewBox="0 0 32 32"><path fill="none" stroke="currentColor" stroke-width="5" '
    'd="M20.5 5.5V21a5.5 5.5 0 0 0 5.5 5.5h4"/><circle cx="11.5" cy="17.5" r="9" fill="none" stroke="currentColor" '
    'stroke-width="5"/></symbol>'
)
MADE = ("field.css", "icons.svg", "icon-192.png", "icon-512.png")  # beside vendor/, in the manifest too


def plan() -> dict:
    """Return vendor.toml."""
    return tomllib.loads((ROOT / "tools/vendor.toml").read_text())


class Package:
    """An unpacked npm package whose bytes are the ones we accepted."""

    def __init__(self, name: str, version: str, lock: dict[str, str], accept: bool) -> None:
        key = f"{name}@{version}"
        with tempfile.TemporaryDirectory() as room:
            asked = ["npm", "pack", "--silent", "--pack-destination", room, key]
            subprocess.run(asked, check=True, capture_output=True, cwd=room)
            archive = next(Path(room).glob("*.tgz"))
            found = "sha512-" + base64.b64encode(hashlib.sha512(archive.read_bytes()).digest()).decode()
            if lock.get(key) != found and not accept:
                raise SystemExit(f"{key} is {found}, accepted was {lock.get(key, 'nothing')}")
            lock[key] = found
            with tarfile.open(archive) as tar:
                self.files = {
                    member.name.split("/", 1)[1]: tar.extractfile(member).read()  # type: ignore[union-attr]
                    for member in tar
                    if member.isfile()
                }

    def text(self, path: str) -> str:
        """Return a file of the package as text."""
        return self.files[path].decode()


def place(files: dict[str, str], package: Package) -> None:
    """Copy the wanted files into vendor/, or into the room that the target names."""
    for source, target in files.items():
        room, _colon, name = target.rpartition(":")
        (ROOMS[room] / name).write_bytes(INNER.sub(rb"url%28\1%29", MAP.sub(b"", package.files[source])))


def sprite(names: list[str], package: Package) -> str:
    """Return all icons as symbols of one file."""
    symbols = []
    for name in sorted(names):
        inside = re.search(r"<svg.*?>(.*)</svg>", package.text(f"icons/outline/{name}.svg"), re.S)[1]  # type: ignore[index]
        inside = re.sub(r'<path stroke="none"[^>]*/>', "", inside)
        inside = re.sub(r"\s+", " ", inside).replace("> <", "><").replace(" />", "/>").strip()
        symbols.append(f'<symbol id="{name}" viewBox="0 0 24 24">{inside}</symbol>')
    return "\n".join(['<svg xmlns="http://www.w3.org/2000/svg">', MARK, *symbols, "</svg>", ""])


def licences(packages: dict[str, Package], wanted: dict) -> str:
    """Return the list of what we ship of others, with the text of each licence."""
    mit = json.loads(packages["spdx-license-list"].text("licenses/MIT.json"))["licenseText"]
    lines = ["# Parts made by others", "", "| package | version | licence | what it is |", "|---|---|---|---|"]
    texts = []
    for name, about in wanted.items():
        lines.append(f"| {name} | {about['version']} | {about['licence']} | {about['what']} |")
        if name == "spdx-license-list":
            continue
        text = packages[name].files.get("LICENSE")
        words = text.decode() if text else f"Copyright (c) 2018-2026 The Tabler Authors, Paweł Kuna\n\n{mit}"
        texts += ["", f"## {name}", "", "```text", words.strip().replace("\r", ""), "```"]
    return "\n".join([*lines, *texts, ""])


def fetch(accept: bool) -> None:
    """Fetch all packages and place their files, the icons and the licences."""
    wanted = plan()
    lock = json.loads(LOCK.read_text()) if LOCK.exists() else {}
    packages = {name: Package(name, about["version"], lock, accept) for name, about in wanted["packages"].items()}
    for name, about in wanted["packages"].items():
        place(about.get("files", {}), packages[name])
    (STATIC / "icons.svg").write_text(sprite(wanted["icons"]["names"], packages["@tabler/icons"]))
    for family, parts in wanted["paper"].items():
        rooms = [ROOMS[room] / name for room, name in (part.split("/") for part in parts)]
        for name, font in fonts.made(family, rooms).items():
            (FONTS / name).write_bytes(font)
    (VENDOR / "LICENCES.md").write_text(licences(packages, wanted["packages"]))
    own = json.loads(packages["spdx-license-list"].text("licenses/EUPL-1.2.json"))["licenseText"]
    (ROOT / "LICENSE").write_text(own.strip() + "\n")
    used = {f"{name}@{about['version']}" for name, about in wanted["packages"].items()}
    LOCK.write_text(json.dumps({key: lock[key] for key in sorted(used)}, indent=2) + "\n")


def field_css() -> str:
    """Return the style sheet of the field pages, made of Tabler's file here and our own sheets."""
    wanted = plan()["field"]
    own = [(STATIC / f"css/{name}.css").read_text() for name in wanted["sheets"]]
    framework = (VENDOR / "tabler.min.css").read_text()
    return flatten.flatten(framework, own, set(wanted["classes"]), set(wanted["elements"]))


def app_icon(pixels: int) -> bytes:
    """Return the sign as the icon of the installed application, with room for round cuts."""
    mark = MARK.replace("symbol", "svg").replace(
        'id="mark" viewBox="0 0 32 32"', 'x="7" y="7" width="18" height="18" viewBox="0 0 32 32"'
    )
    ground = '<rect width="32" height="32" fill="#6b2459"/>'
    size = f'viewBox="0 0 32 32" width="{pixels}" height="{pixels}"'
    white = mark.replace("currentColor", "#ffffff")
    return vl_convert.svg_to_png(f'<svg xmlns="http://www.w3.org/2000/svg" {size}>{ground}{white}</svg>')


def manifest() -> dict[str, str]:
    """Return the sha256 of each file in vendor/ and of what we make beside it."""
    files = [path for path in VENDOR.iterdir() if path.name != "manifest.json"] + [STATIC / name for name in MADE]
    files += [*(ROOT / "tests/vendor").iterdir(), *FONTS.iterdir()]
    hashes = {str(path.relative_to(ROOT)): hashlib.sha256(path.read_bytes()).hexdigest() for path in files}
    return dict(sorted(hashes.items()))


def main() -> None:
    """Do what the command line asks."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--accept", action="store_true", help="accept packages with a new checksum")
    parser.add_argument("--offline", action="store_true", help="only make field.css and the manifest anew")
    asked = parser.parse_args()
    if not asked.offline:
        fetch(asked.accept)
    (STATIC / "field.css").write_text(field_css())
    for pixels in (192, 512):
        (STATIC / f"icon-{pixels}.png").write_bytes(app_icon(pixels))
    (VENDOR / "manifest.json").write_text(json.dumps(manifest(), indent=2) + "\n")


if __name__ == "__main__":
    main()
