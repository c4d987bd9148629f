"""The papers' typeface, made of the pages' one: Typst and the pictures need whole fonts of one weight each."""

import tempfile
from io import BytesIO
from pathlib import Path

WEIGHTS = {"Regular": 400, "Bold": 700}


def made(family: str, parts: list[Path]) -> dict[str, bytes]:
    """Return by name the fonts made of a variable font that came in parts for browsers."""
    return {f"{_plain(family)}-{name}.ttf": _font(family, parts, name, weight) for name, weight in WEIGHTS.items()}


def _plain(family: str) -> str:
    return family.replace(" ", "")


def _font(family: str, parts: list[Path], style: str, weight: int) -> bytes:
    from fontTools import merge
    from fontTools.ttLib import TTFont
    from fontTools.varLib import instancer

    with tempfile.TemporaryDirectory() as room:
        paths = []
        for number, part in enumerate(parts):
            font = instancer.instantiateVariableFont(TTFont(part, recalcTimestamp=False), {"wght": weight})
            font.flavor = None
            font.save(path := f"{room}/{number}.ttf")
            paths.append(path)
        whole = merge.Merger().merge(paths)
    return _named(whole, family, style, weight)


def _named(font, family: str, style: str, weight: int) -> bytes:
    """Say which weight it is, by the four names that programs look at."""
    for number, text in {1: family, 2: style, 4: f"{family} {style}", 6: f"{_plain(family)}-{style}"}.items():
        font["name"].setName(text, number, 3, 1, 0x409)
    font["OS/2"].usWeightClass = weight
    bold = style == "Bold"
    font["OS/2"].fsSelection = (font["OS/2"].fsSelection & ~0b1100001) | (1 << 5 if bold else 1 << 6)
    font["head"].macStyle = int(bold)
    font.recalcTimestamp = False
    font["head"].created = font["head"].modified = 0
    out = BytesIO()
    font.save(out)
    return out.getvalue()
