from django.db import migrations, models


def fill(apps, schema_editor):
    for place in apps.get_model("places", "Place").objects.order_by("pk"):
        place.formerly, place.name = place.name, place.name.upper()
        place.save()


class Migration(migrations.Migration):
    dependencies = [("places", "0001_first")]
    operations = [
        migrations.AddField("place", "formerly", models.CharField(max_length=120, default="")),
        migrations.RunPython(fill),
    ]
