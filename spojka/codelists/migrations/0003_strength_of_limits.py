from django.db import migrations, models


class Migration(migrations.Migration):

    dependencies = [
        ('codelists', '0002_limit_more'),
        ('network', '0004_hear_warnings'),
    ]

    operations = [
        migrations.AddField(
            model_name='ownentry',
            name='strength',
            field=models.CharField(blank=True, max_length=10),
        ),
        migrations.AddConstraint(
            model_name='ownentry',
            constraint=models.CheckConstraint(condition=models.Q(('strength__in', ['', 'reason', 'warn'])), name='own_entry_strength'),
        ),
    ]
