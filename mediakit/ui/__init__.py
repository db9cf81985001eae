"""Widgets and what notebooks call. Python decides, JavaScript paints."""
