"""The invented network of the demonstration: `spojka demo` builds it into an empty database, nothing else.

Towns, organisations, people and clients are made up; addresses end in .invalid, nobody has a password, one enters
only through the buttons at the sign-in page (members/demo_people.py). All is dated back from the moment of
building, the seed is fixed. What happens today goes through the actions; the mass of the past month is inserted
at once by `mass`, row for row as the actions would have made it then (a test compares the two), so that the
audit tells when things were done. Nothing is ever deleted: the audit is append-only, so a new demonstration
needs a new database.
"""
