from django.db import migrations, models


class Migration(migrations.Migration):

    dependencies = [
        ('network', '0003_what_ends'),
    ]

    operations = [
        migrations.AddField(
            model_name='organisation',
            name='hears_warnings',
            field=models.BooleanField(default=False),
        ),
    ]
