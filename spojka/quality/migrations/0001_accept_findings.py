import django.db.models.deletion
import django.utils.timezone
import spojka.access.owned
import spojka.base.ids
from django.db import migrations, models


class Migration(migrations.Migration):

    initial = True

    dependencies = [
        ('network', '0004_hear_warnings'),
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
