
import spojka.search.columns
from django.db import migrations


class Migration(migrations.Migration):

    dependencies = [
        ('events', '0001_first'),
        ('network', '0001_first'),
        ('places', '0003_found_by_words'),
    ]

    operations = [
        migrations.AddField(
            model_name='event',
            name='words',
            field=spojka.search.columns.Words(),
        ),
        migrations.AddField(
            model_name='organiser',
            name='words',
            field=spojka.search.columns.Words(),
        ),
        migrations.AddIndex(
            model_name='event',
            index=spojka.search.columns.WordsIndex(fields=['words'], name='event_words'),
        ),
        migrations.AddIndex(
            model_name='organiser',
            index=spojka.search.columns.WordsIndex(fields=['words'], name='organiser_words'),
        ),
    ]
