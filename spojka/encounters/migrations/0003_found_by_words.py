
import spojka.search.columns
from django.db import migrations


class Migration(migrations.Migration):

    dependencies = [
        ('clients', '0002_found_by_words'),
        ('encounters', '0002_add_shift_parts'),
        ('events', '0002_found_by_words'),
        ('network', '0001_first'),
        ('places', '0003_found_by_words'),
    ]

    operations = [
        migrations.AddField(
            model_name='encounter',
            name='words',
            field=spojka.search.columns.Words(),
        ),
        migrations.AddField(
            model_name='servicerefusal',
            name='words',
            field=spojka.search.columns.Words(),
        ),
        migrations.AddField(
            model_name='shift',
            name='words',
            field=spojka.search.columns.Words(),
        ),
        migrations.AddIndex(
            model_name='encounter',
            index=spojka.search.columns.WordsIndex(fields=['words'], name='encounter_words'),
        ),
        migrations.AddIndex(
            model_name='servicerefusal',
            index=spojka.search.columns.WordsIndex(fields=['words'], name='refusal_words'),
        ),
        migrations.AddIndex(
            model_name='shift',
            index=spojka.search.columns.WordsIndex(fields=['words'], name='shift_words'),
        ),
    ]
