"""Rules of rows, deeds and rights that hold for every package, present and future."""

import inspect
import re
from importlib import import_module

import pytest

from spojka.access.actions import ACTIONS
from spojka.access.owned import Owned, OwnedQuerySet
from spojka.access.permissions import Kind, Permission
from spojka.access.roles import ROLES
from spojka.base.keeping import Kept
from spojka.base.models import Record
from spojka.clients import merging
from spojka.members.resealing import TEXTS

from .places import APP, MODELS, OURS, breaking, layers, rooms, short

UNOWNED = {
    "audit.Entry": "written by the audit alone",
    "audit.Seen": "written by the audit alone",
    "audit.Taken": "written by the audit alone",
    "access.Grant": "belongs to both sides",
    "access.Bar": "belongs to its wall",
    "access.Hiding": "belongs to its secret address",
    "network.User": "is a person, who may work in several organisations",
    "network.Organisation": "is an owner",
    "network.Service": "is an owner",
    "network.Team": "belongs to its service",
    "network.Membership": "belongs to its organisation",
    "network.Project": "belongs to its organisation and pays for several services",
    "members.Device": "belongs to its person",
    "members.Pin": "belongs to its person",
    "members.WeeklyLetter": "belongs to its person",
    "links.Link": "belongs to what it leads to",
    "phones.Phone": "belongs to its user, as a device does",
    "hubs.PairedPhone": "belongs to its phone and to its hub",
    "meetings.MeetingLink": "names a service and one row of it: who comes by it is nobody yet",
    "members.Invitation": "belongs to its organisation",
    "members.Standing": "belongs to its membership",
    "figures.Mark": "names a service's day and nothing of it; written by the database itself",
    "receipts.ReceiptKey": "is public, and of the whole of this Spojka",
    "codelists.Entry": "shipped with Spojka, shared by everybody; Spojka is its steward",
}
IN_NO_ROLE = {
    Permission.DIRECTORY_REMIND: "Spojka itself, by a timer",
    Permission.APPOINTMENT_REMIND: "Spojka itself, by a timer",
    Permission.HOUSE_READ: "switched on for one membership",
    Permission.TEAM_AGREEMENT_REMIND: "Spojka itself, by a timer",
    Permission.REFERRAL_REMIND: "Spojka itself, by a timer",
    Permission.MEMBER_RENAME: "everybody, upon themselves alone",
    Permission.MEMBER_READDRESS: "everybody, upon themselves alone",
}
SILENT = {
    "encounters/views/stand.py": "a phone's queue gets a bare yes, which shows nothing of the shift",
    "encounters/views/breath.py": "the same",
    "counter/views/counter.py": "which materials are exhausted, asked beside each line: nothing of the shift",
}
ABOUT_ORIGIN = re.compile(r"ethnic|etnic|nationality|narodnost|roma\b|romsk|race\b|skin", re.IGNORECASE)
LABELS = {"ids": lambda model: model._meta.label}


@pytest.mark.parametrize("model", MODELS, **LABELS)
def test_every_model_has_an_owner_and_a_kind(model):
    if model._meta.label in UNOWNED:
        assert not issubclass(model, Owned)
        return
    assert issubclass(model, Owned)
    assert isinstance(model.objects.all(), OwnedQuerySet)
    assert isinstance(model.tells, Kind)
    assert any(c.name.endswith("same_house") for c in model._meta.constraints)
    assert model.objects.order_by(model.subject).query  # the column that a grant names exists


def test_unowned_models_still_exist():
    assert set(UNOWNED) <= {model._meta.label for model in MODELS}


@pytest.mark.parametrize("model", MODELS, **LABELS)
def test_every_model_says_how_long_it_is_kept(model):
    assert isinstance(model.kept, Kept)
    assert all(model._meta.get_field(name) for name in model.kept.personal)


@pytest.mark.parametrize("model", MODELS, **LABELS)
def test_every_row_has_an_id_made_by_its_writer(model):
    assert issubclass(model, Record) or model._meta.label in ("audit.Seen", "figures.Mark")


@pytest.mark.parametrize("model", MODELS, **LABELS)
def test_no_field_tells_of_a_persons_origin(model):
    assert [f.name for f in model._meta.get_fields() if ABOUT_ORIGIN.search(f.name)] == []


@pytest.mark.parametrize("model", MODELS, **LABELS)
def test_no_model_has_an_order_by_itself(model):
    assert not model._meta.ordering


