"""Editing ("ändringar"): changes to the region's own files, with everything else in them kept."""
