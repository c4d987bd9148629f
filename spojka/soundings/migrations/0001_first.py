import django.db.models.deletion
import django.utils.timezone
import spojka.access.owned
import spojka.base.ids
from django.db import migrations, models


class Migration(migrations.Migration):

    initial = True

    dependencies = [
        ('clients', '0005_carry_messages'),
        ('network', '0004_hear_warnings'),
    ]

    operations = [
        migrations.CreateModel(
            name='Sounding',
            fields=[
                ('id', models.UUIDField(default=spojka.base.ids.new_id, editable=False, primary_key=True, serialize=False)),
                ('recorded_at', models.DateTimeField(default=django.utils.timezone.now, editable=False)),
                ('why', models.TextField()),
                ('basis', models.CharField(choices=[('spoken', 'the client agrees, by word'), ('signed', 'the client agrees, signed'), ('duty', 'a law asks it of us, and the client knows')], max_length=10)),
                ('basis_words', models.CharField(max_length=200)),
                ('mark', models.CharField(max_length=44)),
                ('outcome', models.TextField()),
                ('ends_on', models.DateField()),
                ('asked_by', models.CharField(max_length=60)),
                ('withdrawn_at', models.DateTimeField(blank=True, null=True)),
                ('withdrawn_by', models.CharField(blank=True, max_length=60)),
                ('asked', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='+', to='network.service')),
                ('client', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='soundings', to='clients.client')),
                ('organisation', models.ForeignKey(db_index=False, on_delete=django.db.models.deletion.PROTECT, related_name='+', to='network.organisation')),
                ('service', models.ForeignKey(db_index=False, on_delete=django.db.models.deletion.PROTECT, related_name='+', to='network.service')),
                ('team', models.ForeignKey(blank=True, db_index=False, null=True, on_delete=django.db.models.deletion.PROTECT, related_name='+', to='network.team')),
            ],
            options={
                'abstract': False,
                'indexes': [models.Index(condition=models.Q(('withdrawn_at', None)), fields=['service', 'asked', 'ends_on'], name='sounding_open'), models.Index(fields=['asked_by', 'recorded_at'], name='sounding_of_day')],
                'constraints': [spojka.access.owned.SameHouse(name='sounding_same_house'), models.CheckConstraint(condition=models.Q(('basis__in', ['spoken', 'signed', 'duty'])), name='sounding_basis'), models.CheckConstraint(condition=models.Q(('asked', models.F('service')), _negated=True), name='sounding_of_another'), models.CheckConstraint(condition=models.Q(models.Q(('mark', ''), _negated=True), models.Q(('outcome', ''), _negated=True)), name='sounding_marked')],
            },
        ),
        migrations.CreateModel(
            name='SoundingCall',
            fields=[
                ('id', models.UUIDField(default=spojka.base.ids.new_id, editable=False, primary_key=True, serialize=False)),
                ('recorded_at', models.DateTimeField(default=django.utils.timezone.now, editable=False)),
                ('sounding_id', models.UUIDField(unique=True)),
                ('ends_on', models.DateField()),
                ('ended_at', models.DateTimeField(blank=True, null=True)),
                ('asker', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='+', to='network.service')),
                ('organisation', models.ForeignKey(db_index=False, on_delete=django.db.models.deletion.PROTECT, related_name='+', to='network.organisation')),
                ('service', models.ForeignKey(db_index=False, on_delete=django.db.models.deletion.PROTECT, related_name='+', to='network.service')),
                ('team', models.ForeignKey(blank=True, db_index=False, null=True, on_delete=django.db.models.deletion.PROTECT, related_name='+', to='network.team')),
            ],
            options={
                'abstract': False,
                'indexes': [models.Index(condition=models.Q(('ended_at', None)), fields=['service', 'ends_on'], name='soundingcall_open')],
                'constraints': [spojka.access.owned.SameHouse(name='soundingcall_same_house')],
            },
        ),
    ]
