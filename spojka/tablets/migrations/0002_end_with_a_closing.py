from django.db import migrations, models


class Migration(migrations.Migration):

    dependencies = [
        ('tablets', '0001_first'),
    ]

    operations = [
        migrations.AlterField(
            model_name='tablet',
            name='ended_why',
            field=models.CharField(blank=True, choices=[('ended', 'Somebody of the crew ended it.'), ('guessed', 'There were ten wrong PINs in a row, so it was ended for safety.'), ('closed', 'The shift is closed.'), ('reopened', 'The shift was closed and is open again; a tablet must be shared anew.'), ('late', 'The time of the shift is over.')], max_length=10),
        ),
    ]
