from django.db import migrations, models


class Migration(migrations.Migration):

    dependencies = [
        ("encounters", "0013_list_a_worker"),
    ]

    operations = [
        migrations.RemoveIndex(
            model_name="encounter",
            name="encounter_by_house",
        ),
        migrations.AddIndex(
            model_name="encounter",
            index=models.Index(
                condition=models.Q(("voided_at", None)),
                fields=["organisation", "-day", "-occurred_at", "-id", "voided_at", "shift", "service"],
                name="encounter_by_house",
            ),
        ),
    ]
