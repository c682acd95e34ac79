#!/bin/sh
# Makes sure that there is a Chromium for the browser tests: one that is on the
# machine, or Debian's.
set -eu

[ -n "${CHROMIUM:-}" ] && [ -x "$CHROMIUM" ] && exit 0
for place in chromium chromium-browser google-chrome google-chrome-stable; do
	[ -x "/usr/bin/$place" ] && exit 0
done

advice='install Chromium by hand, or set CHROMIUM to the path of one'
command -v apt-get >/dev/null || { echo "no Chromium found, and no apt-get to install it: $advice" >&2; exit 1; }
as_root=
[ "$(id -u)" = 0 ] || as_root='sudo -n'
echo 'no Chromium found: installing it with apt-get'
{ $as_root apt-get update -qq && $as_root apt-get install -y -qq --no-install-recommends chromium; } ||
	{ echo "apt-get could not install Chromium: $advice" >&2; exit 1; }
