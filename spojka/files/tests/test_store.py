"""Files lie sealed, each bound to its name; what belongs to nothing goes."""

import os
from datetime import timedelta

import pytest
from django.utils import timezone

from spojka.files import storing, tidying


@pytest.fixture(autouse=True)
def room(settings, tmp_path):
    settings.DATA_DIR = tmp_path
    return tmp_path / "files"


def test_what_lies_there_tells_nothing(room):
    storing.write("aa/one", b"Jana Dolejsi")
    path = room / "aa/one"

    assert storing.read("aa/one") == b"Jana Dolejsi"
    assert b"Jana" not in path.read_bytes()
    assert path.stat().st_mode & 0o077 == 0
    assert list(room.rglob("*.part")) == []


def test_two_files_can_not_be_swapped_nor_one_changed(room):
    storing.write("aa/one", b"one")
    storing.write("aa/two", b"two")
    (room / "aa/one").write_bytes((room / "aa/two").read_bytes())
    with pytest.raises(storing.Unreadable):
        storing.read("aa/one")
    (room / "aa/two").write_bytes((room / "aa/two").read_bytes()[:-1] + b"x")
    with pytest.raises(storing.Unreadable):
        storing.read("aa/two")
    (room / "aa/two").write_bytes(b"plain")
    with pytest.raises(storing.Unreadable):
        storing.read("aa/two")


def test_an_older_key_still_opens_and_a_change_of_keys_seals_anew(settings, monkeypatch):
    settings.SECRET_KEY, settings.SECRET_KEY_FALLBACKS = "o" * 50, []
    storing.write("aa/one", b"one")
    monkeypatch.setattr(storing, "named", lambda: {"aa/one", "aa/lost"})
    settings.SECRET_KEY, settings.SECRET_KEY_FALLBACKS = "n" * 50, ["o" * 50]
    assert storing.read("aa/one") == b"one"

    told = storing.reseal()
    settings.SECRET_KEY_FALLBACKS = []
    assert (told.many, told.lost) == (1, 1)
    assert storing.read("aa/one") == b"one"


def test_what_belongs_to_nothing_goes_after_two_days(room, monkeypatch):
    for name in ("aa/named", "aa/old", "aa/new"):
        storing.write(name, b"x")
    monkeypatch.setattr(storing, "named", lambda: {"aa/named"})
    past = (timezone.now() - timedelta(days=3)).timestamp()
    for name in ("named", "old"):
        os.utime(room / "aa" / name, (past, past))

    assert [count for _what, count in tidying.tidy(timezone.now())] == [1]
    assert sorted(path.name for path in room.rglob("*") if path.is_file()) == ["named", "new"]
