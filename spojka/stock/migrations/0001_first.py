import django.db.models.deletion
import django.utils.timezone
import spojka.access.owned
import spojka.base.ids
from django.db import migrations, models


class Migration(migrations.Migration):

    initial = True

    dependencies = [
        ('encounters', '0014_list_some_services'),
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
            name='Batch',
            fields=[
                ('id', models.UUIDField(default=spojka.base.ids.new_id, editable=False, primary_key=True, serialize=False)),
                ('recorded_at', models.DateTimeField(default=django.utils.timezone.now, editable=False)),
                ('code', models.CharField(max_length=30)),
                ('number', models.CharField(blank=True, max_length=40)),
                ('expires_on', models.DateField(blank=True, null=True)),
                ('organisation', models.ForeignKey(db_index=False, on_delete=django.db.models.deletion.PROTECT, related_name='+', to='network.organisation')),
                ('service', models.ForeignKey(db_index=False, on_delete=django.db.models.deletion.PROTECT, related_name='+', to='network.service')),
                ('team', models.ForeignKey(blank=True, db_index=False, null=True, on_delete=django.db.models.deletion.PROTECT, related_name='+', to='network.team')),
            ],
            options={
                'abstract': False,
                'indexes': [models.Index(fields=['service', 'expires_on'], name='batch_by_end')],
                'constraints': [spojka.access.owned.SameHouse(name='batch_same_house')],
            },
        ),
        migrations.CreateModel(
            name='Closing',
            fields=[
                ('id', models.UUIDField(default=spojka.base.ids.new_id, editable=False, primary_key=True, serialize=False)),
                ('recorded_at', models.DateTimeField(default=django.utils.timezone.now, editable=False)),
                ('said', models.JSONField(default=dict)),
                ('organisation', models.ForeignKey(db_index=False, on_delete=django.db.models.deletion.PROTECT, related_name='+', to='network.organisation')),
                ('service', models.ForeignKey(db_index=False, on_delete=django.db.models.deletion.PROTECT, related_name='+', to='network.service')),
                ('team', models.ForeignKey(blank=True, db_index=False, null=True, on_delete=django.db.models.deletion.PROTECT, related_name='+', to='network.team')),
            ],
            options={
                'abstract': False,
                'constraints': [spojka.access.owned.SameHouse(name='closing_same_house'), models.UniqueConstraint(fields=('service',), name='closing_once')],
            },
        ),
        migrations.CreateModel(
            name='Level',
            fields=[
                ('id', models.UUIDField(default=spojka.base.ids.new_id, editable=False, primary_key=True, serialize=False)),
                ('recorded_at', models.DateTimeField(default=django.utils.timezone.now, editable=False)),
                ('code', models.CharField(max_length=30)),
                ('pack', models.PositiveIntegerField(blank=True, null=True)),
                ('low', models.PositiveIntegerField(blank=True, null=True)),
                ('warned', models.PositiveSmallIntegerField(default=60)),
                ('organisation', models.ForeignKey(db_index=False, on_delete=django.db.models.deletion.PROTECT, related_name='+', to='network.organisation')),
                ('service', models.ForeignKey(db_index=False, on_delete=django.db.models.deletion.PROTECT, related_name='+', to='network.service')),
                ('team', models.ForeignKey(blank=True, db_index=False, null=True, on_delete=django.db.models.deletion.PROTECT, related_name='+', to='network.team')),
            ],
            options={
                'abstract': False,
                'constraints': [spojka.access.owned.SameHouse(name='level_same_house'), models.UniqueConstraint(fields=('service', 'code'), name='level_once'), models.CheckConstraint(condition=models.Q(('pack', None), ('pack__gte', 2), _connector='OR'), name='level_pack', violation_error_message='A pack has two pieces or more.')],
            },
        ),
        migrations.CreateModel(
            name='Location',
            fields=[
                ('id', models.UUIDField(default=spojka.base.ids.new_id, editable=False, primary_key=True, serialize=False)),
                ('recorded_at', models.DateTimeField(default=django.utils.timezone.now, editable=False)),
                ('kind', models.CharField(choices=[('store', 'store'), ('van', 'van'), ('stand', 'stand'), ('backpack', 'backpack')], max_length=10)),
                ('name', models.CharField(max_length=60)),
                ('settings', models.JSONField(blank=True, default=list)),
                ('kit', models.JSONField(blank=True, default=dict)),
                ('closed_on', models.DateField(blank=True, null=True)),
                ('recorded_by', models.CharField(max_length=60)),
                ('organisation', models.ForeignKey(db_index=False, on_delete=django.db.models.deletion.PROTECT, related_name='+', to='network.organisation')),
                ('service', models.ForeignKey(db_index=False, on_delete=django.db.models.deletion.PROTECT, related_name='+', to='network.service')),
                ('team', models.ForeignKey(blank=True, db_index=False, null=True, on_delete=django.db.models.deletion.PROTECT, related_name='+', to='network.team')),
            ],
            options={
                'abstract': False,
                'constraints': [spojka.access.owned.SameHouse(name='location_same_house'), models.CheckConstraint(condition=models.Q(('kind__in', ['store', 'van', 'stand', 'backpack'])), name='location_kind'), models.UniqueConstraint(condition=models.Q(('closed_on', None)), fields=('service', 'name'), name='location_once', violation_error_message='There is a location of this name.')],
            },
        ),
        migrations.CreateModel(
            name='Movement',
            fields=[
                ('id', models.UUIDField(default=spojka.base.ids.new_id, editable=False, primary_key=True, serialize=False)),
                ('recorded_at', models.DateTimeField(default=django.utils.timezone.now, editable=False)),
                ('kind', models.CharField(choices=[('delivery', 'delivery'), ('issue', 'issue'), ('return', 'return'), ('loss', 'loss')], max_length=10)),
                ('code', models.CharField(max_length=30)),
                ('quantity', models.PositiveIntegerField()),
                ('occurred_at', models.DateTimeField()),
                ('reason', models.CharField(blank=True, choices=[('expired', 'expired'), ('damaged', 'damaged'), ('lost', 'lost or stolen'), ('other', 'other reason')], max_length=10)),
                ('note', models.CharField(blank=True, max_length=200)),
                ('recorded_by', models.CharField(max_length=60)),
                ('batch', models.ForeignKey(blank=True, db_index=False, null=True, on_delete=django.db.models.deletion.PROTECT, related_name='movements', to='stock.batch')),
                ('organisation', models.ForeignKey(db_index=False, on_delete=django.db.models.deletion.PROTECT, related_name='+', to='network.organisation')),
                ('service', models.ForeignKey(db_index=False, on_delete=django.db.models.deletion.PROTECT, related_name='+', to='network.service')),
                ('shift', models.ForeignKey(blank=True, db_index=False, null=True, on_delete=django.db.models.deletion.PROTECT, related_name='+', to='encounters.shift')),
                ('source', models.ForeignKey(blank=True, db_index=False, null=True, on_delete=django.db.models.deletion.PROTECT, related_name='out', to='stock.location')),
                ('target', models.ForeignKey(blank=True, db_index=False, null=True, on_delete=django.db.models.deletion.PROTECT, related_name='in_to', to='stock.location')),
                ('team', models.ForeignKey(blank=True, db_index=False, null=True, on_delete=django.db.models.deletion.PROTECT, related_name='+', to='network.team')),
                ('undoes', models.OneToOneField(blank=True, null=True, on_delete=django.db.models.deletion.PROTECT, related_name='undone_by', to='stock.movement')),
            ],
            options={
                'abstract': False,
                'indexes': [models.Index(fields=['source', 'code', 'occurred_at', 'quantity'], name='movement_out'), models.Index(fields=['target', 'code', 'occurred_at', 'quantity'], name='movement_in'), models.Index(fields=['service', 'code', '-occurred_at'], name='movement_by_item'), models.Index(condition=models.Q(('batch__isnull', False)), fields=['batch'], name='movement_of_batch'), models.Index(condition=models.Q(('shift__isnull', False)), fields=['shift'], name='movement_of_shift')],
                'constraints': [spojka.access.owned.SameHouse(name='movement_same_house'), models.CheckConstraint(condition=models.Q(('kind__in', ['delivery', 'issue', 'return', 'loss'])), name='movement_kind'), models.CheckConstraint(condition=models.Q(('quantity__gte', 1), ('quantity__lte', 1000000)), name='movement_quantity', violation_error_message='Write 1 to 1,000,000 pieces.'), models.CheckConstraint(condition=models.Q(models.Q(('source__isnull', False), ('target__isnull', False), _connector='OR'), models.Q(('source', None), ('target', None), models.Q(('source', models.F('target')), _negated=True), _connector='OR')), name='movement_ends')],
            },
        ),
        migrations.CreateModel(
            name='ShiftStock',
            fields=[
                ('id', models.UUIDField(default=spojka.base.ids.new_id, editable=False, primary_key=True, serialize=False)),
                ('recorded_at', models.DateTimeField(default=django.utils.timezone.now, editable=False)),
                ('day', models.DateField()),
                ('recorded_by', models.CharField(max_length=60)),
                ('location', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='shifts', to='stock.location')),
                ('organisation', models.ForeignKey(db_index=False, on_delete=django.db.models.deletion.PROTECT, related_name='+', to='network.organisation')),
                ('service', models.ForeignKey(db_index=False, on_delete=django.db.models.deletion.PROTECT, related_name='+', to='network.service')),
                ('shift', models.OneToOneField(on_delete=django.db.models.deletion.PROTECT, related_name='stock', to='encounters.shift')),
                ('team', models.ForeignKey(blank=True, db_index=False, null=True, on_delete=django.db.models.deletion.PROTECT, related_name='+', to='network.team')),
            ],
            options={
                'abstract': False,
                'indexes': [models.Index(fields=['service', '-day'], name='shift_stock_by_day')],
                'constraints': [spojka.access.owned.SameHouse(name='shiftstock_same_house')],
            },
        ),
        migrations.CreateModel(
            name='ShiftSum',
            fields=[
                ('id', models.UUIDField(default=spojka.base.ids.new_id, editable=False, primary_key=True, serialize=False)),
                ('recorded_at', models.DateTimeField(default=django.utils.timezone.now, editable=False)),
                ('day', models.DateField()),
                ('code', models.CharField(max_length=30)),
                ('quantity', models.PositiveIntegerField()),
                ('location', models.ForeignKey(db_index=False, on_delete=django.db.models.deletion.CASCADE, related_name='+', to='stock.location')),
                ('organisation', models.ForeignKey(db_index=False, on_delete=django.db.models.deletion.PROTECT, related_name='+', to='network.organisation')),
                ('service', models.ForeignKey(db_index=False, on_delete=django.db.models.deletion.PROTECT, related_name='+', to='network.service')),
                ('shift', models.ForeignKey(db_index=False, on_delete=django.db.models.deletion.CASCADE, related_name='+', to='encounters.shift')),
                ('team', models.ForeignKey(blank=True, db_index=False, null=True, on_delete=django.db.models.deletion.PROTECT, related_name='+', to='network.team')),
            ],
            options={
                'abstract': False,
                'indexes': [models.Index(fields=['location', 'code', 'day', 'quantity'], name='shift_sum_of_location'), models.Index(fields=['service', 'day'], name='shift_sum_by_day')],
                'constraints': [spojka.access.owned.SameHouse(name='shiftsum_same_house'), models.UniqueConstraint(fields=('shift', 'code'), name='shift_sum_once')],
            },
        ),
        migrations.CreateModel(
            name='Taking',
            fields=[
                ('id', models.UUIDField(default=spojka.base.ids.new_id, editable=False, primary_key=True, serialize=False)),
                ('recorded_at', models.DateTimeField(default=django.utils.timezone.now, editable=False)),
                ('taken_at', models.DateTimeField()),
                ('note', models.CharField(blank=True, max_length=200)),
                ('recorded_by', models.CharField(max_length=60)),
                ('location', models.ForeignKey(db_index=False, on_delete=django.db.models.deletion.PROTECT, related_name='takings', to='stock.location')),
                ('organisation', models.ForeignKey(db_index=False, on_delete=django.db.models.deletion.PROTECT, related_name='+', to='network.organisation')),
                ('service', models.ForeignKey(db_index=False, on_delete=django.db.models.deletion.PROTECT, related_name='+', to='network.service')),
                ('team', models.ForeignKey(blank=True, db_index=False, null=True, on_delete=django.db.models.deletion.PROTECT, related_name='+', to='network.team')),
            ],
            options={
                'abstract': False,
                'indexes': [models.Index(fields=['location', '-taken_at'], name='taking_by_location')],
                'constraints': [spojka.access.owned.SameHouse(name='taking_same_house')],
            },
        ),
        migrations.CreateModel(
            name='Count',
            fields=[
                ('id', models.UUIDField(default=spojka.base.ids.new_id, editable=False, primary_key=True, serialize=False)),
                ('recorded_at', models.DateTimeField(default=django.utils.timezone.now, editable=False)),
                ('code', models.CharField(max_length=30)),
                ('counted_at', models.DateTimeField()),
                ('quantity', models.PositiveIntegerField()),
                ('expected', models.IntegerField()),
                ('organisation', models.ForeignKey(db_index=False, on_delete=django.db.models.deletion.PROTECT, related_name='+', to='network.organisation')),
                ('service', models.ForeignKey(db_index=False, on_delete=django.db.models.deletion.PROTECT, related_name='+', to='network.service')),
                ('team', models.ForeignKey(blank=True, db_index=False, null=True, on_delete=django.db.models.deletion.PROTECT, related_name='+', to='network.team')),
                ('location', models.ForeignKey(db_index=False, on_delete=django.db.models.deletion.PROTECT, related_name='+', to='stock.location')),
                ('taking', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='counts', to='stock.taking')),
            ],
            options={
                'abstract': False,
                'indexes': [models.Index(fields=['service', 'code', '-counted_at'], name='count_by_item')],
                'constraints': [spojka.access.owned.SameHouse(name='count_same_house'), models.UniqueConstraint(fields=('location', 'code', 'counted_at'), name='count_once')],
            },
        ),
    ]
