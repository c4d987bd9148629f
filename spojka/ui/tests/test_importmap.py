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


def test_hash_is_of_what_the_page_holds():
    inside = ui.importmap().removeprefix('<script type="importmap">').removesuffix("</script>")

    assert importmap.csp_hash() == "sha256-" + base64.b64encode(hashlib.sha256(inside.encode()).digest()).decode()
