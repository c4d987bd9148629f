from django.db import migrations, models


class Migration(migrations.Migration):
    dependencies = [("access", "0002_open_the_ledger")]

    operations = [
        migrations.AddConstraint(
            model_name="grant",
            constraint=models.CheckConstraint(
                condition=models.Q(("kinds__lt", 128), ("basis", "own_look"), _connector="OR"),
                name="grant_opens_ledger",
            ),
        ),
    ]
