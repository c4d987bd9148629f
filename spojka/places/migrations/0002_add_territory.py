
from django.db import migrations, models


class Migration(migrations.Migration):

    dependencies = [
        ('places', '0001_first'),
    ]

    operations = [
        migrations.AddField(
            model_name='place',
            name='district_code',
            field=models.CharField(blank=True, max_length=10),
        ),
        migrations.AddField(
            model_name='place',
            name='municipality_code',
            field=models.CharField(blank=True, max_length=10),
        ),
        migrations.AddField(
            model_name='place',
            name='orp_code',
            field=models.CharField(blank=True, max_length=10),
        ),
        migrations.AddField(
            model_name='place',
            name='region_code',
            field=models.CharField(blank=True, max_length=10),
        ),
    ]
