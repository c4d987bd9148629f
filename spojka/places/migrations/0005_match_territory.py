import csv
from pathlib import Path

from django.db import migrations

SHIPPED = Path(__file__).parent.parent / "data/territory.csv"


def match(apps, schema_editor):
    """Give places whose municipality has a name of its own the codes that follow from it; others are left as they are.

    It can't be undone, and need not be: the codes are new.
    """
    rows = [line for line in SHIPPED.read_text("utf-8").splitlines() if not line.startswith("#")]
    units = [row for row in csv.reader(rows, delimiter=";")]
    region_of = {row[1]: row[3] for row in units if row[0] == "orp"}
    towns = [row for row in units if row[0] == "municipality" and row[4:] != ["+"]]
    Place = apps.get_model("places", "Place")
    for _level, code, name, orp, *_rest in towns:
        Place.objects.filter(municipality__iexact=name, municipality_code="").update(
            municipality_code=code, orp_code=orp, region_code=region_of[orp]
        )


class Migration(migrations.Migration):

    dependencies = [
        ('places', '0004_mark_changes'),
    ]

    operations = [migrations.RunPython(match, migrations.RunPython.noop)]
