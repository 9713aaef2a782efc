"""Signing keys, PAdES signatures and their verification.

Modules named in other rooms (``keys``, ``sign``, ``verify``) import pyHanko and cryptography only
when something is signed or verified: together they take longer to load than the window.
"""
