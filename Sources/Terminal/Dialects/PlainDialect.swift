/// xterm, st, alacritty, urxvt, zutty, tmux in these: cells stay where they are put.
struct PlainDialect: Dialect {}
