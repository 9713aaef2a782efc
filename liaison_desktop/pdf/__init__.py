"""Typesetting: from blocks to tagged, archival PDF files. It knows nothing of committees."""
