import django.core.serializers.json
import django.db.models.deletion
import django.utils.timezone
import spojka.access.owned
import spojka.base.ids
from django.db import migrations, models


class Migration(migrations.Migration):

    initial = True

    dependencies = [
        ('clients', '0003_mark_changes'),
        ('encounters', '0014_list_some_services'),
        ('network', '0004_hear_warnings'),
    ]

    operations = [
        migrations.CreateModel(
            name='Exclusion',
            fields=[
                ('id', models.UUIDField(default=spojka.base.ids.new_id, editable=False, primary_key=True, serialize=False)),
                ('recorded_at', models.DateTimeField(default=django.utils.timezone.now, editable=False)),
                ('description', models.CharField(blank=True, max_length=300)),
                ('ground', models.CharField(max_length=30)),
                ('what', models.CharField(max_length=500)),
                ('remedy', models.CharField(max_length=300)),
                ('starts_on', models.DateField()),
                ('ends_on', models.DateField(blank=True, null=True)),
                ('until', models.CharField(blank=True, max_length=120)),
                ('told', models.CharField(max_length=300)),
                ('appeal', models.CharField(max_length=300)),
                ('offered', models.CharField(max_length=300)),
                ('alone_why', models.CharField(blank=True, max_length=200)),
                ('review_on', models.DateField()),
                ('recorded_by', models.CharField(max_length=60)),
                ('ended_at', models.DateTimeField(blank=True, null=True)),
                ('ended_by', models.CharField(blank=True, max_length=60)),
                ('ended_why', models.CharField(blank=True, max_length=200)),
                ('client', models.ForeignKey(blank=True, null=True, on_delete=django.db.models.deletion.PROTECT, related_name='+', to='clients.client')),
                ('organisation', models.ForeignKey(db_index=False, on_delete=django.db.models.deletion.PROTECT, related_name='+', to='network.organisation')),
                ('refusal', models.OneToOneField(blank=True, null=True, on_delete=django.db.models.deletion.PROTECT, related_name='+', to='encounters.servicerefusal')),
                ('service', models.ForeignKey(db_index=False, on_delete=django.db.models.deletion.PROTECT, related_name='+', to='network.service')),
                ('shift', models.ForeignKey(blank=True, null=True, on_delete=django.db.models.deletion.PROTECT, related_name='+', to='encounters.shift')),
                ('team', models.ForeignKey(blank=True, db_index=False, null=True, on_delete=django.db.models.deletion.PROTECT, related_name='+', to='network.team')),
            ],
            options={
                'abstract': False,
            },
        ),
        migrations.CreateModel(
            name='ExclusionAgreement',
            fields=[
                ('id', models.UUIDField(default=spojka.base.ids.new_id, editable=False, primary_key=True, serialize=False)),
                ('recorded_at', models.DateTimeField(default=django.utils.timezone.now, editable=False)),
                ('exclusion', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='agreements', to='care.exclusion')),
                ('membership', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='+', to='network.membership')),
                ('organisation', models.ForeignKey(db_index=False, on_delete=django.db.models.deletion.PROTECT, related_name='+', to='network.organisation')),
                ('service', models.ForeignKey(db_index=False, on_delete=django.db.models.deletion.PROTECT, related_name='+', to='network.service')),
                ('team', models.ForeignKey(blank=True, db_index=False, null=True, on_delete=django.db.models.deletion.PROTECT, related_name='+', to='network.team')),
            ],
            options={
                'abstract': False,
            },
        ),
        migrations.CreateModel(
            name='ExclusionReview',
            fields=[
                ('id', models.UUIDField(default=spojka.base.ids.new_id, editable=False, primary_key=True, serialize=False)),
                ('recorded_at', models.DateTimeField(default=django.utils.timezone.now, editable=False)),
                ('said', models.CharField(max_length=300)),
                ('ends_before', models.DateField(blank=True, null=True)),
                ('ends_on', models.DateField(blank=True, null=True)),
                ('review_on', models.DateField()),
                ('reviewed_by', models.CharField(max_length=60)),
                ('exclusion', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='reviews', to='care.exclusion')),
                ('organisation', models.ForeignKey(db_index=False, on_delete=django.db.models.deletion.PROTECT, related_name='+', to='network.organisation')),
                ('service', models.ForeignKey(db_index=False, on_delete=django.db.models.deletion.PROTECT, related_name='+', to='network.service')),
                ('team', models.ForeignKey(blank=True, db_index=False, null=True, on_delete=django.db.models.deletion.PROTECT, related_name='+', to='network.team')),
            ],
            options={
                'abstract': False,
            },
        ),
        migrations.CreateModel(
            name='GroupSession',
            fields=[
                ('id', models.UUIDField(default=spojka.base.ids.new_id, editable=False, primary_key=True, serialize=False)),
                ('recorded_at', models.DateTimeField(default=django.utils.timezone.now, editable=False)),
                ('day', models.DateField()),
                ('act', models.CharField(max_length=20)),
                ('topic', models.CharField(blank=True, max_length=120)),
                ('place', models.CharField(blank=True, max_length=120)),
                ('institution', models.CharField(blank=True, max_length=120)),
                ('starts_at', models.DateTimeField()),
                ('ends_at', models.DateTimeField()),
                ('others', models.PositiveSmallIntegerField(default=0)),
                ('recorded_by', models.CharField(max_length=60)),
                ('version', models.PositiveSmallIntegerField(default=1)),
                ('voided_at', models.DateTimeField(blank=True, null=True)),
                ('organisation', models.ForeignKey(db_index=False, on_delete=django.db.models.deletion.PROTECT, related_name='+', to='network.organisation')),
                ('service', models.ForeignKey(db_index=False, on_delete=django.db.models.deletion.PROTECT, related_name='+', to='network.service')),
                ('shift', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='+', to='encounters.shift')),
                ('tally', models.OneToOneField(blank=True, null=True, on_delete=django.db.models.deletion.PROTECT, related_name='+', to='encounters.encounter')),
                ('team', models.ForeignKey(blank=True, db_index=False, null=True, on_delete=django.db.models.deletion.PROTECT, related_name='+', to='network.team')),
            ],
            options={
                'abstract': False,
            },
        ),
        migrations.CreateModel(
            name='GroupLeader',
            fields=[
                ('id', models.UUIDField(default=spojka.base.ids.new_id, editable=False, primary_key=True, serialize=False)),
                ('recorded_at', models.DateTimeField(default=django.utils.timezone.now, editable=False)),
                ('membership', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='+', to='network.membership')),
                ('organisation', models.ForeignKey(db_index=False, on_delete=django.db.models.deletion.PROTECT, related_name='+', to='network.organisation')),
                ('service', models.ForeignKey(db_index=False, on_delete=django.db.models.deletion.PROTECT, related_name='+', to='network.service')),
                ('team', models.ForeignKey(blank=True, db_index=False, null=True, on_delete=django.db.models.deletion.PROTECT, related_name='+', to='network.team')),
                ('session', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='leaders', to='care.groupsession')),
            ],
            options={
                'abstract': False,
            },
        ),
        migrations.CreateModel(
            name='GroupChange',
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
                ('session', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='changes', to='care.groupsession')),
            ],
            options={
                'abstract': False,
            },
        ),
        migrations.CreateModel(
            name='GroupAttendee',
            fields=[
                ('id', models.UUIDField(default=spojka.base.ids.new_id, editable=False, primary_key=True, serialize=False)),
                ('recorded_at', models.DateTimeField(default=django.utils.timezone.now, editable=False)),
                ('encounter', models.OneToOneField(on_delete=django.db.models.deletion.PROTECT, related_name='group_attendance', to='encounters.encounter')),
                ('organisation', models.ForeignKey(db_index=False, on_delete=django.db.models.deletion.PROTECT, related_name='+', to='network.organisation')),
                ('service', models.ForeignKey(db_index=False, on_delete=django.db.models.deletion.PROTECT, related_name='+', to='network.service')),
                ('team', models.ForeignKey(blank=True, db_index=False, null=True, on_delete=django.db.models.deletion.PROTECT, related_name='+', to='network.team')),
                ('session', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='attendees', to='care.groupsession')),
            ],
            options={
                'abstract': False,
            },
        ),
        migrations.CreateModel(
            name='RapidTest',
            fields=[
                ('id', models.UUIDField(default=spojka.base.ids.new_id, editable=False, primary_key=True, serialize=False)),
                ('recorded_at', models.DateTimeField(default=django.utils.timezone.now, editable=False)),
                ('day', models.DateField()),
                ('kind', models.CharField(max_length=30)),
                ('slip', models.CharField(blank=True, max_length=8)),
                ('state', models.CharField(choices=[('talked', 'talk before the test done'), ('taken', 'waits to be read'), ('read', 'the result waits to be told'), ('refer', 'needs a referral'), ('done', 'done'), ('ended', 'ended without it')], max_length=10)),
                ('result', models.CharField(blank=True, choices=[('nonreactive', 'nonreactive'), ('reactive', 'reactive'), ('invalid', 'invalid'), ('not_read', 'not read in time')], max_length=12)),
                ('due_from', models.DateTimeField(blank=True, null=True)),
                ('due_until', models.DateTimeField(blank=True, null=True)),
                ('taken_by', models.CharField(max_length=60)),
                ('recorded_by', models.CharField(max_length=60)),
                ('voided_at', models.DateTimeField(blank=True, null=True)),
                ('voided_by', models.CharField(blank=True, max_length=60)),
                ('voided_why', models.CharField(blank=True, max_length=200)),
                ('encounter', models.ForeignKey(blank=True, null=True, on_delete=django.db.models.deletion.PROTECT, related_name='rapid_tests', to='encounters.encounter')),
                ('organisation', models.ForeignKey(db_index=False, on_delete=django.db.models.deletion.PROTECT, related_name='+', to='network.organisation')),
                ('repeats', models.ForeignKey(blank=True, null=True, on_delete=django.db.models.deletion.PROTECT, related_name='repeated', to='care.rapidtest')),
                ('service', models.ForeignKey(db_index=False, on_delete=django.db.models.deletion.PROTECT, related_name='+', to='network.service')),
                ('shift', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='+', to='encounters.shift')),
                ('team', models.ForeignKey(blank=True, db_index=False, null=True, on_delete=django.db.models.deletion.PROTECT, related_name='+', to='network.team')),
            ],
            options={
                'abstract': False,
            },
        ),
        migrations.CreateModel(
            name='RapidTestStep',
            fields=[
                ('id', models.UUIDField(default=spojka.base.ids.new_id, editable=False, primary_key=True, serialize=False)),
                ('recorded_at', models.DateTimeField(default=django.utils.timezone.now, editable=False)),
                ('kind', models.CharField(choices=[('talk', 'Talk before the test'), ('taken', 'Taken'), ('read', 'Read'), ('told', 'Result told, with the talk after it'), ('referred', 'Referral'), ('declined', 'Referral declined by the person'), ('ended', 'Ended without it')], max_length=10)),
                ('occurred_at', models.DateTimeField()),
                ('agreed', models.BooleanField(default=False)),
                ('covered', models.JSONField(blank=True, default=list)),
                ('batch', models.CharField(blank=True, max_length=40)),
                ('expires_on', models.DateField(blank=True, null=True)),
                ('low', models.PositiveSmallIntegerField(blank=True, null=True)),
                ('high', models.PositiveSmallIntegerField(blank=True, null=True)),
                ('result', models.CharField(blank=True, choices=[('nonreactive', 'nonreactive'), ('reactive', 'reactive'), ('invalid', 'invalid'), ('not_read', 'not read in time')], max_length=12)),
                ('repeat', models.BooleanField(blank=True, null=True)),
                ('place', models.CharField(blank=True, max_length=120)),
                ('on', models.DateField(blank=True, null=True)),
                ('text', models.CharField(blank=True, max_length=300)),
                ('recorded_by', models.CharField(max_length=60)),
                ('voided_at', models.DateTimeField(blank=True, null=True)),
                ('voided_by', models.CharField(blank=True, max_length=60)),
                ('voided_why', models.CharField(blank=True, max_length=200)),
                ('organisation', models.ForeignKey(db_index=False, on_delete=django.db.models.deletion.PROTECT, related_name='+', to='network.organisation')),
                ('service', models.ForeignKey(db_index=False, on_delete=django.db.models.deletion.PROTECT, related_name='+', to='network.service')),
                ('team', models.ForeignKey(blank=True, db_index=False, null=True, on_delete=django.db.models.deletion.PROTECT, related_name='+', to='network.team')),
                ('test', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='steps', to='care.rapidtest')),
            ],
            options={
                'abstract': False,
            },
        ),
        migrations.CreateModel(
            name='Resource',
            fields=[
                ('id', models.UUIDField(default=spojka.base.ids.new_id, editable=False, primary_key=True, serialize=False)),
                ('recorded_at', models.DateTimeField(default=django.utils.timezone.now, editable=False)),
                ('name', models.CharField(max_length=40)),
                ('minutes', models.PositiveSmallIntegerField()),
                ('opens_at', models.TimeField(blank=True, null=True)),
                ('closes_at', models.TimeField(blank=True, null=True)),
                ('act', models.CharField(blank=True, max_length=20)),
                ('recorded_by', models.CharField(max_length=60)),
                ('ended_at', models.DateTimeField(blank=True, null=True)),
                ('organisation', models.ForeignKey(db_index=False, on_delete=django.db.models.deletion.PROTECT, related_name='+', to='network.organisation')),
                ('service', models.ForeignKey(db_index=False, on_delete=django.db.models.deletion.PROTECT, related_name='+', to='network.service')),
                ('team', models.ForeignKey(blank=True, db_index=False, null=True, on_delete=django.db.models.deletion.PROTECT, related_name='+', to='network.team')),
            ],
            options={
                'abstract': False,
            },
        ),
        migrations.CreateModel(
            name='Slot',
            fields=[
                ('id', models.UUIDField(default=spojka.base.ids.new_id, editable=False, primary_key=True, serialize=False)),
                ('recorded_at', models.DateTimeField(default=django.utils.timezone.now, editable=False)),
                ('day', models.DateField()),
                ('who', models.CharField(blank=True, max_length=24)),
                ('is_code', models.BooleanField(default=False)),
                ('state', models.CharField(choices=[('waiting', 'waiting'), ('inside', 'inside'), ('done', 'done'), ('skipped', 'did not come'), ('left', 'left')], default='waiting', max_length=10)),
                ('queued_at', models.DateTimeField()),
                ('started_at', models.DateTimeField(blank=True, null=True)),
                ('ended_at', models.DateTimeField(blank=True, null=True)),
                ('contact_id', models.UUIDField(default=spojka.base.ids.new_id)),
                ('recorded_by', models.CharField(max_length=60)),
                ('encounter', models.OneToOneField(blank=True, null=True, on_delete=django.db.models.deletion.PROTECT, related_name='slot', to='encounters.encounter')),
                ('organisation', models.ForeignKey(db_index=False, on_delete=django.db.models.deletion.PROTECT, related_name='+', to='network.organisation')),
                ('resource', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='slots', to='care.resource')),
                ('service', models.ForeignKey(db_index=False, on_delete=django.db.models.deletion.PROTECT, related_name='+', to='network.service')),
                ('shift', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='+', to='encounters.shift')),
                ('team', models.ForeignKey(blank=True, db_index=False, null=True, on_delete=django.db.models.deletion.PROTECT, related_name='+', to='network.team')),
            ],
            options={
                'abstract': False,
            },
        ),
        migrations.CreateModel(
            name='Treatment',
            fields=[
                ('id', models.UUIDField(default=spojka.base.ids.new_id, editable=False, primary_key=True, serialize=False)),
                ('recorded_at', models.DateTimeField(default=django.utils.timezone.now, editable=False)),
                ('what', models.JSONField(default=list)),
                ('note', models.CharField(blank=True, max_length=500)),
                ('recorded_by', models.CharField(max_length=60)),
                ('encounter', models.OneToOneField(on_delete=django.db.models.deletion.PROTECT, related_name='treatment', to='encounters.encounter')),
                ('organisation', models.ForeignKey(db_index=False, on_delete=django.db.models.deletion.PROTECT, related_name='+', to='network.organisation')),
                ('service', models.ForeignKey(db_index=False, on_delete=django.db.models.deletion.PROTECT, related_name='+', to='network.service')),
                ('team', models.ForeignKey(blank=True, db_index=False, null=True, on_delete=django.db.models.deletion.PROTECT, related_name='+', to='network.team')),
            ],
            options={
                'abstract': False,
            },
        ),
        migrations.AddIndex(
            model_name='exclusion',
            index=models.Index(fields=['client'], name='exclusion_by_client'),
        ),
        migrations.AddIndex(
            model_name='exclusion',
            index=models.Index(condition=models.Q(('ended_at', None)), fields=['service', 'review_on'], name='exclusion_by_review'),
        ),
        migrations.AddConstraint(
            model_name='exclusion',
            constraint=spojka.access.owned.SameHouse(name='exclusion_same_house'),
        ),
        migrations.AddConstraint(
            model_name='exclusion',
            constraint=models.CheckConstraint(condition=models.Q(models.Q(('client__isnull', False), ('description', ''), ('shift', None)), models.Q(('client', None), ('shift__isnull', False)), _connector='OR'), name='exclusion_of'),
        ),
        migrations.AddConstraint(
            model_name='exclusion',
            constraint=models.CheckConstraint(condition=models.Q(('ends_on', None), ('ends_on__gte', models.F('starts_on')), _connector='OR'), name='exclusion_span', violation_error_message="It can't end before it starts."),
        ),
        migrations.AddConstraint(
            model_name='exclusionagreement',
            constraint=spojka.access.owned.SameHouse(name='exclusionagreement_same_house'),
        ),
        migrations.AddConstraint(
            model_name='exclusionagreement',
            constraint=models.UniqueConstraint(fields=('exclusion', 'membership'), name='exclusionagreement_once'),
        ),
        migrations.AddConstraint(
            model_name='exclusionreview',
            constraint=spojka.access.owned.SameHouse(name='exclusionreview_same_house'),
        ),
        migrations.AddIndex(
            model_name='groupsession',
            index=models.Index(fields=['service', '-day'], name='groupsession_by_day'),
        ),
        migrations.AddConstraint(
            model_name='groupsession',
            constraint=spojka.access.owned.SameHouse(name='groupsession_same_house'),
        ),
        migrations.AddConstraint(
            model_name='groupsession',
            constraint=models.CheckConstraint(condition=models.Q(('ends_at__gt', models.F('starts_at'))), name='groupsession_span', violation_error_message="It can't end before it starts."),
        ),
        migrations.AddConstraint(
            model_name='groupleader',
            constraint=spojka.access.owned.SameHouse(name='groupleader_same_house'),
        ),
        migrations.AddConstraint(
            model_name='groupleader',
            constraint=models.UniqueConstraint(fields=('session', 'membership'), name='groupleader_once'),
        ),
        migrations.AddConstraint(
            model_name='groupchange',
            constraint=spojka.access.owned.SameHouse(name='groupchange_same_house'),
        ),
        migrations.AddConstraint(
            model_name='groupchange',
            constraint=models.CheckConstraint(condition=models.Q(('kind__in', ['corrected', 'voided'])), name='groupchange_kind'),
        ),
        migrations.AddConstraint(
            model_name='groupattendee',
            constraint=spojka.access.owned.SameHouse(name='groupattendee_same_house'),
        ),
        migrations.AddIndex(
            model_name='rapidtest',
            index=models.Index(fields=['service', '-day'], name='rapidtest_by_day'),
        ),
        migrations.AddIndex(
            model_name='rapidtest',
            index=models.Index(condition=models.Q(('voided_at', None)), fields=['service', 'state'], name='rapidtest_open'),
        ),
        migrations.AddConstraint(
            model_name='rapidtest',
            constraint=spojka.access.owned.SameHouse(name='rapidtest_same_house'),
        ),
        migrations.AddConstraint(
            model_name='rapidtest',
            constraint=models.CheckConstraint(condition=models.Q(('state__in', ['talked', 'taken', 'read', 'refer', 'done', 'ended'])), name='rapidtest_state'),
        ),
        migrations.AddConstraint(
            model_name='rapidtest',
            constraint=models.CheckConstraint(condition=models.Q(('result__in', ['', 'nonreactive', 'reactive', 'invalid', 'not_read'])), name='rapidtest_result'),
        ),
        migrations.AddConstraint(
            model_name='rapidtest',
            constraint=models.UniqueConstraint(condition=models.Q(('slip', ''), _negated=True), fields=('service', 'day', 'slip'), name='rapidtest_slip_once'),
        ),
        migrations.AddIndex(
            model_name='rapidteststep',
            index=models.Index(fields=['test', 'occurred_at'], name='rapidteststep_in_order'),
        ),
        migrations.AddConstraint(
            model_name='rapidteststep',
            constraint=spojka.access.owned.SameHouse(name='rapidteststep_same_house'),
        ),
        migrations.AddConstraint(
            model_name='rapidteststep',
            constraint=models.CheckConstraint(condition=models.Q(('kind__in', ['talk', 'taken', 'read', 'told', 'referred', 'declined', 'ended'])), name='rapidteststep_kind'),
        ),
        migrations.AddConstraint(
            model_name='rapidteststep',
            constraint=models.CheckConstraint(condition=models.Q(('result__in', ['', 'nonreactive', 'reactive', 'invalid', 'not_read'])), name='rapidteststep_result'),
        ),
        migrations.AddConstraint(
            model_name='resource',
            constraint=spojka.access.owned.SameHouse(name='resource_same_house'),
        ),
        migrations.AddConstraint(
            model_name='resource',
            constraint=models.CheckConstraint(condition=models.Q(('minutes__gte', 1), ('minutes__lte', 600)), name='resource_minutes', violation_error_message='Write 1 to 600 minutes.'),
        ),
        migrations.AddIndex(
            model_name='slot',
            index=models.Index(fields=['service', '-day'], name='slot_by_day'),
        ),
        migrations.AddConstraint(
            model_name='slot',
            constraint=spojka.access.owned.SameHouse(name='slot_same_house'),
        ),
        migrations.AddConstraint(
            model_name='slot',
            constraint=models.CheckConstraint(condition=models.Q(('state__in', ['waiting', 'inside', 'done', 'skipped', 'left'])), name='slot_state'),
        ),
        migrations.AddConstraint(
            model_name='slot',
            constraint=models.UniqueConstraint(condition=models.Q(('state', 'inside')), fields=('resource',), name='slot_one_inside'),
        ),
        migrations.AddConstraint(
            model_name='treatment',
            constraint=spojka.access.owned.SameHouse(name='treatment_same_house'),
        ),
    ]
