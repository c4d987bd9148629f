import django.db.models.deletion
import django.utils.timezone
import spojka.access.owned
import spojka.base.ids
from django.db import migrations, models


class Migration(migrations.Migration):

    initial = True

    dependencies = [
        ('meetings', '0002_say_more_in_minutes'),
        ('network', '0004_hear_warnings'),
    ]

    operations = [
        migrations.CreateModel(
            name='Group',
            fields=[
                ('id', models.UUIDField(default=spojka.base.ids.new_id, editable=False, primary_key=True, serialize=False)),
                ('recorded_at', models.DateTimeField(default=django.utils.timezone.now, editable=False)),
                ('name', models.CharField(max_length=120)),
                ('kind', models.CharField(max_length=20)),
                ('purpose', models.TextField()),
                ('mandate', models.TextField(blank=True)),
                ('area', models.CharField(blank=True, max_length=160)),
                ('talks_of_clients', models.BooleanField(default=False)),
                ('is_sensitive', models.BooleanField(default=False)),
                ('rotates', models.BooleanField(default=False)),
                ('quorum', models.PositiveSmallIntegerField(blank=True, null=True)),
                ('is_public', models.BooleanField(default=False)),
                ('begun_on', models.DateField()),
                ('ended_on', models.DateField(blank=True, null=True)),
                ('ended_why', models.CharField(blank=True, max_length=500)),
                ('founded_by', models.CharField(max_length=60)),
                ('organisation', models.ForeignKey(db_index=False, on_delete=django.db.models.deletion.PROTECT, related_name='+', to='network.organisation')),
                ('service', models.ForeignKey(db_index=False, on_delete=django.db.models.deletion.PROTECT, related_name='+', to='network.service')),
                ('team', models.ForeignKey(blank=True, db_index=False, null=True, on_delete=django.db.models.deletion.PROTECT, related_name='+', to='network.team')),
            ],
            options={
                'abstract': False,
            },
        ),
        migrations.CreateModel(
            name='Offshoot',
            fields=[
                ('id', models.UUIDField(default=spojka.base.ids.new_id, editable=False, primary_key=True, serialize=False)),
                ('recorded_at', models.DateTimeField(default=django.utils.timezone.now, editable=False)),
                ('line', models.UUIDField()),
                ('into', models.CharField(choices=[('signal', 'signal'), ('recommendation', 'recommendation')], max_length=16)),
                ('row_id', models.UUIDField()),
                ('grown_by', models.CharField(max_length=60)),
                ('group', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='offshoots', to='groups.group')),
                ('meeting', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='+', to='meetings.meeting')),
                ('organisation', models.ForeignKey(db_index=False, on_delete=django.db.models.deletion.PROTECT, related_name='+', to='network.organisation')),
                ('service', models.ForeignKey(db_index=False, on_delete=django.db.models.deletion.PROTECT, related_name='+', to='network.service')),
                ('team', models.ForeignKey(blank=True, db_index=False, null=True, on_delete=django.db.models.deletion.PROTECT, related_name='+', to='network.team')),
            ],
            options={
                'abstract': False,
            },
        ),
        migrations.CreateModel(
            name='PublicPage',
            fields=[
                ('id', models.UUIDField(default=spojka.base.ids.new_id, editable=False, primary_key=True, serialize=False)),
                ('recorded_at', models.DateTimeField(default=django.utils.timezone.now, editable=False)),
                ('name', models.CharField(max_length=120)),
                ('purpose', models.TextField()),
                ('area', models.CharField(blank=True, max_length=160)),
                ('kind', models.CharField(max_length=20)),
                ('group', models.OneToOneField(on_delete=django.db.models.deletion.PROTECT, related_name='page', to='groups.group')),
                ('organisation', models.ForeignKey(db_index=False, on_delete=django.db.models.deletion.PROTECT, related_name='+', to='network.organisation')),
                ('service', models.ForeignKey(db_index=False, on_delete=django.db.models.deletion.PROTECT, related_name='+', to='network.service')),
                ('team', models.ForeignKey(blank=True, db_index=False, null=True, on_delete=django.db.models.deletion.PROTECT, related_name='+', to='network.team')),
            ],
            options={
                'abstract': False,
            },
        ),
        migrations.CreateModel(
            name='PublicMinutes',
            fields=[
                ('id', models.UUIDField(default=spojka.base.ids.new_id, editable=False, primary_key=True, serialize=False)),
                ('recorded_at', models.DateTimeField(default=django.utils.timezone.now, editable=False)),
                ('on', models.DateField()),
                ('lines', models.JSONField()),
                ('published_at', models.DateTimeField()),
                ('published_by', models.CharField(max_length=60)),
                ('withdrawn_at', models.DateTimeField(blank=True, null=True)),
                ('meeting', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='+', to='meetings.meeting')),
                ('organisation', models.ForeignKey(db_index=False, on_delete=django.db.models.deletion.PROTECT, related_name='+', to='network.organisation')),
                ('service', models.ForeignKey(db_index=False, on_delete=django.db.models.deletion.PROTECT, related_name='+', to='network.service')),
                ('team', models.ForeignKey(blank=True, db_index=False, null=True, on_delete=django.db.models.deletion.PROTECT, related_name='+', to='network.team')),
                ('page', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='minutes', to='groups.publicpage')),
            ],
            options={
                'abstract': False,
            },
        ),
        migrations.CreateModel(
            name='Seat',
            fields=[
                ('id', models.UUIDField(default=spojka.base.ids.new_id, editable=False, primary_key=True, serialize=False)),
                ('recorded_at', models.DateTimeField(default=django.utils.timezone.now, editable=False)),
                ('role', models.CharField(max_length=20)),
                ('side', models.CharField(max_length=20)),
                ('institution', models.CharField(blank=True, max_length=160)),
                ('person', models.TextField(blank=True)),
                ('email', models.TextField(blank=True)),
                ('theme', models.CharField(blank=True, max_length=200)),
                ('since', models.DateField()),
                ('until', models.DateField(blank=True, null=True)),
                ('left_why', models.CharField(blank=True, max_length=300)),
                ('added_by', models.CharField(max_length=60)),
                ('group', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='seats', to='groups.group')),
                ('house', models.ForeignKey(blank=True, null=True, on_delete=django.db.models.deletion.PROTECT, related_name='+', to='network.organisation')),
                ('organisation', models.ForeignKey(db_index=False, on_delete=django.db.models.deletion.PROTECT, related_name='+', to='network.organisation')),
                ('service', models.ForeignKey(db_index=False, on_delete=django.db.models.deletion.PROTECT, related_name='+', to='network.service')),
                ('stands_for', models.ForeignKey(blank=True, null=True, on_delete=django.db.models.deletion.PROTECT, related_name='substitutes', to='groups.seat')),
                ('team', models.ForeignKey(blank=True, db_index=False, null=True, on_delete=django.db.models.deletion.PROTECT, related_name='+', to='network.team')),
                ('worker', models.ForeignKey(blank=True, null=True, on_delete=django.db.models.deletion.PROTECT, related_name='+', to='network.membership')),
            ],
            options={
                'abstract': False,
            },
        ),
        migrations.CreateModel(
            name='Theme',
            fields=[
                ('id', models.UUIDField(default=spojka.base.ids.new_id, editable=False, primary_key=True, serialize=False)),
                ('recorded_at', models.DateTimeField(default=django.utils.timezone.now, editable=False)),
                ('code', models.CharField(blank=True, max_length=20)),
                ('words', models.CharField(blank=True, max_length=200)),
                ('material', models.TextField(blank=True)),
                ('proposed_by', models.CharField(max_length=60)),
                ('group', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='themes', to='groups.group')),
                ('organisation', models.ForeignKey(db_index=False, on_delete=django.db.models.deletion.PROTECT, related_name='+', to='network.organisation')),
                ('service', models.ForeignKey(db_index=False, on_delete=django.db.models.deletion.PROTECT, related_name='+', to='network.service')),
                ('team', models.ForeignKey(blank=True, db_index=False, null=True, on_delete=django.db.models.deletion.PROTECT, related_name='+', to='network.team')),
            ],
            options={
                'abstract': False,
            },
        ),
        migrations.CreateModel(
            name='ThemeChoice',
            fields=[
                ('id', models.UUIDField(default=spojka.base.ids.new_id, editable=False, primary_key=True, serialize=False)),
                ('recorded_at', models.DateTimeField(default=django.utils.timezone.now, editable=False)),
                ('outcome', models.CharField(choices=[('chosen', 'chosen'), ('aside', 'put aside'), ('back', 'proposed again')], max_length=8)),
                ('at', models.DateTimeField()),
                ('chosen_by', models.CharField(max_length=60)),
                ('group', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='+', to='groups.group')),
                ('meeting', models.ForeignKey(blank=True, null=True, on_delete=django.db.models.deletion.PROTECT, related_name='+', to='meetings.meeting')),
                ('organisation', models.ForeignKey(db_index=False, on_delete=django.db.models.deletion.PROTECT, related_name='+', to='network.organisation')),
                ('service', models.ForeignKey(db_index=False, on_delete=django.db.models.deletion.PROTECT, related_name='+', to='network.service')),
                ('team', models.ForeignKey(blank=True, db_index=False, null=True, on_delete=django.db.models.deletion.PROTECT, related_name='+', to='network.team')),
                ('theme', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='choices', to='groups.theme')),
            ],
            options={
                'abstract': False,
            },
        ),
        migrations.CreateModel(
            name='ThemeVote',
            fields=[
                ('id', models.UUIDField(default=spojka.base.ids.new_id, editable=False, primary_key=True, serialize=False)),
                ('recorded_at', models.DateTimeField(default=django.utils.timezone.now, editable=False)),
                ('hands', models.PositiveSmallIntegerField(default=1)),
                ('voted_by', models.CharField(max_length=60)),
                ('group', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='+', to='groups.group')),
                ('organisation', models.ForeignKey(db_index=False, on_delete=django.db.models.deletion.PROTECT, related_name='+', to='network.organisation')),
                ('service', models.ForeignKey(db_index=False, on_delete=django.db.models.deletion.PROTECT, related_name='+', to='network.service')),
                ('team', models.ForeignKey(blank=True, db_index=False, null=True, on_delete=django.db.models.deletion.PROTECT, related_name='+', to='network.team')),
                ('theme', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='votes', to='groups.theme')),
            ],
            options={
                'abstract': False,
            },
        ),
        migrations.AddIndex(
            model_name='group',
            index=models.Index(fields=['service', 'name'], name='group_by_name'),
        ),
        migrations.AddConstraint(
            model_name='group',
            constraint=spojka.access.owned.SameHouse(name='group_same_house'),
        ),
        migrations.AddConstraint(
            model_name='group',
            constraint=models.CheckConstraint(condition=models.Q(('ended_on', None), ('ended_on__gte', models.F('begun_on')), _connector='OR'), name='group_span', violation_error_message="It can't end before it began."),
        ),
        migrations.AddConstraint(
            model_name='group',
            constraint=models.CheckConstraint(condition=models.Q(('is_sensitive', False), ('is_public', False), _connector='OR'), name='group_not_both'),
        ),
        migrations.AddIndex(
            model_name='offshoot',
            index=models.Index(fields=['meeting', 'line'], name='offshoot_of_line'),
        ),
        migrations.AddConstraint(
            model_name='offshoot',
            constraint=spojka.access.owned.SameHouse(name='offshoot_same_house'),
        ),
        migrations.AddConstraint(
            model_name='offshoot',
            constraint=models.CheckConstraint(condition=models.Q(('into__in', ['signal', 'recommendation'])), name='offshoot_into'),
        ),
        migrations.AddConstraint(
            model_name='publicpage',
            constraint=spojka.access.owned.SameHouse(name='publicpage_same_house'),
        ),
        migrations.AddIndex(
            model_name='publicminutes',
            index=models.Index(fields=['page', '-on'], name='publicminutes_newest'),
        ),
        migrations.AddConstraint(
            model_name='publicminutes',
            constraint=spojka.access.owned.SameHouse(name='publicminutes_same_house'),
        ),
        migrations.AddConstraint(
            model_name='publicminutes',
            constraint=models.UniqueConstraint(condition=models.Q(('withdrawn_at', None)), fields=('meeting',), name='publicminutes_one'),
        ),
        migrations.AddIndex(
            model_name='seat',
            index=models.Index(fields=['group'], name='seat_by_group'),
        ),
        migrations.AddConstraint(
            model_name='seat',
            constraint=spojka.access.owned.SameHouse(name='seat_same_house'),
        ),
        migrations.AddConstraint(
            model_name='seat',
            constraint=models.CheckConstraint(condition=models.Q(('until', None), ('until__gte', models.F('since')), _connector='OR'), name='seat_span', violation_error_message="It can't end before it began."),
        ),
        migrations.AddConstraint(
            model_name='seat',
            constraint=models.UniqueConstraint(condition=models.Q(('until', None)), fields=('group', 'worker'), name='seat_once'),
        ),
        migrations.AddIndex(
            model_name='theme',
            index=models.Index(fields=['group'], name='theme_by_group'),
        ),
        migrations.AddConstraint(
            model_name='theme',
            constraint=spojka.access.owned.SameHouse(name='theme_same_house'),
        ),
        migrations.AddConstraint(
            model_name='theme',
            constraint=models.CheckConstraint(condition=models.Q(models.Q(('code', ''), _negated=True), models.Q(('words', ''), _negated=True), _connector='OR'), name='theme_said'),
        ),
        migrations.AddIndex(
            model_name='themechoice',
            index=models.Index(fields=['theme', '-at'], name='themechoice_newest'),
        ),
        migrations.AddConstraint(
            model_name='themechoice',
            constraint=spojka.access.owned.SameHouse(name='themechoice_same_house'),
        ),
        migrations.AddConstraint(
            model_name='themechoice',
            constraint=models.CheckConstraint(condition=models.Q(('outcome__in', ['chosen', 'aside', 'back'])), name='themechoice_outcome'),
        ),
        migrations.AddConstraint(
            model_name='themevote',
            constraint=spojka.access.owned.SameHouse(name='themevote_same_house'),
        ),
        migrations.AddConstraint(
            model_name='themevote',
            constraint=models.UniqueConstraint(fields=('theme', 'voted_by'), name='themevote_once'),
        ),
        migrations.AddConstraint(
            model_name='themevote',
            constraint=models.CheckConstraint(condition=models.Q(('hands__lte', 500)), name='themevote_hands'),
        ),
    ]
