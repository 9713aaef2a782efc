"""Where the program finds its own files and keeps the user's."""

import os
import sys
from pathlib import Path

import platformdirs

_APPLICATION = "liaison-desktop"


def _program_files(folder: str) -> Path:
    """A folder of the program's own files: frozen, installed from a wheel, or in a checkout."""
    frozen = getattr(sys, "_MEIPASS", None)
    if frozen:
        return Path(frozen) / folder
    package = Path(__file__).resolve().parent
    installed = package / folder
    return installed if installed.is_dir() else package.parent / folder


def resources() -> Path:
    """Folder of fonts, icons, colour profile and demonstration data."""
    return _program_files("resources")


def translations() -> Path:
    """Folder of the compiled catalogues, ``<locale>/LC_MESSAGES/liaison.mo``."""
    return _program_files("translations")


def store_file(named: str | None, profile: Path | None = None) -> Path:
    """The store's file: the one named, or the one in the user's data folder."""
    return Path(named) if named else data_folder(profile) / "committees.sqlite3"


def data_folder(profile: Path | None = None) -> Path:
    """The user's data; a profile keeps everything in one folder of the user's choice."""
    return profile or Path(platformdirs.user_data_dir(_APPLICATION, appauthor=False))


def settings_file(profile: Path | None = None) -> Path:
    """The settings file."""
    folder = profile or Path(platformdirs.user_config_dir(_APPLICATION, appauthor=False))
    return folder / "settings.toml"


def log_file(profile: Path | None = None) -> Path:
    """The log: what went wrong in the program, never personal data."""
    folder = profile or Path(platformdirs.user_log_dir(_APPLICATION, appauthor=False))
    return folder / "liaison-desktop.log"


def has_display() -> bool:
    """Whether a window can be opened here; only on Linux can it be missing."""
    if not sys.platform.startswith("linux"):
        return True
    return any(os.environ.get(name) for name in ("DISPLAY", "WAYLAND_DISPLAY", "QT_QPA_PLATFORM"))
