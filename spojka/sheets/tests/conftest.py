import pytest

from spojka.base.ids import new_id
from spojka.codelists.models import OwnEntry
from spojka.sheets import actions, reading
from spojka.sheets.models import SheetState
from spojka.sheets.plan import Plan
from spojka.sheets.proposing import propose
from spojka.sheets.storing import table_of
from tests import make

NOW = make.datetime(2026, 7, 4, 12, tzinfo=make.UTC)


@pytest.fixture
def strict(teren, lists):
    """A service that asks why over ten condoms, of which the shipped list only warns."""
    said = {"list": "material", "code": "condom", "valid_from": make.LAST_CENTURY.date(), "strength": "reason"}
    return OwnEntry(**teren.ownership, **said, recorded_by="hana").add()


@pytest.fixture
def bring(hana, teren, lists):
    """Bring a table as Hana and have it checked; what the page would ask is answered by the keywords."""
    place = make.place(teren, name="Nádraží")

    def bring_(data, *, by=hana, at=NOW, name="kveten.csv", read_as=None, **plan):
        data = data.encode() if isinstance(data, str) else data
        pages = reading.read(data)
        known = {"by": by, "id": new_id(), "service": teren, "team": None, "name": name}
        sheet = actions.bring(**known, file_hash=reading.digest(data), pages=pages, at=at)
        proposed, _known = propose(teren, table_of(sheet))
        usual = {"place": str(place.pk), "setting": "event_zone"}
        said = proposed.stored | usual | plan | {"fields": proposed.fields | (read_as or {})}
        sheet = actions.read(by=by, sheet=sheet, page=0, plan=Plan(**said))
        return check(sheet, by, at)

    return bring_


def check(sheet, by, at=NOW):
    while sheet.state == SheetState.CHECKING:
        sheet = actions.check(by=by, sheet=sheet, at=at)
    return sheet


def save(sheet, by, *, with_similar=False, at=NOW):
    while sheet.state != SheetState.DONE:
        sheet = actions.take_in(by=by, sheet=sheet, with_similar=with_similar, at=at)
    return sheet


def states(sheet):
    return dict(sheet.lines.order_by("number").values_list("number", "state"))


def says(sheet, number):
    return " ".join(sheet.lines.get(number=number).says)
