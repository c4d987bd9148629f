import django.db.models.deletion
import django.utils.timezone
import spojka.access.owned
import spojka.base.ids
from django.db import migrations, models


class Migration(migrations.Migration):

    initial = True

    dependencies = [
        ('clients', '0005_carry_messages'),
        ('directory', '0001_first'),
        ('network', '0004_hear_warnings'),
    ]

    operations = [
        migrations.CreateModel(
            name='Appointment',
            fields=[
                ('id', models.UUIDField(default=spojka.base.ids.new_id, editable=False, primary_key=True, serialize=False)),
                ('recorded_at', models.DateTimeField(default=django.utils.timezone.now, editable=False)),
                ('series', models.UUIDField(blank=True, null=True)),
                ('room', models.CharField(blank=True, max_length=60)),
                ('kind', models.CharField(choices=[('first', 'first appointment'), ('counselling', 'counselling'), ('accompanying', 'accompanying'), ('group', 'group'), ('other', 'other')], max_length=20)),
                ('starts_at', models.DateTimeField()),
                ('ends_at', models.DateTimeField()),
                ('who', models.CharField(blank=True, max_length=80)),
                ('note', models.CharField(blank=True, max_length=300)),
                ('state', models.CharField(choices=[('free', 'free'), ('booked', 'booked'), ('came', 'came'), ('excused', 'excused themselves'), ('absent', 'did not come'), ('moved', 'moved to another time'), ('cancelled', 'cancelled')], default='booked', max_length=10)),
                ('cancelled_by', models.CharField(blank=True, choices=[('client', 'the client'), ('service', 'our service'), ('sender', 'who sent them')], max_length=10)),
                ('reminder_to', models.TextField(blank=True)),
                ('reminder_where', models.CharField(blank=True, max_length=120)),
                ('reminded_at', models.DateTimeField(blank=True, null=True)),
                ('booked_by', models.CharField(max_length=60)),
                ('marked_by', models.CharField(blank=True, max_length=60)),
                ('client', models.ForeignKey(blank=True, null=True, on_delete=django.db.models.deletion.PROTECT, related_name='+', to='clients.client')),
                ('moved_to', models.ForeignKey(blank=True, null=True, on_delete=django.db.models.deletion.PROTECT, related_name='+', to='appointments.appointment')),
                ('organisation', models.ForeignKey(db_index=False, on_delete=django.db.models.deletion.PROTECT, related_name='+', to='network.organisation')),
                ('second', models.ForeignKey(blank=True, null=True, on_delete=django.db.models.deletion.PROTECT, related_name='+', to='network.membership')),
                ('service', models.ForeignKey(db_index=False, on_delete=django.db.models.deletion.PROTECT, related_name='+', to='network.service')),
                ('team', models.ForeignKey(blank=True, db_index=False, null=True, on_delete=django.db.models.deletion.PROTECT, related_name='+', to='network.team')),
                ('worker', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='+', to='network.membership')),
            ],
            options={
                'abstract': False,
            },
        ),
        migrations.CreateModel(
            name='FreeTime',
            fields=[
                ('id', models.UUIDField(default=spojka.base.ids.new_id, editable=False, primary_key=True, serialize=False)),
                ('recorded_at', models.DateTimeField(default=django.utils.timezone.now, editable=False)),
                ('name', models.CharField(max_length=250)),
                ('starts_at', models.DateTimeField()),
                ('minutes', models.PositiveSmallIntegerField()),
                ('where', models.CharField(blank=True, max_length=120)),
                ('about', models.CharField(blank=True, max_length=200)),
                ('withdrawn_at', models.DateTimeField(blank=True, null=True)),
                ('appointment', models.OneToOneField(on_delete=django.db.models.deletion.PROTECT, related_name='free_time', to='appointments.appointment')),
                ('entry', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='free_times', to='directory.serviceentry')),
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
            name='Booking',
            fields=[
                ('id', models.UUIDField(default=spojka.base.ids.new_id, editable=False, primary_key=True, serialize=False)),
                ('recorded_at', models.DateTimeField(default=django.utils.timezone.now, editable=False)),
                ('word', models.CharField(max_length=12)),
                ('sex', models.CharField(blank=True, max_length=20)),
                ('age_band', models.CharField(blank=True, max_length=20)),
                ('topic', models.CharField(blank=True, max_length=120)),
                ('reach', models.CharField(max_length=120)),
                ('sender', models.CharField(max_length=200)),
                ('booked_by', models.CharField(max_length=60)),
                ('booked_at', models.DateTimeField()),
                ('cancelled_at', models.DateTimeField(blank=True, null=True)),
                ('organisation', models.ForeignKey(db_index=False, on_delete=django.db.models.deletion.PROTECT, related_name='+', to='network.organisation')),
                ('service', models.ForeignKey(db_index=False, on_delete=django.db.models.deletion.PROTECT, related_name='+', to='network.service')),
                ('team', models.ForeignKey(blank=True, db_index=False, null=True, on_delete=django.db.models.deletion.PROTECT, related_name='+', to='network.team')),
                ('free_time', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='bookings', to='appointments.freetime')),
            ],
            options={
                'abstract': False,
            },
        ),
        migrations.CreateModel(
            name='Home',
            fields=[
                ('id', models.UUIDField(default=spojka.base.ids.new_id, editable=False, primary_key=True, serialize=False)),
                ('recorded_at', models.DateTimeField(default=django.utils.timezone.now, editable=False)),
                ('name', models.CharField(max_length=80)),
                ('closed_on', models.DateField(blank=True, null=True)),
                ('organisation', models.ForeignKey(db_index=False, on_delete=django.db.models.deletion.PROTECT, related_name='+', to='network.organisation')),
                ('service', models.ForeignKey(db_index=False, on_delete=django.db.models.deletion.PROTECT, related_name='+', to='network.service')),
                ('team', models.ForeignKey(blank=True, db_index=False, null=True, on_delete=django.db.models.deletion.PROTECT, related_name='+', to='network.team')),
            ],
            options={
                'abstract': False,
            },
        ),
        migrations.CreateModel(
            name='Stay',
            fields=[
                ('id', models.UUIDField(default=spojka.base.ids.new_id, editable=False, primary_key=True, serialize=False)),
                ('recorded_at', models.DateTimeField(default=django.utils.timezone.now, editable=False)),
                ('who', models.CharField(blank=True, max_length=80)),
                ('since', models.DateField()),
                ('until', models.DateField(blank=True, null=True)),
                ('written_by', models.CharField(max_length=60)),
                ('client', models.ForeignKey(blank=True, null=True, on_delete=django.db.models.deletion.PROTECT, related_name='+', to='clients.client')),
                ('home', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='stays', to='appointments.home')),
                ('organisation', models.ForeignKey(db_index=False, on_delete=django.db.models.deletion.PROTECT, related_name='+', to='network.organisation')),
                ('service', models.ForeignKey(db_index=False, on_delete=django.db.models.deletion.PROTECT, related_name='+', to='network.service')),
                ('team', models.ForeignKey(blank=True, db_index=False, null=True, on_delete=django.db.models.deletion.PROTECT, related_name='+', to='network.team')),
            ],
            options={
                'abstract': False,
            },
        ),
        migrations.CreateModel(
            name='Waiting',
            fields=[
                ('id', models.UUIDField(default=spojka.base.ids.new_id, editable=False, primary_key=True, serialize=False)),
                ('recorded_at', models.DateTimeField(default=django.utils.timezone.now, editable=False)),
                ('purpose', models.CharField(max_length=80)),
                ('who', models.CharField(blank=True, max_length=80)),
                ('since', models.DateField()),
                ('precedence', models.CharField(blank=True, max_length=200)),
                ('note', models.CharField(blank=True, max_length=300)),
                ('ended_on', models.DateField(blank=True, null=True)),
                ('ended_why', models.CharField(blank=True, choices=[('in', 'got a place'), ('elsewhere', 'found help elsewhere'), ('gave_up', 'does not want it any more'), ('unreached', 'could not be reached'), ('other', 'another reason')], max_length=10)),
                ('written_by', models.CharField(max_length=60)),
                ('client', models.ForeignKey(blank=True, null=True, on_delete=django.db.models.deletion.PROTECT, related_name='+', to='clients.client')),
                ('organisation', models.ForeignKey(db_index=False, on_delete=django.db.models.deletion.PROTECT, related_name='+', to='network.organisation')),
                ('service', models.ForeignKey(db_index=False, on_delete=django.db.models.deletion.PROTECT, related_name='+', to='network.service')),
                ('team', models.ForeignKey(blank=True, db_index=False, null=True, on_delete=django.db.models.deletion.PROTECT, related_name='+', to='network.team')),
            ],
            options={
                'abstract': False,
            },
        ),
        migrations.CreateModel(
            name='WaitingOffer',
            fields=[
                ('id', models.UUIDField(default=spojka.base.ids.new_id, editable=False, primary_key=True, serialize=False)),
                ('recorded_at', models.DateTimeField(default=django.utils.timezone.now, editable=False)),
                ('what', models.CharField(max_length=200)),
                ('offered_on', models.DateField()),
                ('answer_by', models.DateField()),
                ('answer', models.CharField(blank=True, choices=[('accepted', 'accepted'), ('declined', 'declined'), ('silent', 'no answer by the term')], max_length=10)),
                ('answered_on', models.DateField(blank=True, null=True)),
                ('offered_by', models.CharField(max_length=60)),
                ('organisation', models.ForeignKey(db_index=False, on_delete=django.db.models.deletion.PROTECT, related_name='+', to='network.organisation')),
                ('service', models.ForeignKey(db_index=False, on_delete=django.db.models.deletion.PROTECT, related_name='+', to='network.service')),
                ('team', models.ForeignKey(blank=True, db_index=False, null=True, on_delete=django.db.models.deletion.PROTECT, related_name='+', to='network.team')),
                ('waiting', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='offers', to='appointments.waiting')),
            ],
            options={
                'abstract': False,
            },
        ),
        migrations.AddIndex(
            model_name='appointment',
            index=models.Index(fields=['service', 'starts_at'], name='appointment_by_time'),
        ),
        migrations.AddIndex(
            model_name='appointment',
            index=models.Index(fields=['worker', 'starts_at'], name='appointment_of_worker'),
        ),
        migrations.AddConstraint(
            model_name='appointment',
            constraint=spojka.access.owned.SameHouse(name='appointment_same_house'),
        ),
        migrations.AddConstraint(
            model_name='appointment',
            constraint=models.CheckConstraint(condition=models.Q(('kind__in', ['first', 'counselling', 'accompanying', 'group', 'other'])), name='appointment_kind'),
        ),
        migrations.AddConstraint(
            model_name='appointment',
            constraint=models.CheckConstraint(condition=models.Q(('state__in', ['free', 'booked', 'came', 'excused', 'absent', 'moved', 'cancelled'])), name='appointment_state'),
        ),
        migrations.AddConstraint(
            model_name='appointment',
            constraint=models.CheckConstraint(condition=models.Q(('ends_at__gt', models.F('starts_at'))), name='appointment_lasts'),
        ),
        migrations.AddIndex(
            model_name='freetime',
            index=models.Index(fields=['entry', 'starts_at'], name='free_time_of_entry'),
        ),
        migrations.AddConstraint(
            model_name='freetime',
            constraint=spojka.access.owned.SameHouse(name='freetime_same_house'),
        ),
        migrations.AddIndex(
            model_name='booking',
            index=models.Index(fields=['service', '-booked_at'], name='booking_by_day'),
        ),
        migrations.AddConstraint(
            model_name='booking',
            constraint=spojka.access.owned.SameHouse(name='booking_same_house'),
        ),
        migrations.AddConstraint(
            model_name='booking',
            constraint=models.UniqueConstraint(condition=models.Q(('cancelled_at', None)), fields=('free_time',), name='free_time_taken_once'),
        ),
        migrations.AddConstraint(
            model_name='home',
            constraint=spojka.access.owned.SameHouse(name='home_same_house'),
        ),
        migrations.AddConstraint(
            model_name='home',
            constraint=models.UniqueConstraint(fields=('service', 'name'), name='home_name_once'),
        ),
        migrations.AddConstraint(
            model_name='stay',
            constraint=spojka.access.owned.SameHouse(name='stay_same_house'),
        ),
        migrations.AddConstraint(
            model_name='stay',
            constraint=models.UniqueConstraint(condition=models.Q(('until', None)), fields=('home',), name='stay_one_at_a_time'),
        ),
        migrations.AddConstraint(
            model_name='stay',
            constraint=models.CheckConstraint(condition=models.Q(('until', None), ('until__gte', models.F('since')), _connector='OR'), name='stay_days'),
        ),
        migrations.AddIndex(
            model_name='waiting',
            index=models.Index(fields=['service', 'ended_on', 'since'], name='waiting_in_order'),
        ),
        migrations.AddConstraint(
            model_name='waiting',
            constraint=spojka.access.owned.SameHouse(name='waiting_same_house'),
        ),
        migrations.AddConstraint(
            model_name='waiting',
            constraint=models.CheckConstraint(condition=models.Q(models.Q(('ended_on', None), ('ended_why', '')), models.Q(models.Q(('ended_on', None), _negated=True), models.Q(('ended_why', ''), _negated=True)), _connector='OR'), name='waiting_end'),
        ),
        migrations.AddConstraint(
            model_name='waitingoffer',
            constraint=spojka.access.owned.SameHouse(name='waitingoffer_same_house'),
        ),
        migrations.AddConstraint(
            model_name='waitingoffer',
            constraint=models.CheckConstraint(condition=models.Q(('answer_by__gte', models.F('offered_on'))), name='waiting_offer_term'),
        ),
        migrations.AddConstraint(
            model_name='waitingoffer',
            constraint=models.UniqueConstraint(condition=models.Q(('answer', '')), fields=('waiting',), name='waiting_offer_open_once'),
        ),
    ]
