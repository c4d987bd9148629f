"""The administrator's pages and the shipped units say what the program really reads, takes and does."""

import re
import shutil
import subprocess

import pytest
from django.conf import settings
from django.core.management import get_commands

from spojka.sheets.reading import MOST_BYTES
from spojka.ui.http import ROOM

from .places import ROOT, short, tracked
from .test_guide import LINK, anchor

PAGES = sorted((ROOT / "docs/provoz").glob("*.md"))
DEPLOY = ROOT / "deploy"
UNITS = sorted(DEPLOY.glob("systemd/*.service"))
TIMERS = sorted(DEPLOY.glob("systemd/*.timer"))
READING = re.compile(r"""(?:environ\.get\(|environ\[|\benv(?:_bool|_list)?\(|VARIABLE = )\s*["']([A-Z_]+)["']""")
KNOWN_BY_SHELL = re.compile(r"\$\{([A-Z][A-Z_]+):[-+]")
TESTING = re.compile(r'"([A-Z_]+)" in os\.environ')
ROW = re.compile(r"^\| `([A-Z_]+)` \|", re.M)
COMMAND = re.compile(r"`?(?:bin/|^ {4,}|`)spojka ([a-z_]+)\b", re.M)


def read_by_us():
    """Every variable that the program, its commands and its scripts read."""
    files = [path for path in tracked() if path.suffix == ".py" and "tests" not in path.parts]
    ours = [path for path in files if path.relative_to(ROOT).parts[0] in {"config", "spojka"}]
    found = {name for path in ours for at in (READING, TESTING) for name in at.findall(path.read_text())}
    return found.union(*(KNOWN_BY_SHELL.findall(path.read_text()) for path in (ROOT / "bin").iterdir()))


def test_the_table_holds_every_variable_and_nothing_more():
    told = ROW.findall((ROOT / "docs/provoz/promenne.md").read_text())

    assert sorted(told) == sorted(read_by_us())


def test_the_example_sets_only_what_is_known():
    text = "".join(path.read_text() for path in DEPLOY.glob("etc/*"))

    assert set(re.findall(r"^#? ?([A-Z_]+)='", text, re.M)) <= read_by_us()


def test_every_command_that_is_named_is_there():
    texts = {path: path.read_text() for path in [*PAGES, *UNITS, ROOT / "docs/guide/sprava.md"]}
    named = {(path.name, name) for path, text in texts.items() for name in COMMAND.findall(text)}
    assert len(named) > 20  # the pattern still finds them
    assert {pair for pair in named if pair[1] not in {*get_commands(), "secret"}} == set()


@pytest.mark.parametrize("page", PAGES, ids=short)
def test_links_of_the_pages_lead_somewhere(page):
    for name, part in LINK.findall(page.read_text()):
        there = page.parent / name if name else page
        headings = {anchor(line.lstrip("#")) for line in there.read_text().splitlines() if line.startswith("#")}
        assert not part or part in headings, part


@pytest.mark.parametrize("file", re.findall(r"`(deploy/[\w./-]+)`", "".join(p.read_text() for p in PAGES)))
def test_every_file_that_is_named_is_shipped(file):
    assert (ROOT / file).exists()


@pytest.mark.parametrize(
    ("file", "setting"), [("nginx/spojka.conf", "client_max_body_size"), ("caddy/Caddyfile", "max_size")]
)
def test_the_web_server_takes_as_much_as_we_do(file, setting):
    (most,) = re.findall(rf"{setting} (\d+)", (DEPLOY / file).read_text())

    assert int(most) == MOST_BYTES + ROOM > settings.DATA_UPLOAD_MAX_MEMORY_SIZE


def test_the_web_server_logs_neither_paths_nor_addresses():
    (log,) = re.findall(r"log_format spojka '(.+)'", (DEPLOY / "nginx/spojka.conf").read_text())

    assert not re.search(r"\$(request\b(?!_)|request_uri|uri|args|query|http_referer|remote|http_x_f)", log)
    servers = (DEPLOY / "nginx/spojka.conf").read_text().split("server {")[1:]
    assert len(servers) == 2
    assert all("access_log /var/log/nginx/spojka.log spojka;" in server for server in servers)
    assert all("error_log /var/log/nginx/spojka-error.log crit;" in server for server in servers)
    assert "exclude http.log.error" in (DEPLOY / "caddy/Caddyfile").read_text()


@pytest.mark.parametrize("unit", UNITS, ids=short)
def test_every_unit_is_hardened(unit):
    text = unit.read_text()
    for line in ("User=spojka", "UMask=0077", "ProtectSystem=strict", "NoNewPrivileges=yes", "CapabilityBoundingSet="):
        assert line in text.splitlines()


@pytest.mark.skipif(not shutil.which("systemd-analyze"), reason="there is no systemd here")
def test_systemd_understands_the_units(tmp_path):
    for unit in [*UNITS, *TIMERS]:
        (tmp_path / unit.name).write_text(re.sub(r"/opt/spojka/\S+/spojka\b", "/bin/true", unit.read_text()))
    files = sorted(tmp_path.iterdir())

    told = subprocess.run(["systemd-analyze", "verify", "--man=no", *files], capture_output=True, text=True)

    assert (told.returncode, told.stderr) == (0, "")
