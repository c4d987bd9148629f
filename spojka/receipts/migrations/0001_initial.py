import django.utils.timezone
from django.db import migrations, models

import spojka.base.ids


class Migration(migrations.Migration):
    initial = True
    dependencies = []
    operations = [
        migrations.CreateModel(
            name="ReceiptKey",
            fields=[
                (
                    "id",
                    models.UUIDField(default=spojka.base.ids.new_id, editable=False, primary_key=True, serialize=False),
                ),
                ("recorded_at", models.DateTimeField(default=django.utils.timezone.now, editable=False)),
                ("public", models.CharField(max_length=44, unique=True)),
                ("voucher", models.CharField(max_length=88)),
            ],
            options={"abstract": False},
        ),
    ]
