from django.db import migrations, models


class Migration(migrations.Migration):

    dependencies = [
        ('clients', '0004_join_part_and_agree'),
        ('network', '0004_hear_warnings'),
    ]

    operations = [
        migrations.AddField(
            model_name='instruction',
            name='kind',
            field=models.CharField(choices=[('instruction', 'instruction for us'), ('message', 'message for the client')], default='instruction', max_length=12),
        ),
        migrations.AddConstraint(
            model_name='instruction',
            constraint=models.CheckConstraint(condition=models.Q(('kind__in', ['instruction', 'message'])), name='instruction_kind'),
        ),
    ]
