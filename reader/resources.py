"""Finds the data files: `reader/_resources` in the wheel, `resources` in a checkout."""

from pathlib import Path

from reader.errors import ResourceError

PACKAGE = Path(__file__).parent


def resources_directory() -> Path:
    """Return the folder that holds the data files.

    Raises:
        ResourceError: neither the installed nor the checked-out folder exists.
    """
    installed = PACKAGE / "_resources"
    if installed.is_dir():
        return installed
    checkout = PACKAGE.parent
    if (checkout / "pyproject.toml").is_file() and (checkout / "resources").is_dir():
        return checkout / "resources"
    raise ResourceError("The program's data files are missing: install bias-reader again.")


def resource(name: str) -> Path:
    """Return the path of one data file, such as `lexicon/hedges.toml`.

    Raises:
        ResourceError: there is no such file.
    """
    path = resources_directory() / name
    if not path.exists():
        raise ResourceError(f"The data file {name} is missing: install bias-reader again.")
    return path
