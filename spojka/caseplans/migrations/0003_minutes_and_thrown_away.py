
from django.db import migrations, models


class Migration(migrations.Migration):

    dependencies = [
        ('caseplans', '0002_ask_of_people'),
        ('cases', '0002_keep_files'),
        ('network', '0004_hear_warnings'),
    ]

    operations = [
        migrations.RemoveConstraint(
            model_name='plan',
            name='plan_state',
        ),
        migrations.RemoveConstraint(
            model_name='plan',
            name='plan_agreed_once',
        ),
        migrations.AddField(
            model_name='plan',
            name='voided_at',
            field=models.DateTimeField(blank=True, null=True),
        ),
        migrations.AddField(
            model_name='plan',
            name='voided_by',
            field=models.CharField(blank=True, max_length=60),
        ),
        migrations.AddField(
            model_name='review',
            name='kind',
            field=models.CharField(choices=[('review', 'a look at the plan'), ('meeting', 'case meeting'), ('conference', 'case conference')], default='review', max_length=12),
        ),
        migrations.AddField(
            model_name='review',
            name='minutes',
            field=models.TextField(blank=True),
        ),
        migrations.AddField(
            model_name='review',
            name='next_on',
            field=models.DateField(blank=True, null=True),
        ),
        migrations.AlterField(
            model_name='plan',
            name='state',
            field=models.CharField(choices=[('draft', 'being written'), ('agreed', 'agreed'), ('superseded', 'superseded'), ('voided', 'thrown away')], default='draft', max_length=12),
        ),
        migrations.AddConstraint(
            model_name='plan',
            constraint=models.CheckConstraint(condition=models.Q(('state__in', ['draft', 'agreed', 'superseded', 'voided'])), name='plan_state'),
        ),
        migrations.AddConstraint(
            model_name='plan',
            constraint=models.CheckConstraint(condition=models.Q(('state__in', ['draft', 'voided']), ('agreed_at__isnull', False), _connector='XOR'), name='plan_agreed_once'),
        ),
        migrations.AddConstraint(
            model_name='plan',
            constraint=models.CheckConstraint(condition=models.Q(('state', 'voided'), ('voided_at', None), _connector='XOR'), name='plan_voided'),
        ),
        migrations.AddConstraint(
            model_name='review',
            constraint=models.CheckConstraint(condition=models.Q(('kind__in', ['review', 'meeting', 'conference'])), name='planreview_kind'),
        ),
        migrations.AddConstraint(
            model_name='review',
            constraint=models.CheckConstraint(condition=models.Q(('next_on', None), ('next_on__gt', models.F('on')), _connector='OR'), name='planreview_next'),
        ),
    ]
