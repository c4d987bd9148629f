import django.db.models.deletion
import django.utils.timezone
import spojka.access.owned
import spojka.base.ids
from django.db import migrations, models


class Migration(migrations.Migration):

    initial = True

    dependencies = [
        ('encounters', '0001_first'),
        ('network', '0001_first'),
    ]

    operations = [
        migrations.CreateModel(
            name='Sheet',
            fields=[
                ('id', models.UUIDField(default=spojka.base.ids.new_id, editable=False, primary_key=True, serialize=False)),
                ('recorded_at', models.DateTimeField(default=django.utils.timezone.now, editable=False)),
                ('name', models.CharField(blank=True, max_length=120)),
                ('name_hash', models.CharField(max_length=64)),
                ('file_hash', models.CharField(max_length=64)),
                ('content', models.BinaryField(blank=True, null=True)),
                ('page', models.PositiveSmallIntegerField(default=0)),
                ('fingerprint', models.CharField(blank=True, max_length=40)),
                ('plan', models.JSONField(blank=True, default=dict)),
                ('state', models.CharField(choices=[('asking', 'waits for its columns'), ('checking', 'is being read'), ('checked', 'waits for your word'), ('importing', 'is being saved'), ('done', 'saved'), ('forgotten', 'erased')], default='asking', max_length=10)),
                ('total', models.PositiveIntegerField(default=0)),
                ('done', models.PositiveIntegerField(default=0)),
                ('counts', models.JSONField(blank=True, default=dict)),
                ('asks', models.JSONField(blank=True, default=dict)),
                ('brought_by', models.CharField(max_length=60)),
                ('organisation', models.ForeignKey(db_index=False, on_delete=django.db.models.deletion.PROTECT, related_name='+', to='network.organisation')),
                ('service', models.ForeignKey(db_index=False, on_delete=django.db.models.deletion.PROTECT, related_name='+', to='network.service')),
                ('team', models.ForeignKey(blank=True, db_index=False, null=True, on_delete=django.db.models.deletion.PROTECT, related_name='+', to='network.team')),
            ],
            options={
                'abstract': False,
                'indexes': [models.Index(fields=['service', '-recorded_at'], name='sheet_by_time')],
                'constraints': [spojka.access.owned.SameHouse(name='sheet_same_house'), models.CheckConstraint(condition=models.Q(('state__in', ['asking', 'checking', 'checked', 'importing', 'done', 'forgotten'])), name='sheet_state')],
            },
        ),
        migrations.CreateModel(
            name='Origin',
            fields=[
                ('id', models.UUIDField(default=spojka.base.ids.new_id, editable=False, primary_key=True, serialize=False)),
                ('recorded_at', models.DateTimeField(default=django.utils.timezone.now, editable=False)),
                ('number', models.PositiveIntegerField()),
                ('like', models.CharField(blank=True, max_length=40)),
                ('encounter', models.OneToOneField(on_delete=django.db.models.deletion.CASCADE, related_name='origin', to='encounters.encounter')),
                ('organisation', models.ForeignKey(db_index=False, on_delete=django.db.models.deletion.PROTECT, related_name='+', to='network.organisation')),
                ('service', models.ForeignKey(db_index=False, on_delete=django.db.models.deletion.PROTECT, related_name='+', to='network.service')),
                ('team', models.ForeignKey(blank=True, db_index=False, null=True, on_delete=django.db.models.deletion.PROTECT, related_name='+', to='network.team')),
                ('sheet', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='origins', to='sheets.sheet')),
            ],
            options={
                'abstract': False,
                'indexes': [models.Index(fields=['service', 'like'], name='origin_by_likeness')],
                'constraints': [spojka.access.owned.SameHouse(name='origin_same_house')],
            },
        ),
        migrations.CreateModel(
            name='Line',
            fields=[
                ('id', models.UUIDField(default=spojka.base.ids.new_id, editable=False, primary_key=True, serialize=False)),
                ('recorded_at', models.DateTimeField(default=django.utils.timezone.now, editable=False)),
                ('number', models.PositiveIntegerField()),
                ('cells', models.JSONField()),
                ('state', models.CharField(choices=[('new', 'new'), ('saved', 'saved now'), ('there', 'already there'), ('similar', 'similar to an earlier one'), ('ask', 'waits for your answer'), ('wrong', 'wrong'), ('skipped', 'left out')], max_length=10)),
                ('says', models.JSONField(default=list)),
                ('facts', models.JSONField(default=dict)),
                ('same', models.CharField(blank=True, max_length=40)),
                ('encounter_id', models.UUIDField(blank=True, null=True)),
                ('organisation', models.ForeignKey(db_index=False, on_delete=django.db.models.deletion.PROTECT, related_name='+', to='network.organisation')),
                ('service', models.ForeignKey(db_index=False, on_delete=django.db.models.deletion.PROTECT, related_name='+', to='network.service')),
                ('team', models.ForeignKey(blank=True, db_index=False, null=True, on_delete=django.db.models.deletion.PROTECT, related_name='+', to='network.team')),
                ('sheet', models.ForeignKey(on_delete=django.db.models.deletion.CASCADE, related_name='lines', to='sheets.sheet')),
            ],
            options={
                'abstract': False,
                'indexes': [models.Index(fields=['sheet', 'state', 'number'], name='line_by_state'), models.Index(fields=['sheet', 'same'], name='line_by_content')],
                'constraints': [spojka.access.owned.SameHouse(name='line_same_house'), models.CheckConstraint(condition=models.Q(('state__in', ['new', 'saved', 'there', 'similar', 'ask', 'wrong', 'skipped'])), name='line_state'), models.UniqueConstraint(fields=('sheet', 'number'), name='line_once')],
            },
        ),
        migrations.CreateModel(
            name='Mapping',
            fields=[
                ('id', models.UUIDField(default=spojka.base.ids.new_id, editable=False, primary_key=True, serialize=False)),
                ('recorded_at', models.DateTimeField(default=django.utils.timezone.now, editable=False)),
                ('fingerprint', models.CharField(max_length=40)),
                ('plan', models.JSONField()),
                ('organisation', models.ForeignKey(db_index=False, on_delete=django.db.models.deletion.PROTECT, related_name='+', to='network.organisation')),
                ('service', models.ForeignKey(db_index=False, on_delete=django.db.models.deletion.PROTECT, related_name='+', to='network.service')),
                ('team', models.ForeignKey(blank=True, db_index=False, null=True, on_delete=django.db.models.deletion.PROTECT, related_name='+', to='network.team')),
            ],
            options={
                'abstract': False,
                'constraints': [spojka.access.owned.SameHouse(name='mapping_same_house'), models.UniqueConstraint(fields=('service', 'fingerprint'), name='mapping_once')],
            },
        ),
        migrations.CreateModel(
            name='Meaning',
            fields=[
                ('id', models.UUIDField(default=spojka.base.ids.new_id, editable=False, primary_key=True, serialize=False)),
                ('recorded_at', models.DateTimeField(default=django.utils.timezone.now, editable=False)),
                ('list', models.CharField(max_length=20)),
                ('said', models.CharField(max_length=80)),
                ('means', models.CharField(max_length=40)),
                ('organisation', models.ForeignKey(db_index=False, on_delete=django.db.models.deletion.PROTECT, related_name='+', to='network.organisation')),
                ('service', models.ForeignKey(db_index=False, on_delete=django.db.models.deletion.PROTECT, related_name='+', to='network.service')),
                ('team', models.ForeignKey(blank=True, db_index=False, null=True, on_delete=django.db.models.deletion.PROTECT, related_name='+', to='network.team')),
            ],
            options={
                'abstract': False,
                'constraints': [spojka.access.owned.SameHouse(name='meaning_same_house'), models.UniqueConstraint(fields=('service', 'list', 'said'), name='meaning_once')],
            },
        ),
    ]
