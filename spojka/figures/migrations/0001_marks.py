from django.db import migrations, models


class Migration(migrations.Migration):

    initial = True

    dependencies = [
    ]

    operations = [
        migrations.CreateModel(
            name='Mark',
            fields=[
                ('number', models.BigAutoField(primary_key=True, serialize=False)),
                ('service_id', models.UUIDField()),
                ('day', models.DateField(null=True)),
                ('kind', models.CharField(blank=True, max_length=12)),
                ('subject_id', models.UUIDField(null=True)),
                ('xact', models.BigIntegerField(default=0)),
                ('token', models.CharField(max_length=16)),
                ('at', models.DateTimeField()),
            ],
            options={
                'indexes': [models.Index(fields=['service_id', 'number'], name='mark_of_service')],
            },
        ),
    ]
