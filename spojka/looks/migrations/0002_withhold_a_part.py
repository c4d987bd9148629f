import django.db.models.deletion
import django.utils.timezone
import spojka.access.owned
import spojka.base.ids
from django.db import migrations, models


class Migration(migrations.Migration):

    dependencies = [
        ('clients', '0005_carry_messages'),
        ('looks', '0001_initial'),
        ('network', '0004_hear_warnings'),
    ]

    operations = [
        migrations.RemoveField(model_name='accesssheet', name='grant'),
        migrations.CreateModel(
            name='Withholding',
            fields=[
                ('id', models.UUIDField(default=spojka.base.ids.new_id, editable=False, primary_key=True, serialize=False)),
                ('recorded_at', models.DateTimeField(default=django.utils.timezone.now, editable=False)),
                ('part', models.CharField(choices=[('done', 'what was done'), ('ledger', 'with whom is shared and who looked')], max_length=10)),
                ('ground', models.CharField(choices=[('life', "it endangers somebody's life or health"), ('child', 'it endangers a child'), ('others', 'it tells of somebody else who did not agree'), ('authority', 'a law or a court forbids to tell it now')], max_length=10)),
                ('why', models.TextField()),
                ('ends_on', models.DateField()),
                ('proposed_by', models.CharField(max_length=60)),
                ('is_approved', models.BooleanField(blank=True, null=True)),
                ('reviewed_at', models.DateTimeField(blank=True, null=True)),
                ('reviewed_by', models.CharField(blank=True, max_length=60)),
                ('review_words', models.TextField(blank=True)),
                ('ended_at', models.DateTimeField(blank=True, null=True)),
                ('ended_by', models.CharField(blank=True, max_length=60)),
                ('client', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='withholdings', to='clients.client')),
                ('organisation', models.ForeignKey(db_index=False, on_delete=django.db.models.deletion.PROTECT, related_name='+', to='network.organisation')),
                ('service', models.ForeignKey(db_index=False, on_delete=django.db.models.deletion.PROTECT, related_name='+', to='network.service')),
                ('team', models.ForeignKey(blank=True, db_index=False, null=True, on_delete=django.db.models.deletion.PROTECT, related_name='+', to='network.team')),
            ],
            options={
                'abstract': False,
                'constraints': [spojka.access.owned.SameHouse(name='withholding_same_house'), models.CheckConstraint(condition=models.Q(('part__in', ['done', 'ledger'])), name='withholding_part'), models.CheckConstraint(condition=models.Q(('ground__in', ['life', 'child', 'others', 'authority'])), name='withholding_ground'), models.CheckConstraint(condition=models.Q(('reviewed_by', models.F('proposed_by')), _negated=True), name='withholding_by_two')],
            },
        ),
    ]
