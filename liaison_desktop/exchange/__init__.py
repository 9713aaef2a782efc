"""Files in and out: committee files, tables for coordinators."""
