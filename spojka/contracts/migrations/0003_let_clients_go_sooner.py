from django.db import migrations, models


class Migration(migrations.Migration):

    dependencies = [
        ('contracts', '0002_mend_and_list_grounds'),
        ('network', '0004_hear_warnings'),
    ]

    operations = [
        migrations.RemoveConstraint(
            model_name='contractending',
            name='contractending_one',
        ),
        migrations.AddField(
            model_name='contractending',
            name='overtaken_on',
            field=models.DateField(blank=True, null=True),
        ),
        migrations.AddConstraint(
            model_name='contractending',
            constraint=models.UniqueConstraint(condition=models.Q(('overtaken_on', None), ('taken_back_at', None)), fields=('contract',), name='contractending_one'),
        ),
        migrations.AddConstraint(
            model_name='contractending',
            constraint=models.CheckConstraint(condition=models.Q(('overtaken_on', None), ('way', 'provider'), _connector='OR'), name='contractending_overtaken'),
        ),
    ]
