/// Konsole: its profile's bidi rendering is switched off for this session. xterm would take the same for a font.
struct KonsoleDialect: Dialect {
    let enter = "\u{1B}]50;BidiRenderingEnabled=false\u{07}"
    let leave = "\u{1B}]50;BidiRenderingEnabled=true\u{07}"
}
