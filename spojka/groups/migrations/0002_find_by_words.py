import spojka.search.columns
from django.db import migrations


class Migration(migrations.Migration):

    dependencies = [
        ('groups', '0001_first'),
        ('network', '0004_hear_warnings'),
    ]

    operations = [
        migrations.AddField(
            model_name='group',
            name='words',
            field=spojka.search.columns.Words(),
        ),
        migrations.AddIndex(
            model_name='group',
            index=spojka.search.columns.WordsIndex(fields=['words'], name='group_words'),
        ),
    ]
