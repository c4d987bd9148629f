from django.db import migrations


class Migration(migrations.Migration):

    dependencies = [
        ('counter', '0002_hand_notes_over'),
    ]

    operations = [migrations.DeleteModel(name='CounterNote')]
