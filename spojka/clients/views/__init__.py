from .codes import add, find, listing, template

__all__ = ["add", "find", "listing", "template"]
