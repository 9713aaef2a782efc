"""Start of the frozen program: absolute imports, as PyInstaller needs them."""

import sys

from liaison_desktop.__main__ import main

sys.exit(main())
