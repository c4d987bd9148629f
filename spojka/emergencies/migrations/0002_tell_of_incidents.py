import django.db.models.deletion
import django.utils.timezone
import spojka.access.owned
import spojka.base.ids
from django.db import migrations, models


class Migration(migrations.Migration):

    dependencies = [
        ('emergencies', '0001_first'),
        ('encounters', '0011_measure_vital_signs'),
        ('events', '0002_found_by_words'),
        ('network', '0003_what_ends'),
    ]

    operations = [
        migrations.CreateModel(
            name='AlertContact',
            fields=[
                ('id', models.UUIDField(default=spojka.base.ids.new_id, editable=False, primary_key=True, serialize=False)),
                ('recorded_at', models.DateTimeField(default=django.utils.timezone.now, editable=False)),
                ('role', models.CharField(max_length=30)),
                ('name', models.CharField(blank=True, max_length=80)),
                ('phone', models.CharField(max_length=20)),
                ('added_by', models.CharField(max_length=60)),
                ('ended_at', models.DateTimeField(blank=True, null=True)),
                ('event', models.ForeignKey(blank=True, null=True, on_delete=django.db.models.deletion.PROTECT, related_name='+', to='events.event')),
                ('organisation', models.ForeignKey(db_index=False, on_delete=django.db.models.deletion.PROTECT, related_name='+', to='network.organisation')),
                ('service', models.ForeignKey(db_index=False, on_delete=django.db.models.deletion.PROTECT, related_name='+', to='network.service')),
                ('shift', models.ForeignKey(blank=True, null=True, on_delete=django.db.models.deletion.PROTECT, related_name='+', to='encounters.shift')),
                ('team', models.ForeignKey(blank=True, db_index=False, null=True, on_delete=django.db.models.deletion.PROTECT, related_name='+', to='network.team')),
            ],
            options={
                'abstract': False,
                'constraints': [spojka.access.owned.SameHouse(name='alertcontact_same_house'), models.CheckConstraint(condition=models.Q(models.Q(('event', None), ('shift__isnull', False)), models.Q(('event__isnull', False), ('shift', None)), _connector='OR'), name='alertcontact_of')],
            },
        ),
        migrations.CreateModel(
            name='Incident',
            fields=[
                ('id', models.UUIDField(default=spojka.base.ids.new_id, editable=False, primary_key=True, serialize=False)),
                ('recorded_at', models.DateTimeField(default=django.utils.timezone.now, editable=False)),
                ('day', models.DateField()),
                ('kind', models.CharField(blank=True, max_length=30)),
                ('occurred_at', models.DateTimeField()),
                ('phone_at', models.DateTimeField(blank=True, null=True)),
                ('is_late', models.BooleanField(default=False)),
                ('recorded_by', models.CharField(max_length=60)),
                ('signed_at', models.DateTimeField(blank=True, null=True)),
                ('signed_by', models.CharField(blank=True, max_length=60)),
                ('voided_at', models.DateTimeField(blank=True, null=True)),
                ('voided_why', models.CharField(blank=True, max_length=200)),
                ('organisation', models.ForeignKey(db_index=False, on_delete=django.db.models.deletion.PROTECT, related_name='+', to='network.organisation')),
                ('service', models.ForeignKey(db_index=False, on_delete=django.db.models.deletion.PROTECT, related_name='+', to='network.service')),
                ('shift', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='+', to='encounters.shift')),
                ('team', models.ForeignKey(blank=True, db_index=False, null=True, on_delete=django.db.models.deletion.PROTECT, related_name='+', to='network.team')),
            ],
            options={
                'abstract': False,
                'indexes': [models.Index(fields=['service', '-day'], name='incident_by_day')],
                'constraints': [spojka.access.owned.SameHouse(name='incident_same_house')],
            },
        ),
        migrations.CreateModel(
            name='Alert',
            fields=[
                ('id', models.UUIDField(default=spojka.base.ids.new_id, editable=False, primary_key=True, serialize=False)),
                ('recorded_at', models.DateTimeField(default=django.utils.timezone.now, editable=False)),
                ('role', models.CharField(max_length=30)),
                ('text', models.CharField(blank=True, max_length=300)),
                ('occurred_at', models.DateTimeField()),
                ('phone_at', models.DateTimeField(blank=True, null=True)),
                ('recorded_by', models.CharField(max_length=60)),
                ('voided_at', models.DateTimeField(blank=True, null=True)),
                ('card', models.ForeignKey(blank=True, null=True, on_delete=django.db.models.deletion.PROTECT, related_name='alerts', to='emergencies.intoxicationcard')),
                ('organisation', models.ForeignKey(db_index=False, on_delete=django.db.models.deletion.PROTECT, related_name='+', to='network.organisation')),
                ('service', models.ForeignKey(db_index=False, on_delete=django.db.models.deletion.PROTECT, related_name='+', to='network.service')),
                ('shift', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='+', to='encounters.shift')),
                ('team', models.ForeignKey(blank=True, db_index=False, null=True, on_delete=django.db.models.deletion.PROTECT, related_name='+', to='network.team')),
                ('contact', models.ForeignKey(blank=True, null=True, on_delete=django.db.models.deletion.PROTECT, related_name='+', to='emergencies.alertcontact')),
                ('incident', models.ForeignKey(blank=True, null=True, on_delete=django.db.models.deletion.PROTECT, related_name='alerts', to='emergencies.incident')),
            ],
            options={
                'abstract': False,
                'constraints': [spojka.access.owned.SameHouse(name='alert_same_house')],
            },
        ),
        migrations.CreateModel(
            name='IncidentEntry',
            fields=[
                ('id', models.UUIDField(default=spojka.base.ids.new_id, editable=False, primary_key=True, serialize=False)),
                ('recorded_at', models.DateTimeField(default=django.utils.timezone.now, editable=False)),
                ('kind', models.CharField(choices=[('kind', 'What it is'), ('step', 'First step'), ('what', 'What happened'), ('where', 'Where exactly'), ('told', 'Who was told'), ('debrief', 'Debrief offered'), ('measure', 'Measure taken'), ('note', 'Note')], max_length=10)),
                ('code', models.CharField(blank=True, max_length=30)),
                ('text', models.CharField(blank=True, max_length=2000)),
                ('occurred_at', models.DateTimeField()),
                ('phone_at', models.DateTimeField(blank=True, null=True)),
                ('recorded_by', models.CharField(max_length=60)),
                ('voided_at', models.DateTimeField(blank=True, null=True)),
                ('incident', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='entries', to='emergencies.incident')),
                ('organisation', models.ForeignKey(db_index=False, on_delete=django.db.models.deletion.PROTECT, related_name='+', to='network.organisation')),
                ('service', models.ForeignKey(db_index=False, on_delete=django.db.models.deletion.PROTECT, related_name='+', to='network.service')),
                ('team', models.ForeignKey(blank=True, db_index=False, null=True, on_delete=django.db.models.deletion.PROTECT, related_name='+', to='network.team')),
            ],
            options={
                'abstract': False,
                'constraints': [spojka.access.owned.SameHouse(name='incidententry_same_house'), models.CheckConstraint(condition=models.Q(('kind__in', ['kind', 'step', 'what', 'where', 'told', 'debrief', 'measure', 'note'])), name='incidententry_kind')],
            },
        ),
        migrations.CreateModel(
            name='IncidentPerson',
            fields=[
                ('id', models.UUIDField(default=spojka.base.ids.new_id, editable=False, primary_key=True, serialize=False)),
                ('recorded_at', models.DateTimeField(default=django.utils.timezone.now, editable=False)),
                ('part', models.CharField(choices=[('present', 'was there'), ('hurt', 'was hurt')], max_length=10)),
                ('named_by', models.CharField(max_length=60)),
                ('incident', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='people', to='emergencies.incident')),
                ('membership', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='+', to='network.membership')),
                ('organisation', models.ForeignKey(db_index=False, on_delete=django.db.models.deletion.PROTECT, related_name='+', to='network.organisation')),
                ('service', models.ForeignKey(db_index=False, on_delete=django.db.models.deletion.PROTECT, related_name='+', to='network.service')),
                ('team', models.ForeignKey(blank=True, db_index=False, null=True, on_delete=django.db.models.deletion.PROTECT, related_name='+', to='network.team')),
            ],
            options={
                'abstract': False,
                'constraints': [spojka.access.owned.SameHouse(name='incidentperson_same_house'), models.CheckConstraint(condition=models.Q(('part__in', ['present', 'hurt'])), name='incidentperson_part'), models.UniqueConstraint(fields=('incident', 'membership', 'part'), name='incidentperson_once')],
            },
        ),
        migrations.CreateModel(
            name='AlertAnswer',
            fields=[
                ('id', models.UUIDField(default=spojka.base.ids.new_id, editable=False, primary_key=True, serialize=False)),
                ('recorded_at', models.DateTimeField(default=django.utils.timezone.now, editable=False)),
                ('kind', models.CharField(choices=[('answered', 'answered'), ('silent', 'did not answer'), ('arrived', 'is here')], max_length=10)),
                ('occurred_at', models.DateTimeField()),
                ('phone_at', models.DateTimeField(blank=True, null=True)),
                ('recorded_by', models.CharField(max_length=60)),
                ('voided_at', models.DateTimeField(blank=True, null=True)),
                ('alert', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='answers', to='emergencies.alert')),
                ('organisation', models.ForeignKey(db_index=False, on_delete=django.db.models.deletion.PROTECT, related_name='+', to='network.organisation')),
                ('service', models.ForeignKey(db_index=False, on_delete=django.db.models.deletion.PROTECT, related_name='+', to='network.service')),
                ('team', models.ForeignKey(blank=True, db_index=False, null=True, on_delete=django.db.models.deletion.PROTECT, related_name='+', to='network.team')),
            ],
            options={
                'abstract': False,
                'constraints': [spojka.access.owned.SameHouse(name='alertanswer_same_house'), models.CheckConstraint(condition=models.Q(('kind__in', ['answered', 'silent', 'arrived'])), name='alertanswer_kind')],
            },
        ),
    ]
