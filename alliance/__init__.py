"""The platform of an alliance against loneliness: what was agreed, done and achieved."""

__version__ = "0.1.0"
