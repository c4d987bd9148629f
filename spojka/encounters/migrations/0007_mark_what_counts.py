from django.db import migrations

from spojka.figures.marking import Marked

ENCOUNTER = Marked(
    name="encounter_marked",
    day="day",
    of=(
        "service_id", "team_id", "day", "shift_id", "client_id", "side", "people", "sex", "age_band", "recorded_by",
        "occurred_at", "is_late", "is_timed", "voided_at",
    ),
    but_rows=True,
)  # fmt: skip
REFUSAL = Marked(
    name="refusal_marked",
    day="day",
    of=("service_id", "team_id", "day", "shift_id", "ground", "ends_service", "recorded_by", "occurred_at", "voided_at"),
    but_rows=True,
)


def renew(apps, schema_editor):
    ENCOUNTER.renew("encounters_encounter", schema_editor)
    REFUSAL.renew("encounters_servicerefusal", schema_editor)


def stay(apps, schema_editor):
    """Triggers of less hold for what is before, too: they are only said otherwise."""


class Migration(migrations.Migration):

    dependencies = [
        ("encounters", "0006_list_the_few"),
    ]

    operations = [
        migrations.SeparateDatabaseAndState(
            database_operations=[migrations.RunPython(renew, stay)],
            state_operations=[
                migrations.RemoveConstraint(model_name="encounter", name="encounter_marked"),
                migrations.AddConstraint(model_name="encounter", constraint=ENCOUNTER),
                migrations.RemoveConstraint(model_name="servicerefusal", name="refusal_marked"),
                migrations.AddConstraint(model_name="servicerefusal", constraint=REFUSAL),
            ],
        ),
    ]
