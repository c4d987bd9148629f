from django.db import migrations, models


class Migration(migrations.Migration):

    dependencies = [
        ("encounters", "0012_name_roles"),
    ]

    operations = [
        migrations.AddIndex(
            model_name="encounter",
            index=models.Index(
                condition=models.Q(("voided_at", None)),
                fields=["organisation", "recorded_by", "-day", "-occurred_at", "-id"],
                name="encounter_by_worker",
            ),
        ),
    ]
