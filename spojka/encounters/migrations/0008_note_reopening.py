from django.db import migrations, models


class Migration(migrations.Migration):

    dependencies = [
        ("encounters", "0007_mark_what_counts"),
    ]

    operations = [
        migrations.AddField(
            model_name="shift",
            name="reopened_at",
            field=models.DateTimeField(blank=True, null=True),
        ),
    ]
