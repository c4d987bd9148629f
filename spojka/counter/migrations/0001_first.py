import django.db.models.deletion
import django.utils.timezone
import spojka.access.owned
import spojka.base.ids
from django.db import migrations, models


class Migration(migrations.Migration):

    initial = True

    dependencies = [
        ('clients', '0003_mark_changes'),
        ('network', '0004_hear_warnings'),
        # after what was there before: their migrations render all that leads to a service, so fewer is quicker
        ('emergencies', '0002_tell_of_incidents'),
        ('hubs', '0001_first'),
        ('members', '0003_invitations'),
        ('reports', '0001_remember_settings'),
        ('sheets', '0001_first'),
        ('shifts', '0001_first'),
        ('signals', '0002_tell_partners_and_watch_trends'),
        ('tablets', '0002_end_with_a_closing'),
        ('themes', '0001_first'),
        ('work', '0002_mark_changes'),
    ]

    operations = [
        migrations.CreateModel(
            name='CounterNote',
            fields=[
                ('id', models.UUIDField(default=spojka.base.ids.new_id, editable=False, primary_key=True, serialize=False)),
                ('recorded_at', models.DateTimeField(default=django.utils.timezone.now, editable=False)),
                ('kind', models.CharField(choices=[('instruction', 'instruction for the counter'), ('message', 'message for the client')], max_length=12)),
                ('text', models.CharField(max_length=140)),
                ('written_by', models.CharField(max_length=60)),
                ('ended_at', models.DateTimeField(blank=True, null=True)),
                ('ended_by', models.CharField(blank=True, max_length=60)),
                ('client', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='counter_notes', to='clients.client')),
                ('organisation', models.ForeignKey(db_index=False, on_delete=django.db.models.deletion.PROTECT, related_name='+', to='network.organisation')),
                ('service', models.ForeignKey(db_index=False, on_delete=django.db.models.deletion.PROTECT, related_name='+', to='network.service')),
                ('team', models.ForeignKey(blank=True, db_index=False, null=True, on_delete=django.db.models.deletion.PROTECT, related_name='+', to='network.team')),
            ],
            options={
                'abstract': False,
                'indexes': [models.Index(condition=models.Q(('ended_at', None)), fields=['client'], name='counter_note_by_client')],
                'constraints': [spojka.access.owned.SameHouse(name='counternote_same_house'), models.CheckConstraint(condition=models.Q(('kind__in', ['instruction', 'message'])), name='counter_note_kind')],
            },
        ),
        migrations.CreateModel(
            name='Pass',
            fields=[
                ('id', models.UUIDField(default=spojka.base.ids.new_id, editable=False, primary_key=True, serialize=False)),
                ('recorded_at', models.DateTimeField(default=django.utils.timezone.now, editable=False)),
                ('number', models.CharField(max_length=20, unique=True)),
                ('issued_by', models.CharField(max_length=60)),
                ('ended_at', models.DateTimeField(blank=True, null=True)),
                ('ended_by', models.CharField(blank=True, max_length=60)),
                ('client', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='passes', to='clients.client')),
                ('organisation', models.ForeignKey(db_index=False, on_delete=django.db.models.deletion.PROTECT, related_name='+', to='network.organisation')),
                ('service', models.ForeignKey(db_index=False, on_delete=django.db.models.deletion.PROTECT, related_name='+', to='network.service')),
                ('team', models.ForeignKey(blank=True, db_index=False, null=True, on_delete=django.db.models.deletion.PROTECT, related_name='+', to='network.team')),
            ],
            options={
                'abstract': False,
                'indexes': [models.Index(condition=models.Q(('ended_at', None)), fields=['client'], name='pass_by_client')],
                'constraints': [spojka.access.owned.SameHouse(name='pass_same_house')],
            },
        ),
    ]
