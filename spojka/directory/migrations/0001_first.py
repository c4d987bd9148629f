import django.db.models.deletion
import django.utils.timezone
import spojka.access.owned
import spojka.base.ids
import spojka.search.columns
from django.db import migrations, models


class Migration(migrations.Migration):

    initial = True

    dependencies = [
        ('network', '0004_hear_warnings'),
    ]

    operations = [
        migrations.CreateModel(
            name='ServiceEntry',
            fields=[
                ('id', models.UUIDField(default=spojka.base.ids.new_id, editable=False, primary_key=True, serialize=False)),
                ('recorded_at', models.DateTimeField(default=django.utils.timezone.now, editable=False)),
                ('is_own', models.BooleanField(default=True)),
                ('name', models.CharField(max_length=120)),
                ('provider', models.CharField(max_length=120)),
                ('kind', models.CharField(max_length=20)),
                ('ways', models.JSONField(blank=True, default=list)),
                ('groups', models.JSONField(blank=True, default=list)),
                ('age_from', models.PositiveSmallIntegerField(blank=True, null=True)),
                ('age_to', models.PositiveSmallIntegerField(blank=True, null=True)),
                ('conditions', models.CharField(blank=True, max_length=300)),
                ('territory', models.CharField(blank=True, max_length=200)),
                ('address', models.CharField(blank=True, max_length=200)),
                ('municipality', models.CharField(blank=True, max_length=80)),
                ('municipality_code', models.CharField(blank=True, max_length=10)),
                ('district_code', models.CharField(blank=True, max_length=10)),
                ('orp_code', models.CharField(blank=True, max_length=10)),
                ('region_code', models.CharField(blank=True, max_length=10)),
                ('phone', models.CharField(blank=True, max_length=60)),
                ('email', models.EmailField(blank=True, max_length=254)),
                ('web', models.URLField(blank=True)),
                ('hours', models.JSONField(blank=True, default=dict)),
                ('by_appointment', models.BooleanField(default=False)),
                ('languages', models.JSONField(blank=True, default=list)),
                ('is_free', models.BooleanField(default=True)),
                ('is_anonymous', models.BooleanField(default=False)),
                ('has_ramp', models.BooleanField(default=False)),
                ('takes_dogs', models.BooleanField(default=False)),
                ('takes_children', models.BooleanField(default=False)),
                ('does', models.TextField(blank=True, max_length=1200)),
                ('does_not', models.TextField(blank=True, max_length=600)),
                ('way_in', models.TextField(blank=True, max_length=600)),
                ('found_by', models.CharField(choices=[('service', 'our service alone'), ('house', 'all services of our house'), ('chosen', 'our house and chosen organisations'), ('everybody', 'everybody who works with Spojka')], default='service', max_length=10)),
                ('check_months', models.PositiveSmallIntegerField(default=6)),
                ('told_days', models.PositiveSmallIntegerField(default=14)),
                ('checked_on', models.DateField()),
                ('checked_by', models.CharField(max_length=60)),
                ('written_by', models.CharField(max_length=60)),
                ('ended_at', models.DateTimeField(blank=True, null=True)),
                ('reminded_on', models.DateField(blank=True, null=True)),
                ('words', spojka.search.columns.Words()),
                ('organisation', models.ForeignKey(db_index=False, on_delete=django.db.models.deletion.PROTECT, related_name='+', to='network.organisation')),
                ('partners', models.ManyToManyField(blank=True, related_name='+', to='network.organisation')),
                ('service', models.ForeignKey(db_index=False, on_delete=django.db.models.deletion.PROTECT, related_name='+', to='network.service')),
                ('team', models.ForeignKey(blank=True, db_index=False, null=True, on_delete=django.db.models.deletion.PROTECT, related_name='+', to='network.team')),
            ],
            options={
                'abstract': False,
            },
        ),
        migrations.CreateModel(
            name='Capacity',
            fields=[
                ('id', models.UUIDField(default=spojka.base.ids.new_id, editable=False, primary_key=True, serialize=False)),
                ('recorded_at', models.DateTimeField(default=django.utils.timezone.now, editable=False)),
                ('told_on', models.DateField()),
                ('free', models.PositiveSmallIntegerField()),
                ('in_care', models.PositiveSmallIntegerField(blank=True, null=True)),
                ('note', models.CharField(blank=True, max_length=200)),
                ('told_by', models.CharField(max_length=60)),
                ('organisation', models.ForeignKey(db_index=False, on_delete=django.db.models.deletion.PROTECT, related_name='+', to='network.organisation')),
                ('service', models.ForeignKey(db_index=False, on_delete=django.db.models.deletion.PROTECT, related_name='+', to='network.service')),
                ('team', models.ForeignKey(blank=True, db_index=False, null=True, on_delete=django.db.models.deletion.PROTECT, related_name='+', to='network.team')),
                ('entry', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='capacities', to='directory.serviceentry')),
            ],
            options={
                'abstract': False,
            },
        ),
        migrations.AddIndex(
            model_name='serviceentry',
            index=spojka.search.columns.WordsIndex(fields=['words'], name='service_entry_words'),
        ),
        migrations.AddIndex(
            model_name='serviceentry',
            index=models.Index(fields=['service', 'name'], name='service_entry_by_name'),
        ),
        migrations.AddConstraint(
            model_name='serviceentry',
            constraint=spojka.access.owned.SameHouse(name='serviceentry_same_house'),
        ),
        migrations.AddConstraint(
            model_name='serviceentry',
            constraint=models.CheckConstraint(condition=models.Q(('found_by__in', ['service', 'house', 'chosen', 'everybody'])), name='service_entry_found_by'),
        ),
        migrations.AddConstraint(
            model_name='serviceentry',
            constraint=models.CheckConstraint(condition=models.Q(('is_own', True), models.Q(('found_by', 'everybody'), _negated=True), _connector='OR'), name='service_entry_of_others'),
        ),
        migrations.AddConstraint(
            model_name='serviceentry',
            constraint=models.CheckConstraint(condition=models.Q(('age_from', None), ('age_to', None), ('age_to__gte', models.F('age_from')), _connector='OR'), name='service_entry_ages'),
        ),
        migrations.AddIndex(
            model_name='capacity',
            index=models.Index(fields=['entry', '-told_on', '-recorded_at'], name='capacity_newest'),
        ),
        migrations.AddConstraint(
            model_name='capacity',
            constraint=spojka.access.owned.SameHouse(name='capacity_same_house'),
        ),
        migrations.AddConstraint(
            model_name='capacity',
            constraint=models.CheckConstraint(condition=models.Q(('free__lte', 2000)), name='capacity_free'),
        ),
    ]