@pytest.mark.parametrize("model", MODELS, **LABELS)
def test_foreign_keys_go_down_only(model):
    heights = layers()
    own = model._meta.app_label
    others = {f.related_model._meta.app_label for f in model._meta.get_fields() if f.concrete and f.is_relation} - {
        own
    }
    assert [name for name in others & set(heights) if heights[name] >= heights[own]] == []


def test_every_package_has_its_layer():
    assert {config.label for config in OURS} == set(layers())


@pytest.mark.parametrize("file", rooms("actions"), ids=short)
def test_every_public_function_of_actions_is_an_action(file):
    name = ".".join(file.relative_to(APP.parent).with_suffix("").parts).removesuffix(".__init__")
    if name == "spojka.access.actions":
        pytest.skip("is where @action comes from")
    found = inspect.getmembers(import_module(name), inspect.isfunction)
    own = [function for called, function in found if function.__module__ == name and called[0] != "_"]
    assert [function.__name__ for function in own if function not in ACTIONS.values()] == []


def test_views_get_rows_only_through_the_doors():
    past = re.compile(r"\.objects\b.*|\._base_manager\b.*|\bconnection\.cursor.*")
    assert breaking(rooms("views"), past.findall) == {}


def test_an_empty_sending_is_a_sending_too():
    """`request.POST or None` takes it for opening the form, so nobody hears that nothing was saved."""
    assert breaking(rooms("views"), re.compile(r"request\.POST or ").findall) == {}


def test_rows_are_reached_unaudited_only_where_it_is_told_why():
    files = [path for path in APP.rglob("*.py") if not {"tests", "migrations"} & set(path.parts)]
    doors = APP / "access/doors.py"
    found = {str(path.relative_to(APP)) for path in files if path != doors and "silent=" in path.read_text()}

    assert found == set(SILENT)


def test_forms_offer_only_rows_that_are_allowed():
    assert breaking(rooms("forms"), re.compile(r"\.objects\.(?!allowed\b|none\b)\w+").findall) == {}


def test_names_are_put_in_the_czech_order():
    """By bytes Š comes after Z: ask by_name() of spojka.base.sorting."""
    plain = re.compile(r'(?:order_by\(|\border ?= ?\(|\bORDER ?= ?\()[^()]*"-?(?:\w+__)*name"')
    files = [path for path in APP.rglob("*.py") if not {"tests", "migrations"} & set(path.parts)]
    assert breaking(files, plain.findall) == {}


def test_one_way_for_each_question():
    others = re.compile(r"ModelForm\b|class \w+\(.*View\)|django\.dispatch|@receiver|contrib\.admin")
    files = [path for name in ("views", "forms", "actions", "models") for path in rooms(name)]
    assert breaking(files, others.findall) == {}


def test_every_permission_is_used():
    for config in OURS:
        for room in ("actions", "views", "doors"):
            if list(APP.glob(f"{config.label}/{room}*")):
                import_module(f"{config.name}.{room}")
    files = [path for path in APP.rglob("*.py") if not {"tests", "migrations"} & set(path.parts)]
    files.remove(APP / "access/permissions.py")  # its table names each
    asked = {name for path in files for name in re.findall(r"\b(?:Permission|P)\.(\w+)", path.read_text())}
    assert [one for one in Permission if one not in ACTIONS and one.name not in asked] == []


def test_every_permission_has_a_role():
    granted = set(IN_NO_ROLE).union(*ROLES.values())
    assert [one for one in Permission if one not in granted] == []


def test_every_column_that_leads_to_a_client_says_whether_it_goes_along():
    """A package's `following.py` says so, see clients/merging.py: else a merge would leave rows behind unnoticed."""
    told = {*merging.FOLLOWS, *merging.STAYS}
    known = {(model._meta.label, column) for model, column in merging.columns()}

    assert known - told == set()
    assert told - known == set()


def test_who_may_have_but_one_row_says_how_it_is_led_over():
    """Else merging two that have one each would fail."""
    for model, column in merging.columns():
        told = merging.FOLLOWS.get((model._meta.label, column))
        unique = [one for one in model._meta.constraints if column in getattr(one, "fields", ())]
        if told and (unique or model._meta.get_field(column).unique):
            assert told.lead, f"{model._meta.label}.{column}"


def test_every_model_with_sealed_texts_is_sealed_anew():
    """A key may go only when nothing lies under it any more."""
    assert {model for model in MODELS if hasattr(model, "sealed") and isinstance(model.sealed, tuple)} == set(TEXTS)
