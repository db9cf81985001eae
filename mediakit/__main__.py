"""`python -m mediakit`."""

from mediakit.cli import run

if __name__ == "__main__":
    run()
