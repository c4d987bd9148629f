import django.db.models.deletion
import django.utils.timezone
import spojka.access.owned
import spojka.base.ids
import spojka.figures.marking
from django.db import migrations, models


class Migration(migrations.Migration):

    dependencies = [
        ('encounters', '0014_list_some_services'),
        ('network', '0004_hear_warnings'),
    ]

    operations = [
        migrations.CreateModel(
            name='TakenBack',
            fields=[
                ('id', models.UUIDField(default=spojka.base.ids.new_id, editable=False, primary_key=True, serialize=False)),
                ('recorded_at', models.DateTimeField(default=django.utils.timezone.now, editable=False)),
                ('code', models.CharField(max_length=30)),
                ('quantity', models.PositiveSmallIntegerField()),
                ('is_estimated', models.BooleanField(default=False)),
                ('source', models.CharField(choices=[('own', 'their own'), ('others', 'brought for others'), ('found', 'found')], default='own', max_length=10)),
                ('encounter', models.ForeignKey(on_delete=django.db.models.deletion.CASCADE, related_name='taken', to='encounters.encounter')),
                ('organisation', models.ForeignKey(db_index=False, on_delete=django.db.models.deletion.PROTECT, related_name='+', to='network.organisation')),
                ('service', models.ForeignKey(db_index=False, on_delete=django.db.models.deletion.PROTECT, related_name='+', to='network.service')),
                ('team', models.ForeignKey(blank=True, db_index=False, null=True, on_delete=django.db.models.deletion.PROTECT, related_name='+', to='network.team')),
            ],
            options={
                'abstract': False,
                'constraints': [
                    spojka.access.owned.SameHouse(name='takenback_same_house'),
                    spojka.figures.marking.Marked(day='', kind='encounter', name='takenback_marked', of=(), subject='encounter_id'),
                    models.CheckConstraint(condition=models.Q(('source__in', ['own', 'others', 'found'])), name='takenback_source'),
                    models.CheckConstraint(condition=models.Q(('quantity__gte', 1), ('quantity__lte', 5000)), name='takenback_quantity', violation_error_message='Write 1 to 5,000 pieces.'),
                    models.UniqueConstraint(fields=('encounter', 'code', 'source'), name='takenback_once'),
                ],
            },
        ),
        migrations.AddField(
            model_name='handout',
            name='others',
            field=models.PositiveSmallIntegerField(default=0),
        ),
        migrations.AddConstraint(
            model_name='handout',
            constraint=models.CheckConstraint(condition=models.Q(('others__lte', models.F('quantity'))), name='handout_others', violation_error_message="For others can't be more than was given out."),
        ),
    ]
