
from django.db import migrations, models


class Migration(migrations.Migration):

    dependencies = [
        ('encounters', '0004_mark_changes'),
    ]

    operations = [
        migrations.AddIndex(
            model_name='encounter',
            index=models.Index(condition=models.Q(('voided_at', None)), fields=['organisation', '-day', '-occurred_at', '-id'], name='encounter_by_house'),
        ),
    ]
