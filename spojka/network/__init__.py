"""Who belongs to whom: users, organisations, their services and teams, memberships. Models only.

A service is what an organisation offers (a drop-in centre, an outreach programme) and the owner of every row.
A membership lets one user work in some services of one organisation, in one role, from a day to a day;
it may be narrowed to teams (cities). Screens over these are in `members`.
"""
