import Persian

/// Why the terminal cannot be used.
public enum TerminalError: Error, Hashable, Sendable {
    /// Standard input or output is a file or a pipe.
    case notATerminal
    /// The terminal database has no entry of this name (the value of TERM; empty when it is not set), or one that
    /// cannot place the caret.
    case unknownTerminal(String)
    /// The process may open no more files, so signals could not be waited for.
    case outOfDescriptors

    /// One clear line for the person who started the program.
    public var phrase: Phrase {
        switch self {
        case .notATerminal:
            Phrase(
                fa: "داشبورد به پایانه نیاز دارد: ورودی و خروجی نباید پرونده یا لوله باشند.",
                en: "The dashboard needs a terminal: standard input and output must not be a file or a pipe.")
        case .unknownTerminal(""):
            Phrase(
                fa: "متغیر TERM خالی است؛ نام پایانه را در آن بگذارید، مثلاً: TERM=xterm-256color",
                en: "TERM is not set; put the terminal's name into it, for example TERM=xterm-256color.")
        case .unknownTerminal(let name):
            Phrase(
                fa: "پایانهٔ «\(name)» را نمی‌شناسم؛ نام دیگری در TERM بگذارید، مثلاً: TERM=xterm-256color",
                en: "The terminal “\(name)” is not known here; set TERM to another name, for example xterm-256color.")
        case .outOfDescriptors:
            Phrase(
                fa: "سیستم پروندهٔ باز دیگری نمی‌دهد؛ حد آن را بالا ببرید (ulimit -n).",
                en: "The system allows no more open files; raise the limit (ulimit -n).")
        }
    }
}
