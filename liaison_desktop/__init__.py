"""LIAISON Desktop: the committee software of the Intercultural Citizens' Committees."""

__version__ = "0.1.0"
