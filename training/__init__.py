"""Reproducible training of the attribution tagger; never imported by mediakit."""
