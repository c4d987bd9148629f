import django.db.models.deletion
import django.utils.timezone
import spojka.access.owned
import spojka.base.ids
import spojka.search.columns
from django.db import migrations, models


class Migration(migrations.Migration):

    initial = True

    dependencies = [
        ('cases', '0001_first'),
        ('network', '0004_hear_warnings'),
    ]

    operations = [
        migrations.CreateModel(
            name='Statement',
            fields=[
                ('id', models.UUIDField(default=spojka.base.ids.new_id, editable=False, primary_key=True, serialize=False)),
                ('recorded_at', models.DateTimeField(default=django.utils.timezone.now, editable=False)),
                ('kind', models.PositiveSmallIntegerField()),
                ('said_words', models.TextField(blank=True)),
                ('source', models.CharField(max_length=20)),
                ('at', models.DateTimeField()),
                ('text', models.TextField(max_length=5000)),
                ('written_by', models.CharField(max_length=60)),
                ('voided_at', models.DateTimeField(blank=True, null=True)),
                ('voided_by', models.CharField(blank=True, max_length=60)),
                ('voided_why', models.TextField(blank=True)),
                ('words', spojka.search.columns.Words()),
                ('about', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='statements', to='cases.party')),
                ('case', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='statements', to='cases.case')),
                ('organisation', models.ForeignKey(db_index=False, on_delete=django.db.models.deletion.PROTECT, related_name='+', to='network.organisation')),
                ('said_by', models.ForeignKey(blank=True, null=True, on_delete=django.db.models.deletion.PROTECT, related_name='+', to='cases.participant')),
                ('service', models.ForeignKey(db_index=False, on_delete=django.db.models.deletion.PROTECT, related_name='+', to='network.service')),
                ('supersedes', models.OneToOneField(blank=True, null=True, on_delete=django.db.models.deletion.PROTECT, related_name='clarified', to='statements.statement')),
                ('team', models.ForeignKey(blank=True, db_index=False, null=True, on_delete=django.db.models.deletion.PROTECT, related_name='+', to='network.team')),
            ],
            options={
                'abstract': False,
                'indexes': [models.Index(fields=['case', '-at'], name='statement_newest'), spojka.search.columns.WordsIndex(fields=['words'], name='statement_words')],
                'constraints': [spojka.access.owned.SameHouse(name='statement_same_house'), models.CheckConstraint(condition=models.Q(('kind__in', [1, 2, 4, 8, 16])), name='statement_kind')],
            },
        ),
        migrations.CreateModel(
            name='Reply',
            fields=[
                ('id', models.UUIDField(default=spojka.base.ids.new_id, editable=False, primary_key=True, serialize=False)),
                ('recorded_at', models.DateTimeField(default=django.utils.timezone.now, editable=False)),
                ('kind', models.PositiveSmallIntegerField()),
                ('what', models.CharField(choices=[('question', 'question'), ('view', "the client's own view"), ('answer', 'answer'), ('agreed', 'agreement')], max_length=10)),
                ('text', models.TextField(blank=True)),
                ('said_words', models.TextField(blank=True)),
                ('heard', models.CharField(blank=True, choices=[('person', 'in person'), ('phone', 'by phone'), ('writing', 'in writing')], max_length=10)),
                ('at', models.DateTimeField()),
                ('written_by', models.CharField(max_length=60)),
                ('about', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='+', to='cases.party')),
                ('case', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='+', to='cases.case')),
                ('organisation', models.ForeignKey(db_index=False, on_delete=django.db.models.deletion.PROTECT, related_name='+', to='network.organisation')),
                ('said_by', models.ForeignKey(blank=True, null=True, on_delete=django.db.models.deletion.PROTECT, related_name='+', to='cases.participant')),
                ('service', models.ForeignKey(db_index=False, on_delete=django.db.models.deletion.PROTECT, related_name='+', to='network.service')),
                ('team', models.ForeignKey(blank=True, db_index=False, null=True, on_delete=django.db.models.deletion.PROTECT, related_name='+', to='network.team')),
                ('whose', models.ForeignKey(blank=True, null=True, on_delete=django.db.models.deletion.PROTECT, related_name='+', to='cases.party')),
                ('statement', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='replies', to='statements.statement')),
            ],
            options={
                'abstract': False,
                'indexes': [models.Index(fields=['case', '-at'], name='reply_newest')],
                'constraints': [spojka.access.owned.SameHouse(name='reply_same_house'), models.CheckConstraint(condition=models.Q(('kind__in', [1, 2, 4, 8, 16])), name='reply_kind'), models.CheckConstraint(condition=models.Q(('what__in', ['question', 'view', 'answer', 'agreed'])), name='reply_what'), models.CheckConstraint(condition=models.Q(models.Q(('heard__in', ['person', 'phone', 'writing']), ('what', 'view'), ('whose__isnull', False)), models.Q(models.Q(('what', 'view'), _negated=True), ('heard', ''), ('whose', None)), _connector='OR'), name='reply_view')],
            },
        ),
        migrations.CreateModel(
            name='TeamAgreement',
            fields=[
                ('id', models.UUIDField(default=spojka.base.ids.new_id, editable=False, primary_key=True, serialize=False)),
                ('recorded_at', models.DateTimeField(default=django.utils.timezone.now, editable=False)),
                ('version', models.PositiveSmallIntegerField()),
                ('topics', models.JSONField()),
                ('forms', models.JSONField()),
                ('starts_on', models.DateField()),
                ('principles', models.TextField(blank=True)),
                ('misunderstanding', models.TextField()),
                ('ending', models.TextField()),
                ('evaluation', models.TextField()),
                ('evaluate_on', models.DateField()),
                ('ended_on', models.DateField(blank=True, null=True)),
                ('ended_why', models.TextField(blank=True)),
                ('made_by', models.CharField(max_length=60)),
                ('case', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='team_agreements', to='cases.case')),
                ('organisation', models.ForeignKey(db_index=False, on_delete=django.db.models.deletion.PROTECT, related_name='+', to='network.organisation')),
                ('replaces', models.OneToOneField(blank=True, null=True, on_delete=django.db.models.deletion.PROTECT, related_name='replaced', to='statements.teamagreement')),
                ('service', models.ForeignKey(db_index=False, on_delete=django.db.models.deletion.PROTECT, related_name='+', to='network.service')),
                ('team', models.ForeignKey(blank=True, db_index=False, null=True, on_delete=django.db.models.deletion.PROTECT, related_name='+', to='network.team')),
            ],
            options={
                'abstract': False,
                'constraints': [spojka.access.owned.SameHouse(name='teamagreement_same_house'), models.UniqueConstraint(fields=('case', 'version'), name='teamagreement_version')],
            },
        ),
        migrations.CreateModel(
            name='ReportReminder',
            fields=[
                ('id', models.UUIDField(default=spojka.base.ids.new_id, editable=False, primary_key=True, serialize=False)),
                ('recorded_at', models.DateTimeField(default=django.utils.timezone.now, editable=False)),
                ('due_on', models.DateField()),
                ('case', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='+', to='cases.case')),
                ('organisation', models.ForeignKey(db_index=False, on_delete=django.db.models.deletion.PROTECT, related_name='+', to='network.organisation')),
                ('sent_to', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='+', to='network.membership')),
                ('service', models.ForeignKey(db_index=False, on_delete=django.db.models.deletion.PROTECT, related_name='+', to='network.service')),
                ('team', models.ForeignKey(blank=True, db_index=False, null=True, on_delete=django.db.models.deletion.PROTECT, related_name='+', to='network.team')),
                ('teller', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='+', to='cases.participant')),
                ('agreement', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='+', to='statements.teamagreement')),
            ],
            options={
                'abstract': False,
                'constraints': [spojka.access.owned.SameHouse(name='reportreminder_same_house'), models.UniqueConstraint(fields=('agreement', 'teller', 'due_on'), name='reportreminder_once')],
            },
        ),
        migrations.CreateModel(
            name='TeamAssent',
            fields=[
                ('id', models.UUIDField(default=spojka.base.ids.new_id, editable=False, primary_key=True, serialize=False)),
                ('recorded_at', models.DateTimeField(default=django.utils.timezone.now, editable=False)),
                ('way', models.CharField(choices=[('spojka', 'in Spojka'), ('word', 'by word'), ('paper', 'on paper')], max_length=10)),
                ('on', models.DateField()),
                ('given_by', models.CharField(max_length=60)),
                ('case', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='+', to='cases.case')),
                ('organisation', models.ForeignKey(db_index=False, on_delete=django.db.models.deletion.PROTECT, related_name='+', to='network.organisation')),
                ('participant', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='+', to='cases.participant')),
                ('service', models.ForeignKey(db_index=False, on_delete=django.db.models.deletion.PROTECT, related_name='+', to='network.service')),
                ('team', models.ForeignKey(blank=True, db_index=False, null=True, on_delete=django.db.models.deletion.PROTECT, related_name='+', to='network.team')),
                ('agreement', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='assents', to='statements.teamagreement')),
            ],
            options={
                'abstract': False,
                'constraints': [spojka.access.owned.SameHouse(name='teamassent_same_house'), models.UniqueConstraint(fields=('agreement', 'participant'), name='teamassent_once'), models.CheckConstraint(condition=models.Q(('way__in', ['spojka', 'word', 'paper'])), name='teamassent_way')],
            },
        ),
        migrations.CreateModel(
            name='AgreedPace',
            fields=[
                ('id', models.UUIDField(default=spojka.base.ids.new_id, editable=False, primary_key=True, serialize=False)),
                ('recorded_at', models.DateTimeField(default=django.utils.timezone.now, editable=False)),
                ('from_on', models.DateField()),
                ('every', models.CharField(choices=[('week', 'every week'), ('fortnight', 'every fortnight'), ('month', 'every month'), ('half_year', 'every half-year')], max_length=10)),
                ('case', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='+', to='cases.case')),
                ('organisation', models.ForeignKey(db_index=False, on_delete=django.db.models.deletion.PROTECT, related_name='+', to='network.organisation')),
                ('service', models.ForeignKey(db_index=False, on_delete=django.db.models.deletion.PROTECT, related_name='+', to='network.service')),
                ('team', models.ForeignKey(blank=True, db_index=False, null=True, on_delete=django.db.models.deletion.PROTECT, related_name='+', to='network.team')),
                ('agreement', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='paces', to='statements.teamagreement')),
            ],
            options={
                'abstract': False,
                'constraints': [spojka.access.owned.SameHouse(name='agreedpace_same_house'), models.UniqueConstraint(fields=('agreement', 'from_on'), name='agreedpace_once'), models.CheckConstraint(condition=models.Q(('every__in', ['week', 'fortnight', 'month', 'half_year'])), name='agreedpace_every')],
            },
        ),
        migrations.CreateModel(
            name='AgreedDuty',
            fields=[
                ('id', models.UUIDField(default=spojka.base.ids.new_id, editable=False, primary_key=True, serialize=False)),
                ('recorded_at', models.DateTimeField(default=django.utils.timezone.now, editable=False)),
                ('words', models.TextField()),
                ('case', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='+', to='cases.case')),
                ('organisation', models.ForeignKey(db_index=False, on_delete=django.db.models.deletion.PROTECT, related_name='+', to='network.organisation')),
                ('participant', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='+', to='cases.participant')),
                ('service', models.ForeignKey(db_index=False, on_delete=django.db.models.deletion.PROTECT, related_name='+', to='network.service')),
                ('team', models.ForeignKey(blank=True, db_index=False, null=True, on_delete=django.db.models.deletion.PROTECT, related_name='+', to='network.team')),
                ('agreement', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='duties', to='statements.teamagreement')),
            ],
            options={
                'abstract': False,
                'constraints': [spojka.access.owned.SameHouse(name='agreedduty_same_house'), models.UniqueConstraint(fields=('agreement', 'participant'), name='agreedduty_once')],
            },
        ),
        migrations.CreateModel(
            name='AgreedDirection',
            fields=[
                ('id', models.UUIDField(default=spojka.base.ids.new_id, editable=False, primary_key=True, serialize=False)),
                ('recorded_at', models.DateTimeField(default=django.utils.timezone.now, editable=False)),
                ('case', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='+', to='cases.case')),
                ('organisation', models.ForeignKey(db_index=False, on_delete=django.db.models.deletion.PROTECT, related_name='+', to='network.organisation')),
                ('service', models.ForeignKey(db_index=False, on_delete=django.db.models.deletion.PROTECT, related_name='+', to='network.service')),
                ('team', models.ForeignKey(blank=True, db_index=False, null=True, on_delete=django.db.models.deletion.PROTECT, related_name='+', to='network.team')),
                ('teller', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='+', to='cases.participant')),
                ('told', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='+', to='cases.participant')),
                ('agreement', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='directions', to='statements.teamagreement')),
            ],
            options={
                'abstract': False,
                'constraints': [spojka.access.owned.SameHouse(name='agreeddirection_same_house'), models.UniqueConstraint(fields=('agreement', 'teller', 'told'), name='agreeddirection_once'), models.CheckConstraint(condition=models.Q(('teller', models.F('told')), _negated=True), name='agreeddirection_two')],
            },
        ),
        migrations.CreateModel(
            name='TeamReview',
            fields=[
                ('id', models.UUIDField(default=spojka.base.ids.new_id, editable=False, primary_key=True, serialize=False)),
                ('recorded_at', models.DateTimeField(default=django.utils.timezone.now, editable=False)),
                ('words', models.TextField()),
                ('on', models.DateField()),
                ('next_on', models.DateField()),
                ('written_by', models.CharField(max_length=60)),
                ('agreement', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='reviews', to='statements.teamagreement')),
                ('case', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='+', to='cases.case')),
                ('organisation', models.ForeignKey(db_index=False, on_delete=django.db.models.deletion.PROTECT, related_name='+', to='network.organisation')),
                ('service', models.ForeignKey(db_index=False, on_delete=django.db.models.deletion.PROTECT, related_name='+', to='network.service')),
                ('team', models.ForeignKey(blank=True, db_index=False, null=True, on_delete=django.db.models.deletion.PROTECT, related_name='+', to='network.team')),
            ],
            options={
                'abstract': False,
                'indexes': [models.Index(fields=['case', '-on'], name='teamreview_newest')],
                'constraints': [spojka.access.owned.SameHouse(name='teamreview_same_house')],
            },
        ),
        migrations.CreateModel(
            name='Told',
            fields=[
                ('id', models.UUIDField(default=spojka.base.ids.new_id, editable=False, primary_key=True, serialize=False)),
                ('recorded_at', models.DateTimeField(default=django.utils.timezone.now, editable=False)),
                ('on', models.DateField()),
                ('form', models.CharField(choices=[('phone', 'by phone'), ('report', 'by a written report'), ('meeting', 'at a meeting'), ('conference', 'at a case conference')], max_length=10)),
                ('written_by', models.CharField(max_length=60)),
                ('agreement', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='tellings', to='statements.teamagreement')),
                ('case', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='+', to='cases.case')),
                ('organisation', models.ForeignKey(db_index=False, on_delete=django.db.models.deletion.PROTECT, related_name='+', to='network.organisation')),
                ('service', models.ForeignKey(db_index=False, on_delete=django.db.models.deletion.PROTECT, related_name='+', to='network.service')),
                ('team', models.ForeignKey(blank=True, db_index=False, null=True, on_delete=django.db.models.deletion.PROTECT, related_name='+', to='network.team')),
                ('teller', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='+', to='cases.participant')),
                ('to', models.ForeignKey(blank=True, null=True, on_delete=django.db.models.deletion.PROTECT, related_name='+', to='cases.participant')),
            ],
            options={
                'abstract': False,
                'indexes': [models.Index(fields=['case', '-on'], name='told_newest')],
                'constraints': [spojka.access.owned.SameHouse(name='told_same_house'), models.CheckConstraint(condition=models.Q(('form__in', ['phone', 'report', 'meeting', 'conference'])), name='told_form')],
            },
        ),
    ]
