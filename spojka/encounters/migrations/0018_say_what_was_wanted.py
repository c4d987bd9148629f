from django.db import migrations, models

import spojka.search.columns
from spojka.figures.marking import Marked

REFUSAL = Marked(
    name="refusal_marked",
    day="day",
    of=(
        "service_id", "team_id", "day", "shift_id", "ground", "ends_service", "recorded_by", "occurred_at",
        "voided_at", "wanted", "wanted_act", "instead",
    ),
    but_rows=True,
)  # fmt: skip


def renew(apps, schema_editor):
    REFUSAL.renew("encounters_servicerefusal", schema_editor)


def stay(apps, schema_editor):
    """Triggers of less hold for what is before, too: they are only said otherwise."""


class Migration(migrations.Migration):

    dependencies = [
        ("encounters", "0017_mark_signs"),
    ]

    operations = [
        migrations.AddField(
            model_name="servicerefusal",
            name="instead",
            field=models.CharField(blank=True, default="", max_length=30),
            preserve_default=False,
        ),
        migrations.AddField(
            model_name="servicerefusal",
            name="wanted_act",
            field=models.CharField(blank=True, default="", max_length=30),
            preserve_default=False,
        ),
        migrations.SeparateDatabaseAndState(
            database_operations=[migrations.RunPython(renew, stay)],
            state_operations=[
                migrations.RemoveConstraint(model_name="servicerefusal", name="refusal_marked"),
                migrations.AddConstraint(model_name="servicerefusal", constraint=REFUSAL),
            ],
        ),
    ]
