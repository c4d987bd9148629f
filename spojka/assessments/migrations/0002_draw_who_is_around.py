import django.db.models.deletion
import django.utils.timezone
import spojka.access.owned
import spojka.base.ids
from django.db import migrations, models


class Migration(migrations.Migration):

    dependencies = [
        ('assessments', '0001_first'),
        ('clients', '0005_carry_messages'),
        ('network', '0004_hear_warnings'),
    ]

    operations = [
        migrations.CreateModel(
            name='EcomapTie',
            fields=[
                ('id', models.UUIDField(default=spojka.base.ids.new_id, editable=False, primary_key=True, serialize=False)),
                ('recorded_at', models.DateTimeField(default=django.utils.timezone.now, editable=False)),
                ('name', models.TextField()),
                ('group', models.CharField(choices=[('family', 'family'), ('friends', 'friends'), ('work', 'school or work'), ('health', 'health'), ('services', 'services'), ('offices', 'offices'), ('other', 'other')], max_length=10)),
                ('strength', models.CharField(choices=[('strong', 'strong'), ('middle', 'middle'), ('weak', 'weak')], max_length=10)),
                ('is_stressful', models.BooleanField(default=False)),
                ('direction', models.CharField(choices=[('to_client', 'to the client'), ('from_client', 'from the client'), ('both', 'both ways'), ('none', 'neither way')], max_length=12)),
                ('note', models.TextField(blank=True)),
                ('x', models.PositiveSmallIntegerField(blank=True, null=True)),
                ('y', models.PositiveSmallIntegerField(blank=True, null=True)),
                ('recorded_by', models.CharField(max_length=60)),
                ('ended_at', models.DateTimeField(blank=True, null=True)),
                ('ended_by', models.CharField(blank=True, max_length=60)),
                ('client', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='ecomap_ties', to='clients.client')),
                ('organisation', models.ForeignKey(db_index=False, on_delete=django.db.models.deletion.PROTECT, related_name='+', to='network.organisation')),
                ('replaces', models.OneToOneField(blank=True, null=True, on_delete=django.db.models.deletion.PROTECT, related_name='replaced_by', to='assessments.ecomaptie')),
                ('service', models.ForeignKey(db_index=False, on_delete=django.db.models.deletion.PROTECT, related_name='+', to='network.service')),
                ('team', models.ForeignKey(blank=True, db_index=False, null=True, on_delete=django.db.models.deletion.PROTECT, related_name='+', to='network.team')),
            ],
            options={
                'abstract': False,
                'indexes': [models.Index(fields=['client', 'ended_at'], name='ecomaptie_by_client')],
                'constraints': [spojka.access.owned.SameHouse(name='ecomaptie_same_house'), models.CheckConstraint(condition=models.Q(('group__in', ['family', 'friends', 'work', 'health', 'services', 'offices', 'other'])), name='ecomaptie_group'), models.CheckConstraint(condition=models.Q(('strength__in', ['strong', 'middle', 'weak'])), name='ecomaptie_strength'), models.CheckConstraint(condition=models.Q(('direction__in', ['to_client', 'from_client', 'both', 'none'])), name='ecomaptie_direction'), models.CheckConstraint(condition=models.Q(models.Q(('x', None), ('y', None)), models.Q(('x__lte', 1000), ('y__lte', 1000)), _connector='OR'), name='ecomaptie_place')],
            },
        ),
    ]
