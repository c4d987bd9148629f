from django.db import migrations, models


class Migration(migrations.Migration):

    dependencies = [
        ('clients', '0005_carry_messages'),
        ('encounters', '0019_find_without_people'),
        ('network', '0004_hear_warnings'),
    ]

    operations = [
        migrations.RemoveIndex(
            model_name='encounter',
            name='encounter_tally',
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
            index=models.Index(condition=models.Q(('side', 'tally'), ('voided_at', None)), fields=['organisation', '-day', '-occurred_at', '-id', 'voided_at', 'side', 'service'], name='encounter_tally'),
        ),
        migrations.AddIndex(
            model_name='encounter',
            index=models.Index(condition=models.Q(('is_late', True), ('voided_at', None)), fields=['organisation', '-day', '-occurred_at', '-id', 'voided_at', 'is_late', 'service'], name='encounter_late'),
        ),
        migrations.AddIndex(
            model_name='encounter',
            index=models.Index(condition=models.Q(('version__gt', 1), ('voided_at', None)), fields=['organisation', '-day', '-occurred_at', '-id', 'voided_at', 'version', 'service'], name='encounter_corrected'),
        ),
        migrations.AddIndex(
            model_name='encounter',
            index=models.Index(condition=models.Q(('voided_at__isnull', False)), fields=['organisation', '-day', '-occurred_at', '-id', 'voided_at', 'service'], name='encounter_voided'),
        ),
    ]
