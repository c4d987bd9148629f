"""What nobody uses is deleted: styles, tags of templates, names of addresses, what actions are given."""

import ast
import re
from collections import defaultdict
from importlib.metadata import packages_distributions

from tools import vendor

from .places import APP, PROJECT, ROOT, breaking, rooms, tracked
from .test_gates_urls import EVERY

OUTSIDE = {"migrations", "locale", "vendor", "tests"}
FILES = [path for path in tracked() if APP in path.parents and not OUTSIDE & set(path.relative_to(APP).parts)]
TEXTS = {path: path.read_text() for path in FILES if path.suffix in {".py", ".html", ".js"}}
PAGES = "\n".join(text for path, text in TEXTS.items() if path.suffix == ".html")
WORDS = set(re.findall(r"[\w-]+", "\n".join(TEXTS.values())))
PUT_TOGETHER = re.findall(r"([a-z][\w-]*-)\{\{", PAGES)  # such as sign-{{ tone }}
OF_LIBRARIES = ("htmx-", "leaflet-")
BY_NAME = re.compile(r"""['"]([\w:]*:)?(\w+)['"]""")
ALLAUTH = re.compile(r"account_|mfa_")  # its own code leads there
MACHINES = {  # addresses that programs know by heart
    "phone_pages", "phone_token", "phone_worker", "phone_manifest", "receipt_keys", "hub_join", "hub_deliver",
}  # fmt: skip
BY_OTHERS = {  # nothing of ours names them
    "argon2-cffi": "Django's own hasher of passwords asks for it",
    "psycopg": "Django's own back end for PostgreSQL asks for it",
    "pystemmer": "snowballstemmer takes it where it is there",
}
DERIVES = {"base/keys.py", "hubs/sealing.py"}  # the second one of what two machines have in common


def selectors(css):
    """Return what stands before the braces of a style sheet, without comments."""
    return re.findall(r"([^{}]+)\{", re.sub(r"/\*.*?\*/", "", css, flags=re.S))


def test_no_class_of_a_style_sheet_is_unused():
    sheets = [path for path in FILES if path.suffix == ".css" and path.name != "field.css"]  # made of the others

    def unused(css):
        found = {name for one in selectors(css) for name in re.findall(r"\.([a-zA-Z][\w-]*)", one)}
        return sorted(name for name in found - WORDS if not name.startswith((*PUT_TOGETHER, *OF_LIBRARIES)))

    assert breaking(sheets, unused) == {}


def test_no_tag_and_no_filter_of_templates_is_unused():
    def unused(code):
        for made in re.finditer(r"^@register\.(\w+)(?:\(([^\n]*)\))?\n(?:@.*\n)*def (\w+)", code, re.M):
            named = re.search(r"""name=['"](\w+)['"]|^['"](\w+)['"]""", made[2] or "")
            name = named[1] or named[2] if named else made[3]
            if not re.search(rf"\|{name}\b" if made[1] == "filter" else rf"{{% {name}\b", PAGES):
                yield name

    assert breaking(APP.glob("*/templatetags/*.py"), lambda code: list(unused(code))) == {}


def test_no_name_of_an_address_is_unused():
    named = {name for path, text in TEXTS.items() for _space, name in BY_NAME.findall(without_names(path, text))}
    names = {item.name for _path, item in EVERY if item.name}
    assert sorted(name for name in names - named - MACHINES if not ALLAUTH.match(name)) == []
    assert not MACHINES - names


def without_names(path, text):
    return re.sub(r"""name=['"]\w+['"]""", "", text) if path.name.endswith("urls.py") else text


def test_an_action_is_given_nothing_that_it_does_not_use():
    def unused(code):
        for made in ast.walk(ast.parse(code)):
            if isinstance(made, ast.FunctionDef):
                used = {one.id for part in made.body for one in ast.walk(part) if isinstance(one, ast.Name)}
                given = {one.arg for one in (*made.args.args, *made.args.kwonlyargs)}
                yield from (f"{made.name}: {name}" for name in sorted(given - used - {"by", "self", "cls"}))

    assert breaking(rooms("actions"), lambda code: list(unused(code))) == {}


def test_keys_are_made_of_the_secret_in_one_place():
    code = [path for path in FILES if path.suffix == ".py" and str(path.relative_to(APP)) not in DERIVES]
    assert breaking(code, re.compile(r"\bHKDF\(").findall) == {}
    purposes = re.findall(r"""^PURPOSE = (b".*")$""", "\n".join(TEXTS.values()), re.M)
    assert len(purposes) == len(set(purposes)) > 5  # what two purposes had in common would open one by the other


def test_no_icon_is_unused():
    data = "\n".join(path.read_text() for path in FILES if path.suffix in {".toml", ".json"})
    named = WORDS | set(re.findall(r"[\w-]+", data))
    assert sorted(set(vendor.plan()["icons"]["names"]) - named) == []


def test_no_dependency_is_unused():
    modules = defaultdict(set)
    for module, names in packages_distributions().items():
        for name in names:
            modules[name.lower().replace("_", "-")].add(module)
    ours = [
        path
        for path in tracked()
        if path.suffix == ".py" and path.relative_to(ROOT).parts[0] in ("spojka", "config", "tools")
    ]
    code = "\n".join(path.read_text() for path in ours if "tests" not in path.parts)
    wanted = {re.match(r"[\w-]+", line)[0].lower() for line in PROJECT["project"]["dependencies"]}
    found = {
        name for name in wanted
        if any(re.search(rf"(?:import|from) {one}\b|[\"']{one}\b", code) for one in modules[name])
    }  # fmt: skip
    assert wanted - found == set(BY_OTHERS)


def test_the_gates_see_what_they_look_for():
    assert ROOT in APP.parents
    assert len(TEXTS) > 1000
    assert {"sign-", "ring-"} <= set(PUT_TOGETHER)
