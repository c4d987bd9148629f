"""Streets, houses and other places that a sentence names."""

import re

UP = r"[^\W\d_a-zěščřžýáíéúůďťňóľ]"
WORD = rf"(?:{UP}\.\s)?{UP}\w*(?:-{UP}\w+)?(?:\stříd[aěyu])?"
LINK = r"(?:(?:nad|pod|u|na|v|za|při|Na|U|Pod|Nad|K|Za|V)\s+)?"
COUNTED = r"\s*(?:hod|h\b|osob|lid|x\b|%|Kč|let|dn|ks|m\b)"  # what follows a number of something else
NO_HOUSE = rf"[\d:]|\.\s*[\da-zěščřž]|{COUNTED}"
BEFORE_NUMBER = r"(?:č\.\s?p?\.?\s?|čp\.\s?|dům\s+č\.\s?)?"
NUMBER = rf"(?:\s+{BEFORE_NUMBER}\d{{1,4}}(?:[/-]\d{{1,4}})?[a-dA-D]?(?!{NO_HOUSE}))?"
SHAPED = r"(?:ova|á|í|ého|ská|cká|ých|ích|ové|é|ou|ově)"  # how streets end
STREET_WORD = r"(?:\b[uU]l\.|\b[uU]lic(?:e|i|í|ích|ím|emi)?\b)"
NAME = rf"{LINK}{WORD}(?:\s+(?:{LINK}{UP}[^\W\d_]+|[a-zěščřžýáíéúů]+(?:ho|ch|ů)(?=\s+{UP}|\b)))?"
DATED = r"\d{1,2}\.\s(?:října|dubna|května|listopadu)"  # a street called by a day
AFTER = re.compile(rf"{STREET_WORD}\s*(?P<first>{DATED}{NUMBER}|{LINK}{WORD}(?:\s+{UP}[^\W\d_]+)?{NUMBER})")
MORE = re.compile(rf"\s*(?:,|\ba\b|\bi\b|/|–|-)\s*(?:{STREET_WORD}\s*)?(?P<name>{LINK}{WORD}{NUMBER})")
BEFORE = re.compile(rf"\b(?P<name>{UP}\w+(?:é|í|á|ou|ova|ově|ovy|ovu))\s+(?:ul\.|ulic[ei]|ulicí)(?!\w)")
HOUSE = re.compile(
    rf"(?<![\w.])(?P<name>(?:Na |U |Pod |Nad )?{UP}[^\W\d_]*{SHAPED})\s+"
    rf"(?P<number>{BEFORE_NUMBER}\d{{1,4}}(?:/\d{{1,4}})?[a-d]?)\b(?!{NO_HOUSE})"
)
OTHER = re.compile(
    rf"\b(?P<kind>(?i:náměstí|náměstím|nám\.|park(?:u|em)?|sídlišt[ěi]m?|zastáv(?:ka|ky|ce|ku)|nádraží|podchod(?:u|em)?"
    rf"|lokalit(?:a|y|ě|u)|hřišt[ěi]|tržnic[ei]|ubytovn(?:a|y|ě|u)|nábřeží|most(?:u|ě)?|osad(?:a|y|ě|u)|kolonii?e?))\s+"
    rf"(?P<name>{LINK}{WORD}(?:\s+{UP}[^\W\d_]+|\s+(?:hrdinů|republiky|míru|svobody|nádraží|dům|dvůr|les|háj|vrch))?)",
)
BASIC = {
    "náměstím": "náměstí", "parku": "park", "parkem": "park", "sídlišti": "sídliště", "sídlištěm": "sídliště",
    "zastávky": "zastávka", "zastávce": "zastávka", "zastávku": "zastávka", "podchodu": "podchod",
    "podchodem": "podchod", "lokality": "lokalita", "lokalitě": "lokalita", "lokalitu": "lokalita",
    "hřišti": "hřiště", "tržnici": "tržnice", "ubytovny": "ubytovna", "ubytovně": "ubytovna", "ubytovnu": "ubytovna",
    "mostu": "most", "mostě": "most", "osady": "osada", "osadě": "osada", "osadu": "osada", "kolonii": "kolonie",
}  # fmt: skip
LINKS = {"Na", "U", "Pod", "Nad", "K", "Za", "V", "na", "u", "pod", "nad", "k", "za", "v"}
ANOTHER = re.compile(
    rf"\s*(?:,|\ba\b|\bi\b)\s*(?P<number>\d{{1,4}}(?:/\d{{1,4}})?[a-d]?)\b(?!{NO_HOUSE}|\s*[a-zěščřž]{{3,}}\s+\d)"
)
LOOSE = {"podchod", "most", "lokalita", "hřiště", "ubytovna", "tržnice", "zastávka"}  # a street may follow
NO_STREETS = {"Městská", "Základní", "Mateřská", "Střední", "Státní", "Český", "Česká", "Slezská", "Policejní", "Pátý"}
MONTHLY = re.compile(r"(?:září|Září|Strana|Zápis)\b")

