"""Official papers, composed as trees of blocks."""
