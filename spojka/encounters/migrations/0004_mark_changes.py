import spojka.figures.marking
from django.db import migrations


class Migration(migrations.Migration):

    dependencies = [
        ('figures', '0001_marks'),  # SQLite looks at what triggers name when it renames a table
        ('clients', '0003_mark_changes'),
        ('encounters', '0003_found_by_words'),
        ('events', '0002_found_by_words'),
        ('network', '0003_what_ends'),
        ('places', '0003_found_by_words'),
    ]

    operations = [
        migrations.AddConstraint(
            model_name='act',
            constraint=spojka.figures.marking.Marked(day='', kind='encounter', name='act_marked', of=(), subject='encounter_id'),
        ),
        migrations.AddConstraint(
            model_name='breath',
            constraint=spojka.figures.marking.Marked(day='day', kind='', name='breath_marked', of=(), subject=''),
        ),
        migrations.AddConstraint(
            model_name='crewmember',
            constraint=spojka.figures.marking.Marked(day='', kind='shift', name='crew_marked', of=(), subject='shift_id'),
        ),
        migrations.AddConstraint(
            model_name='encounter',
            constraint=spojka.figures.marking.Marked(day='day', kind='', name='encounter_marked', of=(), subject=''),
        ),
        migrations.AddConstraint(
            model_name='handout',
            constraint=spojka.figures.marking.Marked(day='', kind='encounter', name='handout_marked', of=(), subject='encounter_id'),
        ),
        migrations.AddConstraint(
            model_name='servicerefusal',
            constraint=spojka.figures.marking.Marked(day='day', kind='', name='refusal_marked', of=(), subject=''),
        ),
        migrations.AddConstraint(
            model_name='shift',
            constraint=spojka.figures.marking.Marked(day='day', kind='', name='shift_marked', of=('day', 'place_id', 'event_id', 'setting', 'started_at', 'ended_at', 'closed_at'), subject=''),
        ),
        migrations.AddConstraint(
            model_name='shiftpart',
            constraint=spojka.figures.marking.Marked(day='', kind='shift', name='part_marked', of=(), subject='shift_id'),
        ),
        migrations.AddConstraint(
            model_name='topic',
            constraint=spojka.figures.marking.Marked(day='', kind='encounter', name='topic_marked', of=(), subject='encounter_id'),
        ),
    ]
