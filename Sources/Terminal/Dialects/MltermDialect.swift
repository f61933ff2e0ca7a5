/// mlterm: its complex text layout is switched off.
struct MltermDialect: Dialect {
    let enter = "\u{1B}]5379;use_ctl=false\u{07}"
    let leave = "\u{1B}]5379;use_ctl=true\u{07}"
}
