
from django.db import migrations, models


class Migration(migrations.Migration):

    dependencies = [
        ('audit', '0002_append_only'),
    ]

    operations = [
        migrations.AddField(
            model_name='entry',
            name='tablet_id',
            field=models.UUIDField(null=True),
        ),
    ]
