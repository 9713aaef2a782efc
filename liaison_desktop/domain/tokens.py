"""Cards and tokens that hold signing keys."""

from dataclasses import dataclass
from pathlib import Path

from liaison_desktop.domain.signatures import KeyInfo


@dataclass(frozen=True, slots=True, kw_only=True)
class TokenKeyInfo:
    """A key on a card or token, known by its certificate.

    Attributes:
        module: the driver (PKCS#11) that reaches it.
        token: what the card calls itself.
        serial: of the card.
        label: what the card calls the key.
        key_id: by which the card knows key and certificate.
        info: what the certificate says.
    """

    module: Path
    token: str
    serial: bytes
    label: str
    key_id: bytes
    info: KeyInfo
