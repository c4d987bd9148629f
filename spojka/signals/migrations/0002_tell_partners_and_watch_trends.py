import django.db.models.deletion
import django.utils.timezone
import spojka.access.owned
import spojka.base.ids
from django.db import migrations, models


class Migration(migrations.Migration):

    dependencies = [
        ('network', '0004_hear_warnings'),
        ('signals', '0001_first'),
    ]

    operations = [
        migrations.CreateModel(
            name='TrendNote',
            fields=[
                ('id', models.UUIDField(default=spojka.base.ids.new_id, editable=False, primary_key=True, serialize=False)),
                ('recorded_at', models.DateTimeField(default=django.utils.timezone.now, editable=False)),
                ('trend', models.CharField(max_length=20)),
                ('day', models.DateField()),
                ('scale', models.PositiveSmallIntegerField(choices=[(0, "we don't meet it"), (1, 'now and then'), (2, 'often'), (3, 'with most people'), (4, 'nearly everywhere')])),
                ('text', models.CharField(blank=True, max_length=300)),
                ('is_for_house', models.BooleanField(default=True)),
                ('recorded_by', models.CharField(max_length=60)),
                ('voided_at', models.DateTimeField(blank=True, null=True)),
            ],
            options={
                'abstract': False,
                'constraints': [models.CheckConstraint(condition=models.Q(('scale__in', [0, 1, 2, 3, 4])), name='trend_scale')],
            },
        ),
        migrations.CreateModel(
            name='WarningReply',
            fields=[
                ('id', models.UUIDField(default=spojka.base.ids.new_id, editable=False, primary_key=True, serialize=False)),
                ('recorded_at', models.DateTimeField(default=django.utils.timezone.now, editable=False)),
                ('text', models.CharField(max_length=600)),
            ],
            options={
                'abstract': False,
            },
        ),
        migrations.RemoveConstraint(
            model_name='earlywarning',
            name='warning_audience',
        ),
        migrations.AddField(
            model_name='earlywarning',
            name='partners',
            field=models.ManyToManyField(blank=True, related_name='+', to='network.organisation'),
        ),
        migrations.AlterField(
            model_name='earlywarning',
            name='audience',
            field=models.CharField(choices=[('team', 'our service alone'), ('house', 'all services of our house'), ('network', 'our house and chosen organisations'), ('venues', 'our house and venues, on paper'), ('public', 'everybody, it may be told on')], max_length=10),
        ),
        migrations.AddConstraint(
            model_name='earlywarning',
            constraint=models.CheckConstraint(condition=models.Q(('audience__in', ['team', 'house', 'network', 'venues', 'public'])), name='warning_audience'),
        ),
        migrations.AddField(
            model_name='trendnote',
            name='organisation',
            field=models.ForeignKey(db_index=False, on_delete=django.db.models.deletion.PROTECT, related_name='+', to='network.organisation'),
        ),
        migrations.AddField(
            model_name='trendnote',
            name='service',
            field=models.ForeignKey(db_index=False, on_delete=django.db.models.deletion.PROTECT, related_name='+', to='network.service'),
        ),
        migrations.AddField(
            model_name='trendnote',
            name='team',
            field=models.ForeignKey(blank=True, db_index=False, null=True, on_delete=django.db.models.deletion.PROTECT, related_name='+', to='network.team'),
        ),
        migrations.AddField(
            model_name='warningreply',
            name='membership',
            field=models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='+', to='network.membership'),
        ),
        migrations.AddField(
            model_name='warningreply',
            name='organisation',
            field=models.ForeignKey(db_index=False, on_delete=django.db.models.deletion.PROTECT, related_name='+', to='network.organisation'),
        ),
        migrations.AddField(
            model_name='warningreply',
            name='service',
            field=models.ForeignKey(db_index=False, on_delete=django.db.models.deletion.PROTECT, related_name='+', to='network.service'),
        ),
        migrations.AddField(
            model_name='warningreply',
            name='team',
            field=models.ForeignKey(blank=True, db_index=False, null=True, on_delete=django.db.models.deletion.PROTECT, related_name='+', to='network.team'),
        ),
        migrations.AddField(
            model_name='warningreply',
            name='warning',
            field=models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='replies', to='signals.earlywarning'),
        ),
        migrations.AddIndex(
            model_name='trendnote',
            index=models.Index(fields=['service', '-day'], name='trend_by_day'),
        ),
        migrations.AddConstraint(
            model_name='trendnote',
            constraint=spojka.access.owned.SameHouse(name='trendnote_same_house'),
        ),
        migrations.AddConstraint(
            model_name='warningreply',
            constraint=spojka.access.owned.SameHouse(name='warningreply_same_house'),
        ),
    ]
