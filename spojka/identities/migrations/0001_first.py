import django.db.models.deletion
import django.utils.timezone
import spojka.access.owned
import spojka.base.ids
from django.db import migrations, models


class Migration(migrations.Migration):

    initial = True

    dependencies = [
        ('clients', '0003_mark_changes'),
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
            name='Identity',
            fields=[
                ('id', models.UUIDField(default=spojka.base.ids.new_id, editable=False, primary_key=True, serialize=False)),
                ('recorded_at', models.DateTimeField(default=django.utils.timezone.now, editable=False)),
                ('sealed', models.TextField(blank=True)),
                ('version', models.PositiveSmallIntegerField(default=1)),
                ('recorded_by', models.CharField(max_length=60)),
                ('erased_at', models.DateTimeField(blank=True, null=True)),
                ('erased_why', models.CharField(blank=True, max_length=200)),
                ('without_why', models.CharField(blank=True, max_length=200)),
                ('without_since', models.DateField(blank=True, null=True)),
                ('client', models.OneToOneField(on_delete=django.db.models.deletion.PROTECT, related_name='+', to='clients.client')),
                ('organisation', models.ForeignKey(db_index=False, on_delete=django.db.models.deletion.PROTECT, related_name='+', to='network.organisation')),
                ('service', models.ForeignKey(db_index=False, on_delete=django.db.models.deletion.PROTECT, related_name='+', to='network.service')),
                ('team', models.ForeignKey(blank=True, db_index=False, null=True, on_delete=django.db.models.deletion.PROTECT, related_name='+', to='network.team')),
            ],
            options={
                'abstract': False,
                'constraints': [spojka.access.owned.SameHouse(name='identity_same_house'), models.CheckConstraint(condition=models.Q(models.Q(models.Q(('sealed', ''), _negated=True), ('erased_at', None)), models.Q(('erased_at__isnull', False), ('sealed', '')), _connector='OR'), name='identity_or_erased'), models.CheckConstraint(condition=models.Q(models.Q(('without_since', None), ('without_why', '')), models.Q(models.Q(('without_why', ''), _negated=True), ('without_since__isnull', False)), _connector='OR'), name='identity_without_since')],
            },
        ),
        migrations.CreateModel(
            name='IdentityMark',
            fields=[
                ('id', models.UUIDField(default=spojka.base.ids.new_id, editable=False, primary_key=True, serialize=False)),
                ('recorded_at', models.DateTimeField(default=django.utils.timezone.now, editable=False)),
                ('kind', models.CharField(choices=[('surname', 'surname'), ('start', 'first three letters of the surname'), ('first', 'first name'), ('born', 'day of birth'), ('phone', 'phone')], max_length=10)),
                ('mark', models.CharField(max_length=24)),
                ('identity', models.ForeignKey(on_delete=django.db.models.deletion.CASCADE, related_name='marks', to='identities.identity')),
                ('organisation', models.ForeignKey(db_index=False, on_delete=django.db.models.deletion.PROTECT, related_name='+', to='network.organisation')),
                ('service', models.ForeignKey(db_index=False, on_delete=django.db.models.deletion.PROTECT, related_name='+', to='network.service')),
                ('team', models.ForeignKey(blank=True, db_index=False, null=True, on_delete=django.db.models.deletion.PROTECT, related_name='+', to='network.team')),
            ],
            options={
                'abstract': False,
                'indexes': [models.Index(fields=['service', 'kind', 'mark'], name='identity_by_mark')],
                'constraints': [spojka.access.owned.SameHouse(name='identitymark_same_house'), models.UniqueConstraint(fields=('identity', 'kind', 'mark'), name='identity_mark_once'), models.CheckConstraint(condition=models.Q(('kind__in', ['surname', 'start', 'first', 'born', 'phone'])), name='identity_mark_kind')],
            },
        ),
    ]
