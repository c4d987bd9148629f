import django.db.models.deletion
from django.db import migrations, models


class Migration(migrations.Migration):
    dependencies = [("access", "0003_keep_the_ledger")]

    operations = [
        migrations.AddField(
            model_name="grant",
            name="stands_on",
            field=models.ForeignKey(
                blank=True, null=True, on_delete=django.db.models.deletion.PROTECT, related_name="+", to="access.grant"
            ),
        ),
    ]
