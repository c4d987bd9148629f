"""Organisations and people as minutes write them."""

# Every row is one organisation: first the short form that is used when the minutes have none of their own.
KNOWN: tuple[tuple[str, ...], ...] = (
    ("PČR", "Policie ČR", "Policie České republiky", "P ČR", "státní policie", "OOP", "OO PČR", "obvodní oddělení PČR",
     "obvodní oddělení Policie ČR", "obvodní oddělení policie", "policie"),
    ("MP", "Městská policie", "městští strážníci", "strážníci", "strážníci MP"),
    ("ÚMOb", "Úřad městského obvodu", "úřad MOb", "úřad obvodu", "ÚMO", "MOb", "městský obvod", "obvod",
     "obvodní úřad", "ÚMČ", "úřad městské části", "městská část", "úřad"),
    ("MMO", "Magistrát města Ostravy", "magistrát", "magistrát města"),
    ("MÚ", "MěÚ", "městský úřad"),
    ("PR", "Pomocná ruka", "tým PR", "tým Pomocná ruka", "tým pomocné ruky"),
    ("OSPOD", "orgán sociálně-právní ochrany dětí", "sociálně-právní ochrana dětí"),
    ("ÚP", "úřad práce", "ÚP ČR", "Úřad práce ČR"),
    ("PMS", "Probační a mediační služba", "probační služba"),
    ("KHS", "krajská hygienická stanice", "hygiena", "hygienická stanice"),
    ("HZS", "hasiči", "Hasičský záchranný sbor"),
    ("ZZS", "záchranná služba", "záchranka", "Zdravotnická záchranná služba"),
    ("ČČK", "Český červený kříž"),
    ("DPO", "dopravní podnik"),
    ("NZDM", "nízkoprahové zařízení", "nízkoprahový klub", "nízkoprahové zařízení pro děti a mládež"),
    ("ZŠ", "základní škola", "škola"),
    ("MŠ", "mateřská škola"),
    ("APK", "asistenti prevence kriminality", "asistent prevence kriminality"),
    ("AS", "Armáda spásy"),
    ("OÚ", "obecní úřad", "obec"),
)  # fmt: skip

# An organisation's name may begin with these, and then goes on over words with capitals.
HEADS = [
    "NZDM", "ZŠ", "MŠ", "SŠ", "SOU", "SOŠ", "DDM", "SVČ", "DD", "AD", "TP", "SAS", "OO", "OOP", "ÚMOb", "ÚMO", "MÚ",
    "MěÚ", "OÚ", "KÚ", "ÚMČ", "ÚMOB", "MVČR", "SVL", "APK", "OSPOD", "charita", "klub", "centrum", "středisko",
    "sdružení", "společnost", "spolek", "nadace", "odbor", "oddělení", "armáda", "azylový", "noclehárna", "terénní",
    "k-centrum", "kontaktní", "dům", "škola", "školka", "základní", "mateřská", "střední", "nízkoprahové",
    "nízkoprahový", "komunitní", "občanské", "úřad", "magistrát", "městská", "policie", "obvodní", "krajský",
    "krajská", "krajské", "státní", "bytový", "bytová", "bytové", "realitní", "správa", "tým", "poradna", "diecézní",
    "farní", "český", "česká", "slezská", "dopravní", "nemocnice", "ústav", "obec", "město", "asistenti", "hasičský",
    "probační", "liga", "hnutí", "svj", "družstvo", "sbor", "církev", "zastupitelstvo", "rada", "výbor", "komise",
    "program", "programy", "stanice",
]  # fmt: skip
LEGAL = r"(?:o\.\s?s\.|z\.\s?s\.|z\.\s?ú\.|o\.\s?p\.\s?s\.|s\.\s?r\.\s?o\.|a\.\s?s\.|p\.\s?o\.|ops\b)"

TITLES = (
    r"(?<!\w)(?:(?:Mgr|Bc|Ing|JUDr|MUDr|PhDr|PaedDr|RNDr|MgA|prof|doc|Dr|npor|por|ppor|kpt|mjr|pplk|plk|prap|pprap"
    r"|nprap|nstržm|stržm|pstržm|str|vrch|insp|vrchní|komisař|inspektor|strážník|strážnice|okrskář|asp|pp|p|pí|sl|arch)\.?"
    r"(?:\s*et\s+)?|[pP]an|[pP]aní|[pP]ana|[pP]anu|[pP]anem|[sS]lečna|bratr|sestra)(?=[\s.]|$)"
)
DEGREES = r",?\s*(?:DiS|Ph\.?\s?D|MBA|LL\.?M|CSc|MSc|MPA|BBA|MHA)\b\.?"
POSTS = (
    r"vedoucí|ředitel|ředitelka|zástupce|zástupkyně|terénní\s+(?:pracovník|pracovnice)|pracovník|pracovnice|koordinátor\w*"
    r"|sociální\s+(?:pracovník|pracovnice)|manažer\w*|preventist\w+|velitel\w*|starost\w+|místostarost\w+|předsed\w+"
    r"|tajemni\w+|metodi\w+|okrskář\w*|strážní\w+|policist\w+|výchovn\w+\s+porad\w+|učitel\w*|asistent\w*|kurátor\w*"
    r"|domovník|zapisovatel\w*|předsedající|moderátor\w*|host|omluven\w*|stážist\w+|kontaktní\s+pracovn\w+"
)
NO_PEOPLE = [
    "informace", "zpráva", "poděkování", "upozornění", "oznámení", "pozvánka", "kontrola", "různé", "úvod", "závěr",
    "příspěvek", "sdělení", "body", "aktuality", "ulice", "náměstí", "park", "sídliště", "zastávka", "nádraží",
    "strana", "zápis", "dotaz", "úkol", "vyjádření", "odpověď", "termín", "místo", "datum", "program", "různé",
    "podpis", "jméno", "organizace", "příjmení", "telefon", "email", "instituce", "funkce",
]  # fmt: skip
COLUMNS = (
    r"(?:p\.?\s?č\.?|č\.|poř\.|jméno|příjmení|jméno a příjmení|organizace|instituce|podpis|funkce|telefon|e-?mail|za)"
)
FIRST_NAMES = {
    "jan", "petr", "pavel", "josef", "martin", "tomáš", "jaroslav", "jiří", "miroslav", "zdeněk", "václav", "michal",
    "františek", "jakub", "milan", "karel", "lukáš", "david", "vladimír", "ladislav", "ondřej", "roman", "stanislav",
    "marek", "radek", "daniel", "antonín", "vojtěch", "filip", "adam", "dominik", "matěj", "miloš", "libor", "aleš",
    "ivan", "robert", "igor", "kamil", "radim", "patrik", "viktor", "luboš", "dušan", "oldřich", "rudolf", "bohumil",
    "hynek", "štěpán", "leoš", "marie", "jana", "eva", "hana", "anna", "věra", "lenka", "alena", "kateřina", "petra",
    "lucie", "jaroslava", "ludmila", "helena", "martina", "jitka", "veronika", "michaela", "monika", "zuzana",
    "jarmila", "ivana", "barbora", "tereza", "markéta", "dana", "božena", "irena", "simona", "šárka", "iveta",
    "renata", "pavla", "zdeňka", "marcela", "vendula", "kristýna", "adéla", "nikola", "natálie", "eliška", "klára",
    "gabriela", "denisa", "dagmar", "blanka", "romana", "olga", "andrea", "soňa", "radka", "milada", "žaneta", "linda",
    "tamara", "nela", "ema", "alžběta", "iva", "ilona", "daniela", "magdaléna", "karolína",
}  # fmt: skip
