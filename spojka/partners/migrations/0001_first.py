import django.db.models.deletion
import django.utils.timezone
import spojka.access.owned
import spojka.base.ids
from django.db import migrations, models


class Migration(migrations.Migration):

    initial = True

    dependencies = [
        ('network', '0004_hear_warnings'),
    ]

    operations = [
        migrations.CreateModel(
            name='PartnerAgreement',
            fields=[
                ('id', models.UUIDField(default=spojka.base.ids.new_id, editable=False, primary_key=True, serialize=False)),
                ('recorded_at', models.DateTimeField(default=django.utils.timezone.now, editable=False)),
                ('partner_name', models.CharField(max_length=160)),
                ('version', models.PositiveSmallIntegerField(default=1)),
                ('edition', models.PositiveSmallIntegerField(default=1)),
                ('texts', models.JSONField(blank=True, default=dict)),
                ('answer_days', models.PositiveSmallIntegerField(blank=True, null=True)),
                ('visit_days', models.PositiveSmallIntegerField(blank=True, null=True)),
                ('request_days', models.PositiveSmallIntegerField(blank=True, null=True)),
                ('breach_hours', models.PositiveSmallIntegerField(blank=True, null=True)),
                ('notice_months', models.PositiveSmallIntegerField(default=1)),
                ('evaluate_months', models.PositiveSmallIntegerField(default=12)),
                ('forms', models.JSONField(blank=True, default=list)),
                ('every', models.CharField(blank=True, choices=[('week', 'every week'), ('fortnight', 'every fortnight'), ('month', 'every month'), ('half_year', 'every half-year')], max_length=12)),
                ('is_unnamed_first', models.BooleanField(default=True)),
                ('is_joint', models.BooleanField(default=False)),
                ('starts_on', models.DateField()),
                ('ends_on', models.DateField(blank=True, null=True)),
                ('written_by', models.CharField(max_length=60)),
                ('proposed_at', models.DateTimeField(blank=True, null=True)),
                ('dropped_at', models.DateTimeField(blank=True, null=True)),
                ('organisation', models.ForeignKey(db_index=False, on_delete=django.db.models.deletion.PROTECT, related_name='+', to='network.organisation')),
                ('partner', models.ForeignKey(blank=True, null=True, on_delete=django.db.models.deletion.PROTECT, related_name='+', to='network.service')),
                ('replaces', models.ForeignKey(blank=True, null=True, on_delete=django.db.models.deletion.PROTECT, related_name='newer', to='partners.partneragreement')),
                ('service', models.ForeignKey(db_index=False, on_delete=django.db.models.deletion.PROTECT, related_name='+', to='network.service')),
                ('team', models.ForeignKey(blank=True, db_index=False, null=True, on_delete=django.db.models.deletion.PROTECT, related_name='+', to='network.team')),
            ],
            options={
                'abstract': False,
            },
        ),
        migrations.CreateModel(
            name='PartnerEvaluation',
            fields=[
                ('id', models.UUIDField(default=spojka.base.ids.new_id, editable=False, primary_key=True, serialize=False)),
                ('recorded_at', models.DateTimeField(default=django.utils.timezone.now, editable=False)),
                ('on', models.DateField()),
                ('who', models.CharField(max_length=300)),
                ('third', models.CharField(blank=True, max_length=200)),
                ('figures', models.JSONField(blank=True, default=list)),
                ('figures_since', models.DateField(blank=True, null=True)),
                ('found', models.TextField()),
                ('changes', models.TextField(blank=True)),
                ('next_on', models.DateField()),
                ('written_by', models.CharField(max_length=60)),
                ('agreement', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='evaluations', to='partners.partneragreement')),
                ('organisation', models.ForeignKey(db_index=False, on_delete=django.db.models.deletion.PROTECT, related_name='+', to='network.organisation')),
                ('service', models.ForeignKey(db_index=False, on_delete=django.db.models.deletion.PROTECT, related_name='+', to='network.service')),
                ('team', models.ForeignKey(blank=True, db_index=False, null=True, on_delete=django.db.models.deletion.PROTECT, related_name='+', to='network.team')),
            ],
            options={
                'abstract': False,
            },
        ),
        migrations.CreateModel(
            name='PartnerWord',
            fields=[
                ('id', models.UUIDField(default=spojka.base.ids.new_id, editable=False, primary_key=True, serialize=False)),
                ('recorded_at', models.DateTimeField(default=django.utils.timezone.now, editable=False)),
                ('edition', models.PositiveSmallIntegerField()),
                ('side', models.CharField(choices=[('ours', 'who wrote it'), ('theirs', 'the other side')], max_length=8)),
                ('word', models.CharField(choices=[('yes', 'agrees'), ('no', 'does not agree'), ('notice', 'gave notice')], max_length=8)),
                ('name', models.CharField(max_length=120)),
                ('note', models.CharField(blank=True, max_length=1000)),
                ('on', models.DateField()),
                ('last_day', models.DateField(blank=True, null=True)),
                ('is_on_paper', models.BooleanField(default=False)),
                ('said_by', models.CharField(max_length=60)),
                ('agreement', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='words', to='partners.partneragreement')),
                ('organisation', models.ForeignKey(db_index=False, on_delete=django.db.models.deletion.PROTECT, related_name='+', to='network.organisation')),
                ('service', models.ForeignKey(db_index=False, on_delete=django.db.models.deletion.PROTECT, related_name='+', to='network.service')),
                ('team', models.ForeignKey(blank=True, db_index=False, null=True, on_delete=django.db.models.deletion.PROTECT, related_name='+', to='network.team')),
            ],
            options={
                'abstract': False,
            },
        ),
        migrations.AddIndex(
            model_name='partneragreement',
            index=models.Index(fields=['service', 'starts_on'], name='partneragreement_by_day'),
        ),
        migrations.AddConstraint(
            model_name='partneragreement',
            constraint=spojka.access.owned.SameHouse(name='partneragreement_same_house'),
        ),
        migrations.AddConstraint(
            model_name='partneragreement',
            constraint=models.CheckConstraint(condition=models.Q(('every__in', ['', 'week', 'fortnight', 'month', 'half_year'])), name='partneragreement_every'),
        ),
        migrations.AddConstraint(
            model_name='partneragreement',
            constraint=models.CheckConstraint(condition=models.Q(('ends_on', None), ('ends_on__gte', models.F('starts_on')), _connector='OR'), name='partneragreement_span', violation_error_message="It can't end before it starts."),
        ),
        migrations.AddConstraint(
            model_name='partneragreement',
            constraint=models.CheckConstraint(condition=models.Q(('partner', None), models.Q(('partner', models.F('service')), _negated=True), _connector='OR'), name='partneragreement_two'),
        ),
        migrations.AddConstraint(
            model_name='partneragreement',
            constraint=models.UniqueConstraint(condition=models.Q(('dropped_at', None)), fields=('replaces',), name='partneragreement_one_newer'),
        ),
        migrations.AddIndex(
            model_name='partnerevaluation',
            index=models.Index(fields=['agreement', '-on'], name='partnerevaluation_newest'),
        ),
        migrations.AddConstraint(
            model_name='partnerevaluation',
            constraint=spojka.access.owned.SameHouse(name='partnerevaluation_same_house'),
        ),
        migrations.AddConstraint(
            model_name='partnerword',
            constraint=spojka.access.owned.SameHouse(name='partnerword_same_house'),
        ),
        migrations.AddConstraint(
            model_name='partnerword',
            constraint=models.CheckConstraint(condition=models.Q(('side__in', ['ours', 'theirs'])), name='partnerword_side'),
        ),
        migrations.AddConstraint(
            model_name='partnerword',
            constraint=models.CheckConstraint(condition=models.Q(('word__in', ['yes', 'no', 'notice'])), name='partnerword_word'),
        ),
        migrations.AddConstraint(
            model_name='partnerword',
            constraint=models.CheckConstraint(condition=models.Q(models.Q(('last_day__isnull', False), ('word', 'notice')), models.Q(models.Q(('word', 'notice'), _negated=True), ('last_day', None)), _connector='OR'), name='partnerword_notice'),
        ),
        migrations.AddConstraint(
            model_name='partnerword',
            constraint=models.UniqueConstraint(fields=('agreement', 'edition', 'side', 'word'), name='partnerword_once'),
        ),
    ]
