
from django.db import migrations, models


class Migration(migrations.Migration):

    dependencies = [
        ('network', '0002_add_projects'),
    ]

    operations = [
        migrations.AddField(
            model_name='membership',
            name='ended_at',
            field=models.DateTimeField(blank=True, null=True),
        ),
        migrations.AddField(
            model_name='service',
            name='ends_on',
            field=models.DateField(blank=True, null=True),
        ),
        migrations.AddField(
            model_name='team',
            name='ends_on',
            field=models.DateField(blank=True, null=True),
        ),
    ]
