"""Languages: the catalogue, formats, labels of the window, phrases of the official papers."""
