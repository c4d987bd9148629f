"""Zones: what is no polygon of ours is refused with words; a picture shows the others."""

import json

import pytest

from spojka.base.errors import Refusal
from spojka.recommendations import zones

SQUARE = [[15.0, 50.0], [15.0, 50.01], [15.02, 50.01], [15.02, 50.0], [15.0, 50.0]]


def geojson(*rings, kind="Polygon", name="Střed"):
    features = [
        {"type": "Feature", "properties": {"name": name}, "geometry": {"type": kind, "coordinates": [ring]}}
        for ring in rings
    ]
    return json.dumps({"type": "FeatureCollection", "features": features})


def test_a_square_is_taken_rounded_and_measured():
    (one,) = zones.read(geojson([[15.00000001, 50.0], *SQUARE[1:4], [15.00000001, 50.0]]))

    assert one == {"name": "Střed", "rule": "", "ring": SQUARE}
    assert 1_580_000 < zones.area(SQUARE) < 1_600_000  # 1,432 m by 1,113 m
    assert zones.read("  ") == []


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("{", "není GeoJSON"),
        ('{"type": "FeatureCollection", "features": [{"geometry": null}]}', "není GeoJSON"),
        ('{"type": "Feature", "features": []}', "není GeoJSON"),
        ("[" * 50_000, "není GeoJSON"),
        (geojson(SQUARE, kind="LineString"), "není GeoJSON"),
        (geojson([*SQUARE[:4], ["x", 50.0]]), "není GeoJSON"),
        (geojson(SQUARE[:4]), "poslední roh"),
        (geojson([SQUARE[0], SQUARE[1], SQUARE[0]]), "3 až 300 rohů"),
        (geojson([SQUARE[0], SQUARE[1], [15.0, 50.005], SQUARE[0]]), "v jedné přímce"),
        (geojson([[50.0, 15.0], [50.01, 15.0], [50.01, 15.02], [50.0, 15.0]]), "mimo Českou republiku"),
        (geojson([[15.0, 50.0], [15.02, 50.01], [15.0, 50.01], [15.02, 50.0], [15.0, 50.0]]), "se kříží"),
        (geojson(SQUARE).replace("50.01", "NaN"), "mimo Českou republiku"),
        (geojson(SQUARE).replace("50.01", "1" + "0" * 400), "není GeoJSON"),
        (geojson([[15.0]] * 4), "není GeoJSON"),
        (geojson(*[SQUARE] * 21), "Nejvýše 20"),
        (geojson(SQUARE, name="x" * 70_000), "moc velké"),
    ],
)
def test_what_is_no_zone_is_said(text, words):
    with pytest.raises(Refusal, match=words):
        zones.read(text)


def test_the_picture_shows_each_zone_and_takes_no_markup_from_a_name():
    found = zones.picture(
        [{"name": '"><script>', "rule": "", "ring": SQUARE}, {"name": "B", "rule": "", "ring": SQUARE}]
    )

    assert found.count("<polygon") == 2
    assert "<script>" not in found
    assert zones.picture([]) == ""
