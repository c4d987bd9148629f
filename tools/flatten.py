"""One small stylesheet for the field pages: the needed rules of Tabler and our own parts, in layer order.

A phone at a stand loads this single file instead of the whole of Tabler. The same input always gives the same bytes.
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass, field

ORDER = "@layer tabler,tokens,parts;"
ATOMIC = ("@font-face", "@keyframes", "@property", "@page")
STRING = r"""(?:"(?:\\.|[^"\\])*"|'(?:\\.|[^'\\])*')"""
CLASS = re.compile(r"\.([A-Za-z_][\w-]*)")
USED = re.compile(r"var\(\s*(--[\w-]+)")


@dataclass
class Rule:
    """A rule of CSS: what stands before the brace, and either its declarations or the rules inside."""

    head: str
    declarations: list[str] = field(default_factory=list)
    rules: list["Rule"] = field(default_factory=list)

    def text(self) -> str:
        """Return the rule as CSS without needless space."""
        inside = ";".join(self.declarations) + "".join(rule.text() for rule in self.rules)
        return f"{self.head}{{{inside}}}" if inside else ""


def squeeze(css: str) -> str:
    """Return the CSS without comments and needless space; strings stay as they are."""
    kept: list[str] = []

    def keep(match: re.Match[str]) -> str:
        kept.append(match[0])
        return f"\x00{len(kept) - 1}\x00"

    css = re.sub(rf"{STRING}|/\*.*?\*/", lambda m: "" if m[0].startswith("/*") else keep(m), css, flags=re.S)
    css = re.sub(r"\s+", " ", css)
    css = re.sub(r" ?([{};,>~]) ?", r"\1", css)
    css = re.sub(r"([;{][\w-]+|^[\w-]+) ?: ?", r"\1:", css)
    return re.sub(r"\x00(\d+)\x00", lambda m: kept[int(m[1])], css).strip()


def pieces(css: str) -> Iterator[tuple[str, str | None]]:
    """Cut squeezed CSS into (head, body) of each block and (statement, None) of each statement."""
    start = at = 0
    while at < len(css):
        if css[at] in "\"'":
            at = re.compile(STRING).match(css, at).end()  # type: ignore[union-attr]
        elif css[at] == "(":
            at = closing(css, at, "()")
        elif css[at] == "{":
            end = closing(css, at, "{}")
            yield css[start:at].strip(), css[at + 1 : end - 1]
            start = at = end
        elif css[at] == ";":
            yield css[start:at].strip(), None
            start = at = at + 1
        else:
            at += 1
    yield css[start:].strip(), None


def closing(css: str, at: int, pair: str) -> int:
    """Return the place just behind the bracket that closes the one at `at`."""
    depth = 0
    for match in re.compile(rf"{STRING}|[{re.escape(pair)}]").finditer(css, at):
        depth += {pair[0]: 1, pair[1]: -1}.get(match[0], 0)
        if not depth:
            return match.end()
    raise ValueError(f"Nothing closes the bracket in {css[at : at + 60]!r}")


def parse(css: str) -> list[Rule]:
    """Read CSS as rules; statements such as imports and the character set are left out."""
    rules: list[Rule] = []
    for head, body in pieces(squeeze(css)):
        if body is None:
            continue
        if head.startswith("@keyframes") or (head.startswith("@") and not head.startswith(ATOMIC)):
            rules.append(Rule(head, rules=parse(body)))
        else:
            rules.append(Rule(head, declarations=[head for head, body in pieces(body) if head and body is None]))
    return rules


def select(rules: list[Rule], classes: set[str], elements: set[str]) -> list[Rule]:
    """Keep the rules that can match a page which uses only these classes and elements."""
    kept = []
    for rule in rules:
        if rule.head.startswith("@media"):
            inside = select(rule.rules, classes, elements)
            if inside and "print" not in rule.head:
                kept.append(Rule(rule.head, rules=inside))
        elif not rule.head.startswith("@"):
            heads = [head for head in split(rule.head) if wanted(head, classes, elements)]
            if heads:
                kept.append(Rule(",".join(heads), declarations=rule.declarations))
    return kept


def split(selectors: str) -> list[str]:
    """Split a list of selectors at its outer commas."""
    return re.split(r",(?![^()]*\))", selectors)


def wanted(selector: str, classes: set[str], elements: set[str]) -> bool:
    """Say whether the selector names nothing outside the given classes and elements."""
    bare = re.sub(r"::?[\w-]+(\([^()]*\))?|\[[^\]]*\]", "", selector)
    if re.search(r"::-(webkit|moz)-(?!placeholder)|data-bs-theme=dark", selector):
        return False
    names = set(re.findall(r"(?:^|[\s>+~])([a-z]\w*)", bare))
    general = "*" in bare or selector in ("::before", "::after", ":root")
    return set(CLASS.findall(selector)) <= classes and names <= elements and (general or bool(bare))


def prune(rules: list[Rule], prefix: str) -> list[Rule]:
    """Drop custom properties of this prefix that nothing reads, until none is left."""
    while True:
        read = {name for rule in walk(rules) for text in rule.declarations for name in USED.findall(text)}
        idle = [
            (rule, text)
            for rule in walk(rules)
            for text in rule.declarations
            if text.startswith(prefix) and text.split(":", 1)[0] not in read
        ]
        if not idle:
            return rules
        for rule, text in idle:
            rule.declarations.remove(text)


def walk(rules: list[Rule]) -> Iterator[Rule]:
    """Visit all rules, those inside others too."""
    for rule in rules:
        yield rule
        yield from walk(rule.rules)


def flatten(framework: str, own: list[str], classes: set[str], elements: set[str]) -> str:
    """Return one stylesheet: the needed part of the framework, then our own sheets, in this order."""
    rules = [Rule("@layer tabler", rules=select(parse(framework), classes, elements))]
    rules += [rule for sheet in own for rule in parse(sheet)]
    return ORDER + "".join(rule.text() for rule in prune(rules, "--tblr-")) + "\n"
