"""Notes of the counter go on as instructions and messages of clients."""

import pytest

from .conftest import furnish

pytestmark = [pytest.mark.slow, pytest.mark.xdist_group("keeping")]


@pytest.fixture(scope="module")
def grown(server, tmp_path_factory):
    """A house that wrote two notes and has just been brought up to date."""
    folder = tmp_path_factory.mktemp("noted")
    house = furnish(folder, server.url(server.make()) if server else f"sqlite:///{folder}/spojka.sqlite3")
    for command in ("spojka.keeping.tests.noted", "config.cli migrate"):
        done = house.run(*command.split())
        assert done.returncode == 0, done.stderr
    return house


def test_keeps_what_was_written_and_ended(grown):
    asked = "SELECT i.kind, i.text, i.recorded_by, i.ended_by, c.code FROM clients_instruction i"
    rows = grown.ask(f"{asked} JOIN clients_client c ON c.id = i.client_id ORDER BY i.kind")

    assert rows == [
        ("instruction", "Krátké jehly.", "bara", "vit", "MOL91"),
        ("message", "Volala máma.", "bara", "", "MOL91"),
    ]


def test_a_joining_still_leads_to_the_note_that_went_along(grown):
    asked = "SELECT m.model, i.text FROM clients_moved m JOIN clients_instruction i ON i.id = m.row"

    assert grown.ask(asked) == [("clients.Instruction", "Volala máma.")]
