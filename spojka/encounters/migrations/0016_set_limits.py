import django.db.models.deletion
import django.utils.timezone
import spojka.access.owned
import spojka.base.ids
from django.db import migrations, models


class Migration(migrations.Migration):

    dependencies = [
        ('encounters', '0015_take_back'),
        ('network', '0004_hear_warnings'),
    ]

    operations = [
        migrations.CreateModel(
            name='EligibilityRule',
            fields=[
                ('id', models.UUIDField(default=spojka.base.ids.new_id, editable=False, primary_key=True, serialize=False)),
                ('recorded_at', models.DateTimeField(default=django.utils.timezone.now, editable=False)),
                ('valid_from', models.DateField()),
                ('least_age', models.PositiveSmallIntegerField(blank=True, null=True)),
                ('user_kinds', models.JSONField(blank=True, default=list)),
                ('territory', models.CharField(blank=True, max_length=200)),
                ('outside', models.JSONField(blank=True, default=list)),
                ('recorded_by', models.CharField(max_length=60)),
                ('organisation', models.ForeignKey(db_index=False, on_delete=django.db.models.deletion.PROTECT, related_name='+', to='network.organisation')),
                ('service', models.ForeignKey(db_index=False, on_delete=django.db.models.deletion.PROTECT, related_name='+', to='network.service')),
                ('team', models.ForeignKey(blank=True, db_index=False, null=True, on_delete=django.db.models.deletion.PROTECT, related_name='+', to='network.team')),
            ],
            options={
                'abstract': False,
                'indexes': [models.Index(fields=['service', '-valid_from'], name='eligibility_by_service')],
                'constraints': [spojka.access.owned.SameHouse(name='eligibilityrule_same_house'), models.CheckConstraint(condition=models.Q(('least_age', None), ('least_age__lte', 99), _connector='OR'), name='eligibility_age', violation_error_message='Write an age of 0 to 99.')],
            },
        ),
        migrations.CreateModel(
            name='Override',
            fields=[
                ('id', models.UUIDField(default=spojka.base.ids.new_id, editable=False, primary_key=True, serialize=False)),
                ('recorded_at', models.DateTimeField(default=django.utils.timezone.now, editable=False)),
                ('kind', models.CharField(choices=[('limit', 'more than the limit'), ('interval', 'too soon'), ('eligibility', "outside the service's conditions")], max_length=12)),
                ('list', models.CharField(blank=True, max_length=20)),
                ('code', models.CharField(blank=True, max_length=30)),
                ('most', models.PositiveIntegerField(default=0)),
                ('came_to', models.PositiveIntegerField(default=0)),
                ('reason', models.CharField(blank=True, max_length=200)),
                ('made_by', models.CharField(max_length=60)),
                ('encounter', models.ForeignKey(on_delete=django.db.models.deletion.CASCADE, related_name='overrides', to='encounters.encounter')),
                ('organisation', models.ForeignKey(db_index=False, on_delete=django.db.models.deletion.PROTECT, related_name='+', to='network.organisation')),
                ('service', models.ForeignKey(db_index=False, on_delete=django.db.models.deletion.PROTECT, related_name='+', to='network.service')),
                ('team', models.ForeignKey(blank=True, db_index=False, null=True, on_delete=django.db.models.deletion.PROTECT, related_name='+', to='network.team')),
            ],
            options={
                'abstract': False,
                'indexes': [models.Index(fields=['service', '-recorded_at'], name='override_by_service')],
                'constraints': [spojka.access.owned.SameHouse(name='override_same_house'), models.CheckConstraint(condition=models.Q(('kind__in', ['limit', 'interval', 'eligibility'])), name='override_kind')],
            },
        ),
    ]
