"""Zones: where a measure holds, drawn or written down as coordinates; checked here, drawn on paper as SVG.

A zone is {"name", "rule", "ring"}; its ring is a list of [longitude, latitude] in WGS 84 (degrees), whose last point
is its first one. What comes in is GeoJSON (RFC 7946): a FeatureCollection of Polygons without holes.
"""

import itertools
import json
from collections.abc import Sequence
from html import escape
from math import cos, radians
from typing import Any

from django.utils.translation import gettext as _

from spojka.base.errors import Refusal

WEST, SOUTH, EAST, NORTH = 12.0, 48.5, 18.9, 51.1  # the box around the Czech Republic
MOST_ZONES, MOST_POINTS, MOST_BYTES = 20, 300, 60_000
NAME, RULE, PLACES = 120, 400, 6  # places of a degree: a tenth of a metre
SIDE, EDGE = 340.0, 14.0  # of the picture, in its own units


def read(text: str) -> list[dict[str, Any]]:
    """Return the zones of a GeoJSON text; an empty one has none. Raises Refusal that names what is wrong."""
    if not text.strip():
        return []
    if len(text.encode()) > MOST_BYTES:
        raise Refusal(_("These zones are too large. Draw them more simply."), field="zones")
    try:
        said = json.loads(text)
        features = said["features"] if said["type"] == "FeatureCollection" else None
        rings = [_ring(one["geometry"]) for one in features or []]
        words = [one.get("properties") or {} for one in features or []]
        names = [(str(one.get("name") or "")[:NAME], str(one.get("rule") or "")[:RULE]) for one in words]
    except (ValueError, TypeError, LookupError, AttributeError, RecursionError, OverflowError):
        features = None
    if features is None:
        raise Refusal(_("This is no GeoJSON with polygons (a FeatureCollection)."), field="zones")
    if len(rings) > MOST_ZONES:
        raise Refusal(_("At most %(most)s zones.") % {"most": MOST_ZONES}, field="zones")
    zones = [
        {"name": name or _("Zone %(number)s") % {"number": number}, "rule": rule, "ring": ring}
        for number, (ring, (name, rule)) in enumerate(zip(rings, names, strict=True), 1)
    ]
    for one in zones:
        _check(one["name"], one["ring"])
    return zones


def _ring(geometry: Any) -> list[list[float]]:
    """Return the outer ring; other geometries and holes are not taken. Raises ValueError."""
    if geometry["type"] != "Polygon" or len(geometry["coordinates"]) != 1:
        raise ValueError
    return [[round(float(point[0]), PLACES), round(float(point[1]), PLACES)] for point in geometry["coordinates"][0]]


def _check(name: str, ring: Sequence[Sequence[float]]) -> None:
    if len(ring) < 4 or len(ring) > MOST_POINTS:
        words = {"name": name, "most": MOST_POINTS}
        raise Refusal(_("%(name)s: a zone has 3 to %(most)s corners.") % words, field="zones")
    if ring[0] != ring[-1]:
        raise Refusal(_("%(name)s: the last corner must be the first one again.") % {"name": name}, field="zones")
    if not all(WEST <= lon <= EAST and SOUTH <= lat <= NORTH for lon, lat in ring):  # NaN is outside, too
        raise Refusal(
            _("%(name)s lies outside the Czech Republic. Longitude comes first.") % {"name": name}, field="zones"
        )
    if _crosses(ring):
        raise Refusal(_("%(name)s: its sides cross each other.") % {"name": name}, field="zones")
    if len({tuple(point) for point in ring}) < 3 or not area(ring):
        raise Refusal(_("%(name)s: the corners lie in one line.") % {"name": name}, field="zones")


def _crosses(ring: Sequence[Sequence[float]]) -> bool:
    sides = list(itertools.pairwise(ring))
    last = len(sides) - 1
    return any(
        _cross(*sides[i], *sides[k])
        for i in range(len(sides))
        for k in range(i + 2, len(sides))
        if (i, k) != (0, last)  # neighbours meet in a corner
    )


def _cross(a: Any, b: Any, c: Any, d: Any) -> bool:
    return _left(a, b, c) != _left(a, b, d) and _left(c, d, a) != _left(c, d, b)


def _left(a: Any, b: Any, c: Any) -> bool:
    return bool((b[0] - a[0]) * (c[1] - a[1]) > (b[1] - a[1]) * (c[0] - a[0]))


def area(ring: Sequence[Sequence[float]]) -> int:
    """Return the area in square metres, near enough for a quarter of a town."""
    north = sum(lat for _lon, lat in ring) / len(ring)
    east, metres = 111_320 * cos(radians(north)), 111_320
    twice = sum((a[0] * b[1] - b[0] * a[1]) * east * metres for a, b in itertools.pairwise(ring))
    return round(abs(twice) / 2)


def picture(zones: Sequence[dict[str, Any]]) -> str:
    """Return the zones as an SVG with their numbers, north up; "" without zones."""
    if not zones:
        return ""
    points = [point for one in zones for point in one["ring"]]
    west, north = min(lon for lon, _lat in points), max(lat for _lon, lat in points)
    flat = cos(radians(north))  # a degree of longitude is so much of one of latitude
    wide = (max(lon for lon, _lat in points) - west) * flat
    high = north - min(lat for _lon, lat in points)
    scale = SIDE / max(wide, high)
    width, height = wide * scale + 2 * EDGE, high * scale + 2 * EDGE
    shapes = []
    for number, one in enumerate(zones, 1):
        spots = [(EDGE + (lon - west) * flat * scale, EDGE + (north - lat) * scale) for lon, lat in one["ring"]]
        line = " ".join(f"{x:.1f},{y:.1f}" for x, y in spots)
        x, y = (sum(spot[i] for spot in spots[:-1]) / (len(spots) - 1) for i in (0, 1))
        shapes.append(f'<polygon class="zone" points="{line}" fill="#6b2459" fill-opacity="0.16" stroke="#6b2459"/>')
        shapes.append(
            f'<text class="zone-number" x="{x:.1f}" y="{y:.1f}" text-anchor="middle" '
            f'dominant-baseline="central" font-size="14">{number}</text>'
        )
    label = escape(", ".join(f"{number}. {one['name']}" for number, one in enumerate(zones, 1)))
    return (
        f'<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 {width:.1f} {height:.1f}" role="img" '
        f'aria-label="{label}">{"".join(shapes)}</svg>'
    )
