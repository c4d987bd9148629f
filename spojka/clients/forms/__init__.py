from .codes import AddAnother, Find, Template

__all__ = ["AddAnother", "Find", "Template"]
