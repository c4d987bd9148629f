import spojka.figures.marking
from django.db import migrations


class Migration(migrations.Migration):

    dependencies = [
        ('figures', '0001_marks'),  # SQLite looks at what triggers name when it renames a table
        ('network', '0003_what_ends'),
        ('work', '0001_first'),
    ]

    operations = [
        migrations.AddConstraint(
            model_name='indirectwork',
            constraint=spojka.figures.marking.Marked(day='day', kind='', name='indirect_marked', of=(), subject=''),
        ),
    ]
