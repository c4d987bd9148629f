
import spojka.search.columns
from django.db import migrations


class Migration(migrations.Migration):

    dependencies = [
        ('network', '0001_first'),
        ('places', '0002_add_territory'),
    ]

    operations = [
        migrations.AddField(
            model_name='place',
            name='words',
            field=spojka.search.columns.Words(),
        ),
        migrations.AddIndex(
            model_name='place',
            index=spojka.search.columns.WordsIndex(fields=['words'], name='place_words'),
        ),
    ]
