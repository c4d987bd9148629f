import django.db.models.deletion
import django.utils.timezone
import spojka.access.owned
import spojka.base.ids
from django.db import migrations, models


class Migration(migrations.Migration):

    initial = True

    dependencies = [
        ('groups', '0001_first'),
        ('meetings', '0003_find_matters_faster'),
        ('network', '0004_hear_warnings'),
    ]

    operations = [
        migrations.CreateModel(
            name='GroupName',
            fields=[
                ('id', models.UUIDField(default=spojka.base.ids.new_id, editable=False, primary_key=True, serialize=False)),
                ('recorded_at', models.DateTimeField(default=django.utils.timezone.now, editable=False)),
                ('form', models.TextField()),
                ('name', models.TextField()),
                ('learned_by', models.CharField(max_length=60)),
                ('forgotten_at', models.DateTimeField(blank=True, null=True)),
                ('group', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='names', to='groups.group')),
                ('organisation', models.ForeignKey(db_index=False, on_delete=django.db.models.deletion.PROTECT, related_name='+', to='network.organisation')),
                ('service', models.ForeignKey(db_index=False, on_delete=django.db.models.deletion.PROTECT, related_name='+', to='network.service')),
                ('team', models.ForeignKey(blank=True, db_index=False, null=True, on_delete=django.db.models.deletion.PROTECT, related_name='+', to='network.team')),
            ],
            options={
                'abstract': False,
                'indexes': [models.Index(fields=['group'], name='groupname_by_group')],
                'constraints': [spojka.access.owned.SameHouse(name='groupname_same_house')],
            },
        ),
        migrations.CreateModel(
            name='OldMinutes',
            fields=[
                ('id', models.UUIDField(default=spojka.base.ids.new_id, editable=False, primary_key=True, serialize=False)),
                ('recorded_at', models.DateTimeField(default=django.utils.timezone.now, editable=False)),
                ('name', models.TextField(blank=True)),
                ('original', models.TextField(blank=True)),
                ('proposal', models.TextField(blank=True)),
                ('version', models.PositiveIntegerField(default=1)),
                ('brought_at', models.DateTimeField()),
                ('brought_by', models.CharField(max_length=60)),
                ('taken_at', models.DateTimeField(blank=True, null=True)),
                ('dropped_at', models.DateTimeField(blank=True, null=True)),
                ('group', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='old_minutes', to='groups.group')),
                ('meeting', models.ForeignKey(blank=True, null=True, on_delete=django.db.models.deletion.PROTECT, related_name='+', to='meetings.meeting')),
                ('organisation', models.ForeignKey(db_index=False, on_delete=django.db.models.deletion.PROTECT, related_name='+', to='network.organisation')),
                ('service', models.ForeignKey(db_index=False, on_delete=django.db.models.deletion.PROTECT, related_name='+', to='network.service')),
                ('team', models.ForeignKey(blank=True, db_index=False, null=True, on_delete=django.db.models.deletion.PROTECT, related_name='+', to='network.team')),
            ],
            options={
                'abstract': False,
                'indexes': [models.Index(fields=['group', '-brought_at'], name='oldminutes_by_group')],
                'constraints': [spojka.access.owned.SameHouse(name='oldminutes_same_house'), models.CheckConstraint(condition=models.Q(('meeting', None), ('dropped_at', None), _connector='OR'), name='oldminutes_one_end')],
            },
        ),
    ]
