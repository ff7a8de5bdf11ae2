#!/bin/sh
# Runs as root after removal. On an upgrade dpkg says `upgrade` and rpm says `1`: then the new version
# is already in place, or about to be, and nothing of it may be taken away.
set -e
case "$1" in
  upgrade | failed-upgrade | abort-* | disappear | 1) exit 0 ;;
esac

if [ -L '/usr/bin/${executable}' ] && [ ! -e '/opt/${sanitizedProductName}/${executable}' ]; then
  rm -f '/usr/bin/${executable}'
fi

if [ -f '/etc/apparmor.d/${executable}' ]; then
  apparmor_parser --remove '/etc/apparmor.d/${executable}' >/dev/null 2>&1 || true
  rm -f '/etc/apparmor.d/${executable}'
fi

if command -v update-mime-database >/dev/null 2>&1; then
  update-mime-database /usr/share/mime || true
fi
if command -v update-desktop-database >/dev/null 2>&1; then
  update-desktop-database /usr/share/applications || true
fi
