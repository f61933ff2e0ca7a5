#!/bin/bash
# Pictures of the program in the terminals it adapts to, each in an X server of its own without a screen, and of the
# question that is asked in one that says nothing of itself (pterm).
#
#   Tests/Pictures/terminals.sh PROGRAM OFFICE-FILE FOLDER [TERMINAL ...]
#
# KHEDMAT_PICTURE_LANG is fa or en; KHEDMAT_PICTURE_SECONDS is how long each may take to show its first screen.
# On Debian 12: apt-get install --no-install-recommends xvfb xterm sakura konsole mlterm kitty pterm tmux imagemagick \
#   fonts-dejavu-core libgl1-mesa-dri dbus-x11
set -euo pipefail
program=$(realpath "$1")
file=$(realpath "$2")
mkdir -p "$3"
folder=$(realpath "$3")
shift 3
terminals=("$@")
[ ${#terminals[@]} -gt 0 ] || terminals=(xterm vte konsole mlterm kitty tmux-xterm tmux-vte pterm)
language=${KHEDMAT_PICTURE_LANG:-fa}

home=$(mktemp -d)
trap 'rm -rf "$home"' EXIT
# Nothing of the terminal this script runs in may reach those it starts.
run=(env -i PATH="$PATH" HOME="$home" LANG=C.UTF-8 LIBGL_ALWAYS_SOFTWARE=1 QT_QPA_PLATFORM=xcb XDG_RUNTIME_DIR="$home")

printf '#!/bin/sh\nexec "%s" --file "%s" --lang %s --now 1401/05/10T10:00\n' "$program" "$file" "$language" > "$home/khedmat.sh"
printf '#!/bin/sh\nexec tmux -L khedmat-pictures -f /dev/null new "%s"\n' "$home/khedmat.sh" > "$home/tmux.sh"
chmod +x "$home"/*.sh
cat > "$home/kitty.conf" <<'CONF'
font_family DejaVu Sans Mono
font_size 10
confirm_os_window_close 0
CONF

window() {
    case $1 in
    xterm) xterm -fa 'DejaVu Sans Mono' -fs 10 -geometry 120x40 -e "$home/khedmat.sh" ;;
    tmux-xterm) xterm -fa 'DejaVu Sans Mono' -fs 10 -geometry 120x40 -e "$home/tmux.sh" ;;
    vte) dbus-launch --exit-with-session sakura -f 'DejaVu Sans Mono 10' -c 120 -r 40 -e "$home/khedmat.sh" ;;
    tmux-vte) dbus-launch --exit-with-session sakura -f 'DejaVu Sans Mono 10' -c 120 -r 40 -e "$home/tmux.sh" ;;
    konsole) dbus-launch --exit-with-session konsole --hide-menubar --hide-tabbar -p 'Font=DejaVu Sans Mono,10' -e "$home/khedmat.sh" ;;
    mlterm) mlterm --fontsize 14 -g 120x40 -N 'DejaVu Sans Mono' -e "$home/khedmat.sh" ;;
    kitty) kitty --config "$home/kitty.conf" -o initial_window_width=120c -o initial_window_height=40c \
        -o remember_window_size=no "$home/khedmat.sh" ;;
    pterm) pterm -fn 'client:DejaVu Sans Mono 10' -geometry 120x40 -e "$home/khedmat.sh" ;;
    *) echo "unknown terminal: $1" >&2; exit 2 ;;
    esac
}
export -f window
export home

display=90
for terminal in "${terminals[@]}"; do
    display=$((display + 1))
    Xvfb ":$display" -screen 0 1280x900x24 > "$home/xvfb.log" 2>&1 &
    server=$!
    sleep 1
    "${run[@]}" DISPLAY=":$display" home="$home" bash -c "$(declare -f window); window $terminal" \
        > "$home/$terminal.log" 2>&1 &
    shown=$!
    sleep "${KHEDMAT_PICTURE_SECONDS:-5}"
    DISPLAY=":$display" import -window root "$folder/$terminal-$language.png" || cat "$home/$terminal.log" >&2
    [[ $terminal != tmux-* ]] || "${run[@]}" tmux -L khedmat-pictures kill-server || true
    # The X server's end is that of every window in it.
    kill "$server" "$shown" 2> "$home/kill.log" || true
    wait "$server" "$shown" 2> "$home/kill.log" || true
done
