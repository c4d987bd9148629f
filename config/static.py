"""Where static files are found: hashed names when served, plain ones in tests."""

import re

from django.contrib.staticfiles.storage import StaticFilesStorage
from django.core.files.base import ContentFile
from whitenoise.storage import CompressedManifestStaticFilesStorage

SHEET = "ui/css/spojka.css"
BESIDE = re.compile(r'@import url\("([\w-]+\.css)"\);\n')


class HashedStorage(CompressedManifestStaticFilesStorage):
    """Names carry the content's hash; modules find each other through the import map, not by rewriting.

    The office's styles are served as one file: asking for twenty held up the first page on a slow network.
    """

    def post_process(self, paths, dry_run=False, **options):
        """Hash and pack what was collected."""
        if SHEET in paths and not dry_run:
            text = BESIDE.sub(lambda found: read(paths, f"ui/css/{found[1]}"), read(paths, SHEET))
            if self.exists(SHEET):
                self.delete(SHEET)
            self.save(SHEET, ContentFile(text.encode()))
            paths = paths | {SHEET: (self, SHEET)}
        yield from super().post_process(paths, dry_run, **options)


def read(paths, name: str) -> str:
    """Return the text of a file as it was collected."""
    storage, path = paths[name]
    with storage.open(path) as file:
        return file.read().decode()


class PlainStorage(StaticFilesStorage):
    pass
