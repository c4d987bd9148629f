"""Secrets of the second step were plain until now. The way of sealing is that of spojka/base/sealed.py on this day."""

import base64

from cryptography.fernet import Fernet, MultiFernet
from cryptography.hazmat.primitives.hashes import SHA256
from cryptography.hazmat.primitives.kdf.hkdf import HKDF
from django.conf import settings
from django.db import migrations

BEGINS = "gAAAA"
SECRETS = ["secret", "seed"]


def box():
    keys = [settings.SECRET_KEY, *settings.SECRET_KEY_FALLBACKS]
    made = [HKDF(algorithm=SHA256(), length=32, salt=None, info=b"spojka sealed text").derive(k.encode()) for k in keys]
    return MultiFernet([Fernet(base64.urlsafe_b64encode(key)) for key in made])


def change(apps, turn, wanted):
    """Turn each secret for which `wanted` holds; every row may be met again without harm."""
    Authenticator = apps.get_model("mfa", "Authenticator")
    for row in Authenticator.objects.filter(type__in=["totp", "recovery_codes"]).order_by("pk"):
        found = {name: row.data[name] for name in SECRETS if name in row.data and wanted(row.data[name])}
        if found:
            row.data |= {name: turn(text.encode()).decode() for name, text in found.items()}
            row.save(update_fields=["data"])


def seal(apps, schema_editor):
    change(apps, box().encrypt, lambda text: not text.startswith(BEGINS))


def unseal(apps, schema_editor):
    change(apps, box().decrypt, lambda text: text.startswith(BEGINS))


class Migration(migrations.Migration):
    dependencies = [("members", "0001_devices_and_pins"), ("mfa", "0003_authenticator_type_uniq")]
    operations = [migrations.RunPython(seal, unseal)]
