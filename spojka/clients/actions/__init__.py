from ..leading import Merged
from .clients import add_another, recode, recognise, set_nickname, set_template

__all__ = ["Merged", "add_another", "recode", "recognise", "set_nickname", "set_template"]
