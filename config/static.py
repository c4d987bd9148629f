"""Where static files are found: hashed names when served, plain ones in tests."""

from django.contrib.staticfiles.storage import StaticFilesStorage
from whitenoise.storage import CompressedManifestStaticFilesStorage


class HashedStorage(CompressedManifestStaticFilesStorage):
    """Names carry the content's hash; modules find each other through the import map, not by rewriting."""


class PlainStorage(StaticFilesStorage):
    pass
