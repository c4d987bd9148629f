import django.db.models.deletion
import django.utils.timezone
import spojka.access.owned
import spojka.base.ids
from django.db import migrations, models


class Migration(migrations.Migration):

    initial = True

    dependencies = [
        ('links', '0001_links'),
        ('network', '0003_what_ends'),
        ('phones', '0001_first'),
    ]

    operations = [
        migrations.CreateModel(
            name='Hub',
            fields=[
                ('id', models.UUIDField(default=spojka.base.ids.new_id, editable=False, primary_key=True, serialize=False)),
                ('recorded_at', models.DateTimeField(default=django.utils.timezone.now, editable=False)),
                ('name', models.CharField(max_length=60)),
                ('address', models.CharField(max_length=120)),
                ('key', models.TextField()),
                ('slot', models.CharField(max_length=120)),
                ('marking', models.TextField()),
                ('passing', models.TextField()),
                ('credential_hash', models.CharField(blank=True, max_length=64)),
                ('joined_at', models.DateTimeField(blank=True, null=True)),
                ('heard_at', models.DateTimeField(blank=True, null=True)),
                ('waiting', models.PositiveIntegerField(default=0)),
                ('returned', models.PositiveIntegerField(default=0)),
                ('delivered', models.PositiveIntegerField(default=0)),
                ('certificate_ends', models.DateTimeField(blank=True, null=True)),
                ('recorded_by', models.CharField(max_length=60)),
                ('revoked_at', models.DateTimeField(blank=True, null=True)),
                ('revoked_by', models.CharField(blank=True, max_length=60)),
                ('link', models.ForeignKey(blank=True, null=True, on_delete=django.db.models.deletion.PROTECT, related_name='+', to='links.link')),
                ('organisation', models.ForeignKey(db_index=False, on_delete=django.db.models.deletion.PROTECT, related_name='+', to='network.organisation')),
                ('service', models.ForeignKey(db_index=False, on_delete=django.db.models.deletion.PROTECT, related_name='+', to='network.service')),
                ('team', models.ForeignKey(blank=True, db_index=False, null=True, on_delete=django.db.models.deletion.PROTECT, related_name='+', to='network.team')),
            ],
            options={
                'abstract': False,
                'constraints': [spojka.access.owned.SameHouse(name='hub_same_house'), models.UniqueConstraint(condition=models.Q(('revoked_at', None)), fields=('organisation', 'address'), name='hub_address_once')],
            },
        ),
        migrations.CreateModel(
            name='PairedPhone',
            fields=[
                ('id', models.UUIDField(default=spojka.base.ids.new_id, editable=False, primary_key=True, serialize=False)),
                ('recorded_at', models.DateTimeField(default=django.utils.timezone.now, editable=False)),
                ('origin', models.CharField(max_length=130)),
                ('key', models.CharField(max_length=120)),
                ('until', models.DateTimeField()),
                ('ended_at', models.DateTimeField(blank=True, null=True)),
                ('hub', models.ForeignKey(on_delete=django.db.models.deletion.CASCADE, related_name='phones', to='hubs.hub')),
                ('phone', models.ForeignKey(on_delete=django.db.models.deletion.CASCADE, related_name='+', to='phones.phone')),
            ],
            options={
                'constraints': [models.UniqueConstraint(fields=('hub', 'phone'), name='paired_phone_once')],
            },
        ),
    ]
