import spojka.search.columns
from django.db import migrations


class Migration(migrations.Migration):

    dependencies = [
        ('cases', '0004_find_the_newest'),
        ('network', '0004_hear_warnings'),
        ('statements', '0003_tell_of_answers'),
    ]

    operations = [
        migrations.AddIndex(
            model_name='statement',
            index=spojka.search.columns.NewestIndex(fields=['service', '-at', '-id'], name='statement_found'),
        ),
    ]
