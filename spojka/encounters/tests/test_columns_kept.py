"""Columns on disk: only what changed is made again, a crash or a loss harms nothing, nobody else reads them."""

from datetime import date, timedelta
from io import StringIO
from pathlib import Path

import pyarrow.parquet as pq
import pytest
from django.core.management import call_command

from spojka.encounters import columns, extract, opening
from spojka.encounters.actions import arranging
from spojka.encounters.metrics import DIMENSIONS
from spojka.encounters.models import Encounter
from spojka.encounters.scope import Scope
from spojka.figures import counting, registry
from spojka.figures.folder import Folder
from spojka.figures.models import Mark
from spojka.places import actions as places
from tests import make

pytestmark = pytest.mark.slow
YEAR = Scope(first=date(2026, 1, 1), last=date(2026, 12, 31))


@pytest.fixture(autouse=True)
def data(settings, tmp_path):
    settings.DATA_DIR = tmp_path
    return tmp_path / "figures"


@pytest.fixture
def met(teren):
    """One known client twice, in May and in July."""
    client = make.client(teren)
    may = make.shift(teren, day=date(2026, 5, 4))
    make.encounter(may, client=client, occurred_at=make.NOON - timedelta(days=61))
    return make.encounter(make.shift(teren), client=client)


def totals(by):
    with opening.opened(by, YEAR) as store:
        return counting.count(store, registry.metrics(), []).totals


def test_a_first_contact_moves_with_what_is_voided(anna, met):
    assert totals(anna)["contacts.first"] == 1
    Encounter.objects.get(day=date(2026, 5, 4)).change(voided_at=make.NOON)

    found = totals(anna)
    assert (found["contacts"], found["contacts.first"], found["clients"]) == (1, 1, 1)


def by(who, code):
    """Contacts by a dimension; both ways tell the same."""
    dimension = next(one for one in DIMENSIONS if one.code == code)
    told = []
    for way in (opening.opened, extract.read):
        with way(who, YEAR) as store:
            told.append(counting.count(store, registry.metrics(), [dimension]).of(code, "contacts"))
    assert told[0] == told[1]
    return told[0]


def test_a_place_put_right_moves_its_contacts_in_the_next_report(anna, hana, met):
    place = met.shift.place
    assert by(anna, "region") == {"": 2}

    said = {"name": place.name, "kind": place.kind, "municipality": "Brno (ORP Brno)", "orp": ""}
    places.change(by=hana, place=place, **said)

    assert by(anna, "region") == {"": 1, "CZ064": 1}
    assert by(anna, "municipality") == {"": 1, "582786": 1}


def test_a_shift_split_anew_moves_its_contacts_in_the_next_report(anna, teren, met):
    city, shift = make.project(teren), met.shift
    assert by(anna, "project") == {"": 2}

    arranging.split(by=anna, shift=shift, parts=[(None, city)])
    assert {key.replace("-", ""): n for key, n in by(anna, "project").items()} == {"": 1, city.pk.hex: 1}
    arranging.split(by=anna, shift=shift, parts=[(None, None), (met.occurred_at + timedelta(minutes=1), city)])
    assert by(anna, "project") == {"": 2}


def test_only_changed_months_are_read_again(anna, met, monkeypatch):
    totals(anna)
    read, months = columns.read, []
    monkeypatch.setattr(
        columns, "read", lambda by, scope, **more: months.append(scope.first) or read(by, scope, **more)
    )

    totals(anna)
    assert months == []
    met.change(people=2)
    totals(anna)
    assert months == [date(2026, 7, 1)]


def test_who_was_erased_is_in_no_file(anna, met, data):
    totals(anna)
    Encounter.objects.all().delete()
    columns.refresh(met.service)

    kept = Folder(met.service_id).manifest()
    assert not kept.months
    assert pq.read_table(Folder(met.service_id).path / kept.clients)["client"].to_pylist() == [None]


def test_what_was_erased_lies_in_no_replaced_file_for_long(anna, met, data, monkeypatch):
    totals(anna)
    Encounter.objects.all().delete()
    call_command("figures", "refresh", stdout=StringIO())
    monkeypatch.setattr("spojka.figures.folder.PATIENCE", 0)

    call_command("figures", "refresh", stdout=StringIO())

    folder = Folder(met.service_id)
    assert {file.name for file in folder.path.glob("*.parquet")} == folder.manifest().files()


def test_columns_of_a_service_that_is_no_more_are_dropped(anna, met, data):
    totals(anna)
    (data / met.service_id.hex).rename(data / make.client(met.service).pk.hex)

    call_command("figures", "refresh", stdout=StringIO())

    assert [one.name for one in data.iterdir()] == [met.service_id.hex]


@pytest.mark.parametrize(("step", "nth"), [("write", 1), ("write", 3), ("publish", 1), ("replace", 1)])
def test_killed_at_any_step_the_next_one_is_right(anna, met, monkeypatch, step, nth):
    totals(anna)
    met.change(voided_at=make.NOON)
    of = {"write": (Folder, "write"), "publish": (Folder, "publish"), "replace": (Path, "replace")}[step]
    done, calls = getattr(*of), []

    def killed(*args, **more):
        calls.append(step)
        if len(calls) == nth:
            raise KeyboardInterrupt
        return done(*args, **more)

    with monkeypatch.context() as patch:
        patch.setattr(*of, killed)
        with pytest.raises(KeyboardInterrupt):
            columns.refresh(met.service)

    assert (totals(anna)["contacts"], totals(anna)["contacts.first"]) == (1, 1)
    said = Folder(met.service_id).manifest()
    there = {file.name for file in Folder(met.service_id).path.glob("*.parquet")}
    assert there == said.files() | said.left.keys()


@pytest.mark.parametrize("loss", ["file", "manifest", "marks"])
def test_what_is_lost_is_made_anew(anna, met, data, loss):
    totals(anna)
    folder = Folder(met.service_id)
    if loss == "file":
        next(folder.path.glob("2026-07-acts-*")).unlink()
    elif loss == "manifest":
        (folder.path / "manifest.json").write_text('{"definitions": "x", "num')
    else:  # another database, or one put back: its last mark is not the one we know
        Mark.objects.update(token="other")
        Encounter.objects.filter(pk=met.pk).delete()
        Mark.objects.all().delete()

    assert totals(anna)["contacts"] == (1 if loss == "marks" else 2)


def test_columns_hold_no_names_and_nobody_else_reads_them(anna, teren, met, data):
    totals(anna)

    folder = Folder(teren.pk)
    assert data.stat().st_mode & 0o077 == 0
    assert all(file.stat().st_mode & 0o077 == 0 for file in folder.path.iterdir())
    rows = pq.read_table(folder.path / folder.manifest().months["2026-07"]["encounters"])
    assert not {"id", "note", "happened_at"} & set(rows.column_names)
    assert rows["client_id"].to_pylist() == [0]


def test_nobody_opens_columns_of_another_service(bara, anna, met):
    totals(anna)

    assert opening.opened(bara, YEAR) is None


def test_few_rows_are_read_as_they_are(anna, met, data):
    with extract.extract(anna, YEAR):
        assert not data.exists()


def test_the_command_keeps_columns_warm_and_forgets_old_marks(met):
    Mark.objects.update(at=make.LAST_CENTURY)
    last = Mark.objects.order_by("-number")[0]
    call_command("figures", "refresh", stdout=StringIO())

    assert set(Folder(met.service_id).manifest().months) == {"2026-05", "2026-07"}
    assert [one.number for one in Mark.objects.filter(service_id=met.service_id)] == [last.number]
