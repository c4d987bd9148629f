"""Labels, sections and verbs of Czech minutes, as pieces of patterns; capitals don't matter."""

from ..shape import Kind

MONTHS = {
    form: number
    for number, forms in enumerate(
        [
            "leden ledna lednu", "únor února únoru", "březen března březnu", "duben dubna dubnu",
            "květen května květnu", "červen června červnu", "červenec července červenci", "srpen srpna srpnu",
            "září", "říjen října říjnu", "listopad listopadu", "prosinec prosince prosinci",
        ],
        1,
    )
    for form in forms.split()
}  # fmt: skip
MONTH = "|".join(sorted(MONTHS, key=len, reverse=True))
UNITS = ["prvního", "druhého", "třetího", "čtvrtého", "pátého", "šestého", "sedmého", "osmého", "devátého"]
TEENS = [f"{word}náctého" for word in ("jede", "dva", "tři", "čtr", "pat", "šest", "sedm", "osm", "devate")]
SPELT = {word: number for number, word in enumerate([*UNITS, "desátého", *TEENS], 1)}  # days of a month in words
SPELT |= {f"{tens} {word}".strip(): number + at for tens, number in (("dvacátého", 20), ("třicátého", 30))
          for at, word in enumerate(["", *UNITS]) if number + at < 32}  # fmt: skip
WEEKDAYS = {"po": 0, "út": 1, "st": 2, "čt": 3, "pá": 4, "so": 5, "ne": 6}  # by the first two letters
WEEKDAY = (
    r"pondělí|úter(?:ý|ka)|střed(?:a|u|y)|čtvrt(?:ek|ka)|pát(?:ek|ku)|sobot(?:a|u|y)|neděl(?:e|i)"
    r"|(?:po|út|st|čt|pá|so|ne)(?=[.\s,]\s*\d)"
)
MEETING = (
    r"buň\w+|setkán\w+|schůz\w+|jednán\w+|zasedán\w+|porad\w+|skupin\w+|komis\w+|stol\w*|sezen\w+|platform\w+"
    r"|PB\b|PS\b"
)

FIELDS = {  # what stands in the head or at the end of minutes, before a colon
    "date": r"datum(?:\s+konání|\s*(?:a|,|/)\s*(?:čas|hodina))?|dne|kdy|(?:sešli|setkali)\s+jsme\s+se"
    r"|termín\s+(?:konání|schůzky|setkání|buňky|jednání)",
    "place": r"místo(?:\s+(?:konání|setkání|jednání|schůzky))?|kde",
    "both": r"(?:datum|termín|čas|kdy)\s*(?:,|a|/)\s*(?:místo|kde)(?:\s+\w+)?"
    r"|(?:místo|kde)\s*(?:,|a|/)\s*(?:datum|čas|termín|kdy)(?:\s+\w+)?",
    "hour": r"čas(?:\s+konání)?|začátek|zahájení|konec|ukončení|od\s+kdy",
    "present": r"jmenovitě|(?:dále\s+)?přítomn(?:i|í|y|a|á|é|o)"
    r"(?:\s+(?:členové|za\s+organizace|na\s+jednání|osoby|byl\w*|jsou))?"
    r"|byli\s+jsme|účastníci(?:\s+\w+)?|účast|prezence|prezenční\s+listina|zúčastnili\s+se|zúčastněn[íéi]|přítomnost",
    "guests": r"host(?:é|i)?|přizvan[íáýi]",
    "absent": r"(?:ne)?omluven(?:i|í|a|y|á|ý)?|nepřítomn(?:i|í|a|y|á|ý)|chyběl[iay]?|absence",
    "writer": r"zapsal(?:a|/a|\(a\)|\s*/\s*a|i|y)?(?:\s+a\s+(?:zpracoval|rozeslal)\w*)?|zapisovatel(?:ka|/ka|\(ka\))?"
    r"|zápis(?=\s*:)|zápis\s+(?:provedl|vyhotovil|pořídil|zpracoval|vypracoval|sepsal|napsal)(?:a|/a|\(a\))?"
    r"|(?:vyhotovil|zpracoval|sepsal|vypracoval|pořídil)(?:a|/a|\(a\))?(?:\s+zápis)?|zapsáno",
    "next": rf"(?:termín|datum|datum\s+a\s+místo|místo\s+a\s+termín|termín\s+a\s+místo)\s+(?:konání\s+)?"
    rf"(?:dalš\w+|příšt\w+|následujíc\w+|nejbližš\w+)\s+(?:\w+\s+)?(?:{MEETING})"
    rf"|(?:dalš\w+|příšt\w+|následujíc\w+|nejbližš\w+)\s+(?:policejn\w+\s+|pracovn\w+\s+|termín\w*\s+)?(?:{MEETING})"
    r"|(?:další|příští|následující|nejbližší)\s+termín|termín\s+příště|příště",
    "group": r"skupina|název\s+skupiny|(?:policejní\s+)?buňka|věc|předmět",
    "other": r"rozdělovník|za\s+správnost|schváleno|ověřil(?:a|i)?(?:\s+zápis)?|ověřovatel(?:ka|é)?"
    r"|schválil(?:a|i)?|řídil(?:a)?|předsedající"
    r"|moderoval(?:a)?|vedl(?:a)?|přílohy?|obdrží|na\s+vědomí|počet\s+(?:přítomných|listů|stran)|č\.?\s*j\.?"
    r"|čj\.?|spis(?:ová\s+značka)?|program(?:\s+jednání)?|podpis",
}  # fmt: skip

