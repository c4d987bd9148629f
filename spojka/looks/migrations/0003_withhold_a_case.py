from django.db import migrations, models


class Migration(migrations.Migration):

    dependencies = [
        ('clients', '0005_carry_messages'),
        ('looks', '0002_withhold_a_part'),
        ('network', '0004_hear_warnings'),
    ]

    operations = [
        migrations.RemoveConstraint(
            model_name='withholding',
            name='withholding_part',
        ),
        migrations.AlterField(
            model_name='withholding',
            name='part',
            field=models.CharField(choices=[('done', 'what was done'), ('ledger', 'with whom is shared and who looked'), ('case', 'the case: the plan, who helps, what was said'), ('said', 'what was said of the client in the case')], max_length=10),
        ),
        migrations.AddConstraint(
            model_name='withholding',
            constraint=models.CheckConstraint(condition=models.Q(('part__in', ['done', 'ledger', 'case', 'said'])), name='withholding_part'),
        ),
    ]
