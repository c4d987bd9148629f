"""Files that people bring: checked by what they are, shrunk, and kept sealed outside of the database.

Terms: sealed = encrypted under a key that follows from SECRET_KEY, so neither a copy of the folder nor one of the
database opens it; clean = what is kept of what was brought: its kind is known, a picture is drawn anew.

- A file hangs on a row of the package that takes it, in a column `SealedFileField`: its rights and its keeping are
  those of that row. Here no row is known.
- Its name in the folder is made here, of nothing; what the file was called is not kept.
- It is given away as what it is known to be, never as what it says of itself.
- A file to which no row leads is erased within days (tidying), so is what a cut-off sending left.
"""
