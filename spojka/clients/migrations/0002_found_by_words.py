
import spojka.search.columns
from django.db import migrations


class Migration(migrations.Migration):

    dependencies = [
        ('clients', '0001_first'),
        ('network', '0001_first'),
    ]

    operations = [
        migrations.AddField(
            model_name='client',
            name='words',
            field=spojka.search.columns.Words(),
        ),
        migrations.AddIndex(
            model_name='client',
            index=spojka.search.columns.WordsIndex(fields=['words'], name='client_words'),
        ),
    ]
