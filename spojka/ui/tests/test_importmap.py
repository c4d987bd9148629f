import base64
import hashlib
import json

from spojka.ui import importmap
from spojka.ui.templatetags import ui


def test_map_names_every_module_once():
    imports = json.loads(importmap.script())["imports"]

    assert "ui/id.js" in imports
    assert "ui/head/look.js" not in imports
    assert list(imports) == [*importmap.modules(), *importmap.VENDORED]


def test_a_page_asks_at_once_for_what_its_modules_import():
    brought = importmap.brought(["ui/once-form.js"])

    assert {"ui/drafts.js", "ui/id.js", "ui/token.js", "ui/form-values.js", "ui/still.js", "ui/who.js"} == set(brought)
    assert "ui/vendor/idb.js" in importmap.brought(["ui/outbox-form.js"])


def test_a_module_is_not_asked_for_twice():
    tag = ui.module("ui/once-form.js", "ui/drafts.js", "ui/id.js")

    assert tag.count("ui/drafts.js") == tag.count("ui/id.js") == tag.count("ui/who.js") == 1


def test_hash_is_of_what_the_page_holds():
    inside = ui.importmap().removeprefix('<script type="importmap">').removesuffix("</script>")

    assert importmap.csp_hash() == "sha256-" + base64.b64encode(hashlib.sha256(inside.encode()).digest()).decode()
