from django.db import migrations, models


class Migration(migrations.Migration):

    dependencies = [
        ('clients', '0003_mark_changes'),
        ('encounters', '0008_note_reopening'),
        ('events', '0002_found_by_words'),
        ('network', '0003_what_ends'),
        ('places', '0005_match_territory'),
    ]

    operations = [
        migrations.RemoveIndex(
            model_name='encounter',
            name='encounter_by_house',
        ),
        migrations.RemoveIndex(
            model_name='encounter',
            name='encounter_late',
        ),
        migrations.RemoveIndex(
            model_name='encounter',
            name='encounter_corrected',
        ),
        migrations.RemoveIndex(
            model_name='encounter',
            name='encounter_voided',
        ),
        migrations.AddIndex(
            model_name='encounter',
            index=models.Index(condition=models.Q(('voided_at', None)), fields=['organisation', '-day', '-occurred_at', '-id', 'voided_at', 'shift'], name='encounter_by_house'),
        ),
        migrations.AddIndex(
            model_name='encounter',
            index=models.Index(condition=models.Q(('side', 'tally'), ('voided_at', None)), fields=['organisation', '-day', '-occurred_at', '-id', 'voided_at', 'side'], name='encounter_tally'),
        ),
        migrations.AddIndex(
            model_name='encounter',
            index=models.Index(condition=models.Q(('is_late', True), ('voided_at', None)), fields=['organisation', '-day', '-occurred_at', '-id', 'voided_at', 'is_late'], name='encounter_late'),
        ),
        migrations.AddIndex(
            model_name='encounter',
            index=models.Index(condition=models.Q(('version__gt', 1), ('voided_at', None)), fields=['organisation', '-day', '-occurred_at', '-id', 'voided_at', 'version'], name='encounter_corrected'),
        ),
        migrations.AddIndex(
            model_name='encounter',
            index=models.Index(condition=models.Q(('voided_at__isnull', False)), fields=['organisation', '-day', '-occurred_at', '-id', 'voided_at'], name='encounter_voided'),
        ),
        migrations.AddIndex(
            model_name='shift',
            index=models.Index(condition=models.Q(('closed_at', None)), fields=['-started_at'], name='shift_open'),
        ),
    ]
