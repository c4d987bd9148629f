import django.db.models.deletion
import django.utils.timezone
import spojka.access.owned
import spojka.base.ids
from django.db import migrations, models


class Migration(migrations.Migration):

    initial = True

    dependencies = [
        ('cases', '0002_keep_files'),
        ('meetings', '0001_first'),
        ('network', '0004_hear_warnings'),
    ]

    operations = [
        migrations.CreateModel(
            name='Attendee',
            fields=[
                ('id', models.UUIDField(default=spojka.base.ids.new_id, editable=False, primary_key=True, serialize=False)),
                ('recorded_at', models.DateTimeField(default=django.utils.timezone.now, editable=False)),
                ('case', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='+', to='cases.case')),
                ('invited', models.OneToOneField(on_delete=django.db.models.deletion.PROTECT, related_name='attendee', to='meetings.invited')),
                ('organisation', models.ForeignKey(db_index=False, on_delete=django.db.models.deletion.PROTECT, related_name='+', to='network.organisation')),
                ('participant', models.ForeignKey(blank=True, null=True, on_delete=django.db.models.deletion.PROTECT, related_name='+', to='cases.participant')),
                ('party', models.ForeignKey(blank=True, null=True, on_delete=django.db.models.deletion.PROTECT, related_name='+', to='cases.party')),
                ('service', models.ForeignKey(db_index=False, on_delete=django.db.models.deletion.PROTECT, related_name='+', to='network.service')),
                ('team', models.ForeignKey(blank=True, db_index=False, null=True, on_delete=django.db.models.deletion.PROTECT, related_name='+', to='network.team')),
            ],
            options={
                'abstract': False,
                'indexes': [models.Index(fields=['case'], name='attendee_by_case')],
                'constraints': [spojka.access.owned.SameHouse(name='attendee_same_house'), models.CheckConstraint(condition=models.Q(models.Q(('participant__isnull', False), ('party', None)), models.Q(('participant', None), ('party__isnull', False)), _connector='OR'), name='attendee_one')],
            },
        ),
        migrations.CreateModel(
            name='CaseMeeting',
            fields=[
                ('id', models.UUIDField(default=spojka.base.ids.new_id, editable=False, primary_key=True, serialize=False)),
                ('recorded_at', models.DateTimeField(default=django.utils.timezone.now, editable=False)),
                ('sort', models.CharField(choices=[('meeting', 'case meeting'), ('conference', 'case conference')], max_length=12)),
                ('purpose', models.TextField()),
                ('told', models.TextField(blank=True)),
                ('told_on', models.DateField(blank=True, null=True)),
                ('without_family', models.TextField(blank=True)),
                ('called_by', models.CharField(max_length=60)),
                ('case', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='case_meetings', to='cases.case')),
                ('meeting', models.OneToOneField(on_delete=django.db.models.deletion.PROTECT, related_name='of_case', to='meetings.meeting')),
                ('organisation', models.ForeignKey(db_index=False, on_delete=django.db.models.deletion.PROTECT, related_name='+', to='network.organisation')),
                ('service', models.ForeignKey(db_index=False, on_delete=django.db.models.deletion.PROTECT, related_name='+', to='network.service')),
                ('team', models.ForeignKey(blank=True, db_index=False, null=True, on_delete=django.db.models.deletion.PROTECT, related_name='+', to='network.team')),
            ],
            options={
                'abstract': False,
                'indexes': [models.Index(fields=['case'], name='casemeeting_by_case')],
                'constraints': [spojka.access.owned.SameHouse(name='casemeeting_same_house'), models.CheckConstraint(condition=models.Q(('sort__in', ['meeting', 'conference'])), name='casemeeting_sort'), models.CheckConstraint(condition=models.Q(models.Q(('told', ''), _negated=True), ('told_on', None), _connector='OR'), name='casemeeting_told', violation_error_message='Write also how they were told.')],
            },
        ),
    ]
