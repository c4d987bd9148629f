import django.db.models.deletion
import django.utils.timezone
import spojka.access.owned
import spojka.base.ids
from django.db import migrations, models


class Migration(migrations.Migration):

    initial = True

    dependencies = [
        ('encounters', '0009_walk_less'),
        ('network', '0003_what_ends'),
    ]

    operations = [
        migrations.CreateModel(
            name='Signal',
            fields=[
                ('id', models.UUIDField(default=spojka.base.ids.new_id, editable=False, primary_key=True, serialize=False)),
                ('recorded_at', models.DateTimeField(default=django.utils.timezone.now, editable=False)),
                ('kind', models.CharField(choices=[('substance', 'new, strong or adulterated substance'), ('spiking', 'spiked drinks'), ('hunger', 'hunger among clients'), ('substitution', 'synthetic opioids instead of heroin'), ('other', 'another change in the scene')], max_length=20)),
                ('substance', models.CharField(blank=True, max_length=30)),
                ('what', models.CharField(blank=True, max_length=120)),
                ('look', models.CharField(blank=True, max_length=200)),
                ('where', models.CharField(blank=True, max_length=120)),
                ('municipality', models.CharField(blank=True, max_length=80)),
                ('municipality_code', models.CharField(blank=True, max_length=10)),
                ('seen_on', models.DateField()),
                ('phone_at', models.DateTimeField(blank=True, null=True)),
                ('sure', models.CharField(choices=[('low', 'not sure'), ('middle', 'rather sure'), ('high', 'quite sure')], max_length=10)),
                ('source', models.CharField(choices=[('own', 'we saw it ourselves'), ('visitor', 'clients or visitors said it'), ('crew', 'medics, security or the bar said it'), ('test', 'a test of the substance showed it'), ('elsewhere', 'another service or the media')], max_length=10)),
                ('many', models.PositiveSmallIntegerField(default=1)),
                ('is_for_house', models.BooleanField(default=True)),
                ('recorded_by', models.CharField(max_length=60)),
                ('voided_at', models.DateTimeField(blank=True, null=True)),
                ('organisation', models.ForeignKey(db_index=False, on_delete=django.db.models.deletion.PROTECT, related_name='+', to='network.organisation')),
                ('service', models.ForeignKey(db_index=False, on_delete=django.db.models.deletion.PROTECT, related_name='+', to='network.service')),
                ('shift', models.ForeignKey(blank=True, null=True, on_delete=django.db.models.deletion.PROTECT, related_name='+', to='encounters.shift')),
                ('team', models.ForeignKey(blank=True, db_index=False, null=True, on_delete=django.db.models.deletion.PROTECT, related_name='+', to='network.team')),
            ],
            options={
                'abstract': False,
                'indexes': [models.Index(fields=['service', '-seen_on'], name='signal_by_day')],
                'constraints': [spojka.access.owned.SameHouse(name='signal_same_house'), models.CheckConstraint(condition=models.Q(('kind__in', ['substance', 'spiking', 'hunger', 'substitution', 'other'])), name='signal_kind'), models.CheckConstraint(condition=models.Q(('sure__in', ['low', 'middle', 'high'])), name='signal_sure'), models.CheckConstraint(condition=models.Q(('source__in', ['own', 'visitor', 'crew', 'test', 'elsewhere'])), name='signal_source'), models.CheckConstraint(condition=models.Q(('many__gte', 1)), name='signal_many')],
            },
        ),
        migrations.CreateModel(
            name='EarlyWarning',
            fields=[
                ('id', models.UUIDField(default=spojka.base.ids.new_id, editable=False, primary_key=True, serialize=False)),
                ('recorded_at', models.DateTimeField(default=django.utils.timezone.now, editable=False)),
                ('what', models.CharField(max_length=120)),
                ('look', models.CharField(blank=True, max_length=200)),
                ('text', models.CharField(max_length=1200)),
                ('area', models.CharField(blank=True, max_length=80)),
                ('area_code', models.CharField(blank=True, max_length=10)),
                ('audience', models.CharField(choices=[('team', 'our service alone'), ('house', 'all services of our house'), ('venues', 'our house and venues, on paper'), ('public', 'everybody, it may be told on')], max_length=10)),
                ('valid_from', models.DateField()),
                ('valid_to', models.DateField()),
                ('drawn_by', models.CharField(max_length=60)),
                ('verified_at', models.DateTimeField(blank=True, null=True)),
                ('verified_by', models.CharField(blank=True, max_length=60)),
                ('verified_name', models.CharField(blank=True, max_length=120)),
                ('withdrawn_at', models.DateTimeField(blank=True, null=True)),
                ('withdrawn_by', models.CharField(blank=True, max_length=60)),
                ('withdrawn_why', models.CharField(blank=True, max_length=300)),
                ('came_back', models.CharField(blank=True, max_length=1200)),
                ('organisation', models.ForeignKey(db_index=False, on_delete=django.db.models.deletion.PROTECT, related_name='+', to='network.organisation')),
                ('service', models.ForeignKey(db_index=False, on_delete=django.db.models.deletion.PROTECT, related_name='+', to='network.service')),
                ('team', models.ForeignKey(blank=True, db_index=False, null=True, on_delete=django.db.models.deletion.PROTECT, related_name='+', to='network.team')),
                ('signals', models.ManyToManyField(related_name='warnings', to='signals.signal')),
            ],
            options={
                'abstract': False,
                'indexes': [models.Index(fields=['service', '-valid_to'], name='warning_by_day')],
                'constraints': [spojka.access.owned.SameHouse(name='earlywarning_same_house'), models.CheckConstraint(condition=models.Q(('audience__in', ['team', 'house', 'venues', 'public'])), name='warning_audience'), models.CheckConstraint(condition=models.Q(('valid_to__gte', models.F('valid_from'))), name='warning_days', violation_error_message="The last day can't be before the first one."), models.CheckConstraint(condition=models.Q(('withdrawn_at', None), models.Q(('withdrawn_why', ''), _negated=True), _connector='OR'), name='warning_withdrawn_why')],
            },
        ),
        migrations.CreateModel(
            name='Acknowledgement',
            fields=[
                ('id', models.UUIDField(default=spojka.base.ids.new_id, editable=False, primary_key=True, serialize=False)),
                ('recorded_at', models.DateTimeField(default=django.utils.timezone.now, editable=False)),
                ('seen_at', models.DateTimeField()),
                ('membership', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='+', to='network.membership')),
                ('organisation', models.ForeignKey(db_index=False, on_delete=django.db.models.deletion.PROTECT, related_name='+', to='network.organisation')),
                ('service', models.ForeignKey(db_index=False, on_delete=django.db.models.deletion.PROTECT, related_name='+', to='network.service')),
                ('team', models.ForeignKey(blank=True, db_index=False, null=True, on_delete=django.db.models.deletion.PROTECT, related_name='+', to='network.team')),
                ('warning', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='acknowledgements', to='signals.earlywarning')),
            ],
            options={
                'abstract': False,
                'constraints': [spojka.access.owned.SameHouse(name='acknowledgement_same_house'), models.UniqueConstraint(fields=('warning', 'membership'), name='acknowledged_once')],
            },
        ),
    ]
