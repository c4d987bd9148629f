import django.core.validators
from django.db import migrations, models


class Migration(migrations.Migration):

    dependencies = [
        ('codelists', '0001_first'),
        ('network', '0004_hear_warnings'),
    ]

    operations = [
        migrations.AddField(
            model_name='ownentry',
            name='interval',
            field=models.PositiveIntegerField(blank=True, null=True, validators=[django.core.validators.MinValueValidator(0, 'The least time is 0 to 50400 minutes, which is five weeks. Nought means none.'), django.core.validators.MaxValueValidator(50400, 'The least time is 0 to 50400 minutes, which is five weeks. Nought means none.')]),
        ),
        migrations.AddField(
            model_name='ownentry',
            name='per',
            field=models.CharField(blank=True, max_length=10),
        ),
        migrations.AddConstraint(
            model_name='ownentry',
            constraint=models.CheckConstraint(condition=models.Q(('per__in', ['', 'shift', 'day'])), name='own_entry_per'),
        ),
    ]
