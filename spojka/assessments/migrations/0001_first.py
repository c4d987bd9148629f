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
            name='AssessmentPart',
            fields=[
                ('id', models.UUIDField(default=spojka.base.ids.new_id, editable=False, primary_key=True, serialize=False)),
                ('recorded_at', models.DateTimeField(default=django.utils.timezone.now, editable=False)),
                ('form', models.CharField(choices=[('entry', 'Entry form'), ('basic', 'Basic assessment'), ('child', "Evaluation of the child's situation")], max_length=10)),
                ('section', models.CharField(max_length=20)),
                ('kind', models.PositiveSmallIntegerField()),
                ('version', models.PositiveSmallIntegerField()),
                ('after', models.JSONField(blank=True, default=list)),
                ('answers', models.TextField()),
                ('recorded_by', models.CharField(max_length=60)),
                ('client', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='assessment_parts', to='clients.client')),
                ('organisation', models.ForeignKey(db_index=False, on_delete=django.db.models.deletion.PROTECT, related_name='+', to='network.organisation')),
                ('service', models.ForeignKey(db_index=False, on_delete=django.db.models.deletion.PROTECT, related_name='+', to='network.service')),
                ('team', models.ForeignKey(blank=True, db_index=False, null=True, on_delete=django.db.models.deletion.PROTECT, related_name='+', to='network.team')),
            ],
            options={
                'abstract': False,
                'indexes': [models.Index(fields=['client', 'form', 'section'], name='assessmentpart_by_client')],
                'constraints': [spojka.access.owned.SameHouse(name='assessmentpart_same_house'), models.CheckConstraint(condition=models.Q(('form__in', ['entry', 'basic', 'child'])), name='assessmentpart_form'), models.CheckConstraint(condition=models.Q(('kind__in', [1, 2, 4, 8, 16])), name='assessmentpart_kind'), models.CheckConstraint(condition=models.Q(('version__gte', 1)), name='assessmentpart_version')],
            },
        ),
    ]
