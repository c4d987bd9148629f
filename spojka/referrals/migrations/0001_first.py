import django.db.models.deletion
import django.utils.timezone
import spojka.access.owned
import spojka.base.ids
from django.db import migrations, models


class Migration(migrations.Migration):

    initial = True

    dependencies = [
        ('access', '0007_look_into_a_case'),
        ('clients', '0005_carry_messages'),
        ('links', '0001_links'),
        ('network', '0004_hear_warnings'),
        ('partners', '0001_first'),
    ]

    operations = [
        migrations.CreateModel(
            name='Referral',
            fields=[
                ('id', models.UUIDField(default=spojka.base.ids.new_id, editable=False, primary_key=True, serialize=False)),
                ('recorded_at', models.DateTimeField(default=django.utils.timezone.now, editable=False)),
                ('way', models.CharField(choices=[('out', 'we refer'), ('in', 'referred to us')], max_length=3)),
                ('partner_name', models.CharField(max_length=160)),
                ('mark', models.CharField(max_length=8)),
                ('sex', models.CharField(blank=True, max_length=10)),
                ('age_band', models.CharField(blank=True, max_length=10)),
                ('substance', models.CharField(blank=True, max_length=30)),
                ('wants', models.TextField()),
                ('goal', models.TextField(blank=True)),
                ('note', models.TextField(blank=True)),
                ('contact', models.CharField(blank=True, max_length=200)),
                ('offered_on', models.DateField()),
                ('answer_by', models.DateField()),
                ('visit_days', models.PositiveSmallIntegerField()),
                ('offered_by', models.CharField(max_length=60)),
                ('ended_at', models.DateTimeField(blank=True, null=True)),
                ('agreement', models.ForeignKey(blank=True, null=True, on_delete=django.db.models.deletion.PROTECT, related_name='referrals', to='partners.partneragreement')),
                ('client', models.ForeignKey(blank=True, null=True, on_delete=django.db.models.deletion.PROTECT, related_name='referrals', to='clients.client')),
                ('organisation', models.ForeignKey(db_index=False, on_delete=django.db.models.deletion.PROTECT, related_name='+', to='network.organisation')),
                ('partner', models.ForeignKey(blank=True, null=True, on_delete=django.db.models.deletion.PROTECT, related_name='+', to='network.service')),
                ('service', models.ForeignKey(db_index=False, on_delete=django.db.models.deletion.PROTECT, related_name='+', to='network.service')),
                ('team', models.ForeignKey(blank=True, db_index=False, null=True, on_delete=django.db.models.deletion.PROTECT, related_name='+', to='network.team')),
            ],
            options={
                'abstract': False,
            },
        ),
        migrations.CreateModel(
            name='ReferralLink',
            fields=[
                ('id', models.UUIDField(default=spojka.base.ids.new_id, editable=False, primary_key=True, serialize=False)),
                ('recorded_at', models.DateTimeField(default=django.utils.timezone.now, editable=False)),
                ('way', models.CharField(choices=[('mail', 'by e-mail'), ('paper', 'on paper'), ('shown', 'by another way')], max_length=6)),
                ('email', models.CharField(blank=True, max_length=254)),
                ('sent_at', models.DateTimeField(blank=True, null=True)),
                ('issued_by', models.CharField(max_length=60)),
                ('ended_at', models.DateTimeField(blank=True, null=True)),
                ('link', models.OneToOneField(on_delete=django.db.models.deletion.PROTECT, related_name='+', to='links.link')),
                ('organisation', models.ForeignKey(db_index=False, on_delete=django.db.models.deletion.PROTECT, related_name='+', to='network.organisation')),
                ('referral', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='links', to='referrals.referral')),
                ('service', models.ForeignKey(db_index=False, on_delete=django.db.models.deletion.PROTECT, related_name='+', to='network.service')),
                ('team', models.ForeignKey(blank=True, db_index=False, null=True, on_delete=django.db.models.deletion.PROTECT, related_name='+', to='network.team')),
            ],
            options={
                'abstract': False,
            },
        ),
        migrations.CreateModel(
            name='ReferralReminder',
            fields=[
                ('id', models.UUIDField(default=spojka.base.ids.new_id, editable=False, primary_key=True, serialize=False)),
                ('recorded_at', models.DateTimeField(default=django.utils.timezone.now, editable=False)),
                ('side', models.CharField(choices=[('ours', 'who wrote it down'), ('theirs', 'the other side')], max_length=8)),
                ('due_on', models.DateField()),
                ('organisation', models.ForeignKey(db_index=False, on_delete=django.db.models.deletion.PROTECT, related_name='+', to='network.organisation')),
                ('referral', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='+', to='referrals.referral')),
                ('sent_to', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='+', to='network.membership')),
                ('service', models.ForeignKey(db_index=False, on_delete=django.db.models.deletion.PROTECT, related_name='+', to='network.service')),
                ('team', models.ForeignKey(blank=True, db_index=False, null=True, on_delete=django.db.models.deletion.PROTECT, related_name='+', to='network.team')),
            ],
            options={
                'abstract': False,
            },
        ),
        migrations.CreateModel(
            name='ReferralStep',
            fields=[
                ('id', models.UUIDField(default=spojka.base.ids.new_id, editable=False, primary_key=True, serialize=False)),
                ('recorded_at', models.DateTimeField(default=django.utils.timezone.now, editable=False)),
                ('side', models.CharField(choices=[('ours', 'who wrote it down'), ('theirs', 'the other side')], max_length=8)),
                ('kind', models.CharField(choices=[('accepted', 'accepted'), ('declined', 'declined'), ('question', 'question'), ('reply', 'reply'), ('named', 'said who it is'), ('unnamed', 'comes without a name, under the mark'), ('invited', 'invitation'), ('visited', 'visit took place'), ('missed', 'did not come'), ('outcome', 'outcome'), ('withdrawn', 'withdrawn'), ('closed', 'closed')], max_length=10)),
                ('on', models.DateField()),
                ('words', models.TextField(blank=True)),
                ('reason', models.CharField(blank=True, max_length=30)),
                ('due_on', models.DateField(blank=True, null=True)),
                ('visit_on', models.DateField(blank=True, null=True)),
                ('place', models.CharField(blank=True, max_length=120)),
                ('presence', models.CharField(blank=True, choices=[('whole', 'all the time'), ('part', 'a part of it'), ('absent', 'was not there')], max_length=8)),
                ('is_told_first', models.BooleanField(default=False)),
                ('outcome', models.CharField(blank=True, choices=[('care', 'taken into care'), ('waits', 'waits for a place'), ('elsewhere', 'went elsewhere'), ('absent', 'did not come'), ('other', 'something else')], max_length=10)),
                ('agreed_how', models.CharField(blank=True, max_length=200)),
                ('is_heard', models.BooleanField(default=False)),
                ('said_by', models.CharField(max_length=60)),
                ('taken_back_at', models.DateTimeField(blank=True, null=True)),
                ('taken_back_by', models.CharField(blank=True, max_length=60)),
                ('taken_back_why', models.CharField(blank=True, max_length=200)),
                ('organisation', models.ForeignKey(db_index=False, on_delete=django.db.models.deletion.PROTECT, related_name='+', to='network.organisation')),
                ('referral', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='steps', to='referrals.referral')),
                ('service', models.ForeignKey(db_index=False, on_delete=django.db.models.deletion.PROTECT, related_name='+', to='network.service')),
                ('team', models.ForeignKey(blank=True, db_index=False, null=True, on_delete=django.db.models.deletion.PROTECT, related_name='+', to='network.team')),
            ],
            options={
                'abstract': False,
            },
        ),
        migrations.CreateModel(
            name='ReferralIdentity',
            fields=[
                ('id', models.UUIDField(default=spojka.base.ids.new_id, editable=False, primary_key=True, serialize=False)),
                ('recorded_at', models.DateTimeField(default=django.utils.timezone.now, editable=False)),
                ('name', models.TextField()),
                ('contact', models.TextField(blank=True)),
                ('note', models.TextField(blank=True)),
                ('ground', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='+', to='access.grant')),
                ('organisation', models.ForeignKey(db_index=False, on_delete=django.db.models.deletion.PROTECT, related_name='+', to='network.organisation')),
                ('referral', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='identities', to='referrals.referral')),
                ('service', models.ForeignKey(db_index=False, on_delete=django.db.models.deletion.PROTECT, related_name='+', to='network.service')),
                ('team', models.ForeignKey(blank=True, db_index=False, null=True, on_delete=django.db.models.deletion.PROTECT, related_name='+', to='network.team')),
                ('step', models.OneToOneField(on_delete=django.db.models.deletion.PROTECT, related_name='identity', to='referrals.referralstep')),
            ],
            options={
                'abstract': False,
            },
        ),
        migrations.AddIndex(
            model_name='referral',
            index=models.Index(fields=['service', '-offered_on'], name='referral_newest'),
        ),
        migrations.AddIndex(
            model_name='referral',
            index=models.Index(condition=models.Q(('ended_at', None)), fields=['service'], name='referral_open'),
        ),
        migrations.AddIndex(
            model_name='referral',
            index=models.Index(fields=['agreement', 'offered_on'], name='referral_by_agreement'),
        ),
        migrations.AddConstraint(
            model_name='referral',
            constraint=spojka.access.owned.SameHouse(name='referral_same_house'),
        ),
        migrations.AddConstraint(
            model_name='referral',
            constraint=models.CheckConstraint(condition=models.Q(('way__in', ['out', 'in'])), name='referral_way'),
        ),
        migrations.AddConstraint(
            model_name='referral',
            constraint=models.CheckConstraint(condition=models.Q(('way', 'in'), ('client__isnull', False), _connector='OR'), name='referral_whom'),
        ),
        migrations.AddConstraint(
            model_name='referral',
            constraint=models.CheckConstraint(condition=models.Q(('way', 'out'), ('partner', None), _connector='OR'), name='referral_in_is_told'),
        ),
        migrations.AddConstraint(
            model_name='referral',
            constraint=models.UniqueConstraint(fields=('mark',), name='referral_mark'),
        ),
        migrations.AddConstraint(
            model_name='referrallink',
            constraint=spojka.access.owned.SameHouse(name='referrallink_same_house'),
        ),
        migrations.AddConstraint(
            model_name='referrallink',
            constraint=models.CheckConstraint(condition=models.Q(('way__in', ['mail', 'paper', 'shown'])), name='referrallink_way'),
        ),
        migrations.AddConstraint(
            model_name='referrallink',
            constraint=models.UniqueConstraint(condition=models.Q(('ended_at', None)), fields=('referral',), name='referrallink_one_open'),
        ),
        migrations.AddConstraint(
            model_name='referralreminder',
            constraint=spojka.access.owned.SameHouse(name='referralreminder_same_house'),
        ),
        migrations.AddConstraint(
            model_name='referralreminder',
            constraint=models.CheckConstraint(condition=models.Q(('side__in', ['ours', 'theirs'])), name='referralreminder_side'),
        ),
        migrations.AddConstraint(
            model_name='referralreminder',
            constraint=models.UniqueConstraint(fields=('referral', 'side', 'due_on'), name='referralreminder_once'),
        ),
        migrations.AddIndex(
            model_name='referralstep',
            index=models.Index(fields=['service', '-on'], name='referralstep_newest'),
        ),
        migrations.AddConstraint(
            model_name='referralstep',
            constraint=spojka.access.owned.SameHouse(name='referralstep_same_house'),
        ),
        migrations.AddConstraint(
            model_name='referralstep',
            constraint=models.CheckConstraint(condition=models.Q(('side__in', ['ours', 'theirs'])), name='referralstep_side'),
        ),
        migrations.AddConstraint(
            model_name='referralstep',
            constraint=models.CheckConstraint(condition=models.Q(('kind__in', ['accepted', 'declined', 'question', 'reply', 'named', 'unnamed', 'invited', 'visited', 'missed', 'outcome', 'withdrawn', 'closed'])), name='referralstep_kind'),
        ),
        migrations.AddConstraint(
            model_name='referralstep',
            constraint=models.CheckConstraint(condition=models.Q(models.Q(('kind', 'declined'), models.Q(('reason', ''), _negated=True)), ('reason', ''), _connector='OR'), name='referralstep_declined'),
        ),
        migrations.AddConstraint(
            model_name='referralstep',
            constraint=models.CheckConstraint(condition=models.Q(models.Q(('due_on__isnull', False), ('kind', 'invited')), models.Q(models.Q(('kind', 'invited'), _negated=True), ('due_on', None)), _connector='OR'), name='referralstep_invited'),
        ),
        migrations.AddConstraint(
            model_name='referralstep',
            constraint=models.CheckConstraint(condition=models.Q(models.Q(('kind', 'visited'), ('presence__in', ['whole', 'part'])), models.Q(('is_told_first', True), ('kind', 'visited'), ('presence', 'absent')), models.Q(models.Q(('kind', 'visited'), _negated=True), ('presence', '')), _connector='OR'), name='referralstep_told_first', violation_error_message='If nobody of them is there, the patient has to be told first.'),
        ),
        migrations.AddConstraint(
            model_name='referralstep',
            constraint=models.CheckConstraint(condition=models.Q(models.Q(('kind', 'outcome'), ('outcome__in', ['care', 'waits', 'elsewhere', 'absent', 'other'])), models.Q(models.Q(('kind', 'outcome'), _negated=True), ('outcome', '')), _connector='OR'), name='referralstep_outcome'),
        ),
        migrations.AddConstraint(
            model_name='referralstep',
            constraint=models.UniqueConstraint(condition=models.Q(('kind__in', ['accepted', 'declined']), ('taken_back_at', None)), fields=('referral',), name='referralstep_one_answer'),
        ),
        migrations.AddConstraint(
            model_name='referralstep',
            constraint=models.UniqueConstraint(condition=models.Q(('kind__in', ['withdrawn', 'closed'])), fields=('referral',), name='referralstep_one_end'),
        ),
        migrations.AddConstraint(
            model_name='referralidentity',
            constraint=spojka.access.owned.SameHouse(name='referralidentity_same_house'),
        ),
    ]
