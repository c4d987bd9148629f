
import django.db.models.deletion
import django.utils.timezone
import spojka.access.permissions
import spojka.base.ids
from django.db import migrations, models


class Migration(migrations.Migration):

    initial = True

    dependencies = [
        ('network', '0001_first'),
    ]

    operations = [
        migrations.CreateModel(
            name='Grant',
            fields=[
                ('id', models.UUIDField(default=spojka.base.ids.new_id, editable=False, primary_key=True, serialize=False)),
                ('recorded_at', models.DateTimeField(default=django.utils.timezone.now, editable=False)),
                ('subject_id', models.UUIDField(db_index=True)),
                ('grantee_id', models.UUIDField(db_index=True)),
                ('kinds', models.PositiveSmallIntegerField()),
                ('level', models.PositiveSmallIntegerField(default=spojka.access.permissions.Level['READ'])),
                ('basis', models.CharField(choices=[('consent', "client's consent"), ('duty', 'legal duty'), ('danger', 'danger to life'), ('participation', 'participation in shared work'), ('own_look', "client's look into their own record")], max_length=20)),
                ('starts_at', models.DateTimeField()),
                ('ends_at', models.DateTimeField(blank=True, null=True)),
                ('holder', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='+', to='network.service')),
            ],
            options={
                'constraints': [models.CheckConstraint(condition=models.Q(('kinds__gte', 1), ('kinds__lte', 127)), name='grant_opens_known_kinds'), models.CheckConstraint(condition=models.Q(('level__in', [spojka.access.permissions.Level['READ'], spojka.access.permissions.Level['CONTRIBUTE']])), name='grant_level'), models.CheckConstraint(condition=models.Q(('basis__in', ['consent', 'duty', 'danger', 'participation', 'own_look'])), name='grant_basis')],
            },
        ),
    ]
