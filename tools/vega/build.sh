#!/bin/sh
# Makes the two files that a reader's own comparison draws with, from the npm packages that the lock file pins by hash:
# Vega as it is published, and its interpreter in one file, since pages forbid code made of text.
set -eu
cd "$(dirname "$0")"
to=../../themes/base/assets/js/vega
npm ci --ignore-scripts --no-audit --no-fund --loglevel=error
mkdir -p "$to"
cp node_modules/vega/build/vega.min.js "$to/vega.min.js"
node_modules/.bin/esbuild node_modules/vega-interpreter/build/vega-interpreter.js --bundle --minify --format=iife \
  --global-name=vegaInterpreter --outfile="$to/vega-interpreter.min.js" --log-level=warning
for name in vega delaunator internmap robust-predicates topojson-client $(cd node_modules && ls -d d3-*); do
  printf '%s\n\n' "== $name"
  cat "node_modules/$name/LICENSE"
  echo
done > "$to/LICENSE.txt"
(cd "$to" && sha256sum -- *.js) > SHA256SUMS
cat SHA256SUMS
