import django.db.models.deletion
import django.utils.timezone
import spojka.access.owned
import spojka.base.ids
import spojka.meetings.models.series
from django.db import migrations, models


class Migration(migrations.Migration):

    initial = True

    dependencies = [
        ('links', '0001_links'),
        ('network', '0004_hear_warnings'),
    ]

    operations = [
        migrations.CreateModel(
            name='Meeting',
            fields=[
                ('id', models.UUIDField(default=spojka.base.ids.new_id, editable=False, primary_key=True, serialize=False)),
                ('recorded_at', models.DateTimeField(default=django.utils.timezone.now, editable=False)),
                ('needs', models.CharField(blank=True, max_length=40)),
                ('held_for', models.UUIDField(default=spojka.base.ids.new_id)),
                ('kind', models.CharField(choices=[('team', 'team meeting'), ('meeting', 'meeting'), ('supervision', 'supervision'), ('intervision', 'intervision')], max_length=12)),
                ('called_as', models.TextField()),
                ('place', models.TextField(blank=True)),
                ('starts_at', models.DateTimeField()),
                ('minutes', models.PositiveSmallIntegerField()),
                ('planned_on', models.DateField(blank=True, null=True)),
                ('sequence', models.PositiveSmallIntegerField(default=0)),
                ('cancelled_at', models.DateTimeField(blank=True, null=True)),
                ('cancelled_why', models.TextField(blank=True)),
                ('head_count', models.PositiveSmallIntegerField(blank=True, null=True)),
                ('sent_at', models.DateTimeField(blank=True, null=True)),
                ('locked_at', models.DateTimeField(blank=True, null=True)),
                ('locked_by', models.CharField(blank=True, max_length=60)),
                ('called_by', models.CharField(max_length=60)),
                ('organisation', models.ForeignKey(db_index=False, on_delete=django.db.models.deletion.PROTECT, related_name='+', to='network.organisation')),
                ('service', models.ForeignKey(db_index=False, on_delete=django.db.models.deletion.PROTECT, related_name='+', to='network.service')),
                ('team', models.ForeignKey(blank=True, db_index=False, null=True, on_delete=django.db.models.deletion.PROTECT, related_name='+', to='network.team')),
            ],
            options={
                'abstract': False,
            },
        ),
        migrations.CreateModel(
            name='Invited',
            fields=[
                ('id', models.UUIDField(default=spojka.base.ids.new_id, editable=False, primary_key=True, serialize=False)),
                ('recorded_at', models.DateTimeField(default=django.utils.timezone.now, editable=False)),
                ('name', models.TextField(blank=True)),
                ('house', models.TextField(blank=True)),
                ('email', models.TextField(blank=True)),
                ('told', models.PositiveSmallIntegerField(blank=True, null=True)),
                ('told_at', models.DateTimeField(blank=True, null=True)),
                ('answer', models.CharField(blank=True, choices=[('yes', 'comes'), ('no', 'does not come'), ('maybe', 'perhaps'), ('substitute', 'sends somebody else')], max_length=10)),
                ('substitute', models.TextField(blank=True)),
                ('note', models.TextField(blank=True)),
                ('answered_at', models.DateTimeField(blank=True, null=True)),
                ('presence', models.CharField(blank=True, choices=[('came', 'came'), ('excused', 'excused'), ('substitute', 'somebody else came'), ('absent', 'did not come')], max_length=10)),
                ('is_walk_in', models.BooleanField(default=False)),
                ('organises', models.BooleanField(default=False)),
                ('leads', models.BooleanField(default=False)),
                ('writes', models.BooleanField(default=False)),
                ('ended_at', models.DateTimeField(blank=True, null=True)),
                ('added_by', models.CharField(max_length=60)),
                ('membership', models.ForeignKey(blank=True, null=True, on_delete=django.db.models.deletion.PROTECT, related_name='+', to='network.membership')),
                ('organisation', models.ForeignKey(db_index=False, on_delete=django.db.models.deletion.PROTECT, related_name='+', to='network.organisation')),
                ('service', models.ForeignKey(db_index=False, on_delete=django.db.models.deletion.PROTECT, related_name='+', to='network.service')),
                ('team', models.ForeignKey(blank=True, db_index=False, null=True, on_delete=django.db.models.deletion.PROTECT, related_name='+', to='network.team')),
                ('meeting', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='people', to='meetings.meeting')),
            ],
            options={
                'abstract': False,
            },
            bases=(spojka.meetings.models.series.Person, models.Model),
        ),
        migrations.CreateModel(
            name='Amendment',
            fields=[
                ('id', models.UUIDField(default=spojka.base.ids.new_id, editable=False, primary_key=True, serialize=False)),
                ('recorded_at', models.DateTimeField(default=django.utils.timezone.now, editable=False)),
                ('text', models.TextField()),
                ('at', models.DateTimeField()),
                ('written_by', models.CharField(max_length=60)),
                ('organisation', models.ForeignKey(db_index=False, on_delete=django.db.models.deletion.PROTECT, related_name='+', to='network.organisation')),
                ('service', models.ForeignKey(db_index=False, on_delete=django.db.models.deletion.PROTECT, related_name='+', to='network.service')),
                ('team', models.ForeignKey(blank=True, db_index=False, null=True, on_delete=django.db.models.deletion.PROTECT, related_name='+', to='network.team')),
                ('meeting', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='amendments', to='meetings.meeting')),
            ],
            options={
                'abstract': False,
            },
        ),
        migrations.CreateModel(
            name='AgendaItem',
            fields=[
                ('id', models.UUIDField(default=spojka.base.ids.new_id, editable=False, primary_key=True, serialize=False)),
                ('recorded_at', models.DateTimeField(default=django.utils.timezone.now, editable=False)),
                ('text', models.TextField()),
                ('added_by', models.CharField(max_length=60)),
                ('dropped_at', models.DateTimeField(blank=True, null=True)),
                ('organisation', models.ForeignKey(db_index=False, on_delete=django.db.models.deletion.PROTECT, related_name='+', to='network.organisation')),
                ('service', models.ForeignKey(db_index=False, on_delete=django.db.models.deletion.PROTECT, related_name='+', to='network.service')),
                ('team', models.ForeignKey(blank=True, db_index=False, null=True, on_delete=django.db.models.deletion.PROTECT, related_name='+', to='network.team')),
                ('meeting', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='agenda', to='meetings.meeting')),
            ],
            options={
                'abstract': False,
            },
        ),
        migrations.CreateModel(
            name='MeetingLink',
            fields=[
                ('id', models.UUIDField(default=spojka.base.ids.new_id, editable=False, primary_key=True, serialize=False)),
                ('recorded_at', models.DateTimeField(default=django.utils.timezone.now, editable=False)),
                ('row_id', models.UUIDField(db_index=True)),
                ('link', models.OneToOneField(on_delete=django.db.models.deletion.PROTECT, related_name='+', to='links.link')),
                ('service', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='+', to='network.service')),
            ],
            options={
                'abstract': False,
            },
        ),
        migrations.CreateModel(
            name='MeetingSeries',
            fields=[
                ('id', models.UUIDField(default=spojka.base.ids.new_id, editable=False, primary_key=True, serialize=False)),
                ('recorded_at', models.DateTimeField(default=django.utils.timezone.now, editable=False)),
                ('needs', models.CharField(blank=True, max_length=40)),
                ('held_for', models.UUIDField(default=spojka.base.ids.new_id)),
                ('kind', models.CharField(choices=[('team', 'team meeting'), ('meeting', 'meeting'), ('supervision', 'supervision'), ('intervision', 'intervision')], max_length=12)),
                ('called_as', models.TextField()),
                ('place', models.TextField(blank=True)),
                ('rhythm', models.CharField(choices=[('month', 'by the weekday of the month'), ('weeks', 'every so many weeks'), ('free', 'no rule, each date is agreed')], max_length=6)),
                ('nth', models.SmallIntegerField(blank=True, null=True)),
                ('weekday', models.PositiveSmallIntegerField(blank=True, null=True)),
                ('every', models.PositiveSmallIntegerField(default=1)),
                ('starts_on', models.DateField()),
                ('ends_on', models.DateField(blank=True, null=True)),
                ('hour', models.TimeField()),
                ('minutes', models.PositiveSmallIntegerField()),
                ('started_by', models.CharField(max_length=60)),
                ('organisation', models.ForeignKey(db_index=False, on_delete=django.db.models.deletion.PROTECT, related_name='+', to='network.organisation')),
                ('service', models.ForeignKey(db_index=False, on_delete=django.db.models.deletion.PROTECT, related_name='+', to='network.service')),
                ('team', models.ForeignKey(blank=True, db_index=False, null=True, on_delete=django.db.models.deletion.PROTECT, related_name='+', to='network.team')),
            ],
            options={
                'abstract': False,
            },
        ),
        migrations.AddField(
            model_name='meeting',
            name='series',
            field=models.ForeignKey(blank=True, null=True, on_delete=django.db.models.deletion.PROTECT, related_name='meetings', to='meetings.meetingseries'),
        ),
        migrations.CreateModel(
            name='MinutesLine',
            fields=[
                ('id', models.UUIDField(default=spojka.base.ids.new_id, editable=False, primary_key=True, serialize=False)),
                ('recorded_at', models.DateTimeField(default=django.utils.timezone.now, editable=False)),
                ('line', models.UUIDField()),
                ('after', models.UUIDField(blank=True, null=True)),
                ('number', models.PositiveSmallIntegerField()),
                ('replaces', models.PositiveSmallIntegerField(default=0)),
                ('sent', models.UUIDField()),
                ('kind', models.CharField(choices=[('statement', 'statement'), ('question', 'question'), ('answer', 'answer'), ('task', 'task'), ('decision', 'decision'), ('notice', 'announcement'), ('thanks', 'thanks'), ('heading', 'heading'), ('text', 'text')], max_length=10)),
                ('text', models.TextField(blank=True)),
                ('who', models.TextField(blank=True)),
                ('due_on', models.DateField(blank=True, null=True)),
                ('is_out', models.BooleanField(default=False)),
                ('at', models.DateTimeField()),
                ('written_by', models.CharField(max_length=60)),
                ('meeting', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='lines', to='meetings.meeting')),
                ('organisation', models.ForeignKey(db_index=False, on_delete=django.db.models.deletion.PROTECT, related_name='+', to='network.organisation')),
                ('owner', models.ForeignKey(blank=True, null=True, on_delete=django.db.models.deletion.PROTECT, related_name='+', to='meetings.invited')),
                ('service', models.ForeignKey(db_index=False, on_delete=django.db.models.deletion.PROTECT, related_name='+', to='network.service')),
                ('team', models.ForeignKey(blank=True, db_index=False, null=True, on_delete=django.db.models.deletion.PROTECT, related_name='+', to='network.team')),
            ],
            options={
                'abstract': False,
            },
        ),
        migrations.CreateModel(
            name='MinutesReply',
            fields=[
                ('id', models.UUIDField(default=spojka.base.ids.new_id, editable=False, primary_key=True, serialize=False)),
                ('recorded_at', models.DateTimeField(default=django.utils.timezone.now, editable=False)),
                ('word', models.CharField(choices=[('confirm', 'it was so'), ('correct', 'something was otherwise')], max_length=8)),
                ('text', models.TextField(blank=True)),
                ('at', models.DateTimeField()),
                ('said_by', models.CharField(max_length=60)),
                ('invited', models.ForeignKey(blank=True, null=True, on_delete=django.db.models.deletion.PROTECT, related_name='replies', to='meetings.invited')),
                ('meeting', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='replies', to='meetings.meeting')),
                ('organisation', models.ForeignKey(db_index=False, on_delete=django.db.models.deletion.PROTECT, related_name='+', to='network.organisation')),
                ('service', models.ForeignKey(db_index=False, on_delete=django.db.models.deletion.PROTECT, related_name='+', to='network.service')),
                ('team', models.ForeignKey(blank=True, db_index=False, null=True, on_delete=django.db.models.deletion.PROTECT, related_name='+', to='network.team')),
            ],
            options={
                'abstract': False,
            },
        ),
        migrations.CreateModel(
            name='SeriesMember',
            fields=[
                ('id', models.UUIDField(default=spojka.base.ids.new_id, editable=False, primary_key=True, serialize=False)),
                ('recorded_at', models.DateTimeField(default=django.utils.timezone.now, editable=False)),
                ('name', models.TextField(blank=True)),
                ('house', models.TextField(blank=True)),
                ('email', models.TextField(blank=True)),
                ('ended_at', models.DateTimeField(blank=True, null=True)),
                ('added_by', models.CharField(max_length=60)),
                ('membership', models.ForeignKey(blank=True, null=True, on_delete=django.db.models.deletion.PROTECT, related_name='+', to='network.membership')),
                ('organisation', models.ForeignKey(db_index=False, on_delete=django.db.models.deletion.PROTECT, related_name='+', to='network.organisation')),
                ('series', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='members', to='meetings.meetingseries')),
                ('service', models.ForeignKey(db_index=False, on_delete=django.db.models.deletion.PROTECT, related_name='+', to='network.service')),
                ('team', models.ForeignKey(blank=True, db_index=False, null=True, on_delete=django.db.models.deletion.PROTECT, related_name='+', to='network.team')),
            ],
            options={
                'abstract': False,
            },
            bases=(spojka.meetings.models.series.Person, models.Model),
        ),
        migrations.CreateModel(
            name='MatterNotice',
            fields=[
                ('id', models.UUIDField(default=spojka.base.ids.new_id, editable=False, primary_key=True, serialize=False)),
                ('recorded_at', models.DateTimeField(default=django.utils.timezone.now, editable=False)),
                ('line', models.UUIDField()),
                ('due_on', models.DateField()),
                ('at', models.DateTimeField()),
                ('is_sent', models.BooleanField()),
                ('organisation', models.ForeignKey(db_index=False, on_delete=django.db.models.deletion.PROTECT, related_name='+', to='network.organisation')),
                ('service', models.ForeignKey(db_index=False, on_delete=django.db.models.deletion.PROTECT, related_name='+', to='network.service')),
                ('team', models.ForeignKey(blank=True, db_index=False, null=True, on_delete=django.db.models.deletion.PROTECT, related_name='+', to='network.team')),
                ('meeting', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='matter_notices', to='meetings.meeting')),
            ],
            options={
                'abstract': False,
                'indexes': [models.Index(fields=['meeting', 'line'], name='matternotice_of_line')],
                'constraints': [spojka.access.owned.SameHouse(name='matternotice_same_house')],
            },
        ),
        migrations.CreateModel(
            name='MatterAnswer',
            fields=[
                ('id', models.UUIDField(default=spojka.base.ids.new_id, editable=False, primary_key=True, serialize=False)),
                ('recorded_at', models.DateTimeField(default=django.utils.timezone.now, editable=False)),
                ('line', models.UUIDField()),
                ('outcome', models.CharField(choices=[('done', 'done or answered'), ('dropped', 'no longer needed')], max_length=8)),
                ('text', models.TextField()),
                ('at', models.DateTimeField()),
                ('answered_by', models.CharField(max_length=60)),
                ('organisation', models.ForeignKey(db_index=False, on_delete=django.db.models.deletion.PROTECT, related_name='+', to='network.organisation')),
                ('service', models.ForeignKey(db_index=False, on_delete=django.db.models.deletion.PROTECT, related_name='+', to='network.service')),
                ('team', models.ForeignKey(blank=True, db_index=False, null=True, on_delete=django.db.models.deletion.PROTECT, related_name='+', to='network.team')),
                ('meeting', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='matter_answers', to='meetings.meeting')),
            ],
            options={
                'abstract': False,
                'indexes': [models.Index(fields=['meeting', 'line'], name='matteranswer_of_line')],
                'constraints': [spojka.access.owned.SameHouse(name='matteranswer_same_house'), models.CheckConstraint(condition=models.Q(('outcome__in', ['done', 'dropped'])), name='matteranswer_outcome')],
            },
        ),
        migrations.AddConstraint(
            model_name='invited',
            constraint=spojka.access.owned.SameHouse(name='invited_same_house'),
        ),
        migrations.AddConstraint(
            model_name='invited',
            constraint=models.UniqueConstraint(condition=models.Q(('ended_at', None)), fields=('meeting', 'membership'), name='invited_once'),
        ),
        migrations.AddConstraint(
            model_name='invited',
            constraint=models.CheckConstraint(condition=models.Q(('answer__in', ['', 'yes', 'no', 'maybe', 'substitute'])), name='invited_answer'),
        ),
        migrations.AddConstraint(
            model_name='invited',
            constraint=models.CheckConstraint(condition=models.Q(('presence__in', ['', 'came', 'excused', 'substitute', 'absent'])), name='invited_presence'),
        ),
        migrations.AddConstraint(
            model_name='amendment',
            constraint=spojka.access.owned.SameHouse(name='amendment_same_house'),
        ),
        migrations.AddConstraint(
            model_name='agendaitem',
            constraint=spojka.access.owned.SameHouse(name='agendaitem_same_house'),
        ),
        migrations.AddIndex(
            model_name='meetingseries',
            index=models.Index(fields=['service', '-starts_on'], name='series_by_start'),
        ),
        migrations.AddIndex(
            model_name='meetingseries',
            index=models.Index(fields=['held_for'], name='series_held_for'),
        ),
        migrations.AddConstraint(
            model_name='meetingseries',
            constraint=spojka.access.owned.SameHouse(name='meetingseries_same_house'),
        ),
        migrations.AddConstraint(
            model_name='meetingseries',
            constraint=models.CheckConstraint(condition=models.Q(('kind__in', ['team', 'meeting', 'supervision', 'intervision'])), name='series_kind'),
        ),
        migrations.AddConstraint(
            model_name='meetingseries',
            constraint=models.CheckConstraint(condition=models.Q(('rhythm__in', ['month', 'weeks', 'free'])), name='series_rhythm'),
        ),
        migrations.AddConstraint(
            model_name='meetingseries',
            constraint=models.CheckConstraint(condition=models.Q(('rhythm', 'month'), ('nth', None), _connector='XOR'), name='series_nth'),
        ),
        migrations.AddConstraint(
            model_name='meetingseries',
            constraint=models.CheckConstraint(condition=models.Q(('rhythm', 'free'), ('weekday__isnull', False), _connector='XOR'), name='series_weekday'),
        ),
        migrations.AddConstraint(
            model_name='meetingseries',
            constraint=models.CheckConstraint(condition=models.Q(('minutes__gte', 5), ('minutes__lte', 2880)), name='series_length', violation_error_message='Write 5 to 2,880 minutes.'),
        ),
        migrations.AddConstraint(
            model_name='meetingseries',
            constraint=models.CheckConstraint(condition=models.Q(('every__gte', 1), ('every__lte', 52)), name='series_every', violation_error_message='Write a number from 1 to 52.'),
        ),
        migrations.AddIndex(
            model_name='meeting',
            index=models.Index(fields=['service', 'starts_at'], name='meeting_by_start'),
        ),
        migrations.AddIndex(
            model_name='meeting',
            index=models.Index(fields=['held_for', 'starts_at'], name='meeting_held_for'),
        ),
        migrations.AddConstraint(
            model_name='meeting',
            constraint=spojka.access.owned.SameHouse(name='meeting_same_house'),
        ),
        migrations.AddConstraint(
            model_name='meeting',
            constraint=models.UniqueConstraint(fields=('series', 'planned_on'), name='meeting_of_planned_date'),
        ),
        migrations.AddConstraint(
            model_name='meeting',
            constraint=models.CheckConstraint(condition=models.Q(('kind__in', ['team', 'meeting', 'supervision', 'intervision'])), name='meeting_kind'),
        ),
        migrations.AddConstraint(
            model_name='meeting',
            constraint=models.CheckConstraint(condition=models.Q(('minutes__gte', 5), ('minutes__lte', 2880)), name='meeting_length', violation_error_message='Write 5 to 2,880 minutes.'),
        ),
        migrations.AddIndex(
            model_name='minutesline',
            index=models.Index(condition=models.Q(('kind__in', ('task', 'question'))), fields=['service', 'kind'], name='minutesline_matters'),
        ),
        migrations.AddIndex(
            model_name='minutesline',
            index=models.Index(condition=models.Q(('owner__isnull', False)), fields=['owner'], name='minutesline_owner'),
        ),
        migrations.AddConstraint(
            model_name='minutesline',
            constraint=spojka.access.owned.SameHouse(name='minutesline_same_house'),
        ),
        migrations.AddConstraint(
            model_name='minutesline',
            constraint=models.UniqueConstraint(fields=('meeting', 'line', 'number'), name='minutesline_number'),
        ),
        migrations.AddConstraint(
            model_name='minutesline',
            constraint=models.CheckConstraint(condition=models.Q(('kind__in', ['statement', 'question', 'answer', 'task', 'decision', 'notice', 'thanks', 'heading', 'text'])), name='minutesline_kind'),
        ),
        migrations.AddConstraint(
            model_name='minutesline',
            constraint=models.CheckConstraint(condition=models.Q(('replaces__lt', models.F('number'))), name='minutesline_replaces'),
        ),
        migrations.AddConstraint(
            model_name='minutesreply',
            constraint=spojka.access.owned.SameHouse(name='minutesreply_same_house'),
        ),
        migrations.AddConstraint(
            model_name='minutesreply',
            constraint=models.CheckConstraint(condition=models.Q(('word__in', ['confirm', 'correct'])), name='minutesreply_word'),
        ),
        migrations.AddConstraint(
            model_name='seriesmember',
            constraint=spojka.access.owned.SameHouse(name='seriesmember_same_house'),
        ),
        migrations.AddConstraint(
            model_name='seriesmember',
            constraint=models.UniqueConstraint(condition=models.Q(('ended_at', None)), fields=('series', 'membership'), name='seriesmember_once'),
        ),
    ]
