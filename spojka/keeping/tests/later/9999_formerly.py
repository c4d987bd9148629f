from pkgutil import iter_modules

from django.db import migrations, models

from spojka.places import migrations as todays

LAST = max(found.name for found in iter_modules(todays.__path__))


def fill(apps, schema_editor):
    for place in apps.get_model("places", "Place").objects.order_by("pk"):
        place.formerly, place.name = place.name, place.name.upper()
        place.save()


class Migration(migrations.Migration):
    dependencies = [("places", LAST)]
    operations = [
        migrations.AddField("place", "formerly", models.CharField(max_length=120, default="")),
        migrations.RunPython(fill),
    ]
