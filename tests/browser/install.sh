#!/bin/sh
# What the page tests need beside Python: Debian's Chromium, Java and npm; axe-core and the Nu HTML checker from the npm
# registry by the lock file. Installs what is missing where the user may, and says what to do where not.
set -eu
cd "$(dirname "$0")"
missing=""
command -v chromium >/dev/null 2>&1 || missing="$missing chromium"
command -v java >/dev/null 2>&1 || missing="$missing default-jre-headless"
command -v npm >/dev/null 2>&1 || missing="$missing npm"
if [ -n "$missing" ]; then
  run=""
  if [ "$(id -u)" != 0 ]; then
    command -v sudo >/dev/null 2>&1 && sudo -n true 2>/dev/null && run="sudo -n"
    [ -n "$run" ] || { echo "The page tests need:$missing. Install them (apt-get install$missing) and run make test again." >&2; exit 1; }
  fi
  $run apt-get update -qq
  DEBIAN_FRONTEND=noninteractive $run apt-get install -y -qq --no-install-recommends $missing
fi
npm ci --ignore-scripts --no-audit --no-fund --loglevel=error
