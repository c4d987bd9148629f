import json
import os
import subprocess
import sys
from pathlib import Path

import pytest
from django.core.management import CommandError, call_command

ROOT = Path(__file__).resolve().parents[3]
MINUTES = Path(__file__).parent / "minutes"


def test_it_prints_json_as_promised(capsys):
    call_command("minutes", "read", MINUTES / "lavka.txt")

    told = json.loads(capsys.readouterr().out)
    assert list(told) == ["group", "place", "date", "present", "items", "next", "writer", "header", "warnings"]
    assert list(told["items"][0]) == [
        "id", "parent", "kind", "organisation", "to", "who", "text", "lines", "due", "when", "places"
    ]  # fmt: skip
    assert told["next"] == {"date": "2014-05-15", "time": "13:00"}


def test_it_prints_an_outline(capsys):
    call_command("minutes", "read", MINUTES / "lavka.txt", "--format", "text")

    out = capsys.readouterr().out
    assert "Policejní buňka Ostrava – Vítkovice · 3. 4. 2014" in out
    assert "\n    [answer · ÚMOb Vítkovice] dům patří soukromé firmě." in out


@pytest.mark.parametrize(
    ("name", "data", "said"),
    [
        ("not_there.txt", None, "tu není"),
        ("picture.png", b"\x89PNG\r\n\x1a\n\0\0", "nejde přečíst"),
        ("empty.txt", b"  \n", "prázdný"),
        ("old.doc", b"\xd0\xcf\x11\xe0" + b"\0" * 600, "starého Wordu"),
    ],
)
def test_what_cannot_be_read_is_said_in_a_sentence(tmp_path, name, data, said):
    if data is not None:
        (tmp_path / name).write_bytes(data)

    with pytest.raises(CommandError, match=said) as refused:
        call_command("minutes", "read", tmp_path / name)

    assert refused.value.returncode == 2


@pytest.mark.slow
def test_a_terminal_gets_a_sentence_and_the_code_2_without_a_database(tmp_path):
    env = os.environ | {
        "PYTHONPATH": str(ROOT),
        "SPOJKA_DATA": str(tmp_path),
        "DATABASE_URL": "postgres://nobody@127.0.0.1:9/x",
    }
    command = [sys.executable, "-m", "config.cli", "minutes", "read"]

    bad = subprocess.run([*command, tmp_path / "none.txt"], cwd=ROOT, env=env, capture_output=True, text=True)
    good = subprocess.run([*command, MINUTES / "hory.txt"], cwd=ROOT, env=env, capture_output=True, text=True)

    assert (bad.returncode, bad.stdout) == (2, "")
    assert "Traceback" not in bad.stderr
    assert "none.txt" in bad.stderr
    assert good.returncode == 0
    assert json.loads(good.stdout)["group"] == "Policejní buňka Mariánské Hory a Hulváky"
