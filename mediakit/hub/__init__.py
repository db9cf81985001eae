"""A class on JupyterHub: a small service that takes answer records with the students' Hub tokens."""
