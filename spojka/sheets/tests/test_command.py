"""`spojka import contacts`: the command itself, from a file on the disk."""

from io import StringIO

import pytest
from django.core.management import CommandError, call_command

from spojka.audit.models import Entry
from spojka.clients.models import Client
from spojka.encounters.models import Encounter, Handout, Shift
from spojka.sheets.models import Line, Sheet
from tests import make

MAY = "Datum;Klient;Kondomy;Poznámka\n3. 5. 2026;ABCD1234M;2;\n3. 5. 2026;;1;první\n4. 5. 2026;;3;druhá\n"
WRONG = "nevíme;;1;kdy to bylo?\n"
MAPPING = """
place = "Nádraží"
setting = "outreach"
[fields]
Datum = "date"
Klient = "person"
Kondomy = "material:condom"
"Poznámka" = "note"
"""


@pytest.fixture
def run(teren, lists, tmp_path):
    """Run the command over a table in a file; return what it printed."""
    make.place(teren, name="Nádraží")
    mapping = tmp_path / "mapping.toml"
    mapping.write_text(MAPPING, "utf-8")

    def of(text, *more):
        file, out = tmp_path / "kveten.csv", StringIO()
        file.write_text(text, "utf-8")
        said = ["--service", teren.name, "--mapping", str(mapping), *more]
        call_command("import", "contacts", str(file), *said, stdout=out, stderr=StringIO())
        return out.getvalue()

    return of


def written():
    return Encounter.objects.count(), Client.objects.count(), Shift.objects.count(), Handout.objects.count()


def test_a_dry_run_says_each_row_and_writes_nothing(run):
    said = run(MAY, "--dry-run")

    assert len(said.splitlines()) == 4  # three rows and their sum
    assert written() == (0, 0, 0, 0)
    assert not Sheet.objects.exists()
    assert not Entry.objects.exists()


def test_brings_contacts_in_and_keeps_nothing_of_the_table(run, teren):
    run(MAY, "--dry-run")

    said = run(MAY)

    assert "3" in said.splitlines()[-1]
    assert written() == (3, 1, 2, 3)
    assert sorted(Handout.objects.values_list("quantity", flat=True)) == [1, 2, 3]
    assert set(Encounter.objects.values_list("service", flat=True)) == {teren.pk}
    assert set(Shift.objects.values_list("place__name", "setting")) == {("Nádraží", "outreach")}
    assert not Line.objects.exists()


def test_the_same_table_again_doubles_nothing(run):
    run(MAY)
    before = written()

    run(MAY)
    run(MAY + "5. 5. 2026;;4;třetí\n")

    assert before == (3, 1, 2, 3)
    assert written() == (4, 1, 3, 4)


def test_ends_with_3_when_a_row_is_left_and_saves_the_others(run):
    with pytest.raises(SystemExit) as ended:
        run(MAY + WRONG)

    assert ended.value.code == 3
    assert written()[0] == 3


def test_is_audited_as_the_command_or_as_who_asked(run, hana):
    run(MAY)
    run("Datum;Klient;Kondomy;Poznámka\n6. 5. 2026;;1;\n", "--as", hana.user.email)

    told = Entry.objects.filter(subject_model="encounters.Encounter").values_list("actor_kind", "actor_id")
    assert set(told) == {("system", "import"), ("member", hana.id)}


def test_nobody_brings_in_for_a_house_that_is_not_theirs(run, cyril):
    with pytest.raises(CommandError):
        run(MAY, "--as", cyril.user.email)

    assert written() == (0, 0, 0, 0)
    assert not Sheet.objects.exists()


def test_guesses_no_columns_by_itself(run):
    with pytest.raises(CommandError, match="Datum"):
        run(MAY, "--mapping", "remembered")

    assert written() == (0, 0, 0, 0)