HELD = re.compile(r"(?:Den|Dny|Dnem|Noc|Noci|Večer)\b")  # what is held there is no name: na hřišti Den sousedů


def named(text: str) -> tuple[str, ...]:
    """Return the places of a text as they are named, streets without the word ulice, each once, in their order."""
    found: list[tuple[int, str]] = []
    for match in AFTER.finditer(text):
        found += _houses(match.start(), _street(match["first"]), text, match.end())
        at = match.end()
        plural = re.match(r"ulic(?:e|í|ích|emi)?\b", match[0], re.I) is not None
        while (more := MORE.match(text, at)) and (
            _is_shaped(more["name"]) if not plural else not _is_short(more["name"])
        ):
            found += _houses(more.start("name"), _street(more["name"]), text, more.end())
            at = more.end()
    found += [(match.start(), _first_case(match["name"])) for match in BEFORE.finditer(text)]
    for match in HOUSE.finditer(text):
        if match["name"] not in NO_STREETS and not MONTHLY.match(match["name"]):
            found += _houses(match.start(), _first_case(_street(match[0]), True), text, match.end())
    for match in OTHER.finditer(text):
        if (match["name"][0].isupper() or " " in match["name"]) and not HELD.match(match["name"]):
            kind = BASIC.get(match["kind"].lower(), match["kind"].lower())
            is_street = kind in LOOSE and match["name"].split(" ")[0] in LINKS
            name = _first_case(match["name"], match["name"][0].islower()) if is_street else f"{kind} {match['name']}"
            if not _is_short(match["name"]):
                found.append((match.start(), name.rstrip(" .,")))
    return _once([name for _at, name in sorted(found)])


def again(text: str, found: tuple[str, ...], streets: set[str]) -> tuple[str, ...]:
    """Return the places of a text with the streets, named in other items, that it names without the word ulice."""
    more = [
        street
        for street in sorted(streets)
        if not any(re.search(rf"(?<!\w){re.escape(street)}(?!\w)", one) for one in found)
        and re.search(rf"\b(?:na|v|ve|z|ze|u|do|od|po|k|ke)\s+{re.escape(street)}(?!\w)", text, re.I)
    ]
    return (*found, *more)


def street(place: str) -> str:
    """Return a place without its house."""
    return re.sub(r"\s+\d+(?:[/-]\d+)?[a-d]?$", "", place)


def _houses(at: int, street: str, text: str, end: int) -> list[tuple[int, str]]:
    """Return a street with its house, and with more houses that follow: Slévačská 14 a 16."""
    found = [(at, street)]
    while street[-1:].isdigit() and (more := ANOTHER.match(text, end)):
        found.append((at, f"{street.rpartition(' ')[0]} {more['number']}"))
        end = more.end()
    return found


def _street(name: str) -> str:
    name = re.sub(r"\s+", " ", re.sub(r"\b(?:č\.\s?p\.|čp\.|č\.|dům č\.)\s*", "", name)).strip(" .,")
    return _first_case(name, False)


def _first_case(name: str, is_loose: bool = False) -> str:
    """Return a street in its first case: Trnkové 8; a loose one may have a preposition: Na Božkově 12."""
    first, _space, rest = name.partition(" ")
    if first in LINKS and not is_loose:
        return name
    if first in LINKS:
        word, _space, more = rest.partition(" ")
        if not re.search(r"(?:ově|é|ou)$", word):
            return name
        first, rest = word, more
    first = re.sub(r"ov[ěyu]$", "ova", re.sub(r"(?<=[kndtlvrmspbhzžščř])(?:é|ou)$", "á", first))
    return f"{first} {rest}".strip()


def _is_shaped(name: str) -> bool:
    first = name.split(" ")[0]
    return bool(re.search(rf"{SHAPED}$", first)) and first not in NO_STREETS


def _is_short(name: str) -> bool:
    return sum(letter.isupper() for letter in name.split(" ")[0]) > 1


def _once(places: list[str]) -> tuple[str, ...]:
    """Return each place once; a street that is named with its house too stands only with it."""
    each = list(dict.fromkeys(places))
    return tuple(one for one in each if not any(other.startswith(one + " ") for other in each))
