import django.db.models.deletion
import django.utils.timezone
import spojka.access.owned
import spojka.base.ids
from django.db import migrations, models


class Migration(migrations.Migration):

    dependencies = [
        ('caseplans', '0001_first'),
        ('cases', '0001_first'),
        ('network', '0004_hear_warnings'),
    ]

    operations = [
        migrations.CreateModel(
            name='Duty',
            fields=[
                ('id', models.UUIDField(default=spojka.base.ids.new_id, editable=False, primary_key=True, serialize=False)),
                ('recorded_at', models.DateTimeField(default=django.utils.timezone.now, editable=False)),
                ('on', models.DateField()),
                ('starts', models.TimeField(blank=True, null=True)),
                ('ends', models.TimeField(blank=True, null=True)),
                ('texts', models.TextField()),
                ('written_by', models.CharField(max_length=60)),
                ('voided_at', models.DateTimeField(blank=True, null=True)),
                ('voided_by', models.CharField(blank=True, max_length=60)),
                ('about', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='duties', to='cases.party')),
                ('asked_by', models.ForeignKey(blank=True, null=True, on_delete=django.db.models.deletion.PROTECT, related_name='duties', to='cases.participant')),
                ('case', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='duties', to='cases.case')),
                ('organisation', models.ForeignKey(db_index=False, on_delete=django.db.models.deletion.PROTECT, related_name='+', to='network.organisation')),
                ('service', models.ForeignKey(db_index=False, on_delete=django.db.models.deletion.PROTECT, related_name='+', to='network.service')),
                ('team', models.ForeignKey(blank=True, db_index=False, null=True, on_delete=django.db.models.deletion.PROTECT, related_name='+', to='network.team')),
            ],
            options={
                'abstract': False,
                'indexes': [models.Index(fields=['case', 'on'], name='duty_by_case')],
                'constraints': [spojka.access.owned.SameHouse(name='duty_same_house'), models.CheckConstraint(condition=models.Q(('ends', None), models.Q(('ends__gt', models.F('starts')), ('starts__isnull', False)), _connector='OR'), name='duty_hours')],
            },
        ),
    ]
