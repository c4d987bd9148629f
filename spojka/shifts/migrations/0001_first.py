import django.db.models.deletion
import django.utils.timezone
import spojka.access.owned
import spojka.base.ids
from django.db import migrations, models


class Migration(migrations.Migration):

    initial = True

    dependencies = [
        ('encounters', '0012_name_roles'),
        ('network', '0003_what_ends'),
    ]

    operations = [
        migrations.CreateModel(
            name='Checklist',
            fields=[
                ('id', models.UUIDField(default=spojka.base.ids.new_id, editable=False, primary_key=True, serialize=False)),
                ('recorded_at', models.DateTimeField(default=django.utils.timezone.now, editable=False)),
                ('kind', models.CharField(choices=[('kit_out', 'kit issued'), ('kit_back', 'kit returned'), ('zone', 'zone')], max_length=10)),
                ('note', models.CharField(blank=True, max_length=300)),
                ('device', models.CharField(blank=True, max_length=40)),
                ('calibrated_on', models.DateField(blank=True, null=True)),
                ('occurred_at', models.DateTimeField()),
                ('phone_at', models.DateTimeField(blank=True, null=True)),
                ('recorded_by', models.CharField(max_length=60)),
                ('organisation', models.ForeignKey(db_index=False, on_delete=django.db.models.deletion.PROTECT, related_name='+', to='network.organisation')),
                ('service', models.ForeignKey(db_index=False, on_delete=django.db.models.deletion.PROTECT, related_name='+', to='network.service')),
                ('shift', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='+', to='encounters.shift')),
                ('team', models.ForeignKey(blank=True, db_index=False, null=True, on_delete=django.db.models.deletion.PROTECT, related_name='+', to='network.team')),
            ],
            options={
                'abstract': False,
                'indexes': [models.Index(fields=['shift', 'kind'], name='checklist_of_shift')],
                'constraints': [spojka.access.owned.SameHouse(name='checklist_same_house'), models.CheckConstraint(condition=models.Q(('kind__in', ['kit_out', 'kit_back', 'zone'])), name='checklist_kind')],
            },
        ),
        migrations.CreateModel(
            name='ChecklistLine',
            fields=[
                ('id', models.UUIDField(default=spojka.base.ids.new_id, editable=False, primary_key=True, serialize=False)),
                ('recorded_at', models.DateTimeField(default=django.utils.timezone.now, editable=False)),
                ('code', models.CharField(max_length=30)),
                ('quantity', models.PositiveSmallIntegerField()),
                ('bad', models.PositiveSmallIntegerField(default=0)),
                ('why', models.CharField(blank=True, max_length=120)),
                ('checklist', models.ForeignKey(on_delete=django.db.models.deletion.CASCADE, related_name='lines', to='shifts.checklist')),
                ('organisation', models.ForeignKey(db_index=False, on_delete=django.db.models.deletion.PROTECT, related_name='+', to='network.organisation')),
                ('service', models.ForeignKey(db_index=False, on_delete=django.db.models.deletion.PROTECT, related_name='+', to='network.service')),
                ('team', models.ForeignKey(blank=True, db_index=False, null=True, on_delete=django.db.models.deletion.PROTECT, related_name='+', to='network.team')),
            ],
            options={
                'abstract': False,
                'constraints': [spojka.access.owned.SameHouse(name='checklistline_same_house'), models.UniqueConstraint(fields=('checklist', 'code'), name='checklist_item_once')],
            },
        ),
        migrations.CreateModel(
            name='Debrief',
            fields=[
                ('id', models.UUIDField(default=spojka.base.ids.new_id, editable=False, primary_key=True, serialize=False)),
                ('recorded_at', models.DateTimeField(default=django.utils.timezone.now, editable=False)),
                ('mood', models.CharField(blank=True, choices=[('good', 'good'), ('tired', 'tired'), ('hard', 'it was hard'), ('talk', 'I need to talk')], max_length=10)),
                ('well', models.CharField(blank=True, max_length=600)),
                ('badly', models.CharField(blank=True, max_length=600)),
                ('incidents', models.CharField(blank=True, max_length=600)),
                ('needs', models.CharField(blank=True, max_length=600)),
                ('next', models.CharField(blank=True, max_length=600)),
                ('occurred_at', models.DateTimeField()),
                ('phone_at', models.DateTimeField(blank=True, null=True)),
                ('recorded_by', models.CharField(max_length=60)),
                ('organisation', models.ForeignKey(db_index=False, on_delete=django.db.models.deletion.PROTECT, related_name='+', to='network.organisation')),
                ('service', models.ForeignKey(db_index=False, on_delete=django.db.models.deletion.PROTECT, related_name='+', to='network.service')),
                ('shift', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='+', to='encounters.shift')),
                ('team', models.ForeignKey(blank=True, db_index=False, null=True, on_delete=django.db.models.deletion.PROTECT, related_name='+', to='network.team')),
            ],
            options={
                'abstract': False,
                'indexes': [models.Index(fields=['shift'], name='debrief_of_shift')],
                'constraints': [spojka.access.owned.SameHouse(name='debrief_same_house'), models.CheckConstraint(condition=models.Q(('mood__in', ['', 'good', 'tired', 'hard', 'talk'])), name='debrief_mood')],
            },
        ),
        migrations.CreateModel(
            name='Handover',
            fields=[
                ('id', models.UUIDField(default=spojka.base.ids.new_id, editable=False, primary_key=True, serialize=False)),
                ('recorded_at', models.DateTimeField(default=django.utils.timezone.now, editable=False)),
                ('runs', models.CharField(blank=True, max_length=600)),
                ('kit', models.CharField(blank=True, max_length=300)),
                ('message', models.CharField(blank=True, max_length=1200)),
                ('occurred_at', models.DateTimeField()),
                ('phone_at', models.DateTimeField(blank=True, null=True)),
                ('recorded_by', models.CharField(max_length=60)),
                ('taken_at', models.DateTimeField(blank=True, null=True)),
                ('taken_by', models.CharField(blank=True, max_length=60)),
                ('organisation', models.ForeignKey(db_index=False, on_delete=django.db.models.deletion.PROTECT, related_name='+', to='network.organisation')),
                ('service', models.ForeignKey(db_index=False, on_delete=django.db.models.deletion.PROTECT, related_name='+', to='network.service')),
                ('shift', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='+', to='encounters.shift')),
                ('team', models.ForeignKey(blank=True, db_index=False, null=True, on_delete=django.db.models.deletion.PROTECT, related_name='+', to='network.team')),
                ('to', models.ForeignKey(blank=True, null=True, on_delete=django.db.models.deletion.PROTECT, related_name='+', to='network.membership')),
            ],
            options={
                'abstract': False,
                'indexes': [models.Index(fields=['shift'], name='handover_of_shift')],
                'constraints': [spojka.access.owned.SameHouse(name='handover_same_house')],
            },
        ),
        migrations.CreateModel(
            name='HelpCall',
            fields=[
                ('id', models.UUIDField(default=spojka.base.ids.new_id, editable=False, primary_key=True, serialize=False)),
                ('recorded_at', models.DateTimeField(default=django.utils.timezone.now, editable=False)),
                ('called', models.CharField(max_length=20)),
                ('occurred_at', models.DateTimeField()),
                ('phone_at', models.DateTimeField(blank=True, null=True)),
                ('recorded_by', models.CharField(max_length=60)),
                ('known_at', models.DateTimeField(blank=True, null=True)),
                ('known_by', models.CharField(blank=True, max_length=60)),
                ('organisation', models.ForeignKey(db_index=False, on_delete=django.db.models.deletion.PROTECT, related_name='+', to='network.organisation')),
                ('service', models.ForeignKey(db_index=False, on_delete=django.db.models.deletion.PROTECT, related_name='+', to='network.service')),
                ('shift', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='+', to='encounters.shift')),
                ('team', models.ForeignKey(blank=True, db_index=False, null=True, on_delete=django.db.models.deletion.PROTECT, related_name='+', to='network.team')),
            ],
            options={
                'abstract': False,
                'indexes': [models.Index(fields=['shift'], name='help_call_of_shift')],
                'constraints': [spojka.access.owned.SameHouse(name='helpcall_same_house')],
            },
        ),
        migrations.CreateModel(
            name='Watch',
            fields=[
                ('id', models.UUIDField(default=spojka.base.ids.new_id, editable=False, primary_key=True, serialize=False)),
                ('recorded_at', models.DateTimeField(default=django.utils.timezone.now, editable=False)),
                ('every', models.PositiveSmallIntegerField()),
                ('where', models.CharField(blank=True, max_length=120)),
                ('occurred_at', models.DateTimeField()),
                ('phone_at', models.DateTimeField(blank=True, null=True)),
                ('last_at', models.DateTimeField()),
                ('due_at', models.DateTimeField()),
                ('ended_at', models.DateTimeField(blank=True, null=True)),
                ('end_note', models.CharField(blank=True, max_length=200)),
                ('recorded_by', models.CharField(max_length=60)),
                ('organisation', models.ForeignKey(db_index=False, on_delete=django.db.models.deletion.PROTECT, related_name='+', to='network.organisation')),
                ('service', models.ForeignKey(db_index=False, on_delete=django.db.models.deletion.PROTECT, related_name='+', to='network.service')),
                ('shift', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='+', to='encounters.shift')),
                ('team', models.ForeignKey(blank=True, db_index=False, null=True, on_delete=django.db.models.deletion.PROTECT, related_name='+', to='network.team')),
            ],
            options={
                'abstract': False,
                'indexes': [models.Index(condition=models.Q(('ended_at', None)), fields=['due_at'], name='watch_running')],
                'constraints': [spojka.access.owned.SameHouse(name='watch_same_house'), models.CheckConstraint(condition=models.Q(('every__gte', 5), ('every__lte', 240)), name='watch_every')],
            },
        ),
        migrations.CreateModel(
            name='WatchSign',
            fields=[
                ('id', models.UUIDField(default=spojka.base.ids.new_id, editable=False, primary_key=True, serialize=False)),
                ('recorded_at', models.DateTimeField(default=django.utils.timezone.now, editable=False)),
                ('occurred_at', models.DateTimeField()),
                ('phone_at', models.DateTimeField(blank=True, null=True)),
                ('recorded_by', models.CharField(max_length=60)),
                ('organisation', models.ForeignKey(db_index=False, on_delete=django.db.models.deletion.PROTECT, related_name='+', to='network.organisation')),
                ('service', models.ForeignKey(db_index=False, on_delete=django.db.models.deletion.PROTECT, related_name='+', to='network.service')),
                ('team', models.ForeignKey(blank=True, db_index=False, null=True, on_delete=django.db.models.deletion.PROTECT, related_name='+', to='network.team')),
                ('watch', models.ForeignKey(on_delete=django.db.models.deletion.CASCADE, related_name='signs', to='shifts.watch')),
            ],
            options={
                'abstract': False,
                'constraints': [spojka.access.owned.SameHouse(name='watchsign_same_house')],
            },
        ),
        migrations.CreateModel(
            name='Briefing',
            fields=[
                ('id', models.UUIDField(default=spojka.base.ids.new_id, editable=False, primary_key=True, serialize=False)),
                ('recorded_at', models.DateTimeField(default=django.utils.timezone.now, editable=False)),
                ('name', models.CharField(blank=True, max_length=80)),
                ('phone', models.CharField(blank=True, max_length=20)),
                ('every', models.PositiveSmallIntegerField(default=30)),
                ('set_by', models.CharField(max_length=60)),
                ('contact', models.ForeignKey(blank=True, null=True, on_delete=django.db.models.deletion.PROTECT, related_name='+', to='network.membership')),
                ('organisation', models.ForeignKey(db_index=False, on_delete=django.db.models.deletion.PROTECT, related_name='+', to='network.organisation')),
                ('service', models.ForeignKey(db_index=False, on_delete=django.db.models.deletion.PROTECT, related_name='+', to='network.service')),
                ('shift', models.OneToOneField(on_delete=django.db.models.deletion.PROTECT, related_name='+', to='encounters.shift')),
                ('team', models.ForeignKey(blank=True, db_index=False, null=True, on_delete=django.db.models.deletion.PROTECT, related_name='+', to='network.team')),
            ],
            options={
                'abstract': False,
                'constraints': [spojka.access.owned.SameHouse(name='briefing_same_house')],
            },
        ),
        migrations.CreateModel(
            name='BriefingRead',
            fields=[
                ('id', models.UUIDField(default=spojka.base.ids.new_id, editable=False, primary_key=True, serialize=False)),
                ('recorded_at', models.DateTimeField(default=django.utils.timezone.now, editable=False)),
                ('about', models.CharField(max_length=16)),
                ('occurred_at', models.DateTimeField()),
                ('phone_at', models.DateTimeField(blank=True, null=True)),
                ('recorded_by', models.CharField(max_length=60)),
                ('organisation', models.ForeignKey(db_index=False, on_delete=django.db.models.deletion.PROTECT, related_name='+', to='network.organisation')),
                ('service', models.ForeignKey(db_index=False, on_delete=django.db.models.deletion.PROTECT, related_name='+', to='network.service')),
                ('shift', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='+', to='encounters.shift')),
                ('team', models.ForeignKey(blank=True, db_index=False, null=True, on_delete=django.db.models.deletion.PROTECT, related_name='+', to='network.team')),
            ],
            options={
                'abstract': False,
                'indexes': [models.Index(fields=['shift'], name='briefing_read_of_shift')],
                'constraints': [spojka.access.owned.SameHouse(name='briefingread_same_house')],
            },
        ),
    ]
