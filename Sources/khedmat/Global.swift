import ArgumentParser
import Canvas
import Domain
import Persian
import Terminal

/// The options that every command takes.
struct Global: ParsableArguments {
    @Option(help: ArgumentHelp("The office's file · پرونده دفتر (KHEDMAT_FILE)", valueName: "path"))
    var file: String?

    @Option(help: ArgumentHelp("Persian or English · زبان", valueName: "fa|en"))
    var lang: String?

    @Option(help: ArgumentHelp("A theme's name or a base16 file · پوسته", valueName: "name|file"))
    var theme: String?

    @Option(help: ArgumentHelp("Fix the clock, such as 1401/05/09T10:00 · ثابت نگه داشتن ساعت", valueName: "date"))
    var now: String?

    @Option(
        name: .customLong("as"),
        help: ArgumentHelp("Act for another account, administrators only · به نام حساب دیگر", valueName: "account"))
    var account: String?

    @Option(help: ArgumentHelp("Who orders right-to-left lines · چینش راست‌به‌چپ", valueName: "auto|app|isolates|off"))
    var bidi: String?

    var choices: GlobalChoices {
        GlobalChoices(file: file, lang: lang, theme: theme, now: now, account: account, bidi: bidi)
    }

    /// Each takes a value.
    static let names = ["--file", "--lang", "--theme", "--now", "--as", "--bidi"]

    /// An option and its value that Swift, which joins a mark or a half-space to the `=` before it, would not part.
    ///
    ///     Global.parted("--match=\u{200C}هم")  // ["--match", "\u{200C}هم"]
    static func parted(_ argument: String) -> [String] {
        guard argument.hasPrefix("--"), argument.firstIndex(of: "=") == nil,
            let sign = argument.unicodeScalars.firstIndex(of: "=")
        else { return [argument] }
        let value = argument.unicodeScalars[argument.unicodeScalars.index(after: sign)...]
        return [String(argument.unicodeScalars[..<sign]), String(value)]
    }

    /// Moves global options that stand before the subcommand's name behind it, since the parser takes the options
    /// of a subcommand only there.
    ///
    ///     Global.behindTheCommand(["--lang", "en", "list", "groups"])  // ["list", "--lang", "en", "groups"]
    static func behindTheCommand(_ arguments: [String]) -> [String] {
        var start = 0
        while start < arguments.count {
            let argument = arguments[start]
            if names.contains(argument) {
                start += 2
            } else if names.contains(where: { argument.hasPrefix($0 + "=") }) {
                start += 1
            } else {
                break
            }
        }
        guard start > 0, start < arguments.count else { return arguments }
        return [arguments[start]] + arguments[..<start] + arguments[(start + 1)...]
    }
}

extension Language {
    /// What `--lang` says, wherever it stands, else the environment. Sentences about arguments that cannot be
    /// parsed need it before there are any options.
    static func chosen(in arguments: [String]) -> Language {
        var given: String?
        for (index, argument) in arguments.enumerated() {
            if argument == "--lang", index + 1 < arguments.count { given = arguments[index + 1] }
            if argument.hasPrefix("--lang=") { given = String(argument.dropFirst("--lang=".count)) }
        }
        return given.flatMap(Language.init(rawValue:)) ?? ofEnvironment
    }

    /// English where the locale says so; otherwise Persian, the office's language.
    static var ofEnvironment: Language {
        let locale = ["LC_ALL", "LC_MESSAGES", "LANG"].lazy.compactMap(environment).first
        return locale?.hasPrefix("en") == true ? .english : .persian
    }
}

/// The values of the global options, as given.
struct GlobalChoices {
    var file: String?
    var lang: String?
    var theme: String?
    var now: String?
    var account: String?
    var bidi: String?
}

extension GlobalChoices {
    /// Arguments that are nothing but global options with their values; nil for any others, which the parser is to
    /// judge.
    ///
    /// So the dashboard opens without the parser, which takes a third of the time until the first frame.
    init?(plain arguments: [String]) {
        var rest = arguments[...]
        while let name = rest.popFirst() {
            guard let value = rest.popFirst(), !value.hasPrefix("-") else { return nil }
            switch name {
            case "--file": file = value
            case "--lang": lang = value
            case "--theme": theme = value
            case "--now": now = value
            case "--as": account = value
            case "--bidi": bidi = value
            default: return nil
            }
        }
    }
}

/// What the global options come to.
struct Invocation {
    let language: Language
    var clock: Clock
    /// As given by `--file`, else by KHEDMAT_FILE.
    var givenFile: String?
    /// On whose behalf, when it is another's.
    let account: String?
    /// As given; nil for the one the program chooses.
    let theme: Theme?
    let bidi: BidiChoice

    init(_ global: GlobalChoices) throws(Failure) {
        if let lang = global.lang, Language(rawValue: lang) == nil {
            throw .unknown(
                Phrase(fa: "زبان", en: "language"), lang, accepted: Language.allCases.map(\.rawValue))
        }
        if let word = global.bidi, BidiChoice(rawValue: word) == nil {
            throw .unknown(
                Phrase(fa: "چینش راست‌به‌چپ", en: "bidi"), word, accepted: BidiChoice.allCases.map(\.rawValue))
        }
        bidi = global.bidi.flatMap(BidiChoice.init(rawValue:)) ?? .auto
        language = global.lang.flatMap(Language.init(rawValue:)) ?? .ofEnvironment
        clock = try Self.clock(global.now)
        givenFile = try Self.filled(global.file, "--file") ?? environment("KHEDMAT_FILE")
        account = try Self.filled(global.account, "--as")
        theme = if let name = try Self.filled(global.theme, "--theme") { try ThemeFolder.theme(name) } else { nil }
    }

    static func clock(_ now: String?) throws(Failure) -> Clock {
        guard let now else { return Clock() }
        do throws(DateError) {
            return Clock(fixed: try Moment(parsing: now, in: .tehran))
        } catch {
            let why = error.explanation
            throw Failure(.wrongUse, Phrase(fa: "--now: \(why)", en: "--now: \(why)"))
        }
    }

    private static func filled(_ value: String?, _ option: String) throws(Failure) -> String? {
        guard value?.isEmpty == true else { return value }
        throw Failure(.wrongUse, Phrase(fa: "\(option) خالی است.", en: "\(option) is empty."))
    }
}

/// A command of the program: it is given what the global options come to.
protocol Subcommand: ParsableCommand {
    var global: Global { get }
    func run(_ invocation: Invocation) throws(Failure)
}

extension Subcommand {
    func run() throws { try run(try Invocation(global.choices)) }

    /// Reads a value that is one of a few words.
    func choice<T: RawRepresentable & CaseIterable>(
        _ type: T.Type, _ label: Phrase, _ word: String
    ) throws(Failure) -> T where T.RawValue == String {
        if let value = T(rawValue: word) { return value }
        throw .unknown(label, word, accepted: T.allCases.map(\.rawValue))
    }
}

extension Phrase {
    static let format = Phrase(fa: "قالب", en: "format")
}