PLACE_NOUNS = {
    "místnost", "klub", "budova", "služebna", "škola", "centrum", "sál", "kancelář", "úřad", "dům", "knihovna",
    "tělocvična", "restaurace", "stanice", "středisko", "komunitní", "radnice", "poradna",
}  # fmt: skip
PLACE_CASES = {
    "místnosti": "místnost", "klubu": "klub", "klubovně": "klubovna", "budově": "budova", "služebně": "služebna",
    "škole": "škola", "centru": "centrum", "sále": "sál", "kanceláři": "kancelář", "úřadu": "úřad", "domě": "dům",
    "knihovně": "knihovna", "tělocvičně": "tělocvična", "restauraci": "restaurace", "stanici": "stanice",
    "středisku": "středisko", "radnici": "radnice", "poradně": "poradna",
    "kulturním": "kulturní", "komunitním": "komunitní",
    "obřadní": "obřadní", "malém": "malý", "velkém": "velký", "nízkoprahovém": "nízkoprahový",
    "obvodním": "obvodní", "základní": "základní",
}  # fmt: skip

TABLE = {  # how columns of a table of tasks are headed
    "task": r"úkol\w*|(?:popis|znění|text)\s+úkolu|co",
    "who": r"kdo|odpovídá|zodpovídá|odpovědn\w+(?:\s+osoba)?|zodpovědn\w+(?:\s+osoba)?|řeší|nositel|zajistí|garant",
    "when": r"termín(?:\s+(?:splnění|plnění|do))?|do\s+kdy|kdy",
    "state": r"stav(?:\s+(?:plnění|řešení))?|plnění|splněno|poznámk[ay]|výsledek",
}
NAMED_ONLY = r"upozornění|upřesnění|vysvětlení|informace|info"  # labels only when they say whose
LABELS = (  # before an item; the longest first
    (
        Kind.STATEMENT,
        r"vyjádření|vyj\.|stanovisko|komentář|reakce|připomínka|doplnění|sdělení|poznámka|pozn\."
        r"|upozornění|upřesnění|vysvětlení|informace|info",
    ),
    (Kind.QUESTION, r"dotazy?|otázk[ay]"),
    (Kind.ANSWER, r"odpověď|odpovědi|odp\."),
    (Kind.TASK, r"úkoly?(?!\s+splněn)|zadání|uloženo|ukládá\s+se"),
    (Kind.EVENT, r"oznámení|pozvánk[ay]|akce|pozvání|upozornění\s+na\s+akci"),
    (Kind.THANKS, r"poděkování|díky|pochvala"),
)
BEFORE_LABEL = r"(?:(?:následn|doplňujíc|dalš|nov|společn|trvajíc|opakovan|písemn|ústn)\w+\s+|trvá\s+)?"

SECTIONS = (  # headings that are no organisation
    r"různé|ostatní|diskus[ek]\w*|diskuze|závěr|úvod|program(?:\s+jednání)?|obecn\w+|aktuality"
    r"|(?:kontrola|plnění|stav|přehled)\s+(?:\w+\s+)*(?:úkolů|zápisu|usnesení)(?:\s+.{0,40})?"
    r"|úkoly(?:\s+z\s+.{1,40}|\s+do\s+.{1,40})?|informace\s+(?:členů|z\s+organizací|účastníků)|průběh(?:\s+\w+)?"
    r"|oznámení|pozvánky|akce|poděkování|ad\s+\d+[.)]?|body\s+jednání|jednání|projednáno|aktuální\s+situace|zápis|obsah"
)

