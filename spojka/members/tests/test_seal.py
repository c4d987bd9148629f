"""Secrets of the second step lie sealed in the database, also those from before."""

from importlib import import_module
from io import StringIO

from allauth.mfa.models import Authenticator
from allauth.mfa.recovery_codes.internal.auth import RecoveryCodes
from allauth.mfa.totp.internal import auth as totp
from django.apps import apps
from django.core.management import call_command
from django.utils import timezone

from spojka.members import pins

from .test_sign_in import code_of

migration = import_module("spojka.members.migrations.0002_seal_second_steps")
SECRET = "JBSWY3DPEHPK3PXPJBSWY3DPEHPK3PXP"


def test_a_new_secret_is_sealed(anna):
    totp.TOTP.activate(anna.user, SECRET)
    RecoveryCodes.activate(anna.user)

    assert all(text.startswith("gAAAA") for text in secrets())
    assert Authenticator.objects.get(type="totp").wrap().validate_code(code_of(SECRET))
    assert len(Authenticator.objects.get(type="recovery_codes").wrap().get_unused_codes()) == 10


def secrets():
    return [row.data.get("secret") or row.data["seed"] for row in Authenticator.objects.order_by("pk")]


def test_old_secrets_are_sealed_by_the_migration_and_back(anna):
    Authenticator.objects.create(user=anna.user, type="totp", data={"secret": SECRET})
    Authenticator.objects.create(user=anna.user, type="recovery_codes", data={"seed": "ab" * 40, "used_mask": 3})

    for _ in range(2):
        migration.seal(apps, None)

    assert not {SECRET, "ab" * 40} & set(secrets())
    assert Authenticator.objects.get(type="totp").wrap().validate_code(code_of(SECRET))
    assert len(Authenticator.objects.get(type="recovery_codes").wrap().get_unused_codes()) == 8
    migration.unseal(apps, None)
    assert secrets() == [SECRET, "ab" * 40]


def test_resealed_secrets_need_no_old_key(anna, settings):
    totp.TOTP.activate(anna.user, SECRET)
    pins.set_pin(anna.user, "2580", timezone.now())
    settings.SECRET_KEY, settings.SECRET_KEY_FALLBACKS = "n" * 60, [settings.SECRET_KEY]

    call_command("reseal", stdout=StringIO())

    settings.SECRET_KEY_FALLBACKS = []
    assert pins.matches(anna.user, "2580")
    assert Authenticator.objects.get(type="totp").wrap().validate_code(code_of(SECRET))
