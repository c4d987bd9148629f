
import django.db.models.deletion
import django.utils.timezone
import spojka.base.ids
from django.db import migrations, models


class Migration(migrations.Migration):

    dependencies = [
        ('links', '0001_links'),
        ('members', '0002_seal_second_steps'),
        ('network', '0003_what_ends'),
    ]

    operations = [
        migrations.CreateModel(
            name='Invitation',
            fields=[
                ('id', models.UUIDField(default=spojka.base.ids.new_id, editable=False, primary_key=True, serialize=False)),
                ('recorded_at', models.DateTimeField(default=django.utils.timezone.now, editable=False)),
                ('email', models.EmailField(max_length=254)),
                ('name', models.CharField(max_length=80)),
                ('role', models.CharField(max_length=30)),
                ('reads_house', models.BooleanField(default=False)),
                ('valid_from', models.DateField()),
                ('valid_to', models.DateField(blank=True, null=True)),
                ('sent_at', models.DateTimeField(blank=True, null=True)),
                ('accepted_at', models.DateTimeField(blank=True, null=True)),
                ('withdrawn_at', models.DateTimeField(blank=True, null=True)),
                ('recorded_by', models.CharField(max_length=60)),
                ('link', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='+', to='links.link')),
                ('membership', models.ForeignKey(blank=True, null=True, on_delete=django.db.models.deletion.PROTECT, related_name='+', to='network.membership')),
                ('organisation', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='+', to='network.organisation')),
                ('services', models.ManyToManyField(related_name='+', to='network.service')),
                ('teams', models.ManyToManyField(related_name='+', to='network.team')),
            ],
            options={
                'abstract': False,
            },
        ),
        migrations.CreateModel(
            name='Standing',
            fields=[
                ('id', models.UUIDField(default=spojka.base.ids.new_id, editable=False, primary_key=True, serialize=False)),
                ('recorded_at', models.DateTimeField(default=django.utils.timezone.now, editable=False)),
                ('role', models.CharField(max_length=30)),
                ('reads_house', models.BooleanField(default=False)),
                ('valid_from', models.DateField()),
                ('valid_to', models.DateField(blank=True, null=True)),
                ('ended_at', models.DateTimeField(blank=True, null=True)),
                ('recorded_by', models.CharField(max_length=60)),
                ('membership', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='standings', to='network.membership')),
                ('services', models.ManyToManyField(related_name='+', to='network.service')),
                ('teams', models.ManyToManyField(related_name='+', to='network.team')),
            ],
            options={
                'abstract': False,
            },
        ),
    ]
