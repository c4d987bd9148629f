"""Static files as they are served: hashed, and the office's styles in one."""

import json

from django.contrib.staticfiles.finders import get_finders

from config.static import SHEET, HashedStorage


def test_the_styles_of_the_office_are_one_file_beside_the_framework(tmp_path):
    found = {path: (storage, path) for finder in get_finders() for path, storage in finder.list([])}
    paths = {
        path: one for path, one in found.items() if path.startswith(("ui/css/", "ui/vendor/tabler", "ui/vendor/atk"))
    }
    storage = HashedStorage(location=tmp_path, base_url="/static/")

    for path, (source, name) in paths.items():
        with source.open(name) as file:
            storage.save(path, file)
    for _again in range(2):  # the next start collects over what the first one made
        assert [error for _name, _hashed, error in storage.post_process(paths) if isinstance(error, Exception)] == []

    names = json.loads((tmp_path / "staticfiles.json").read_text())["paths"]
    text = (tmp_path / names[SHEET]).read_text()
    assert text.count("@import") == 1
    assert text.index("@layer tabler") < text.index("@import") < text.index("@font-face") < text.index(".shell")
    assert f'url("../vendor/{names["ui/vendor/atkinson-next-latin.woff2"].rpartition("/")[2]}")' in text
    assert (tmp_path / f"{names[SHEET]}.gz").exists()
