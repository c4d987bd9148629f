from django.db import migrations, models


class Migration(migrations.Migration):

    dependencies = [
        ('cases', '0002_keep_files'),
        ('network', '0004_hear_warnings'),
        ('statements', '0001_first'),
    ]

    operations = [
        migrations.RemoveConstraint(
            model_name='reply',
            name='reply_view',
        ),
        migrations.AlterField(
            model_name='reply',
            name='heard',
            field=models.CharField(blank=True, choices=[('person', 'in person'), ('phone', 'by phone'), ('writing', 'in writing'), ('look', 'themselves, in their own look')], max_length=10),
        ),
        migrations.AddConstraint(
            model_name='reply',
            constraint=models.CheckConstraint(condition=models.Q(models.Q(('heard__in', ['person', 'phone', 'writing', 'look']), ('what', 'view'), ('whose__isnull', False)), models.Q(models.Q(('what', 'view'), _negated=True), ('heard', ''), ('whose', None)), _connector='OR'), name='reply_view'),
        ),
    ]
