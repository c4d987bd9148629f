from django.db import migrations, models


class Migration(migrations.Migration):

    dependencies = [
        ('figures', '0001_marks'),
    ]

    operations = [
        migrations.AddIndex(
            model_name='mark',
            index=models.Index(fields=['service_id', 'xact'], name='mark_by_transaction'),
        ),
    ]
