"""Compiles the translations: into the wheel as a build hook, beside their sources as a script."""

import shutil
from collections.abc import Iterator
from datetime import UTC, datetime
from pathlib import Path
from typing import Any

from babel.messages.mofile import write_mo
from babel.messages.pofile import read_po
from hatchling.builders.hooks.plugin.interface import BuildHookInterface


def compile_catalogues(sources: Path, target: Path) -> Iterator[Path]:
    """Compile each ``<locale>/LC_MESSAGES/liaison.po`` and yield where it went below the target.

    The same sources give the same bytes: the date of the build stays out of the files.
    """
    for source in sorted(sources.glob("*/LC_MESSAGES/liaison.po")):
        compiled = target / source.relative_to(sources).with_suffix(".mo")
        compiled.parent.mkdir(parents=True, exist_ok=True)
        with source.open("rb") as file:
            catalogue = read_po(file)
        # Babel would write an untranslated plural in English and hide what to fall back to.
        for message in [one for one in catalogue if one.pluralizable and not any(one.string or ())]:
            catalogue.delete(message.id, message.context)
        catalogue.creation_date = datetime(2000, 1, 1, tzinfo=UTC)
        with compiled.open("wb") as file:
            write_mo(file, catalogue)
        yield compiled


class CatalogueBuildHook(BuildHookInterface[Any]):
    """Puts the compiled catalogues into the wheel as ``liaison_desktop/translations``."""

    def initialize(self, version: str, build_data: dict[str, Any]) -> None:
        """Compile before the wheel is packed; an editable install reads the checkout's own."""
        if version == "editable":
            return
        target = self._target()
        for compiled in compile_catalogues(Path(self.root, "translations"), target):
            place = Path("liaison_desktop", "translations", compiled.relative_to(target))
            build_data["force_include"][str(compiled)] = place.as_posix()

    def finalize(self, version: str, build_data: dict[str, Any], artifact_path: str) -> None:
        """Leave nothing behind."""
        shutil.rmtree(self._target(), ignore_errors=True)

    def _target(self) -> Path:
        return Path(self.root, "build", "translations")


if __name__ == "__main__":
    folder = Path(__file__).resolve().parent.parent / "translations"
    for path in compile_catalogues(folder, folder):
        print(path.relative_to(folder.parent))
