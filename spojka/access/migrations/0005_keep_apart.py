import django.utils.timezone
from django.db import migrations, models

import spojka.base.ids


class Migration(migrations.Migration):
    dependencies = [("access", "0004_stand_on_another")]

    operations = [
        migrations.CreateModel(
            name="Bar",
            fields=[
                (
                    "id",
                    models.UUIDField(
                        default=spojka.base.ids.new_id, editable=False, primary_key=True, serialize=False
                    ),
                ),
                ("recorded_at", models.DateTimeField(default=django.utils.timezone.now, editable=False)),
                ("wall_id", models.UUIDField(db_index=True)),
                ("subject_id", models.UUIDField(db_index=True)),
                ("kept_out_id", models.UUIDField(db_index=True)),
                ("starts_at", models.DateTimeField()),
                ("ends_at", models.DateTimeField(blank=True, null=True)),
            ],
            options={
                "constraints": [
                    models.UniqueConstraint(
                        condition=models.Q(("ends_at", None)), fields=("wall_id", "subject_id"), name="bar_once"
                    )
                ],
            },
        ),
    ]
