from django.db import migrations, models


class Migration(migrations.Migration):

    dependencies = [
        ("care", "0002_mark_changes"),
        ("encounters", "0018_say_what_was_wanted"),
        ("network", "0004_hear_warnings"),
    ]

    operations = [
        migrations.AddField(
            model_name="slot", name="called_at", field=models.DateTimeField(blank=True, null=True)
        ),
        migrations.AddField(
            model_name="slot", name="ticket", field=models.PositiveSmallIntegerField(blank=True, null=True)
        ),
        migrations.AddConstraint(
            model_name="slot",
            constraint=models.UniqueConstraint(fields=("service", "day", "ticket"), name="slot_ticket_once"),
        ),
    ]
