import Canvas
import Persian

/// The keys that work on every screen.
@MainActor
enum ShellBindings {
    static let all: [Binding<Void, Effect>] = [
        Binding("undo", "u", Phrase(fa: "بازگرداندن", en: "undo"), .undo, isHint: true),
        Binding("redo", "ctrl+r", Phrase(fa: "انجام دوباره", en: "redo"), .redo),
        Binding("next-screen", "tab", Phrase(fa: "بخش بعد", en: "next screen"), .nextScreen(1)),
        Binding("previous-screen", "shift+tab", Phrase(fa: "بخش قبل", en: "previous screen"), .nextScreen(-1)),
        Binding("palette", ":", Phrase(fa: "فرمان‌ها و جست‌وجو", en: "commands and search"), .palette),
        Binding("language", "L", Phrase(fa: "English", en: "فارسی"), .switchLanguage, isHint: true),
        Binding("quit", "q ctrl+c ctrl+q", Phrase(fa: "خروج", en: "quit"), .quit, isHint: true),
        Binding("suspend", "ctrl+z", Phrase(fa: "کنار گذاشتن برنامه", en: "suspend"), .suspend),
        Binding("redraw", "ctrl+l", Phrase(fa: "بازترسیم", en: "redraw"), .redraw),
        Binding("help", "? f1", Phrase(fa: "همه کلیدها", en: "all keys"), .help, isHint: true),
    ]
}
