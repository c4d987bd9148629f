import spojka.search.columns
from django.db import migrations, models


class Migration(migrations.Migration):

    dependencies = [
        ('meetings', '0003_find_matters_faster'),
        ('network', '0004_hear_warnings'),
    ]

    operations = [
        migrations.AddIndex(
            model_name='minutesline',
            index=models.Index(condition=models.Q(('is_out', False), ('kind__in', ('task', 'question'))), fields=['meeting', 'kind', 'line', 'number', 'due_on', 'is_out', 'service', 'id'], name='minutesline_matters'),
        ),
        migrations.AddIndex(
            model_name='minutesline',
            index=spojka.search.columns.NewestIndex(fields=['service', '-at', '-id'], name='minutesline_found'),
        ),
    ]
