import django.core.validators
import django.db.models.deletion
import django.utils.timezone
import spojka.access.owned
import spojka.base.ids
from django.db import migrations, models


class Migration(migrations.Migration):

    initial = True

    dependencies = [
        ('network', '0001_first'),
    ]

    operations = [
        migrations.CreateModel(
            name='Entry',
            fields=[
                ('id', models.UUIDField(default=spojka.base.ids.new_id, editable=False, primary_key=True, serialize=False)),
                ('recorded_at', models.DateTimeField(default=django.utils.timezone.now, editable=False)),
                ('list', models.CharField(max_length=20)),
                ('code', models.CharField(max_length=20)),
                ('name_cs', models.CharField(max_length=120)),
                ('name_en', models.CharField(max_length=120)),
                ('short_cs', models.CharField(max_length=12)),
                ('short_en', models.CharField(max_length=12)),
                ('icon', models.CharField(blank=True, max_length=40)),
                ('position', models.PositiveSmallIntegerField()),
                ('sureness', models.CharField(max_length=10)),
                ('sureness_of_values', models.CharField(blank=True, max_length=10)),
                ('source', models.CharField(max_length=120)),
                ('valid_from', models.DateField()),
                ('valid_to', models.DateField(blank=True, null=True)),
                ('extra', models.JSONField(blank=True, default=dict)),
            ],
            options={
                'constraints': [models.UniqueConstraint(fields=('list', 'code', 'valid_from'), name='entry_once'), models.CheckConstraint(condition=models.Q(('valid_to', None), ('valid_to__gte', models.F('valid_from')), _connector='OR'), name='entry_span'), models.CheckConstraint(condition=models.Q(('sureness__in', ['official', 'seed', 'knowledge', 'proposal'])), name='entry_sureness')],
            },
        ),
        migrations.CreateModel(
            name='OwnEntry',
            fields=[
                ('id', models.UUIDField(default=spojka.base.ids.new_id, editable=False, primary_key=True, serialize=False)),
                ('recorded_at', models.DateTimeField(default=django.utils.timezone.now, editable=False)),
                ('list', models.CharField(max_length=20)),
                ('code', models.CharField(max_length=20)),
                ('valid_from', models.DateField()),
                ('is_on', models.BooleanField(blank=True, null=True)),
                ('name_cs', models.CharField(blank=True, max_length=120)),
                ('name_en', models.CharField(blank=True, max_length=120)),
                ('short', models.CharField(blank=True, max_length=12)),
                ('minutes', models.PositiveSmallIntegerField(blank=True, null=True, validators=[django.core.validators.MinValueValidator(1, 'Minutes are 1 to 1440. Leave the field empty to keep the shipped ones.'), django.core.validators.MaxValueValidator(1440, 'Minutes are 1 to 1440. Leave the field empty to keep the shipped ones.')])),
                ('limit', models.PositiveSmallIntegerField(blank=True, null=True, validators=[django.core.validators.MinValueValidator(1, 'The limit is 1 to 9999. To stop giving the item out, switch it off.'), django.core.validators.MaxValueValidator(9999, 'The limit is 1 to 9999. To stop giving the item out, switch it off.')])),
                ('is_unlimited', models.BooleanField(default=False)),
                ('position', models.PositiveSmallIntegerField(blank=True, null=True)),
                ('extra', models.JSONField(blank=True, default=dict)),
                ('recorded_by', models.CharField(max_length=60)),
                ('organisation', models.ForeignKey(db_index=False, on_delete=django.db.models.deletion.PROTECT, related_name='+', to='network.organisation')),
                ('service', models.ForeignKey(db_index=False, on_delete=django.db.models.deletion.PROTECT, related_name='+', to='network.service')),
                ('team', models.ForeignKey(blank=True, db_index=False, null=True, on_delete=django.db.models.deletion.PROTECT, related_name='+', to='network.team')),
            ],
            options={
                'abstract': False,
                'indexes': [models.Index(fields=['service', 'valid_from'], name='own_entry_by_service')],
                'constraints': [spojka.access.owned.SameHouse(name='ownentry_same_house'), models.CheckConstraint(condition=models.Q(('minutes', None), models.Q(('minutes__gte', 1), ('minutes__lte', 1440)), _connector='OR'), name='own_entry_minutes'), models.CheckConstraint(condition=models.Q(('limit', None), models.Q(('limit__gte', 1), ('limit__lte', 9999)), _connector='OR'), name='own_entry_limit')],
            },
        ),
    ]
