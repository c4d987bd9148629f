import django.db.models.deletion
import django.utils.timezone
from django.db import migrations, models

import spojka.access.owned
import spojka.base.ids


def owners():
    """The columns that say whose a row is."""
    return [
        (
            "organisation",
            models.ForeignKey(
                db_index=False,
                on_delete=django.db.models.deletion.PROTECT,
                related_name="+",
                to="network.organisation",
            ),
        ),
        (
            "service",
            models.ForeignKey(
                db_index=False, on_delete=django.db.models.deletion.PROTECT, related_name="+", to="network.service"
            ),
        ),
        (
            "team",
            models.ForeignKey(
                blank=True,
                db_index=False,
                null=True,
                on_delete=django.db.models.deletion.PROTECT,
                related_name="+",
                to="network.team",
            ),
        ),
    ]


def ids():
    return [
        ("id", models.UUIDField(default=spojka.base.ids.new_id, editable=False, primary_key=True, serialize=False)),
        ("recorded_at", models.DateTimeField(default=django.utils.timezone.now, editable=False)),
    ]


class Migration(migrations.Migration):
    initial = True

    dependencies = [
        ("encounters", "0009_walk_less"),
        ("network", "0002_add_projects"),
    ]

    operations = [
        migrations.CreateModel(
            name="IntoxicationCard",
            fields=[
                *ids(),
                ("day", models.DateField()),
                ("occurred_at", models.DateTimeField()),
                ("phone_at", models.DateTimeField(blank=True, null=True)),
                ("is_late", models.BooleanField(default=False)),
                ("ended_at", models.DateTimeField(blank=True, null=True)),
                ("recorded_by", models.CharField(max_length=60)),
                (
                    "shift",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT, related_name="+", to="encounters.shift"
                    ),
                ),
                *owners(),
            ],
            options={
                "abstract": False,
                "constraints": [spojka.access.owned.SameHouse(name="intoxicationcard_same_house")],
            },
        ),
        migrations.CreateModel(
            name="CardEntry",
            fields=[
                *ids(),
                ("code", models.CharField(max_length=30)),
                ("text", models.CharField(blank=True, max_length=300)),
                ("occurred_at", models.DateTimeField()),
                ("phone_at", models.DateTimeField(blank=True, null=True)),
                ("recorded_by", models.CharField(max_length=60)),
                ("voided_at", models.DateTimeField(blank=True, null=True)),
                (
                    "card",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="entries",
                        to="emergencies.intoxicationcard",
                    ),
                ),
                *owners(),
            ],
            options={
                "abstract": False,
                "constraints": [spojka.access.owned.SameHouse(name="cardentry_same_house")],
            },
        ),
    ]
