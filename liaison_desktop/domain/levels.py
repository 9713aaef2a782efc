"""How long a signature can be proved: the levels of PAdES (ETSI EN 319 142-1, 6)."""

from enum import StrEnum


class Level(StrEnum):
    """What goes into a file beside the signature itself.

    ``B_B``: nothing. ``B_T``: the time of an authority (RFC 3161). ``B_LT``: also the certificates
    and what their issuers said of them. ``B_LTA``: also a time stamp over the whole file, which can
    be renewed for as long as the file is to be proved.
    """

    B_B = "B-B"
    B_T = "B-T"
    B_LT = "B-LT"
    B_LTA = "B-LTA"

    @property
    def stamped(self) -> bool:
        """Whether an authority confirms the time."""
        return self is not Level.B_B

    @property
    def lasting(self) -> bool:
        """Whether it can be checked when the issuers are gone."""
        return self in (Level.B_LT, Level.B_LTA)

    @property
    def archived(self) -> bool:
        """Whether the whole file is stamped."""
        return self is Level.B_LTA
