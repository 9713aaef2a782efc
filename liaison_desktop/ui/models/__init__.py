"""Lists for views, read page by page."""
