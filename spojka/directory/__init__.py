"""The directory of services, and how many places they have free.

Terms: service entry (služba v adresáři) = what a service says of itself, or of somebody without Spojka, for those who
send people; checked (ověřeno) = on which day its owner last looked whether it is true; audience = who finds it;
capacity (kapacita) = what a service told on one day: places free, people in care; board = capacity of all at once.

- An entry leaves its service by grants alone, to the house, to named houses or to everybody; narrowing ends them at
  once. Of services of others one writes for oneself and one's house, never for everybody.
- What was not looked at in time is shown as not verified, capacity that is too old as not known; nothing is hidden.
- Capacity is only added, so that it is a figure over time. Free first appointments are counted by who has the book.
- It is for workers: nobody reads it without signing in.
"""
