import django.db.models.deletion
import django.utils.timezone
import spojka.access.owned
import spojka.base.ids
import spojka.files.storing
from django.db import migrations, models


class Migration(migrations.Migration):

    initial = True

    dependencies = [
        ('groups', '0001_first'),
        ('meetings', '0002_say_more_in_minutes'),
        ('network', '0004_hear_warnings'),
    ]

    operations = [
        migrations.CreateModel(
            name='GrantCall',
            fields=[
                ('id', models.UUIDField(default=spojka.base.ids.new_id, editable=False, primary_key=True, serialize=False)),
                ('recorded_at', models.DateTimeField(default=django.utils.timezone.now, editable=False)),
                ('name', models.CharField(max_length=160)),
                ('giver', models.CharField(max_length=160)),
                ('purpose', models.TextField(blank=True)),
                ('opens_on', models.DateField(blank=True, null=True)),
                ('closes_on', models.DateField()),
                ('link', models.URLField(blank=True, max_length=500)),
                ('added_by', models.CharField(max_length=60)),
                ('group', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='grant_calls', to='groups.group')),
                ('organisation', models.ForeignKey(db_index=False, on_delete=django.db.models.deletion.PROTECT, related_name='+', to='network.organisation')),
                ('service', models.ForeignKey(db_index=False, on_delete=django.db.models.deletion.PROTECT, related_name='+', to='network.service')),
                ('team', models.ForeignKey(blank=True, db_index=False, null=True, on_delete=django.db.models.deletion.PROTECT, related_name='+', to='network.team')),
            ],
            options={
                'abstract': False,
            },
        ),
        migrations.CreateModel(
            name='FundingProject',
            fields=[
                ('id', models.UUIDField(default=spojka.base.ids.new_id, editable=False, primary_key=True, serialize=False)),
                ('recorded_at', models.DateTimeField(default=django.utils.timezone.now, editable=False)),
                ('name', models.CharField(max_length=160)),
                ('application', models.CharField(blank=True, max_length=80)),
                ('year', models.PositiveSmallIntegerField()),
                ('state', models.CharField(choices=[('planned', 'planned'), ('asked', 'applied for'), ('granted', 'granted'), ('refused', 'not granted'), ('closed', 'accounted for')], max_length=8)),
                ('asked', models.PositiveBigIntegerField()),
                ('granted', models.PositiveBigIntegerField(blank=True, null=True)),
                ('social', models.PositiveSmallIntegerField()),
                ('added_by', models.CharField(max_length=60)),
                ('group', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='funding_projects', to='groups.group')),
                ('organisation', models.ForeignKey(db_index=False, on_delete=django.db.models.deletion.PROTECT, related_name='+', to='network.organisation')),
                ('service', models.ForeignKey(db_index=False, on_delete=django.db.models.deletion.PROTECT, related_name='+', to='network.service')),
                ('team', models.ForeignKey(blank=True, db_index=False, null=True, on_delete=django.db.models.deletion.PROTECT, related_name='+', to='network.team')),
                ('call', models.ForeignKey(blank=True, null=True, on_delete=django.db.models.deletion.PROTECT, related_name='projects', to='recommendations.grantcall')),
            ],
            options={
                'abstract': False,
            },
        ),
        migrations.CreateModel(
            name='Recommendation',
            fields=[
                ('id', models.UUIDField(default=spojka.base.ids.new_id, editable=False, primary_key=True, serialize=False)),
                ('recorded_at', models.DateTimeField(default=django.utils.timezone.now, editable=False)),
                ('sort', models.CharField(max_length=20)),
                ('title', models.CharField(max_length=160)),
                ('what', models.TextField()),
                ('why', models.TextField(blank=True)),
                ('legal_basis', models.TextField(blank=True)),
                ('draft', models.TextField(blank=True)),
                ('body_kind', models.CharField(max_length=20)),
                ('body_name', models.CharField(blank=True, max_length=160)),
                ('zones', models.JSONField(blank=True, default=list)),
                ('proposed_on', models.DateField()),
                ('proposed_by', models.CharField(max_length=60)),
                ('came_from', models.ForeignKey(blank=True, null=True, on_delete=django.db.models.deletion.PROTECT, related_name='carried_to', to='recommendations.recommendation')),
                ('group', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='recommendations', to='groups.group')),
                ('organisation', models.ForeignKey(db_index=False, on_delete=django.db.models.deletion.PROTECT, related_name='+', to='network.organisation')),
                ('service', models.ForeignKey(db_index=False, on_delete=django.db.models.deletion.PROTECT, related_name='+', to='network.service')),
                ('team', models.ForeignKey(blank=True, db_index=False, null=True, on_delete=django.db.models.deletion.PROTECT, related_name='+', to='network.team')),
            ],
            options={
                'abstract': False,
            },
        ),
        migrations.CreateModel(
            name='PublicRecommendation',
            fields=[
                ('id', models.UUIDField(default=spojka.base.ids.new_id, editable=False, primary_key=True, serialize=False)),
                ('recorded_at', models.DateTimeField(default=django.utils.timezone.now, editable=False)),
                ('sort', models.CharField(max_length=20)),
                ('title', models.CharField(max_length=160)),
                ('asked', models.TextField()),
                ('outcome', models.TextField(blank=True)),
                ('body_kind', models.CharField(max_length=20)),
                ('body_name', models.CharField(blank=True, max_length=160)),
                ('steps', models.JSONField()),
                ('published_at', models.DateTimeField()),
                ('published_by', models.CharField(max_length=60)),
                ('withdrawn_at', models.DateTimeField(blank=True, null=True)),
                ('organisation', models.ForeignKey(db_index=False, on_delete=django.db.models.deletion.PROTECT, related_name='+', to='network.organisation')),
                ('page', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='recommendations', to='groups.publicpage')),
                ('service', models.ForeignKey(db_index=False, on_delete=django.db.models.deletion.PROTECT, related_name='+', to='network.service')),
                ('team', models.ForeignKey(blank=True, db_index=False, null=True, on_delete=django.db.models.deletion.PROTECT, related_name='+', to='network.team')),
                ('recommendation', models.OneToOneField(on_delete=django.db.models.deletion.PROTECT, related_name='public', to='recommendations.recommendation')),
            ],
            options={
                'abstract': False,
            },
        ),
        migrations.CreateModel(
            name='MediaOutput',
            fields=[
                ('id', models.UUIDField(default=spojka.base.ids.new_id, editable=False, primary_key=True, serialize=False)),
                ('recorded_at', models.DateTimeField(default=django.utils.timezone.now, editable=False)),
                ('on', models.DateField()),
                ('medium', models.CharField(max_length=120)),
                ('title', models.CharField(max_length=240)),
                ('link', models.URLField(blank=True, max_length=500)),
                ('added_by', models.CharField(max_length=60)),
                ('removed_at', models.DateTimeField(blank=True, null=True)),
                ('group', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='media_outputs', to='groups.group')),
                ('organisation', models.ForeignKey(db_index=False, on_delete=django.db.models.deletion.PROTECT, related_name='+', to='network.organisation')),
                ('service', models.ForeignKey(db_index=False, on_delete=django.db.models.deletion.PROTECT, related_name='+', to='network.service')),
                ('team', models.ForeignKey(blank=True, db_index=False, null=True, on_delete=django.db.models.deletion.PROTECT, related_name='+', to='network.team')),
                ('recommendation', models.ForeignKey(blank=True, null=True, on_delete=django.db.models.deletion.PROTECT, related_name='media', to='recommendations.recommendation')),
            ],
            options={
                'abstract': False,
            },
        ),
        migrations.CreateModel(
            name='Step',
            fields=[
                ('id', models.UUIDField(default=spojka.base.ids.new_id, editable=False, primary_key=True, serialize=False)),
                ('recorded_at', models.DateTimeField(default=django.utils.timezone.now, editable=False)),
                ('state', models.CharField(choices=[('proposed', 'proposed'), ('debated', 'debated'), ('recommended', 'recommended by the group'), ('handed', 'handed over'), ('adopted', 'adopted'), ('changed', 'adopted with changes'), ('rejected', 'rejected'), ('unanswered', 'no answer'), ('in_force', 'in force'), ('followed', 'looked at again'), ('evaluated', 'evaluated'), ('withdrawn', 'withdrawn')], max_length=12)),
                ('on', models.DateField()),
                ('body_kind', models.CharField(blank=True, max_length=20)),
                ('body_name', models.CharField(blank=True, max_length=160)),
                ('document', models.CharField(blank=True, max_length=300)),
                ('file', spojka.files.storing.SealedFileField(blank=True, max_length=60, storage=spojka.files.storing.SealedStorage(), upload_to=spojka.files.storing.new_name)),
                ('form', models.CharField(blank=True, choices=[('pdf', 'PDF'), ('jpeg', 'picture')], max_length=5)),
                ('size', models.PositiveIntegerField(default=0)),
                ('reason', models.TextField(blank=True)),
                ('due_on', models.DateField(blank=True, null=True)),
                ('written_by', models.CharField(max_length=60)),
                ('voided_at', models.DateTimeField(blank=True, null=True)),
                ('voided_why', models.CharField(blank=True, max_length=300)),
                ('after', models.ForeignKey(blank=True, null=True, on_delete=django.db.models.deletion.PROTECT, related_name='+', to='recommendations.step')),
                ('group', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='+', to='groups.group')),
                ('organisation', models.ForeignKey(db_index=False, on_delete=django.db.models.deletion.PROTECT, related_name='+', to='network.organisation')),
                ('recommendation', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='steps', to='recommendations.recommendation')),
                ('service', models.ForeignKey(db_index=False, on_delete=django.db.models.deletion.PROTECT, related_name='+', to='network.service')),
                ('team', models.ForeignKey(blank=True, db_index=False, null=True, on_delete=django.db.models.deletion.PROTECT, related_name='+', to='network.team')),
            ],
            options={
                'abstract': False,
            },
        ),
        migrations.CreateModel(
            name='Vote',
            fields=[
                ('id', models.UUIDField(default=spojka.base.ids.new_id, editable=False, primary_key=True, serialize=False)),
                ('recorded_at', models.DateTimeField(default=django.utils.timezone.now, editable=False)),
                ('on', models.DateField()),
                ('in_favour', models.PositiveSmallIntegerField()),
                ('against', models.PositiveSmallIntegerField()),
                ('abstained', models.PositiveSmallIntegerField()),
                ('quorum', models.PositiveSmallIntegerField(blank=True, null=True)),
                ('written_by', models.CharField(max_length=60)),
                ('group', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='+', to='groups.group')),
                ('meeting', models.ForeignKey(blank=True, null=True, on_delete=django.db.models.deletion.PROTECT, related_name='+', to='meetings.meeting')),
                ('organisation', models.ForeignKey(db_index=False, on_delete=django.db.models.deletion.PROTECT, related_name='+', to='network.organisation')),
                ('recommendation', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='votes', to='recommendations.recommendation')),
                ('service', models.ForeignKey(db_index=False, on_delete=django.db.models.deletion.PROTECT, related_name='+', to='network.service')),
                ('team', models.ForeignKey(blank=True, db_index=False, null=True, on_delete=django.db.models.deletion.PROTECT, related_name='+', to='network.team')),
            ],
            options={
                'abstract': False,
            },
        ),
        migrations.CreateModel(
            name='Ballot',
            fields=[
                ('id', models.UUIDField(default=spojka.base.ids.new_id, editable=False, primary_key=True, serialize=False)),
                ('recorded_at', models.DateTimeField(default=django.utils.timezone.now, editable=False)),
                ('word', models.CharField(choices=[('for', 'for'), ('against', 'against'), ('abstained', 'abstained'), ('conflict', 'conflict of interest')], max_length=10)),
                ('interest', models.TextField(blank=True)),
                ('group', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='+', to='groups.group')),
                ('organisation', models.ForeignKey(db_index=False, on_delete=django.db.models.deletion.PROTECT, related_name='+', to='network.organisation')),
                ('seat', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='+', to='groups.seat')),
                ('service', models.ForeignKey(db_index=False, on_delete=django.db.models.deletion.PROTECT, related_name='+', to='network.service')),
                ('team', models.ForeignKey(blank=True, db_index=False, null=True, on_delete=django.db.models.deletion.PROTECT, related_name='+', to='network.team')),
                ('vote', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='ballots', to='recommendations.vote')),
            ],
            options={
                'abstract': False,
            },
        ),
        migrations.AddIndex(
            model_name='grantcall',
            index=models.Index(fields=['group', '-closes_on'], name='grantcall_newest'),
        ),
        migrations.AddConstraint(
            model_name='grantcall',
            constraint=spojka.access.owned.SameHouse(name='grantcall_same_house'),
        ),
        migrations.AddConstraint(
            model_name='grantcall',
            constraint=models.CheckConstraint(condition=models.Q(('opens_on', None), ('closes_on__gte', models.F('opens_on')), _connector='OR'), name='grantcall_span', violation_error_message="It can't close before it opens."),
        ),
        migrations.AddIndex(
            model_name='fundingproject',
            index=models.Index(fields=['group', '-year'], name='fundingproject_newest'),
        ),
        migrations.AddConstraint(
            model_name='fundingproject',
            constraint=spojka.access.owned.SameHouse(name='fundingproject_same_house'),
        ),
        migrations.AddConstraint(
            model_name='fundingproject',
            constraint=models.CheckConstraint(condition=models.Q(('state__in', ['planned', 'asked', 'granted', 'refused', 'closed'])), name='fundingproject_state'),
        ),
        migrations.AddConstraint(
            model_name='fundingproject',
            constraint=models.CheckConstraint(condition=models.Q(('social__lte', 100)), name='fundingproject_social'),
        ),
        migrations.AddConstraint(
            model_name='fundingproject',
            constraint=models.CheckConstraint(condition=models.Q(('year__range', (2000, 2100))), name='fundingproject_year'),
        ),
        migrations.AddConstraint(
            model_name='fundingproject',
            constraint=models.CheckConstraint(condition=models.Q(('asked__lt', 10000000000), models.Q(('granted', None), ('granted__lt', 10000000000), _connector='OR')), name='fundingproject_sums'),
        ),
        migrations.AddConstraint(
            model_name='fundingproject',
            constraint=models.CheckConstraint(condition=models.Q(models.Q(('state__in', ['granted', 'closed']), _negated=True), ('granted__isnull', False), _connector='OR'), name='fundingproject_granted', violation_error_message='Write how much was granted.'),
        ),
        migrations.AddIndex(
            model_name='recommendation',
            index=models.Index(fields=['group', '-proposed_on'], name='recommendation_newest'),
        ),
        migrations.AddIndex(
            model_name='recommendation',
            index=models.Index(fields=['service', '-proposed_on'], name='recommendation_of_service'),
        ),
        migrations.AddConstraint(
            model_name='recommendation',
            constraint=spojka.access.owned.SameHouse(name='recommendation_same_house'),
        ),
        migrations.AddConstraint(
            model_name='recommendation',
            constraint=models.CheckConstraint(condition=models.Q(('came_from', models.F('id')), _negated=True), name='recommendation_not_of_itself'),
        ),
        migrations.AddIndex(
            model_name='publicrecommendation',
            index=models.Index(fields=['page'], name='publicrec_by_page'),
        ),
        migrations.AddConstraint(
            model_name='publicrecommendation',
            constraint=spojka.access.owned.SameHouse(name='publicrecommendation_same_house'),
        ),
        migrations.AddIndex(
            model_name='mediaoutput',
            index=models.Index(fields=['group', '-on'], name='mediaoutput_newest'),
        ),
        migrations.AddConstraint(
            model_name='mediaoutput',
            constraint=spojka.access.owned.SameHouse(name='mediaoutput_same_house'),
        ),
        migrations.AddIndex(
            model_name='step',
            index=models.Index(fields=['recommendation', 'on'], name='step_in_order'),
        ),
        migrations.AddIndex(
            model_name='step',
            index=models.Index(condition=models.Q(('due_on__isnull', False), ('voided_at', None)), fields=['due_on'], name='step_waiting'),
        ),
        migrations.AddConstraint(
            model_name='step',
            constraint=spojka.access.owned.SameHouse(name='step_same_house'),
        ),
        migrations.AddConstraint(
            model_name='step',
            constraint=models.CheckConstraint(condition=models.Q(('state__in', ['proposed', 'debated', 'recommended', 'handed', 'adopted', 'changed', 'rejected', 'unanswered', 'in_force', 'followed', 'evaluated', 'withdrawn'])), name='step_state'),
        ),
        migrations.AddConstraint(
            model_name='step',
            constraint=models.CheckConstraint(condition=models.Q(('form__in', ['', 'pdf', 'jpeg'])), name='step_form'),
        ),
        migrations.AddConstraint(
            model_name='step',
            constraint=models.CheckConstraint(condition=models.Q(('due_on', None), ('due_on__gte', models.F('on')), _connector='OR'), name='step_due', violation_error_message="It can't be due before it happened."),
        ),
        migrations.AddConstraint(
            model_name='step',
            constraint=models.UniqueConstraint(condition=models.Q(('voided_at', None)), fields=('after',), name='step_after'),
        ),
        migrations.AddConstraint(
            model_name='step',
            constraint=models.UniqueConstraint(condition=models.Q(('after', None)), fields=('recommendation',), name='step_first'),
        ),
        migrations.AddIndex(
            model_name='vote',
            index=models.Index(fields=['recommendation', 'on'], name='vote_in_order'),
        ),
        migrations.AddConstraint(
            model_name='vote',
            constraint=spojka.access.owned.SameHouse(name='vote_same_house'),
        ),
        migrations.AddConstraint(
            model_name='vote',
            constraint=models.CheckConstraint(condition=models.Q(('in_favour__gt', 0), ('against__gt', 0), ('abstained__gt', 0), _connector='OR'), name='vote_of_somebody', violation_error_message='Write how many voted.'),
        ),
        migrations.AddConstraint(
            model_name='ballot',
            constraint=spojka.access.owned.SameHouse(name='ballot_same_house'),
        ),
        migrations.AddConstraint(
            model_name='ballot',
            constraint=models.CheckConstraint(condition=models.Q(('word__in', ['for', 'against', 'abstained', 'conflict'])), name='ballot_word'),
        ),
        migrations.AddConstraint(
            model_name='ballot',
            constraint=models.CheckConstraint(condition=models.Q(('word', 'conflict'), ('interest', ''), _connector='XOR'), name='ballot_interest'),
        ),
        migrations.AddConstraint(
            model_name='ballot',
            constraint=models.UniqueConstraint(fields=('vote', 'seat'), name='ballot_once'),
        ),
    ]
