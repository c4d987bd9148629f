from django.db import migrations, models


class Migration(migrations.Migration):

    dependencies = [
        ("encounters", "0009_walk_less"),
    ]

    operations = [
        migrations.AddField(
            model_name="breath",
            name="calibrated_on",
            field=models.DateField(blank=True, null=True),
        ),
        migrations.AddField(
            model_name="breath",
            name="since_drink",
            field=models.PositiveSmallIntegerField(blank=True, null=True),
        ),
    ]
