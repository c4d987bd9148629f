import django.db.models.deletion
import django.utils.timezone
import spojka.access.owned
import spojka.base.ids
from django.db import migrations, models


class Migration(migrations.Migration):

    initial = True

    dependencies = [
        ('clients', '0003_mark_changes'),
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
            name='NaloxoneKit',
            fields=[
                ('id', models.UUIDField(default=spojka.base.ids.new_id, editable=False, primary_key=True, serialize=False)),
                ('recorded_at', models.DateTimeField(default=django.utils.timezone.now, editable=False)),
                ('day', models.DateField()),
                ('doses', models.PositiveSmallIntegerField(default=2)),
                ('batch', models.CharField(blank=True, max_length=40)),
                ('expires_on', models.DateField(blank=True, null=True)),
                ('reason', models.CharField(choices=[('first', 'first one'), ('used', 'the old one was used'), ('expired', 'the old one expires'), ('lost', 'lost, stolen or damaged'), ('another', 'one more')], max_length=10)),
                ('trained', models.CharField(choices=[('now', 'now, with us'), ('before', 'earlier'), ('none', 'not this time')], max_length=10)),
                ('recorded_by', models.CharField(max_length=60)),
                ('encounter', models.ForeignKey(on_delete=django.db.models.deletion.CASCADE, related_name='naloxone_kits', to='encounters.encounter')),
                ('organisation', models.ForeignKey(db_index=False, on_delete=django.db.models.deletion.PROTECT, related_name='+', to='network.organisation')),
                ('replaces', models.ForeignKey(blank=True, null=True, on_delete=django.db.models.deletion.SET_NULL, related_name='refills', to='naloxone.naloxonekit')),
                ('service', models.ForeignKey(db_index=False, on_delete=django.db.models.deletion.PROTECT, related_name='+', to='network.service')),
                ('team', models.ForeignKey(blank=True, db_index=False, null=True, on_delete=django.db.models.deletion.PROTECT, related_name='+', to='network.team')),
            ],
            options={
                'abstract': False,
                'indexes': [models.Index(fields=['service', '-day'], name='naloxonekit_by_day')],
                'constraints': [spojka.access.owned.SameHouse(name='naloxonekit_same_house'), models.CheckConstraint(condition=models.Q(('doses__gte', 1), ('doses__lte', 20)), name='naloxonekit_many', violation_error_message='Write 1 to 20 doses.'), models.CheckConstraint(condition=models.Q(('reason__in', ['first', 'used', 'expired', 'lost', 'another'])), name='naloxonekit_reason'), models.CheckConstraint(condition=models.Q(('trained__in', ['now', 'before', 'none'])), name='naloxonekit_trained')],
            },
        ),
        migrations.CreateModel(
            name='NaloxoneTraining',
            fields=[
                ('id', models.UUIDField(default=spojka.base.ids.new_id, editable=False, primary_key=True, serialize=False)),
                ('recorded_at', models.DateTimeField(default=django.utils.timezone.now, editable=False)),
                ('day', models.DateField()),
                ('people', models.PositiveSmallIntegerField(default=1)),
                ('covered', models.JSONField(blank=True, default=list)),
                ('trained_by', models.CharField(max_length=60)),
                ('note', models.CharField(blank=True, max_length=200)),
                ('voided_at', models.DateTimeField(blank=True, null=True)),
                ('encounter', models.ForeignKey(blank=True, null=True, on_delete=django.db.models.deletion.CASCADE, related_name='naloxone_trainings', to='encounters.encounter')),
                ('organisation', models.ForeignKey(db_index=False, on_delete=django.db.models.deletion.PROTECT, related_name='+', to='network.organisation')),
                ('service', models.ForeignKey(db_index=False, on_delete=django.db.models.deletion.PROTECT, related_name='+', to='network.service')),
                ('team', models.ForeignKey(blank=True, db_index=False, null=True, on_delete=django.db.models.deletion.PROTECT, related_name='+', to='network.team')),
            ],
            options={
                'abstract': False,
                'indexes': [models.Index(fields=['service', '-day'], name='naloxonetraining_by_day')],
                'constraints': [spojka.access.owned.SameHouse(name='naloxonetraining_same_house'), models.CheckConstraint(condition=models.Q(('people__gte', 1), ('people__lte', 500)), name='naloxonetraining_people', violation_error_message='Write 1 to 500 people.')],
            },
        ),
        migrations.CreateModel(
            name='NaloxoneUse',
            fields=[
                ('id', models.UUIDField(default=spojka.base.ids.new_id, editable=False, primary_key=True, serialize=False)),
                ('recorded_at', models.DateTimeField(default=django.utils.timezone.now, editable=False)),
                ('day', models.DateField()),
                ('used_on', models.DateField(blank=True, null=True)),
                ('doses', models.PositiveSmallIntegerField()),
                ('by_whom', models.CharField(choices=[('holder', 'the one who had the kit'), ('else', 'somebody else'), ('worker', 'a worker of ours'), ('unknown', 'not known')], max_length=10)),
                ('came', models.CharField(choices=[('reversed', 'came round'), ('not', 'did not come round'), ('unknown', 'not known')], max_length=10)),
                ('ambulance', models.CharField(choices=[('yes', 'yes'), ('no', 'no'), ('unknown', 'not known')], max_length=10)),
                ('occurred_at', models.DateTimeField()),
                ('phone_at', models.DateTimeField(blank=True, null=True)),
                ('recorded_by', models.CharField(max_length=60)),
                ('voided_at', models.DateTimeField(blank=True, null=True)),
                ('kit', models.ForeignKey(blank=True, null=True, on_delete=django.db.models.deletion.SET_NULL, related_name='uses', to='naloxone.naloxonekit')),
                ('organisation', models.ForeignKey(db_index=False, on_delete=django.db.models.deletion.PROTECT, related_name='+', to='network.organisation')),
                ('replacement', models.ForeignKey(blank=True, null=True, on_delete=django.db.models.deletion.SET_NULL, related_name='+', to='naloxone.naloxonekit')),
                ('service', models.ForeignKey(db_index=False, on_delete=django.db.models.deletion.PROTECT, related_name='+', to='network.service')),
                ('shift', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='+', to='encounters.shift')),
                ('team', models.ForeignKey(blank=True, db_index=False, null=True, on_delete=django.db.models.deletion.PROTECT, related_name='+', to='network.team')),
            ],
            options={
                'abstract': False,
                'indexes': [models.Index(fields=['service', '-day'], name='naloxoneuse_by_day')],
                'constraints': [spojka.access.owned.SameHouse(name='naloxoneuse_same_house'), models.CheckConstraint(condition=models.Q(('doses__gte', 1), ('doses__lte', 20)), name='naloxoneuse_doses', violation_error_message='Write 1 to 20 doses.'), models.CheckConstraint(condition=models.Q(('by_whom__in', ['holder', 'else', 'worker', 'unknown'])), name='naloxoneuse_by_whom'), models.CheckConstraint(condition=models.Q(('came__in', ['reversed', 'not', 'unknown'])), name='naloxoneuse_came'), models.CheckConstraint(condition=models.Q(('ambulance__in', ['yes', 'no', 'unknown'])), name='naloxoneuse_ambulance')],
            },
        ),
        migrations.CreateModel(
            name='Overdose',
            fields=[
                ('id', models.UUIDField(default=spojka.base.ids.new_id, editable=False, primary_key=True, serialize=False)),
                ('recorded_at', models.DateTimeField(default=django.utils.timezone.now, editable=False)),
                ('day', models.DateField()),
                ('happened_on', models.DateField(blank=True, null=True)),
                ('day_part', models.CharField(blank=True, choices=[('morning', 'in the morning'), ('day', 'during the day'), ('evening', 'in the evening'), ('night', 'at night')], max_length=10)),
                ('heard', models.CharField(choices=[('ours', 'it was at our place'), ('seen', 'we saw it elsewhere'), ('told', 'somebody told us')], max_length=10)),
                ('ended', models.CharField(choices=[('survived', 'they survived'), ('died', 'they died'), ('unknown', 'not known')], max_length=10)),
                ('municipality', models.CharField(blank=True, max_length=80)),
                ('municipality_code', models.CharField(blank=True, max_length=10)),
                ('district_code', models.CharField(blank=True, max_length=10)),
                ('place_kind', models.CharField(blank=True, max_length=30)),
                ('substances', models.JSONField(blank=True, default=list)),
                ('called', models.CharField(blank=True, max_length=120)),
                ('naloxone', models.CharField(choices=[('yes', 'yes'), ('no', 'no'), ('unknown', 'not known')], max_length=10)),
                ('doses', models.PositiveSmallIntegerField(blank=True, null=True)),
                ('ambulance', models.CharField(choices=[('yes', 'yes'), ('no', 'no'), ('unknown', 'not known')], max_length=10)),
                ('voided_at', models.DateTimeField(blank=True, null=True)),
                ('organisation', models.ForeignKey(db_index=False, on_delete=django.db.models.deletion.PROTECT, related_name='+', to='network.organisation')),
                ('service', models.ForeignKey(db_index=False, on_delete=django.db.models.deletion.PROTECT, related_name='+', to='network.service')),
                ('team', models.ForeignKey(blank=True, db_index=False, null=True, on_delete=django.db.models.deletion.PROTECT, related_name='+', to='network.team')),
            ],
            options={
                'abstract': False,
                'indexes': [models.Index(fields=['service', '-day'], name='overdose_by_day')],
                'constraints': [spojka.access.owned.SameHouse(name='overdose_same_house'), models.CheckConstraint(condition=models.Q(('heard__in', ['ours', 'seen', 'told'])), name='overdose_heard'), models.CheckConstraint(condition=models.Q(('ended__in', ['survived', 'died', 'unknown'])), name='overdose_ended'), models.CheckConstraint(condition=models.Q(('naloxone__in', ['yes', 'no', 'unknown'])), name='overdose_naloxone'), models.CheckConstraint(condition=models.Q(('ambulance__in', ['yes', 'no', 'unknown'])), name='overdose_ambulance'), models.CheckConstraint(condition=models.Q(('doses', None), models.Q(('doses__gte', 1), ('doses__lte', 20)), _connector='OR'), name='overdose_doses', violation_error_message='Write 1 to 20 doses.')],
            },
        ),
        migrations.CreateModel(
            name='OverdoseTie',
            fields=[
                ('id', models.UUIDField(default=spojka.base.ids.new_id, editable=False, primary_key=True, serialize=False)),
                ('recorded_at', models.DateTimeField(default=django.utils.timezone.now, editable=False)),
                ('reason', models.CharField(max_length=300)),
                ('tied_by', models.CharField(max_length=60)),
                ('ended_at', models.DateTimeField(blank=True, null=True)),
                ('ended_by', models.CharField(blank=True, max_length=60)),
                ('client', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='+', to='clients.client')),
                ('organisation', models.ForeignKey(db_index=False, on_delete=django.db.models.deletion.PROTECT, related_name='+', to='network.organisation')),
                ('overdose', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='ties', to='naloxone.overdose')),
                ('service', models.ForeignKey(db_index=False, on_delete=django.db.models.deletion.PROTECT, related_name='+', to='network.service')),
                ('team', models.ForeignKey(blank=True, db_index=False, null=True, on_delete=django.db.models.deletion.PROTECT, related_name='+', to='network.team')),
            ],
            options={
                'abstract': False,
                'constraints': [spojka.access.owned.SameHouse(name='overdosetie_same_house'), models.CheckConstraint(condition=models.Q(('reason', ''), _negated=True), name='overdosetie_reason'), models.UniqueConstraint(condition=models.Q(('ended_at', None)), fields=('overdose', 'client'), name='overdosetie_once')],
            },
        ),
    ]
