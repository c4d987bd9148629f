import django.db.models.deletion
import django.utils.timezone
import spojka.access.owned
import spojka.base.ids
from django.db import migrations, models


class Migration(migrations.Migration):

    dependencies = [
        ('encounters', '0010_say_more_of_breath'),
        ('network', '0003_what_ends'),
    ]

    operations = [
        migrations.CreateModel(
            name='VitalSigns',
            fields=[
                ('id', models.UUIDField(default=spojka.base.ids.new_id, editable=False, primary_key=True, serialize=False)),
                ('recorded_at', models.DateTimeField(default=django.utils.timezone.now, editable=False)),
                ('day', models.DateField()),
                ('upper', models.PositiveSmallIntegerField(blank=True, null=True)),
                ('lower', models.PositiveSmallIntegerField(blank=True, null=True)),
                ('pulse', models.PositiveSmallIntegerField(blank=True, null=True)),
                ('temperature', models.DecimalField(blank=True, decimal_places=1, max_digits=3, null=True)),
                ('saturation', models.PositiveSmallIntegerField(blank=True, null=True)),
                ('is_dazed', models.BooleanField(default=False)),
                ('has_symptoms', models.BooleanField(blank=True, null=True)),
                ('device', models.CharField(blank=True, max_length=40)),
                ('checked_on', models.DateField(blank=True, null=True)),
                ('voided_at', models.DateTimeField(blank=True, null=True)),
                ('encounter', models.ForeignKey(blank=True, null=True, on_delete=django.db.models.deletion.CASCADE, related_name='signs', to='encounters.encounter')),
                ('organisation', models.ForeignKey(db_index=False, on_delete=django.db.models.deletion.PROTECT, related_name='+', to='network.organisation')),
                ('service', models.ForeignKey(db_index=False, on_delete=django.db.models.deletion.PROTECT, related_name='+', to='network.service')),
                ('shift', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='signs', to='encounters.shift')),
                ('team', models.ForeignKey(blank=True, db_index=False, null=True, on_delete=django.db.models.deletion.PROTECT, related_name='+', to='network.team')),
            ],
            options={
                'abstract': False,
                'indexes': [models.Index(fields=['service', '-day'], name='signs_by_day')],
                'constraints': [spojka.access.owned.SameHouse(name='vitalsigns_same_house'), models.CheckConstraint(condition=models.Q(models.Q(('lower', None), ('upper', None)), models.Q(('lower__gte', 20), ('upper__gt', models.F('lower')), ('upper__lte', 300)), _connector='OR'), name='vitalsigns_pressure', violation_error_message='Write both numbers of the pressure, the higher one first.')],
            },
        ),
    ]
