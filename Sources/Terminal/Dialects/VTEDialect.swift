/// GNOME Terminal, Xfce's, sakura and all others upon VTE: told not to reorder by the mode BDSM.
///
/// Only rows that are cleared afterwards obey, which the clearing before a first drawing sees to. The mode outlives
/// the alternate screen: not taken back, it would turn the shell's Persian round.
struct VTEDialect: Dialect {
    let enter = "\u{1B}[8l"
    let leave = "\u{1B}[8h"
}
