"""Who may do what on whose rows; the one rule for lists, single rows and actions.

A role says what one may do, ownership on whose rows, a grant opens rows of others. Reading order:
permissions (the page to review), owned (the filter), models (Grant, Bar), actor, doors, actions, why.
Who heads a service: heads. For which service a form is: choosing.
No denies but walls (bars), no passing on: what shares has the level OWN, which no grant can hold.
"""
