from django.db import migrations, models


class Migration(migrations.Migration):

    dependencies = [
        ('encounters', '0011_measure_vital_signs'),
    ]

    operations = [
        migrations.AddField(
            model_name='crewmember',
            name='role',
            field=models.CharField(blank=True, max_length=20),
        ),
        migrations.AddField(
            model_name='topic',
            name='people',
            field=models.PositiveSmallIntegerField(default=1),
        ),
    ]
