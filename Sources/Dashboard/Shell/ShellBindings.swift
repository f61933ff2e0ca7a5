import Canvas
import Persian

/// The keys that work on every screen.
@MainActor
enum ShellBindings {
    static let help = Binding<Void, Effect>(
        "shell.help", "? f1", Phrase(fa: "همه کلیدها", en: "all keys"), .help, isHint: true)

    /// What works even over a modal, where its key is no letter.
    static let overModals = all.filter { [.suspend, .redraw, .help].contains($0.action) }

    /// What works where nothing can be shown.
    static let inSmallWindow = all.filter { [.quit, .suspend, .redraw].contains($0.action) }

    /// Shows the whole of a notice that was cut.
    static let wholeToast = Binding<Void, Void>("shell.wholeToast", "!", Phrase(fa: "همه متن", en: "all of it"), ())

    static let all: [Binding<Void, Effect>] = [
        Binding("shell.undo", "u", Phrase(fa: "بازگرداندن", en: "undo"), .undo, isHint: true),
        Binding("shell.redo", "ctrl+r", Phrase(fa: "انجام دوباره", en: "redo"), .redo),
        Binding("shell.nextScreen", "tab", Phrase(fa: "بخش بعد", en: "next screen"), .nextScreen(1)),
        Binding("shell.previousScreen", "shift+tab", Phrase(fa: "بخش قبل", en: "previous screen"), .nextScreen(-1)),
        Binding("shell.palette", ":", Phrase(fa: "فرمان‌ها و جست‌وجو", en: "commands and search"), .palette),
        Binding("shell.language", "L", Phrase(fa: "English", en: "فارسی"), .switchLanguage, isHint: true),
        Binding("shell.quit", "q ctrl+c ctrl+q", Phrase(fa: "خروج", en: "quit"), .quit, isHint: true),
        Binding("shell.suspend", "ctrl+z", Phrase(fa: "کنار گذاشتن برنامه", en: "suspend"), .suspend),
        Binding("shell.redraw", "ctrl+l", Phrase(fa: "بازترسیم", en: "redraw"), .redraw),
        help,
    ]
}
