"""Accuracy and speed against corpora and peers; figures in the docs are generated from results/*.json."""
