import io
import tarfile

import pyrage
import pytest

from spojka.keeping import sealed

from .conftest import PASSPHRASE, WORK

pytestmark = [pytest.mark.slow, pytest.mark.xdist_group("keeping")]


def test_takes_whole_contacts_while_four_write(full, twin, tmp_path):
    file = tmp_path / "night.spojka"
    before = full.count()["encounter"]
    writers = [full.start(WORK, "write") for _number in range(4)]
    try:
        assert [writer.stdout.readline() for writer in writers] == ["writing\n"] * 4
        done = full.spojka("backup", file)
        assert [writer.poll() for writer in writers] == [None] * 4
    finally:
        for writer in writers:
            writer.kill()
            writer.communicate()

    assert done.returncode == 0, done.stderr
    assert twin.spojka("restore", "--replace", file).returncode == 0
    found = twin.count()
    assert before + 4 <= found["encounter"] < full.count()["encounter"]
    assert (found["whole"], found["act"]) == (found["encounter"], 3 * found["encounter"])


def test_takes_uploaded_files_along(full, tmp_path):
    uploaded = full.folder / "files/2026/příloha.pdf"
    uploaded.parent.mkdir(parents=True)
    uploaded.write_bytes(b"%PDF" + bytes(5_000_000))

    full.truly("backup", tmp_path / "night.spojka")
    uploaded.write_text("spoiled")
    (full.folder / "files/later.pdf").write_text("is not in the backup")
    full.truly("restore", "--replace", tmp_path / "night.spojka")

    assert uploaded.read_bytes() == b"%PDF" + bytes(5_000_000)
    assert [path.name for path in full.folder.glob("files*/*")] == ["2026"]


def test_never_overwrites_another_one(full, tmp_path):
    file = tmp_path / "night.spojka"
    file.write_text("the only copy")

    assert full.spojka("backup", file).returncode == 1
    assert file.read_text() == "the only copy"


def test_shows_nothing_to_who_lacks_the_passphrase(backup):
    assert "ŽLUŤ".encode() not in backup.read_bytes()
    assert b"encounter" not in backup.read_bytes()
    assert backup.stat().st_mode & 0o777 == 0o600


def test_refuses_a_short_passphrase(full, tmp_path):
    full.secret.write_text("1234")

    assert full.spojka("backup", tmp_path / "night.spojka").returncode == 1
    assert list(tmp_path.glob("night*")) == []


def test_can_be_opened_by_hand():
    kept = io.BytesIO()
    with sealed.seal(kept, PASSPHRASE) as tar:
        sealed.put(tar, "hello", b"x" * 9_000_000)
    kept.seek(0)

    with tarfile.open(fileobj=kept) as outer:
        names = outer.getnames()
        read = {name: outer.extractfile(name).read() for name in names}
    key = pyrage.x25519.Identity.from_str(pyrage.passphrase.decrypt(read["key.age"], PASSPHRASE).decode())
    whole = b"".join(pyrage.decrypt(read[name], [key]) for name in names[1:])

    with tarfile.open(fileobj=io.BytesIO(whole)) as inner:
        assert inner.extractfile("hello").read() == b"x" * 9_000_000
