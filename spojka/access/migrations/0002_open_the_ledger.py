from django.db import migrations, models


class Migration(migrations.Migration):

    dependencies = [
        ('access', '0001_first'),
        ('network', '0004_hear_warnings'),
    ]

    operations = [
        migrations.RemoveConstraint(
            model_name='grant',
            name='grant_opens_known_kinds',
        ),
        migrations.AddConstraint(
            model_name='grant',
            constraint=models.CheckConstraint(condition=models.Q(('kinds__gte', 1), ('kinds__lte', 255)), name='grant_opens_known_kinds'),
        ),
    ]
