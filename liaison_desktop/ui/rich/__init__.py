"""Rich text over Markdown: what the editor shows, and how it is read and written."""
