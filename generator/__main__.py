"""`python -m generator`: the same as the command `congkhai`."""

from generator.cli import run

if __name__ == "__main__":
    raise SystemExit(run())
