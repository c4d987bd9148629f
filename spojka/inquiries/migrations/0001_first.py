import django.db.models.deletion
import django.utils.timezone
import spojka.access.owned
import spojka.base.ids
from django.db import migrations, models


class Migration(migrations.Migration):

    initial = True

    dependencies = [
        ('access', '0004_stand_on_another'),
        ('clients', '0005_carry_messages'),
        ('consents', '0001_initial'),
        ('network', '0004_hear_warnings'),
    ]

    operations = [
        migrations.CreateModel(
            name='Inquiry',
            fields=[
                ('id', models.UUIDField(default=spojka.base.ids.new_id, editable=False, primary_key=True, serialize=False)),
                ('recorded_at', models.DateTimeField(default=django.utils.timezone.now, editable=False)),
                ('institution', models.CharField(max_length=160)),
                ('unit', models.CharField(blank=True, max_length=120)),
                ('wants', models.CharField(choices=[('information', 'information'), ('action', 'an action')], max_length=12)),
                ('what', models.TextField()),
                ('why', models.TextField()),
                ('kinds', models.PositiveSmallIntegerField()),
                ('due_on', models.DateField()),
                ('asked_by', models.CharField(max_length=60)),
                ('withdrawn_at', models.DateTimeField(blank=True, null=True)),
                ('withdrawn_by', models.CharField(blank=True, max_length=60)),
                ('withdrawn_why', models.CharField(blank=True, max_length=300)),
                ('result', models.TextField(blank=True)),
                ('closed_at', models.DateTimeField(blank=True, null=True)),
                ('closed_by', models.CharField(blank=True, max_length=60)),
                ('client', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='inquiries', to='clients.client')),
                ('grant', models.OneToOneField(on_delete=django.db.models.deletion.PROTECT, related_name='+', to='access.grant')),
                ('opening', models.ForeignKey(blank=True, null=True, on_delete=django.db.models.deletion.PROTECT, related_name='+', to='consents.opening')),
                ('organisation', models.ForeignKey(db_index=False, on_delete=django.db.models.deletion.PROTECT, related_name='+', to='network.organisation')),
                ('recipient', models.ForeignKey(blank=True, null=True, on_delete=django.db.models.deletion.PROTECT, related_name='+', to='consents.consentrecipient')),
                ('service', models.ForeignKey(db_index=False, on_delete=django.db.models.deletion.PROTECT, related_name='+', to='network.service')),
                ('team', models.ForeignKey(blank=True, db_index=False, null=True, on_delete=django.db.models.deletion.PROTECT, related_name='+', to='network.team')),
            ],
            options={
                'abstract': False,
                'indexes': [models.Index(condition=models.Q(('closed_at', None), ('withdrawn_at', None)), fields=['service'], name='inquiry_open')],
                'constraints': [spojka.access.owned.SameHouse(name='inquiry_same_house'), models.CheckConstraint(condition=models.Q(('wants__in', ['information', 'action'])), name='inquiry_wants'), models.CheckConstraint(condition=models.Q(('kinds__gte', 1), ('kinds__lte', 31)), name='inquiry_kinds'), models.CheckConstraint(condition=models.Q(models.Q(('opening__isnull', False), ('recipient', None)), models.Q(('opening', None), ('recipient__isnull', False)), _connector='OR'), name='inquiry_ground'), models.CheckConstraint(condition=models.Q(('withdrawn_at', None), ('closed_at', None), _connector='OR'), name='inquiry_ended_once')],
            },
        ),
        migrations.CreateModel(
            name='InquiryAnswer',
            fields=[
                ('id', models.UUIDField(default=spojka.base.ids.new_id, editable=False, primary_key=True, serialize=False)),
                ('recorded_at', models.DateTimeField(default=django.utils.timezone.now, editable=False)),
                ('kind', models.CharField(choices=[('information', 'information'), ('done', 'it was done'), ('cannot', "we can't")], max_length=12)),
                ('words', models.TextField()),
                ('ground', models.CharField(blank=True, choices=[('consent', 'the client agrees that we tell it'), ('duty', 'a law asks it of us'), ('danger', 'a life is in danger')], max_length=10)),
                ('ground_words', models.CharField(blank=True, max_length=200)),
                ('answered_by', models.CharField(max_length=60)),
                ('asker', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='+', to='network.service')),
                ('grant', models.OneToOneField(on_delete=django.db.models.deletion.PROTECT, related_name='+', to='access.grant')),
                ('inquiry', models.OneToOneField(on_delete=django.db.models.deletion.PROTECT, related_name='answer', to='inquiries.inquiry')),
                ('organisation', models.ForeignKey(db_index=False, on_delete=django.db.models.deletion.PROTECT, related_name='+', to='network.organisation')),
                ('service', models.ForeignKey(db_index=False, on_delete=django.db.models.deletion.PROTECT, related_name='+', to='network.service')),
                ('team', models.ForeignKey(blank=True, db_index=False, null=True, on_delete=django.db.models.deletion.PROTECT, related_name='+', to='network.team')),
            ],
            options={
                'abstract': False,
                'indexes': [models.Index(fields=['service', '-recorded_at'], name='inquiryanswer_newest')],
                'constraints': [spojka.access.owned.SameHouse(name='inquiryanswer_same_house'), models.CheckConstraint(condition=models.Q(('kind__in', ['information', 'done', 'cannot'])), name='inquiryanswer_kind'), models.CheckConstraint(condition=models.Q(models.Q(('ground__in', ['consent', 'duty', 'danger']), models.Q(('ground_words', ''), _negated=True)), models.Q(('ground', ''), models.Q(('kind', 'information'), _negated=True)), _connector='OR'), name='inquiryanswer_ground')],
            },
        ),
    ]
