import django.db.models.deletion
import django.utils.timezone
import spojka.access.owned
import spojka.base.ids
from django.db import migrations, models


class Migration(migrations.Migration):

    initial = True

    dependencies = [
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
            name='Accepted',
            fields=[
                ('id', models.UUIDField(default=spojka.base.ids.new_id, editable=False, primary_key=True, serialize=False)),
                ('recorded_at', models.DateTimeField(default=django.utils.timezone.now, editable=False)),
                ('check_code', models.CharField(max_length=30)),
                ('row_id', models.UUIDField()),
                ('day', models.DateField()),
                ('state', models.CharField(blank=True, max_length=60)),
                ('accepted_by', models.CharField(max_length=60)),
                ('doubted_at', models.DateTimeField(blank=True, null=True)),
                ('doubted_by', models.CharField(blank=True, max_length=60)),
                ('organisation', models.ForeignKey(db_index=False, on_delete=django.db.models.deletion.PROTECT, related_name='+', to='network.organisation')),
                ('service', models.ForeignKey(db_index=False, on_delete=django.db.models.deletion.PROTECT, related_name='+', to='network.service')),
                ('team', models.ForeignKey(blank=True, db_index=False, null=True, on_delete=django.db.models.deletion.PROTECT, related_name='+', to='network.team')),
            ],
            options={
                'abstract': False,
                'indexes': [models.Index(fields=['service', 'check_code', '-day'], name='accepted_by_day')],
                'constraints': [spojka.access.owned.SameHouse(name='accepted_same_house'), models.UniqueConstraint(condition=models.Q(('doubted_at', None)), fields=('row_id', 'check_code', 'state'), name='accepted_once')],
            },
        ),
    ]
