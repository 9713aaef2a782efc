"""What the user chose, kept in a small TOML file."""

import contextlib
import tomllib
from dataclasses import asdict, dataclass, fields
from pathlib import Path


@dataclass(frozen=True, slots=True, kw_only=True)
class Settings:
    """Choices of one user on one computer; empty text means "not chosen yet".

    Attributes:
        language: of window and command line.
        theme: ``"system"``, ``"light"`` or ``"dark"``.
        committee_key: the committee shown last, empty for all.
        geometry: window size and place, as the window wrote it (base64).
        splitters: widths of the window's parts, as the window wrote them.
        mail_name, mail_address: in whose name mail is sent.
        mail_server, mail_port, mail_security, mail_user: through which server; a password is never
            kept.
        sign_level: how long signatures are to be provable (``"B-LTA"``), as chosen last.
        time_authority: address of the time-stamp authority asked last.
        token_module: driver of cards and tokens used last; a passphrase or PIN is never kept.
        spelling: ``"off"`` where misspelt words are not to be marked.
    """

    language: str = ""
    theme: str = "system"
    committee_key: str = ""
    geometry: str = ""
    splitters: str = ""
    mail_name: str = ""
    mail_address: str = ""
    mail_server: str = ""
    mail_port: str = ""
    mail_security: str = ""
    mail_user: str = ""
    sign_level: str = ""
    time_authority: str = ""
    token_module: str = ""
    spelling: str = ""


def load_settings(path: Path) -> Settings:
    """Read the settings; what is missing, unknown or of the wrong type gets its default."""
    try:
        stored = tomllib.loads(path.read_text(encoding="utf-8"))
    except (OSError, UnicodeDecodeError, tomllib.TOMLDecodeError):
        return Settings()
    known = {field.name for field in fields(Settings)}
    return Settings(**{k: v for k, v in stored.items() if k in known and isinstance(v, str)})


def save_settings(settings: Settings, path: Path) -> None:
    """Write the settings beside and rename, so that a crash leaves the old ones whole."""
    import tomli_w

    path.parent.mkdir(parents=True, exist_ok=True)
    part = path.with_name(f"{path.name}.part")
    try:
        part.write_text(tomli_w.dumps(asdict(settings)), encoding="utf-8")
        part.replace(path)
    finally:
        with contextlib.suppress(FileNotFoundError):
            part.unlink()
