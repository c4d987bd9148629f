import django.db.models.deletion
import django.utils.timezone
import spojka.access.owned
import spojka.base.ids
from django.db import migrations, models


class Migration(migrations.Migration):

    initial = True

    dependencies = [
        ('access', '0002_open_the_ledger'),
        ('clients', '0005_carry_messages'),
        ('links', '0001_links'),
        ('network', '0004_hear_warnings'),
    ]

    operations = [
        migrations.CreateModel(
            name='AccessSheet',
            fields=[
                ('id', models.UUIDField(default=spojka.base.ids.new_id, editable=False, primary_key=True, serialize=False)),
                ('recorded_at', models.DateTimeField(default=django.utils.timezone.now, editable=False)),
                ('name', models.CharField(max_length=4)),
                ('issued_by', models.CharField(max_length=60)),
                ('ended_at', models.DateTimeField(blank=True, null=True)),
                ('ended_by', models.CharField(blank=True, max_length=60)),
                ('ended_why', models.CharField(blank=True, max_length=200)),
                ('client', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='access_sheets', to='clients.client')),
                ('grant', models.OneToOneField(on_delete=django.db.models.deletion.PROTECT, related_name='+', to='access.grant')),
                ('link', models.OneToOneField(on_delete=django.db.models.deletion.PROTECT, related_name='+', to='links.link')),
                ('organisation', models.ForeignKey(db_index=False, on_delete=django.db.models.deletion.PROTECT, related_name='+', to='network.organisation')),
                ('service', models.ForeignKey(db_index=False, on_delete=django.db.models.deletion.PROTECT, related_name='+', to='network.service')),
                ('team', models.ForeignKey(blank=True, db_index=False, null=True, on_delete=django.db.models.deletion.PROTECT, related_name='+', to='network.team')),
            ],
            options={
                'abstract': False,
                'constraints': [spojka.access.owned.SameHouse(name='accesssheet_same_house'), models.UniqueConstraint(condition=models.Q(('ended_at', None)), fields=('client',), name='accesssheet_one')],
            },
        ),
        migrations.CreateModel(
            name='Remark',
            fields=[
                ('id', models.UUIDField(default=spojka.base.ids.new_id, editable=False, primary_key=True, serialize=False)),
                ('recorded_at', models.DateTimeField(default=django.utils.timezone.now, editable=False)),
                ('kind', models.CharField(choices=[('remark', 'remark'), ('correction', 'something is written wrong')], max_length=10)),
                ('text', models.TextField(max_length=2000)),
                ('answer', models.TextField(blank=True, max_length=2000)),
                ('answered_at', models.DateTimeField(blank=True, null=True)),
                ('answered_by', models.CharField(blank=True, max_length=60)),
                ('client', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='remarks', to='clients.client')),
                ('organisation', models.ForeignKey(db_index=False, on_delete=django.db.models.deletion.PROTECT, related_name='+', to='network.organisation')),
                ('service', models.ForeignKey(db_index=False, on_delete=django.db.models.deletion.PROTECT, related_name='+', to='network.service')),
                ('team', models.ForeignKey(blank=True, db_index=False, null=True, on_delete=django.db.models.deletion.PROTECT, related_name='+', to='network.team')),
            ],
            options={
                'abstract': False,
                'indexes': [models.Index(condition=models.Q(('answered_at', None)), fields=['service'], name='remark_open')],
                'constraints': [spojka.access.owned.SameHouse(name='remark_same_house'), models.CheckConstraint(condition=models.Q(('kind__in', ['remark', 'correction'])), name='remark_kind')],
            },
        ),
    ]
