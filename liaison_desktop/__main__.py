"""Start of the program."""

import sys

from liaison_desktop.bootstrap import run


def main() -> int:
    """Run the program with the arguments of the command line."""
    return run(sys.argv[1:])


if __name__ == "__main__":
    sys.exit(main())
