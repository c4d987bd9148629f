import spojka.search.columns
from django.db import migrations


class Migration(migrations.Migration):

    dependencies = [
        ('cases', '0003_let_leave'),
        ('network', '0004_hear_warnings'),
    ]

    operations = [
        migrations.AddIndex(
            model_name='entry',
            index=spojka.search.columns.NewestIndex(fields=['service', '-at', '-id'], name='entry_found'),
        ),
    ]
