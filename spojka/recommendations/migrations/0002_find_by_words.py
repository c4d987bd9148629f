import spojka.search.columns
from django.db import migrations


class Migration(migrations.Migration):

    dependencies = [
        ('groups', '0002_find_by_words'),
        ('network', '0004_hear_warnings'),
        ('recommendations', '0001_first'),
    ]

    operations = [
        migrations.AddField(
            model_name='grantcall',
            name='words',
            field=spojka.search.columns.Words(),
        ),
        migrations.AddField(
            model_name='recommendation',
            name='words',
            field=spojka.search.columns.Words(),
        ),
        migrations.AddIndex(
            model_name='grantcall',
            index=spojka.search.columns.WordsIndex(fields=['words'], name='grantcall_words'),
        ),
        migrations.AddIndex(
            model_name='recommendation',
            index=spojka.search.columns.WordsIndex(fields=['words'], name='recommendation_words'),
        ),
    ]
