from django.db import migrations

# Statutory cities: no other municipality is called so. Frozen here: the list of territory may change after this.
CITIES = {
    "Praha": ("554782", "1000", "CZ010"),
    "Brno": ("582786", "6203", "CZ064"),
    "Ostrava": ("554821", "8119", "CZ080"),
    "Plzeň": ("554791", "3209", "CZ032"),
    "Liberec": ("563889", "5105", "CZ051"),
    "Olomouc": ("500496", "7107", "CZ071"),
    "České Budějovice": ("544256", "3102", "CZ031"),
    "Hradec Králové": ("569810", "5205", "CZ052"),
    "Ústí nad Labem": ("554804", "4214", "CZ042"),
    "Pardubice": ("555134", "5309", "CZ053"),
    "Zlín": ("585068", "7213", "CZ072"),
    "Havířov": ("555088", "8108", "CZ080"),
    "Opava": ("505927", "8117", "CZ080"),
    "Frýdek-Místek": ("598003", "8106", "CZ080"),
    "Karviná": ("598917", "8111", "CZ080"),
    "Jihlava": ("586846", "6105", "CZ063"),
    "Teplice": ("567442", "4213", "CZ042"),
    "Chomutov": ("562971", "4203", "CZ042"),
    "Děčín": ("562335", "4202", "CZ042"),
    "Karlovy Vary": ("554961", "4103", "CZ041"),
    "Jablonec nad Nisou": ("563510", "5103", "CZ051"),
    "Mladá Boleslav": ("535419", "2115", "CZ020"),
    "Prostějov": ("589250", "7108", "CZ071"),
    "Přerov": ("511382", "7109", "CZ071"),
    "Třinec": ("598810", "8121", "CZ080"),
    "Most": ("567027", "4209", "CZ042"),
}


def match(apps, schema_editor):
    """Give places of cities their codes; whoever looks after the others sees that they lie nowhere yet.

    Names of smaller municipalities repeat, so they are not guessed. It can't be undone, and need not be: the codes are
    new.
    """
    Place = apps.get_model("places", "Place")
    for name, (municipality, orp, region) in CITIES.items():
        Place.objects.filter(municipality__iexact=name, municipality_code="").update(
            municipality_code=municipality, orp_code=orp, region_code=region
        )


class Migration(migrations.Migration):

    dependencies = [
        ('places', '0004_mark_changes'),
    ]

    operations = [migrations.RunPython(match, migrations.RunPython.noop)]