DOES = (  # what somebody promises: done once, in time to come
    r"zjistí|prověří|ověří|navštíví|zajistí|osloví|pošl(?:e|ou)|zašl(?:e|ou)|rozešl(?:e|ou)|projedná|předá|předají"
    r"|připraví|pozv(?:e|ou)|zkontroluj[eí]|vyzv(?:e|ou)|upozorní|proved(?:e|ou)|doplní|vyřeší|odstraní|uklidí"
    r"|domluví|dohodn(?:e|ou)|dodá|dodají|kontaktuj[eí]|požádá|požádají|oznámí|zorganizuj[eí]|vytipuj[eí]|zmapuj[eí]"
    r"|nechá|vyrozumí|posílí|zvýší|zaměří|podá|podají|sdělí|předloží|nahlásí|ohlásí|vyčistí|opraví|obnoví|vyvěsí"
    r"|postará|přines(?:e|ou)|vyhodnotí|seznámí|prošetří|obejd(?:e|ou)|projd(?:e|ou)|osadí|umístí|svolá|svolají"
    r"|napíš(?:e|ou)|zavolá|zařídí|pohlídá|dohlédn(?:e|ou)|vyžádá|zpracuj[eí]|sepíš(?:e|ou)|vypracuj[eí]|zveřejní"
    r"|rozdá|rozdají|doručí|přeposl(?:e|ou)|přepošl(?:e|ou)|objedná|objednají|naplánuj[eí]|přijd(?:e|ou)|vezm(?:e|ou)"
    r"|dá\s+vědět|dají\s+vědět|vstoupí|zapojí|nabídn(?:e|ou)|přizv(?:e|ou)|prohlédn(?:e|ou)|sejd(?:e|ou)|zaved(?:e|ou)"
    r"|vyklidí|posekaj[íe]?|poseká|pokácí|odvez(?:e|ou)|přistaví|instaluj[eí]|vymění|zabezpečí|zamkn(?:e|ou)"
    r"|bud(?:e|ou)|má\s+za\s+úkol|mají\s+za\s+úkol|probere|proberou|pokusí|zúčastní|doprovodí|aktualizuj[eí]"
    r"|informuj[eí](?=[^.]*\bdo\s+příšt)|uspořádá(?=[^.]*\bdo\b)|vytvoří|vyrobí|vytiskn(?:e|ou)|spojí|vyhledá|doloží"
    r"|poptá|vyjádří|přizpůsobí|pověří|odešl(?:e|ou)|dozví|ohlídá|řekn(?:e|ou)|dohlédn(?:e|ou)|vyvolá|shromáždí|uvolní|zřídí|vyznačí|odtáhn(?:e|ou)|natř(?:e|ou)|ořež(?:e|ou)|nasvítí"
)
DO = (  # the same as an order, without a subject
    r"zjistit|prověřit|ověřit|navštívit|zajistit|oslovit|poslat|zaslat|rozeslat|projednat|předat|připravit|pozvat"
    r"|zkontrolovat|vyzvat|upozornit|provést|doplnit|vyřešit|odstranit|uklidit|domluvit|dodat|kontaktovat|požádat"
    r"|oznámit|zvýšit|zaměřit|sdělit|předložit|nahlásit|opravit|vyvěsit|vyhodnotit|prošetřit|svolat|zpracovat|přizvat"
    r"|vyžádat|zmapovat|vytipovat|naplánovat|objednat|přinést|informovat"
)
SAYS = (
    r"uvádí|uvedl[aoiy]?|sděluj[eí]|sdělil[aoiy]?|informuj[eí]|informoval[aoiy]?|konstatuj[eí]|konstatoval[aoiy]?"
    r"|doplňuj[eí]|doplnil[aoiy]?|reaguj[eí]|reagoval[aoiy]?|upozorňuj[eí]|upozornil[aoiy]?|vyjadřuj[eí]"
    r"|vyjádřil[aoiy]?|potvrzuj[eí]|potvrdil[aoiy]?|odpověděl[aoiy]?|odpovídá|říká|řekl[aoiy]?|namítá|dodává"
    r"|vysvětluj[eí]|vysvětlil[aoiy]?|nabízí|navrhuj[eí]|navrhl[aoiy]?|souhlasí|ví\b|eviduj[eí]|nemá|nemají"
)
ASKS = r"(?:se\s+)?(?:dotazuj[eí]|ptá|ptají|zeptal[aoiy]?|dotázal[aoiy]?)(?:\s+se)?|(?:má|vznes\w+)\s+dotaz"
THANKS = r"děkuj[eí](?:me)?|poděkoval[aoiy]?|oceňuj[eí]|ocenil[aoiy]?"
HAPPENS = (
    r"zve(?:me)?\b|zvou\b|pořádá|pořádají|uspořádá|koná|konat|uskuteční|proběhne|proběhnou|připravuj[eí]|chystá|plánuj[eí]"
    r"|pozvánka|pozvání|srdečně|začíná|zahajuj[eí]|otevírá|den\s+otevřených"
)
ASKED_FOR = (
    r"z|zod|odpovídá|zodpovídá|zodp\.|odp\.\s*osoba|řeší|zajistí|vyřizuje|kdo"  # before a colon: who has to do it
)
