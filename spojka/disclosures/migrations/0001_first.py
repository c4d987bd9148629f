import django.db.models.deletion
import django.utils.timezone
import spojka.access.owned
import spojka.base.ids
from django.db import migrations, models


class Migration(migrations.Migration):

    initial = True

    dependencies = [
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
            name='DisclosureRequest',
            fields=[
                ('id', models.UUIDField(default=spojka.base.ids.new_id, editable=False, primary_key=True, serialize=False)),
                ('recorded_at', models.DateTimeField(default=django.utils.timezone.now, editable=False)),
                ('year', models.PositiveSmallIntegerField()),
                ('number', models.PositiveIntegerField()),
                ('authority', models.CharField(max_length=30)),
                ('office', models.CharField(max_length=120)),
                ('reference', models.CharField(blank=True, max_length=80)),
                ('officer', models.CharField(blank=True, max_length=120)),
                ('ground', models.CharField(max_length=30)),
                ('ground_text', models.CharField(blank=True, max_length=300)),
                ('received_on', models.DateField()),
                ('way', models.CharField(choices=[('data_box', 'data box'), ('letter', 'letter'), ('in_person', 'in person'), ('phone', 'by phone'), ('email', 'by e-mail')], max_length=10)),
                ('due_on', models.DateField(blank=True, null=True)),
                ('about', models.TextField()),
                ('asked', models.TextField()),
                ('recorded_by', models.CharField(max_length=60)),
                ('decision', models.CharField(blank=True, choices=[('give', 'give all that is asked'), ('part', 'give a part'), ('refuse', 'give nothing'), ('withdrawn', 'the authority took it back')], max_length=10)),
                ('decided_why', models.TextField(blank=True)),
                ('answer', models.TextField(blank=True)),
                ('decided_at', models.DateTimeField(blank=True, null=True)),
                ('decided_by', models.CharField(blank=True, max_length=60)),
                ('organisation', models.ForeignKey(db_index=False, on_delete=django.db.models.deletion.PROTECT, related_name='+', to='network.organisation')),
                ('service', models.ForeignKey(db_index=False, on_delete=django.db.models.deletion.PROTECT, related_name='+', to='network.service')),
                ('team', models.ForeignKey(blank=True, db_index=False, null=True, on_delete=django.db.models.deletion.PROTECT, related_name='+', to='network.team')),
            ],
            options={
                'abstract': False,
                'indexes': [models.Index(fields=['service', '-received_on'], name='disclosure_by_day')],
                'constraints': [spojka.access.owned.SameHouse(name='disclosurerequest_same_house'), models.UniqueConstraint(fields=('service', 'year', 'number'), name='disclosurerequest_number'), models.CheckConstraint(condition=models.Q(('way__in', ['data_box', 'letter', 'in_person', 'phone', 'email'])), name='disclosurerequest_way'), models.CheckConstraint(condition=models.Q(models.Q(('decided_at', None), ('decision', '')), models.Q(('decided_at__isnull', False), ('decision__in', ['give', 'part', 'refuse', 'withdrawn'])), _connector='OR'), name='disclosurerequest_decided')],
            },
        ),
        migrations.CreateModel(
            name='DisclosureReader',
            fields=[
                ('id', models.UUIDField(default=spojka.base.ids.new_id, editable=False, primary_key=True, serialize=False)),
                ('recorded_at', models.DateTimeField(default=django.utils.timezone.now, editable=False)),
                ('named_by', models.CharField(max_length=60)),
                ('ended_at', models.DateTimeField(blank=True, null=True)),
                ('membership', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='+', to='network.membership')),
                ('organisation', models.ForeignKey(db_index=False, on_delete=django.db.models.deletion.PROTECT, related_name='+', to='network.organisation')),
                ('service', models.ForeignKey(db_index=False, on_delete=django.db.models.deletion.PROTECT, related_name='+', to='network.service')),
                ('team', models.ForeignKey(blank=True, db_index=False, null=True, on_delete=django.db.models.deletion.PROTECT, related_name='+', to='network.team')),
                ('request', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='readers', to='disclosures.disclosurerequest')),
            ],
            options={
                'abstract': False,
                'constraints': [spojka.access.owned.SameHouse(name='disclosurereader_same_house'), models.UniqueConstraint(condition=models.Q(('ended_at', None)), fields=('request', 'membership'), name='disclosurereader_once')],
            },
        ),
        migrations.CreateModel(
            name='DisclosureLine',
            fields=[
                ('id', models.UUIDField(default=spojka.base.ids.new_id, editable=False, primary_key=True, serialize=False)),
                ('recorded_at', models.DateTimeField(default=django.utils.timezone.now, editable=False)),
                ('kind', models.CharField(choices=[('given', 'what was given'), ('told', 'the client was told'), ('untold', 'the client was not told'), ('note', 'note')], max_length=10)),
                ('on', models.DateField()),
                ('text', models.TextField(blank=True)),
                ('recipient', models.TextField(blank=True)),
                ('way', models.CharField(blank=True, choices=[('data_box', 'data box'), ('letter', 'letter'), ('in_person', 'in person'), ('phone', 'by phone'), ('email', 'by e-mail')], max_length=10)),
                ('code', models.CharField(blank=True, max_length=30)),
                ('is_after', models.BooleanField(default=False)),
                ('recorded_by', models.CharField(max_length=60)),
                ('organisation', models.ForeignKey(db_index=False, on_delete=django.db.models.deletion.PROTECT, related_name='+', to='network.organisation')),
                ('service', models.ForeignKey(db_index=False, on_delete=django.db.models.deletion.PROTECT, related_name='+', to='network.service')),
                ('team', models.ForeignKey(blank=True, db_index=False, null=True, on_delete=django.db.models.deletion.PROTECT, related_name='+', to='network.team')),
                ('request', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='lines', to='disclosures.disclosurerequest')),
            ],
            options={
                'abstract': False,
                'constraints': [spojka.access.owned.SameHouse(name='disclosureline_same_house'), models.CheckConstraint(condition=models.Q(('kind__in', ['given', 'told', 'untold', 'note'])), name='disclosureline_kind')],
            },
        ),
    ]
