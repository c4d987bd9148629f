"""The look: page shell, components, style sheets, small scripts. It knows no domain.

Terms: component = a template tag of `templatetags/ui.py`; look = light, dark or night (red); field page = a page for
one thumb at a stand, which loads only `field.css`; office page = all others.

- Nothing is styled or scripted inline: the CSP forbids it. Modules find each other through the import map.
- State is never told by colour alone: an icon, a ring's shape or a word goes with it.
- Without script each form still works; scripts only make it faster.
- `vendor/`, `icons.svg` and `field.css` are made by `python -m tools.vendor`, never by hand.
"""
