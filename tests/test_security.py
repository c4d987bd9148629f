"""The statement on security says what is sealed; here the code is asked whether that is so."""

import re

import pytest
from django.apps import apps

from spojka.files.storing import SealedFileField

from .places import ROOT

STATEMENT = (ROOT / "docs/security.md").read_text()
SEALED = STATEMENT.partition("## Co leží zapečetěné")[2].partition("**Otevřeně")[0]
OPEN = {  # what the statement says lies open, and where
    "i poznámky": ("encounters.Encounter", "note"),
    "kódy klientů": ("clients.Client", "code"),
    "pokyny": ("clients.Instruction", "text"),
    "slova zápisů v případu": ("cases.Entry", "text"),
    "vyjádření": ("statements.Statement", "text"),
    "karty intoxikace": ("emergencies.CardEntry", "text"),
    "napsal v nahlédnutí": ("looks.Remark", "text"),
    "při ústním souhlasu": ("consents.Consent", "heard"),
    "e-maily pracovníků": ("network.User", "email"),
}


def is_sealing(model):
    return "sealed" in vars(model) or any(isinstance(field, SealedFileField) for field in model._meta.concrete_fields)


def test_names_every_package_that_seals_and_no_other():
    named = {name for line in re.findall(r"^\| (`.+?) \|", SEALED, re.M) for name in re.findall(r"`(\w+)`", line)}
    ours = {model._meta.app_label for model in apps.get_models() if model.__module__.startswith("spojka.")}
    sealing = {model._meta.app_label for model in apps.get_models() if is_sealing(model)} & ours

    assert named - {"hubs"} == sealing  # keys of hubs are sealed one by one, by hubs.joining


@pytest.mark.parametrize("words", OPEN)
def test_what_it_calls_open_is(words):
    label, field = OPEN[words]
    model = apps.get_model(label)

    assert words in STATEMENT
    assert field not in getattr(model, "sealed", ())
    assert model._meta.get_field(field)
