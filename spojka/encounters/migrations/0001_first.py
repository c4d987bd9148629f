import django.core.serializers.json
import django.db.models.deletion
import django.utils.timezone
import spojka.access.owned
import spojka.base.ids
from django.db import migrations, models


class Migration(migrations.Migration):

    initial = True

    dependencies = [
        ('clients', '0001_first'),
        ('events', '0001_first'),
        ('network', '0001_first'),
        ('places', '0001_first'),
    ]

    operations = [
        migrations.CreateModel(
            name='Shift',
            fields=[
                ('id', models.UUIDField(default=spojka.base.ids.new_id, editable=False, primary_key=True, serialize=False)),
                ('recorded_at', models.DateTimeField(default=django.utils.timezone.now, editable=False)),
                ('setting', models.CharField(max_length=30)),
                ('day', models.DateField()),
                ('planned_start', models.DateTimeField()),
                ('planned_end', models.DateTimeField()),
                ('started_at', models.DateTimeField(blank=True, null=True)),
                ('ended_at', models.DateTimeField(blank=True, null=True)),
                ('closed_at', models.DateTimeField(blank=True, null=True)),
                ('closed_by', models.CharField(blank=True, max_length=60)),
                ('note', models.CharField(blank=True, max_length=2000)),
                ('event', models.ForeignKey(blank=True, null=True, on_delete=django.db.models.deletion.PROTECT, related_name='shifts', to='events.event')),
                ('organisation', models.ForeignKey(db_index=False, on_delete=django.db.models.deletion.PROTECT, related_name='+', to='network.organisation')),
                ('place', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='shifts', to='places.place')),
                ('service', models.ForeignKey(db_index=False, on_delete=django.db.models.deletion.PROTECT, related_name='+', to='network.service')),
                ('team', models.ForeignKey(blank=True, db_index=False, null=True, on_delete=django.db.models.deletion.PROTECT, related_name='+', to='network.team')),
            ],
            options={
                'abstract': False,
                'indexes': [models.Index(fields=['service', '-day'], name='shift_by_day')],
                'constraints': [spojka.access.owned.SameHouse(name='shift_same_house'), models.CheckConstraint(condition=models.Q(('planned_end__gt', models.F('planned_start'))), name='shift_planned_span', violation_error_message="The shift can't end before it starts."), models.CheckConstraint(condition=models.Q(('ended_at', None), ('ended_at__gt', models.F('started_at')), _connector='OR'), name='shift_real_span', violation_error_message="The shift can't end before it started.")],
            },
        ),
        migrations.CreateModel(
            name='ServiceRefusal',
            fields=[
                ('id', models.UUIDField(default=spojka.base.ids.new_id, editable=False, primary_key=True, serialize=False)),
                ('recorded_at', models.DateTimeField(default=django.utils.timezone.now, editable=False)),
                ('day', models.DateField()),
                ('occurred_at', models.DateTimeField()),
                ('phone_at', models.DateTimeField(blank=True, null=True)),
                ('is_late', models.BooleanField(default=False)),
                ('ground', models.CharField(max_length=30)),
                ('wanted', models.CharField(blank=True, max_length=30)),
                ('offered', models.CharField(blank=True, max_length=200)),
                ('ends_service', models.BooleanField(default=False)),
                ('agreed_by', models.CharField(blank=True, max_length=200)),
                ('description', models.CharField(blank=True, max_length=300)),
                ('recorded_by', models.CharField(max_length=60)),
                ('voided_at', models.DateTimeField(blank=True, null=True)),
                ('organisation', models.ForeignKey(db_index=False, on_delete=django.db.models.deletion.PROTECT, related_name='+', to='network.organisation')),
                ('service', models.ForeignKey(db_index=False, on_delete=django.db.models.deletion.PROTECT, related_name='+', to='network.service')),
                ('team', models.ForeignKey(blank=True, db_index=False, null=True, on_delete=django.db.models.deletion.PROTECT, related_name='+', to='network.team')),
                ('shift', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='refusals', to='encounters.shift')),
            ],
            options={
                'abstract': False,
                'indexes': [models.Index(fields=['service', '-day'], name='refusal_by_day')],
                'constraints': [spojka.access.owned.SameHouse(name='servicerefusal_same_house')],
            },
        ),
        migrations.CreateModel(
            name='Encounter',
            fields=[
                ('id', models.UUIDField(default=spojka.base.ids.new_id, editable=False, primary_key=True, serialize=False)),
                ('recorded_at', models.DateTimeField(default=django.utils.timezone.now, editable=False)),
                ('day', models.DateField()),
                ('side', models.CharField(choices=[('anonymous', 'anonymous'), ('code', 'under a code'), ('tally', 'just a count')], max_length=10)),
                ('people', models.PositiveSmallIntegerField(default=1)),
                ('occurred_at', models.DateTimeField()),
                ('phone_at', models.DateTimeField(blank=True, null=True)),
                ('is_late', models.BooleanField(default=False)),
                ('is_timed', models.BooleanField(default=False)),
                ('digest', models.CharField(blank=True, max_length=32)),
                ('sex', models.CharField(blank=True, max_length=10)),
                ('age_band', models.CharField(blank=True, max_length=10)),
                ('user_kind', models.CharField(blank=True, max_length=20)),
                ('reason', models.CharField(blank=True, max_length=20)),
                ('note', models.CharField(blank=True, max_length=2000)),
                ('recorded_by', models.CharField(db_index=True, max_length=60)),
                ('voided_at', models.DateTimeField(blank=True, null=True)),
                ('version', models.PositiveSmallIntegerField(default=1)),
                ('client', models.ForeignKey(blank=True, null=True, on_delete=django.db.models.deletion.PROTECT, related_name='encounters', to='clients.client')),
                ('organisation', models.ForeignKey(db_index=False, on_delete=django.db.models.deletion.PROTECT, related_name='+', to='network.organisation')),
                ('service', models.ForeignKey(db_index=False, on_delete=django.db.models.deletion.PROTECT, related_name='+', to='network.service')),
                ('team', models.ForeignKey(blank=True, db_index=False, null=True, on_delete=django.db.models.deletion.PROTECT, related_name='+', to='network.team')),
                ('shift', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='encounters', to='encounters.shift')),
            ],
            options={
                'abstract': False,
                'indexes': [models.Index(fields=['service', '-day', '-occurred_at'], name='encounter_by_day'), models.Index(fields=['client', '-occurred_at'], name='encounter_by_client')],
                'constraints': [spojka.access.owned.SameHouse(name='encounter_same_house'), models.CheckConstraint(condition=models.Q(('side__in', ['anonymous', 'code', 'tally'])), name='encounter_side'), models.CheckConstraint(condition=models.Q(('people__gte', 1), ('people__lte', 5000)), name='encounter_people', violation_error_message='Write 1 to 5,000 people.'), models.CheckConstraint(condition=models.Q(models.Q(('client__isnull', False), ('side', 'code')), models.Q(models.Q(('side', 'code'), _negated=True), ('client', None)), _connector='OR'), name='encounter_client', violation_error_message='A contact under a code needs the code.')],
            },
        ),
        migrations.CreateModel(
            name='CrewMember',
            fields=[
                ('id', models.UUIDField(default=spojka.base.ids.new_id, editable=False, primary_key=True, serialize=False)),
                ('recorded_at', models.DateTimeField(default=django.utils.timezone.now, editable=False)),
                ('membership', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='+', to='network.membership')),
                ('organisation', models.ForeignKey(db_index=False, on_delete=django.db.models.deletion.PROTECT, related_name='+', to='network.organisation')),
                ('service', models.ForeignKey(db_index=False, on_delete=django.db.models.deletion.PROTECT, related_name='+', to='network.service')),
                ('team', models.ForeignKey(blank=True, db_index=False, null=True, on_delete=django.db.models.deletion.PROTECT, related_name='+', to='network.team')),
                ('shift', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='crew', to='encounters.shift')),
            ],
            options={
                'abstract': False,
                'constraints': [spojka.access.owned.SameHouse(name='crewmember_same_house'), models.UniqueConstraint(fields=('shift', 'membership'), name='crew_once')],
            },
        ),
        migrations.CreateModel(
            name='Breath',
            fields=[
                ('id', models.UUIDField(default=spojka.base.ids.new_id, editable=False, primary_key=True, serialize=False)),
                ('recorded_at', models.DateTimeField(default=django.utils.timezone.now, editable=False)),
                ('day', models.DateField()),
                ('value', models.DecimalField(decimal_places=3, max_digits=5)),
                ('unit', models.CharField(max_length=10)),
                ('factor', models.DecimalField(decimal_places=2, max_digits=4)),
                ('device', models.CharField(blank=True, max_length=40)),
                ('voided_at', models.DateTimeField(blank=True, null=True)),
                ('organisation', models.ForeignKey(db_index=False, on_delete=django.db.models.deletion.PROTECT, related_name='+', to='network.organisation')),
                ('service', models.ForeignKey(db_index=False, on_delete=django.db.models.deletion.PROTECT, related_name='+', to='network.service')),
                ('team', models.ForeignKey(blank=True, db_index=False, null=True, on_delete=django.db.models.deletion.PROTECT, related_name='+', to='network.team')),
                ('encounter', models.ForeignKey(blank=True, null=True, on_delete=django.db.models.deletion.CASCADE, related_name='breaths', to='encounters.encounter')),
                ('shift', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='breaths', to='encounters.shift')),
            ],
            options={
                'abstract': False,
                'indexes': [models.Index(fields=['service', '-day'], name='breath_by_day')],
                'constraints': [spojka.access.owned.SameHouse(name='breath_same_house'), models.CheckConstraint(condition=models.Q(('value__gte', 0), ('value__lte', 6)), name='breath_value', violation_error_message='Write 0 to 6, as the device shows it.')],
            },
        ),
        migrations.CreateModel(
            name='Topic',
            fields=[
                ('id', models.UUIDField(default=spojka.base.ids.new_id, editable=False, primary_key=True, serialize=False)),
                ('recorded_at', models.DateTimeField(default=django.utils.timezone.now, editable=False)),
                ('kind', models.CharField(choices=[('theme', 'theme'), ('substance', 'substance')], max_length=10)),
                ('code', models.CharField(max_length=30)),
                ('encounter', models.ForeignKey(on_delete=django.db.models.deletion.CASCADE, related_name='topics', to='encounters.encounter')),
                ('organisation', models.ForeignKey(db_index=False, on_delete=django.db.models.deletion.PROTECT, related_name='+', to='network.organisation')),
                ('service', models.ForeignKey(db_index=False, on_delete=django.db.models.deletion.PROTECT, related_name='+', to='network.service')),
                ('team', models.ForeignKey(blank=True, db_index=False, null=True, on_delete=django.db.models.deletion.PROTECT, related_name='+', to='network.team')),
            ],
            options={
                'abstract': False,
                'constraints': [spojka.access.owned.SameHouse(name='topic_same_house'), models.CheckConstraint(condition=models.Q(('kind__in', ['theme', 'substance'])), name='topic_kind'), models.UniqueConstraint(fields=('encounter', 'kind', 'code'), name='topic_once')],
            },
        ),
        migrations.CreateModel(
            name='Correction',
            fields=[
                ('id', models.UUIDField(default=spojka.base.ids.new_id, editable=False, primary_key=True, serialize=False)),
                ('recorded_at', models.DateTimeField(default=django.utils.timezone.now, editable=False)),
                ('kind', models.CharField(choices=[('corrected', 'corrected'), ('voided', 'voided')], max_length=10)),
                ('before', models.JSONField(encoder=django.core.serializers.json.DjangoJSONEncoder)),
                ('reason', models.CharField(max_length=200)),
                ('made_by', models.CharField(max_length=60)),
                ('organisation', models.ForeignKey(db_index=False, on_delete=django.db.models.deletion.PROTECT, related_name='+', to='network.organisation')),
                ('service', models.ForeignKey(db_index=False, on_delete=django.db.models.deletion.PROTECT, related_name='+', to='network.service')),
                ('team', models.ForeignKey(blank=True, db_index=False, null=True, on_delete=django.db.models.deletion.PROTECT, related_name='+', to='network.team')),
                ('encounter', models.ForeignKey(on_delete=django.db.models.deletion.CASCADE, related_name='corrections', to='encounters.encounter')),
            ],
            options={
                'abstract': False,
                'constraints': [spojka.access.owned.SameHouse(name='correction_same_house'), models.CheckConstraint(condition=models.Q(('kind__in', ['corrected', 'voided'])), name='correction_kind')],
            },
        ),
        migrations.CreateModel(
            name='Act',
            fields=[
                ('id', models.UUIDField(default=spojka.base.ids.new_id, editable=False, primary_key=True, serialize=False)),
                ('recorded_at', models.DateTimeField(default=django.utils.timezone.now, editable=False)),
                ('code', models.CharField(max_length=20)),
                ('quantity', models.PositiveSmallIntegerField(default=1)),
                ('minutes', models.PositiveSmallIntegerField(default=0)),
                ('organisation', models.ForeignKey(db_index=False, on_delete=django.db.models.deletion.PROTECT, related_name='+', to='network.organisation')),
                ('service', models.ForeignKey(db_index=False, on_delete=django.db.models.deletion.PROTECT, related_name='+', to='network.service')),
                ('team', models.ForeignKey(blank=True, db_index=False, null=True, on_delete=django.db.models.deletion.PROTECT, related_name='+', to='network.team')),
                ('encounter', models.ForeignKey(on_delete=django.db.models.deletion.CASCADE, related_name='acts', to='encounters.encounter')),
            ],
            options={
                'abstract': False,
                'constraints': [spojka.access.owned.SameHouse(name='act_same_house'), models.CheckConstraint(condition=models.Q(('minutes__lte', 6000), ('quantity__gte', 1), ('quantity__lte', 5000)), name='act_quantity', violation_error_message='Write 1 to 5,000 acts and at most 6,000 minutes.')],
            },
        ),
        migrations.CreateModel(
            name='Handout',
            fields=[
                ('id', models.UUIDField(default=spojka.base.ids.new_id, editable=False, primary_key=True, serialize=False)),
                ('recorded_at', models.DateTimeField(default=django.utils.timezone.now, editable=False)),
                ('code', models.CharField(max_length=30)),
                ('quantity', models.PositiveSmallIntegerField()),
                ('encounter', models.ForeignKey(on_delete=django.db.models.deletion.CASCADE, related_name='handouts', to='encounters.encounter')),
                ('organisation', models.ForeignKey(db_index=False, on_delete=django.db.models.deletion.PROTECT, related_name='+', to='network.organisation')),
                ('service', models.ForeignKey(db_index=False, on_delete=django.db.models.deletion.PROTECT, related_name='+', to='network.service')),
                ('team', models.ForeignKey(blank=True, db_index=False, null=True, on_delete=django.db.models.deletion.PROTECT, related_name='+', to='network.team')),
            ],
            options={
                'abstract': False,
                'constraints': [spojka.access.owned.SameHouse(name='handout_same_house'), models.CheckConstraint(condition=models.Q(('quantity__gte', 1), ('quantity__lte', 5000)), name='handout_quantity', violation_error_message='Write 1 to 5,000 pieces.')],
            },
        ),
    ]
