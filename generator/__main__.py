"""`python -m generator`: the same as the command `congkhai`."""

from generator.cli import main

if __name__ == "__main__":
    raise SystemExit(main())
