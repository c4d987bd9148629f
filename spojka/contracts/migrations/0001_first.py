import django.db.models.deletion
import django.utils.timezone
import spojka.access.owned
import spojka.base.ids
import spojka.contracts.models.texts
from django.db import migrations, models


class Migration(migrations.Migration):

    initial = True

    dependencies = [
        ('clients', '0005_carry_messages'),
        ('network', '0004_hear_warnings'),
    ]

    operations = [
        migrations.CreateModel(
            name='Contract',
            fields=[
                ('id', models.UUIDField(default=spojka.base.ids.new_id, editable=False, primary_key=True, serialize=False)),
                ('recorded_at', models.DateTimeField(default=django.utils.timezone.now, editable=False)),
                ('year', models.PositiveSmallIntegerField(blank=True, null=True)),
                ('number', models.PositiveIntegerField(blank=True, null=True)),
                ('regime', models.CharField(choices=[('service', 'Social service'), ('protection', 'Authorisation for child protection')], max_length=12)),
                ('form', models.CharField(choices=[('written', 'written, two copies'), ('oral', 'by word, noted by the worker')], max_length=8)),
                ('is_three_party', models.BooleanField(default=False)),
                ('is_anonymous', models.BooleanField(default=False)),
                ('written_by', models.CharField(max_length=60)),
                ('concluded_on', models.DateField(blank=True, null=True)),
                ('until', models.DateField(blank=True, null=True)),
                ('last_day', models.DateField(blank=True, null=True)),
                ('dropped_at', models.DateTimeField(blank=True, null=True)),
                ('client', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='contracts', to='clients.client')),
                ('organisation', models.ForeignKey(db_index=False, on_delete=django.db.models.deletion.PROTECT, related_name='+', to='network.organisation')),
                ('service', models.ForeignKey(db_index=False, on_delete=django.db.models.deletion.PROTECT, related_name='+', to='network.service')),
                ('team', models.ForeignKey(blank=True, db_index=False, null=True, on_delete=django.db.models.deletion.PROTECT, related_name='+', to='network.team')),
            ],
            options={
                'abstract': False,
            },
        ),
        migrations.CreateModel(
            name='ContractRefusal',
            fields=[
                ('id', models.UUIDField(default=spojka.base.ids.new_id, editable=False, primary_key=True, serialize=False)),
                ('recorded_at', models.DateTimeField(default=django.utils.timezone.now, editable=False)),
                ('on', models.DateField()),
                ('ground', models.CharField(max_length=30)),
                ('ended_on', models.DateField(blank=True, null=True)),
                ('instead', models.CharField(max_length=30)),
                ('texts', models.TextField()),
                ('wants_paper', models.BooleanField(default=False)),
                ('recorded_by', models.CharField(max_length=60)),
                ('client', models.ForeignKey(blank=True, null=True, on_delete=django.db.models.deletion.PROTECT, related_name='contract_refusals', to='clients.client')),
                ('organisation', models.ForeignKey(db_index=False, on_delete=django.db.models.deletion.PROTECT, related_name='+', to='network.organisation')),
                ('service', models.ForeignKey(db_index=False, on_delete=django.db.models.deletion.PROTECT, related_name='+', to='network.service')),
                ('team', models.ForeignKey(blank=True, db_index=False, null=True, on_delete=django.db.models.deletion.PROTECT, related_name='+', to='network.team')),
            ],
            options={
                'abstract': False,
            },
            bases=(spojka.contracts.models.texts.Sealed, models.Model),
        ),
        migrations.CreateModel(
            name='ContractWarning',
            fields=[
                ('id', models.UUIDField(default=spojka.base.ids.new_id, editable=False, primary_key=True, serialize=False)),
                ('recorded_at', models.DateTimeField(default=django.utils.timezone.now, editable=False)),
                ('happened_on', models.DateField()),
                ('texts', models.TextField()),
                ('written_on', models.DateField()),
                ('delivered_on', models.DateField(blank=True, null=True)),
                ('delivered_how', models.CharField(blank=True, choices=[('in_person', 'in person'), ('letter', 'letter'), ('data_box', 'data box'), ('email', 'by e-mail')], max_length=10)),
                ('recorded_by', models.CharField(max_length=60)),
                ('contract', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='warnings', to='contracts.contract')),
                ('organisation', models.ForeignKey(db_index=False, on_delete=django.db.models.deletion.PROTECT, related_name='+', to='network.organisation')),
                ('service', models.ForeignKey(db_index=False, on_delete=django.db.models.deletion.PROTECT, related_name='+', to='network.service')),
                ('team', models.ForeignKey(blank=True, db_index=False, null=True, on_delete=django.db.models.deletion.PROTECT, related_name='+', to='network.team')),
            ],
            options={
                'abstract': False,
            },
            bases=(spojka.contracts.models.texts.Sealed, models.Model),
        ),
        migrations.CreateModel(
            name='ContractEnding',
            fields=[
                ('id', models.UUIDField(default=spojka.base.ids.new_id, editable=False, primary_key=True, serialize=False)),
                ('recorded_at', models.DateTimeField(default=django.utils.timezone.now, editable=False)),
                ('way', models.CharField(choices=[('client', 'the client'), ('agreement', 'both agree'), ('provider', 'the provider')], max_length=10)),
                ('ground', models.CharField(blank=True, choices=[('duties', 'gross breach of duties from the contract'), ('rules', 'gross breach of the rules again after a warning'), ('dignity', "conduct that lowers a worker's dignity or makes a hostile environment")], max_length=10)),
                ('happened_on', models.DateField(blank=True, null=True)),
                ('unpaid_since', models.DateField(blank=True, null=True)),
                ('texts', models.TextField()),
                ('is_written', models.BooleanField(default=True)),
                ('written_on', models.DateField()),
                ('delivered_on', models.DateField(blank=True, null=True)),
                ('delivered_how', models.CharField(blank=True, choices=[('in_person', 'in person'), ('letter', 'letter'), ('data_box', 'data box'), ('email', 'by e-mail')], max_length=10)),
                ('last_day', models.DateField(blank=True, null=True)),
                ('recorded_by', models.CharField(max_length=60)),
                ('taken_back_at', models.DateTimeField(blank=True, null=True)),
                ('taken_back_by', models.CharField(blank=True, max_length=60)),
                ('contract', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='endings', to='contracts.contract')),
                ('organisation', models.ForeignKey(db_index=False, on_delete=django.db.models.deletion.PROTECT, related_name='+', to='network.organisation')),
                ('service', models.ForeignKey(db_index=False, on_delete=django.db.models.deletion.PROTECT, related_name='+', to='network.service')),
                ('team', models.ForeignKey(blank=True, db_index=False, null=True, on_delete=django.db.models.deletion.PROTECT, related_name='+', to='network.team')),
                ('warning', models.ForeignKey(blank=True, null=True, on_delete=django.db.models.deletion.PROTECT, related_name='+', to='contracts.contractwarning')),
            ],
            options={
                'abstract': False,
            },
            bases=(spojka.contracts.models.texts.Sealed, models.Model),
        ),
        migrations.CreateModel(
            name='ServiceRules',
            fields=[
                ('id', models.UUIDField(default=spojka.base.ids.new_id, editable=False, primary_key=True, serialize=False)),
                ('recorded_at', models.DateTimeField(default=django.utils.timezone.now, editable=False)),
                ('version', models.PositiveSmallIntegerField()),
                ('text', models.TextField(max_length=20000)),
                ('valid_from', models.DateField()),
                ('notice', models.PositiveSmallIntegerField()),
                ('notice_unit', models.CharField(choices=[('working', 'working days'), ('days', 'calendar days'), ('months', 'months')], max_length=8)),
                ('recorded_by', models.CharField(max_length=60)),
                ('organisation', models.ForeignKey(db_index=False, on_delete=django.db.models.deletion.PROTECT, related_name='+', to='network.organisation')),
                ('service', models.ForeignKey(db_index=False, on_delete=django.db.models.deletion.PROTECT, related_name='+', to='network.service')),
                ('team', models.ForeignKey(blank=True, db_index=False, null=True, on_delete=django.db.models.deletion.PROTECT, related_name='+', to='network.team')),
            ],
            options={
                'abstract': False,
            },
        ),
        migrations.CreateModel(
            name='RulesExplanation',
            fields=[
                ('id', models.UUIDField(default=spojka.base.ids.new_id, editable=False, primary_key=True, serialize=False)),
                ('recorded_at', models.DateTimeField(default=django.utils.timezone.now, editable=False)),
                ('ways', models.JSONField(default=list)),
                ('on', models.DateField()),
                ('told_by', models.CharField(max_length=60)),
                ('texts', models.TextField()),
                ('recorded_by', models.CharField(max_length=60)),
                ('client', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='rules_explained', to='clients.client')),
                ('organisation', models.ForeignKey(db_index=False, on_delete=django.db.models.deletion.PROTECT, related_name='+', to='network.organisation')),
                ('service', models.ForeignKey(db_index=False, on_delete=django.db.models.deletion.PROTECT, related_name='+', to='network.service')),
                ('team', models.ForeignKey(blank=True, db_index=False, null=True, on_delete=django.db.models.deletion.PROTECT, related_name='+', to='network.team')),
                ('rules', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='explanations', to='contracts.servicerules')),
            ],
            options={
                'abstract': False,
            },
            bases=(spojka.contracts.models.texts.Sealed, models.Model),
        ),
        migrations.CreateModel(
            name='ContractWording',
            fields=[
                ('id', models.UUIDField(default=spojka.base.ids.new_id, editable=False, primary_key=True, serialize=False)),
                ('recorded_at', models.DateTimeField(default=django.utils.timezone.now, editable=False)),
                ('version', models.PositiveSmallIntegerField()),
                ('texts', models.TextField()),
                ('acts', models.JSONField(blank=True, default=list)),
                ('has_fee', models.BooleanField(default=False)),
                ('starts_on', models.DateField()),
                ('ends_on', models.DateField(blank=True, null=True)),
                ('edition', models.PositiveSmallIntegerField(default=1)),
                ('written_by', models.CharField(max_length=60)),
                ('concluded_on', models.DateField(blank=True, null=True)),
                ('concluded_by', models.CharField(blank=True, max_length=60)),
                ('dropped_at', models.DateTimeField(blank=True, null=True)),
                ('contract', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='wordings', to='contracts.contract')),
                ('organisation', models.ForeignKey(db_index=False, on_delete=django.db.models.deletion.PROTECT, related_name='+', to='network.organisation')),
                ('service', models.ForeignKey(db_index=False, on_delete=django.db.models.deletion.PROTECT, related_name='+', to='network.service')),
                ('team', models.ForeignKey(blank=True, db_index=False, null=True, on_delete=django.db.models.deletion.PROTECT, related_name='+', to='network.team')),
                ('rules', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='+', to='contracts.servicerules')),
            ],
            options={
                'abstract': False,
            },
            bases=(spojka.contracts.models.texts.Sealed, models.Model),
        ),
        migrations.AddIndex(
            model_name='contract',
            index=models.Index(fields=['client'], name='contract_by_client'),
        ),
        migrations.AddIndex(
            model_name='contract',
            index=models.Index(fields=['service', 'concluded_on'], name='contract_by_day'),
        ),
        migrations.AddConstraint(
            model_name='contract',
            constraint=spojka.access.owned.SameHouse(name='contract_same_house'),
        ),
        migrations.AddConstraint(
            model_name='contract',
            constraint=models.UniqueConstraint(fields=('service', 'year', 'number'), name='contract_number'),
        ),
        migrations.AddConstraint(
            model_name='contract',
            constraint=models.CheckConstraint(condition=models.Q(models.Q(('concluded_on', None), ('number', None), ('year', None)), models.Q(('concluded_on__isnull', False), ('dropped_at', None), ('number__isnull', False), ('year__isnull', False)), _connector='OR'), name='contract_numbered'),
        ),
        migrations.AddConstraint(
            model_name='contract',
            constraint=models.CheckConstraint(condition=models.Q(('regime__in', ['service', 'protection'])), name='contract_regime'),
        ),
        migrations.AddConstraint(
            model_name='contract',
            constraint=models.CheckConstraint(condition=models.Q(('form__in', ['written', 'oral'])), name='contract_form'),
        ),
        migrations.AddConstraint(
            model_name='contract',
            constraint=models.CheckConstraint(condition=models.Q(('is_three_party', False), models.Q(('form', 'written'), ('regime', 'protection')), _connector='OR'), name='contract_of_three', violation_error_message='A contract of three is possible by authorisation alone, and in writing.'),
        ),
        migrations.AddIndex(
            model_name='contractrefusal',
            index=models.Index(fields=['service', '-on'], name='contractrefusal_by_day'),
        ),
        migrations.AddConstraint(
            model_name='contractrefusal',
            constraint=spojka.access.owned.SameHouse(name='contractrefusal_same_house'),
        ),
        migrations.AddConstraint(
            model_name='contractwarning',
            constraint=spojka.access.owned.SameHouse(name='contractwarning_same_house'),
        ),
        migrations.AddConstraint(
            model_name='contractwarning',
            constraint=models.CheckConstraint(condition=models.Q(('delivered_on', None), models.Q(('delivered_how', ''), _negated=True), _connector='XOR'), name='contractwarning_delivered'),
        ),
        migrations.AddConstraint(
            model_name='contractending',
            constraint=spojka.access.owned.SameHouse(name='contractending_same_house'),
        ),
        migrations.AddConstraint(
            model_name='contractending',
            constraint=models.UniqueConstraint(condition=models.Q(('taken_back_at', None)), fields=('contract',), name='contractending_one'),
        ),
        migrations.AddConstraint(
            model_name='contractending',
            constraint=models.CheckConstraint(condition=models.Q(('way__in', ['client', 'agreement', 'provider'])), name='contractending_way'),
        ),
        migrations.AddConstraint(
            model_name='contractending',
            constraint=models.CheckConstraint(condition=models.Q(models.Q(('ground__in', ['duties', 'rules', 'dignity']), ('is_written', True), ('way', 'provider')), models.Q(('ground', ''), ('last_day__isnull', False), ('way__in', ('client', 'agreement'))), _connector='OR'), name='contractending_ground'),
        ),
        migrations.AddConstraint(
            model_name='contractending',
            constraint=models.CheckConstraint(condition=models.Q(('ground', 'rules'), ('warning', None), _connector='XOR'), name='contractending_warned'),
        ),
        migrations.AddConstraint(
            model_name='contractending',
            constraint=models.CheckConstraint(condition=models.Q(('last_day', None), ('delivered_on__isnull', False), _connector='OR'), name='contractending_delivered'),
        ),
        migrations.AddConstraint(
            model_name='servicerules',
            constraint=spojka.access.owned.SameHouse(name='servicerules_same_house'),
        ),
        migrations.AddConstraint(
            model_name='servicerules',
            constraint=models.UniqueConstraint(fields=('service', 'version'), name='servicerules_version'),
        ),
        migrations.AddConstraint(
            model_name='servicerules',
            constraint=models.CheckConstraint(condition=models.Q(('notice_unit__in', ['working', 'days', 'months'])), name='servicerules_unit'),
        ),
        migrations.AddIndex(
            model_name='rulesexplanation',
            index=models.Index(fields=['client', '-on'], name='rulesexplanation_by_client'),
        ),
        migrations.AddConstraint(
            model_name='rulesexplanation',
            constraint=spojka.access.owned.SameHouse(name='rulesexplanation_same_house'),
        ),
        migrations.AddConstraint(
            model_name='contractwording',
            constraint=spojka.access.owned.SameHouse(name='contractwording_same_house'),
        ),
        migrations.AddConstraint(
            model_name='contractwording',
            constraint=models.UniqueConstraint(condition=models.Q(('dropped_at', None)), fields=('contract', 'version'), name='contractwording_version'),
        ),
        migrations.AddConstraint(
            model_name='contractwording',
            constraint=models.UniqueConstraint(condition=models.Q(('concluded_on', None), ('dropped_at', None)), fields=('contract',), name='contractwording_one_draft'),
        ),
        migrations.AddConstraint(
            model_name='contractwording',
            constraint=models.CheckConstraint(condition=models.Q(('ends_on', None), ('ends_on__gte', models.F('starts_on')), _connector='OR'), name='contractwording_span', violation_error_message="It can't end before it starts."),
        ),
    ]
