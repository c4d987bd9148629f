import spojka.figures.marking
from django.db import migrations


class Migration(migrations.Migration):

    dependencies = [
        ('figures', '0001_marks'),  # SQLite looks at what triggers name when it renames a table
        ('clients', '0002_found_by_words'),
        ('network', '0003_what_ends'),
    ]

    operations = [
        migrations.AddConstraint(
            model_name='client',
            constraint=spojka.figures.marking.Marked(day='', kind='client', name='client_marked', of=('sex',), subject='id'),
        ),
    ]
