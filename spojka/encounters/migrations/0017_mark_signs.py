from django.db import migrations

from spojka.figures.marking import Marked

SIGNS = Marked(name="vitalsigns_marked", day="day")


def mark(apps, schema_editor):
    SIGNS.renew("encounters_vitalsigns", schema_editor)


def stay(apps, schema_editor):
    """Triggers of more do no harm to what is before."""


class Migration(migrations.Migration):

    dependencies = [
        ("encounters", "0016_set_limits"),
    ]

    operations = [
        migrations.SeparateDatabaseAndState(
            database_operations=[migrations.RunPython(mark, stay)],
            state_operations=[migrations.AddConstraint(model_name="vitalsigns", constraint=SIGNS)],
        ),
    ]
