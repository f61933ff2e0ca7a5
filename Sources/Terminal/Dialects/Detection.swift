import Canvas

/// Finds out the dialect of a terminal: from the person's word, from the environment, from the terminal's answers.
///
/// There is a dialect at any time, so that nothing waits for an answer; a better one may follow.
///
///     var detection = Detection(choice: .auto, variables: ["VTE_VERSION": "7002"])
///     detection.dialect           // VTE's, by the environment
///     detection.take(.mode(8, setting: 2))
struct Detection {
    /// The kinds of terminals, by their dialects.
    enum Kind: Hashable, Sendable, CaseIterable {
        case plain, vte, konsole, mlterm, kitty, isolates, off

        var dialect: any Dialect {
            switch self {
            case .plain: PlainDialect()
            case .vte: VTEDialect()
            case .konsole: KonsoleDialect()
            case .mlterm: MltermDialect()
            case .kitty: KittyDialect()
            case .isolates: LogicalDialect(isolates: true)
            case .off: LogicalDialect(isolates: false)
            }
        }
    }

    /// How long answers are waited for.
    static let patience = Duration.milliseconds(100)
    /// DECRQM of the mode BDSM, XTVERSION, and DA1 as a fence.
    static let questions = "\u{1B}[8$p\u{1B}[>0q\u{1B}[c"
    /// The environment variables that are read.
    static let names = [
        "TERM", "TMUX", "VTE_VERSION", "KONSOLE_VERSION", "KITTY_WINDOW_ID", "MLTERM", "XTERM_VERSION", "TERM_PROGRAM",
        "COLORTERM",
    ]

    private let choice: BidiChoice
    private let variables: [String: String]
    /// What the person answered to the question that is asked in doubt, now or in an earlier run.
    var answered: Writing?
    private var bidiMode: Int?
    private var version: String?
    /// All answers have come, or will not come any more.
    private(set) var isSettled: Bool
    private var hasAnswered = false

    init(choice: BidiChoice, variables: [String: String], answered: Writing? = nil) {
        self.choice = choice
        self.answered = answered
        self.variables = variables.filter { !$0.value.isEmpty }
        isSettled = choice != .auto || self.variables["TMUX"] != nil
    }

    /// The best that is known now.
    var kind: Kind {
        guard isNameless, let answered else { return told }
        return answered.kind
    }

    /// The same without the person's answer.
    private var told: Kind {
        switch choice {
        case .app: return .plain
        case .isolates: return .isolates
        case .off: return .off
        case .auto: break
        }
        if has("TMUX") { return has("VTE_VERSION") ? .isolates : .plain }
        if bidiMode == 1 || bidiMode == 2 { return .vte }
        if let version { return kind(ofVersion: version) }
        // Before the answers come, only guesses that do no harm when they are wrong: a terminal started from another
        // inherits that one's variables.
        if has("KITTY_WINDOW_ID") || term.hasPrefix("xterm-kitty") { return .kitty }
        if has("KONSOLE_VERSION"), isSettled { return .konsole }
        if has("MLTERM") || term.hasPrefix("mlterm") { return .mlterm }
        if has("VTE_VERSION"), !isSettled { return .vte }
        return .plain
    }

    private func kind(ofVersion version: String) -> Kind {
        if version.hasPrefix("kitty") { return .kitty }
        if version.hasPrefix("Konsole") { return .konsole }
        if version.hasPrefix("mlterm") || has("MLTERM") || term.hasPrefix("mlterm") { return .mlterm }
        return .plain
    }

    /// Nothing tells how this terminal treats right-to-left text, and the person has not been asked yet.
    var isDoubtful: Bool { isNameless && answered == nil }

    /// The terminal answers, but without a name, and its TERM is one that many terminals claim.
    private var isNameless: Bool {
        choice == .auto && isSettled && hasAnswered && version == nil && told == .plain && term.hasPrefix("xterm")
            && !["TMUX", "XTERM_VERSION", "TERM_PROGRAM"].contains(where: has)
    }

    mutating func take(_ answer: Answer) {
        guard choice == .auto else { return }
        switch answer {
        case .mode(8, let setting): bidiMode = setting
        case .mode: break
        case .version(let name): version = name
        case .attributes:
            hasAnswered = true
            isSettled = true
        }
    }

    /// The time for answers is over. Late ones are still taken.
    mutating func timeOut() { isSettled = true }

    private var term: String { variables["TERM"] ?? "" }
    private func has(_ name: String) -> Bool { variables[name] != nil }
}
