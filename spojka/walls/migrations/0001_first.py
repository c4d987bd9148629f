import django.db.models.deletion
import django.utils.timezone
import spojka.access.owned
import spojka.base.ids
from django.db import migrations, models


class Migration(migrations.Migration):

    initial = True

    dependencies = [
        ('clients', '0005_carry_messages'),
        ('network', '0004_hear_warnings'),
    ]

    operations = [
        migrations.CreateModel(
            name='Wall',
            fields=[
                ('id', models.UUIDField(default=spojka.base.ids.new_id, editable=False, primary_key=True, serialize=False)),
                ('recorded_at', models.DateTimeField(default=django.utils.timezone.now, editable=False)),
                ('why', models.TextField()),
                ('ends_at', models.DateTimeField(blank=True, null=True)),
                ('raised_by', models.CharField(max_length=60)),
                ('ended_at', models.DateTimeField(blank=True, null=True)),
                ('ended_by', models.CharField(blank=True, max_length=60)),
                ('ended_why', models.CharField(blank=True, max_length=300)),
                ('centre', models.ForeignKey(blank=True, null=True, on_delete=django.db.models.deletion.PROTECT, related_name='+', to='network.service')),
                ('client', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='walls', to='clients.client')),
                ('organisation', models.ForeignKey(db_index=False, on_delete=django.db.models.deletion.PROTECT, related_name='+', to='network.organisation')),
                ('service', models.ForeignKey(db_index=False, on_delete=django.db.models.deletion.PROTECT, related_name='+', to='network.service')),
                ('team', models.ForeignKey(blank=True, db_index=False, null=True, on_delete=django.db.models.deletion.PROTECT, related_name='+', to='network.team')),
                ('worker', models.ForeignKey(blank=True, null=True, on_delete=django.db.models.deletion.PROTECT, related_name='+', to='network.membership')),
            ],
            options={
                'abstract': False,
                'indexes': [models.Index(fields=['client'], name='wall_by_client')],
                'constraints': [spojka.access.owned.SameHouse(name='wall_same_house'), models.CheckConstraint(condition=models.Q(models.Q(('centre__isnull', False), ('worker', None)), models.Q(('centre', None), ('worker__isnull', False)), _connector='OR'), name='wall_whom')],
            },
        ),
    ]
