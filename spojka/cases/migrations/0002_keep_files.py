import django.db.models.deletion
import django.utils.timezone
import spojka.access.owned
import spojka.base.ids
import spojka.files.storing
from django.db import migrations, models


class Migration(migrations.Migration):

    dependencies = [
        ('cases', '0001_first'),
        ('network', '0004_hear_warnings'),
    ]

    operations = [
        migrations.CreateModel(
            name='CaseFile',
            fields=[
                ('id', models.UUIDField(default=spojka.base.ids.new_id, editable=False, primary_key=True, serialize=False)),
                ('recorded_at', models.DateTimeField(default=django.utils.timezone.now, editable=False)),
                ('kind', models.PositiveSmallIntegerField()),
                ('at', models.DateTimeField()),
                ('name', models.TextField()),
                ('file', spojka.files.storing.SealedFileField(blank=True, max_length=60, storage=spojka.files.storing.SealedStorage(), upload_to=spojka.files.storing.new_name)),
                ('form', models.CharField(choices=[('pdf', 'PDF'), ('jpeg', 'picture')], max_length=5)),
                ('size', models.PositiveIntegerField()),
                ('added_by', models.CharField(max_length=60)),
                ('removed_at', models.DateTimeField(blank=True, null=True)),
                ('removed_by', models.CharField(blank=True, max_length=60)),
                ('removed_why', models.CharField(blank=True, max_length=200)),
                ('about', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='files', to='cases.party')),
                ('case', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='files', to='cases.case')),
                ('organisation', models.ForeignKey(db_index=False, on_delete=django.db.models.deletion.PROTECT, related_name='+', to='network.organisation')),
                ('service', models.ForeignKey(db_index=False, on_delete=django.db.models.deletion.PROTECT, related_name='+', to='network.service')),
                ('team', models.ForeignKey(blank=True, db_index=False, null=True, on_delete=django.db.models.deletion.PROTECT, related_name='+', to='network.team')),
            ],
            options={
                'abstract': False,
                'indexes': [models.Index(fields=['case', '-at'], name='casefile_newest')],
                'constraints': [spojka.access.owned.SameHouse(name='casefile_same_house'), models.CheckConstraint(condition=models.Q(('kind__in', [1, 2, 4, 8, 16])), name='casefile_kind'), models.CheckConstraint(condition=models.Q(('form__in', ['pdf', 'jpeg'])), name='casefile_form'), models.CheckConstraint(condition=models.Q(('removed_at', None), ('file', ''), _connector='OR'), name='casefile_removed')],
            },
        ),
    ]
