
from django.db import migrations, models


class Migration(migrations.Migration):

    dependencies = [
        ('clients', '0003_mark_changes'),
        ('encounters', '0005_list_the_house'),
        ('network', '0003_what_ends'),
    ]

    operations = [
        migrations.AddIndex(
            model_name='encounter',
            index=models.Index(condition=models.Q(('is_late', True), ('voided_at', None)), fields=['organisation', '-day', '-occurred_at', '-id'], name='encounter_late'),
        ),
        migrations.AddIndex(
            model_name='encounter',
            index=models.Index(condition=models.Q(('version__gt', 1), ('voided_at', None)), fields=['organisation', '-day', '-occurred_at', '-id'], name='encounter_corrected'),
        ),
        migrations.AddIndex(
            model_name='encounter',
            index=models.Index(condition=models.Q(('voided_at__isnull', False)), fields=['organisation', '-day', '-occurred_at', '-id'], name='encounter_voided'),
        ),
    ]
