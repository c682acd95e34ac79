#!/bin/sh
# Makes sure that there is a browser for the tests: one that is on the machine, or
# Debian's.
#
#	install-browser.sh chromium
#	install-browser.sh firefox
set -eu

case $1 in
chromium) name=Chromium variable=CHROMIUM path=${CHROMIUM:-} package=chromium places='chromium chromium-browser google-chrome google-chrome-stable' ;;
firefox) name=Firefox variable=FIREFOX path=${FIREFOX:-} package=firefox-esr places='firefox-esr firefox' ;;
esac

[ -n "$path" ] && [ -x "$path" ] && exit 0
for place in $places; do
	[ -x "/usr/bin/$place" ] && exit 0
done

advice="install $name by hand, or set $variable to the path of one"
command -v apt-get >/dev/null || { echo "no $name found, and no apt-get to install it: $advice" >&2; exit 1; }
as_root=
[ "$(id -u)" = 0 ] || as_root='sudo -n'
echo "no $name found: installing it with apt-get"
{ $as_root apt-get update -qq && $as_root apt-get install -y -qq --no-install-recommends "$package"; } ||
	{ echo "apt-get could not install $name: $advice" >&2; exit 1; }
