from django.db import migrations, models


class Migration(migrations.Migration):

    dependencies = [
        ('stock', '0001_first'),
    ]

    operations = [
        migrations.AlterField(
            model_name='count',
            name='quantity',
            field=models.IntegerField(),
        ),
    ]
