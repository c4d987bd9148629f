import json
import subprocess
from pathlib import Path

import pytest
from playwright._impl._driver import compute_driver_executable

from spojka.clients import codes

HERE = Path(codes.__file__).parent
EXAMPLES = json.loads((HERE / "data/examples.json").read_text())


@pytest.mark.parametrize("example", EXAMPLES, ids=lambda e: e["code"])
def test_the_same_answers_make_the_same_code(example):
    assert codes.compute(example["parts"], example["answers"]) == example["code"]


@pytest.mark.slow
def test_the_phone_makes_the_same_codes():
    node, _ = compute_driver_executable()  # the browser's driver brings its own Node
    script = (
        f"import {{ compute }} from '{HERE}/static/clients/codes.js';"
        f"const all = {json.dumps(EXAMPLES)};"
        "console.log(JSON.stringify(all.map(e => compute(e.parts, e.answers))))"
    )
    out = subprocess.run([node, "--input-type=module", "-e", script], capture_output=True, text=True, check=True)
    assert json.loads(out.stdout) == [example["code"] for example in EXAMPLES]


@pytest.mark.parametrize(
    ("typed", "stored"), [("  mol 91 t ", "MOL 91 T"), ("Žížala", "ZIZALA"), ("ab\u00a0 1", "AB 1"), ("x-2", "X-2")]
)
def test_a_typed_code_is_stored_in_one_way(typed, stored):
    assert codes.normalised(typed) == stored


@pytest.mark.parametrize("typed", ["", "   ", "a" * 25, "<b>", "🙂", "a/b", "a\x00b"])
def test_what_is_no_code_is_refused(typed):
    with pytest.raises(codes.BadCode):
        codes.normalised(typed)


def test_another_person_with_the_same_answers_gets_a_suffix():
    assert codes.with_suffix("AB", set()) == "AB"
    assert codes.with_suffix("AB", {"AB"}) == "AB-2"
    assert codes.with_suffix("AB", {"AB", "AB-2", "AB-4"}) == "AB-3"


@pytest.mark.parametrize(
    "parts",
    [
        [],
        [{"ask": "sex", "take": 1}],
        [{"ask": "sex", "take": 2}, {"ask": "sex", "take": 2}],
        [{"ask": "blood_type", "take": 4}],
        [{"ask": "birthplace", "take": 0}, {"ask": "sex", "take": 5}],
        [{"ask": "birthplace", "take": "4"}],
    ],
)
def test_a_template_that_makes_no_codes_is_refused(parts):
    with pytest.raises(codes.BadTemplate):
        codes.check(parts)


def test_the_shipped_template_makes_codes():
    codes.check(codes.shipped())
