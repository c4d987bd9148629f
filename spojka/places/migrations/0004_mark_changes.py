import spojka.figures.marking
from django.db import migrations


class Migration(migrations.Migration):

    dependencies = [
        ('figures', '0001_marks'),  # SQLite looks at what triggers name when it renames a table
        ('network', '0003_what_ends'),
        ('places', '0003_found_by_words'),
    ]

    operations = [
        migrations.AddConstraint(
            model_name='place',
            constraint=spojka.figures.marking.Marked(day='', kind='place', name='place_marked', of=('municipality_code', 'district_code', 'orp_code', 'region_code'), subject='id'),
        ),
    ]
