import hashlib
import json

from tools import flatten, vendor


def test_manifest_tells_every_file_and_its_bytes():
    written = json.loads((vendor.VENDOR / "manifest.json").read_text())

    assert written == vendor.manifest()


def test_nothing_unlisted_lies_among_the_vendored_files():
    wanted = vendor.plan()["packages"].values()
    named = {name for about in wanted for name in about.get("files", {}).values() if ":" not in name}

    assert {path.name for path in vendor.VENDOR.iterdir()} == named | {"manifest.json", "LICENCES.md"}


def test_every_package_is_locked_and_its_licence_told():
    wanted = vendor.plan()["packages"]
    told = (vendor.VENDOR / "LICENCES.md").read_text()

    assert set(json.loads(vendor.LOCK.read_text())) == {f"{name}@{about['version']}" for name, about in wanted.items()}
    assert all(f"| {name} | {about['version']} | {about['licence']} |" in told for name, about in wanted.items())


def test_field_sheet_is_what_its_sources_make():
    made = (vendor.STATIC / "field.css").read_text()

    assert hashlib.sha256(made.encode()).digest() == hashlib.sha256(vendor.field_css().encode()).digest()
    assert "@import" not in made
    assert "@font-face" not in made


def test_flatten_keeps_what_the_page_can_match():
    framework = ":root{--tblr-a:1px;--tblr-b:2px}.btn{top:var(--tblr-a)}.modal .btn{top:0}.modal{top:0}"

    made = flatten.flatten(framework, ["@layer parts { .own { color: red; } }"], {"btn"}, set())

    assert made == flatten.ORDER + (
        "@layer tabler{:root{--tblr-a:1px}.btn{top:var(--tblr-a)}}@layer parts{.own{color:red}}\n"
    )


def test_squeeze_leaves_strings_alone():
    assert flatten.squeeze('a::after { content: "a ; b" ; } /* gone */') == 'a::after{content:"a ; b";}'
