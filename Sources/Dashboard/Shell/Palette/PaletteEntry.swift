import Canvas
import Domain
import Exchange
import Persian
import Store

/// One line of the palette.
struct PaletteEntry {
    var title: Phrase
    /// What it is: a command, a screen, which kind of record.
    var kind: Phrase
    /// The key that does it without the palette.
    var key: Key?
    var effect: Effect
    var disabledReason: Phrase?
    /// Other words it is found by.
    var words = ""
    /// How well it fits what was typed, as ``FoundRank`` counts.
    var rank = 0

    /// Itself with its rank among what the typed words find; nil when they do not find it.
    func ranked(_ words: [String], _ language: Language) -> PaletteEntry? {
        var entry = self
        guard !words.isEmpty else { return entry }
        let text = words.joined(separator: " ")
        let all = "\(title.fa) \(title.en) \(kind.fa) \(kind.en) \(self.words)".folded()
        guard words.allSatisfy(all.contains) else { return nil }
        entry.rank = FoundRank(text, in: [title[language]]).rawValue
        return entry
    }
}

extension Dashboard {
    /// What the palette offers beside records. Nothing is listed for it: it is what keys, screens and commands say.
    func paletteEntries(_ context: ScreenContext) -> [PaletteEntry] {
        let actions = actionEntries(context)
        // A form that a key of this screen opens is listed once, with the key.
        let forms = formEntries(context).filter { form in !actions.contains { $0.title == form.title } }
        return actions + screenEntries + shellEntries(context) + forms
    }

    /// What the keys of this screen do now, for whoever may.
    private func actionEntries(_ context: ScreenContext) -> [PaletteEntry] {
        let name = screen.title
        let notes = screen.notes(context, isHint: false).filter { $0.isPermitted && !$0.id.hasPrefix("list.") }
        return notes.map { note in
            PaletteEntry(
                title: note.phrase,
                kind: Phrase(fa: "کلید \(name)", en: "key of \(name)"), key: note.keys.first,
                effect: .perform(note.id), disabledReason: note.disabledReason,
                words: note.id.split(separator: ".").last.map(String.init) ?? "")
        }
    }

    private var screenEntries: [PaletteEntry] {
        screens.map { screen in
            PaletteEntry(
                title: screen.title, kind: Phrase(fa: "صفحه", en: "screen"),
                key: openingKey(of: screen), effect: .open(screen: screen.id),
                words: screen.id)
        }
    }

    private func shellEntries(_ context: ScreenContext) -> [PaletteEntry] {
        let command = Phrase(fa: "فرمان", en: "command")
        var entries = ShellBindings.all.filter { $0.action != .palette }.map { binding in
            PaletteEntry(
                title: binding.phrase, kind: command, key: keymap.keys(of: binding.id).first, effect: binding.action,
                words: binding.action == .help ? "help راهنما کمک" : "")
        }
        for index in entries.indices where entries[index].effect == .switchLanguage {
            entries[index].title = Phrase(fa: "زبان: English", en: "language: فارسی")
        }
        entries.append(
            PaletteEntry(
                title: Phrase(fa: "بازگرداندنی‌ها", en: "what can be undone"), kind: command, effect: .undoList,
                words: "undo redo"))
        for theme in Theme.builtInNames {
            entries.append(
                PaletteEntry(
                    title: Phrase(fa: "رنگ‌ها: \(theme)", en: "theme: \(theme)"), kind: command,
                    effect: .theme(theme), words: "theme colours رنگ پوسته تم"))
        }
        return context.pack == nil ? entries + fileEntries(context, command) : entries
    }

    /// What is done with the office's file and others, for whoever may.
    private func fileEntries(_ context: ScreenContext, _ command: Phrase) -> [PaletteEntry] {
        var entries: [PaletteEntry] = []
        if Sheets.all.contains(where: { context.permits($0.command) }) {
            entries.append(
                PaletteEntry(
                    title: Phrase(fa: "ورود از پرونده", en: "import a sheet"), kind: command,
                    effect: .importSheet(nil), words: "csv excel اکسل"))
        }
        for action in ShownParts.all.flatMap(\.actions) where context.permits(action.command) {
            entries.append(PaletteEntry(title: action.phrase, kind: command, effect: action.effect))
        }
        if context.role.mayCopyFile {
            entries.append(
                PaletteEntry(
                    title: Phrase(fa: "پشتیبان گرفتن", en: "make a backup"), kind: command, effect: .backup))
        }
        return entries
    }

    /// The forms of all commands that this person may give here.
    private func formEntries(_ context: ScreenContext) -> [PaletteEntry] {
        let kind = Phrase(fa: "فرم", en: "form")
        return Commands.all.filter { $0.hasForm && context.permits($0) }.map { command in
            PaletteEntry(title: command.title, kind: kind, effect: .form(FormRequest(command)), words: command.name)
        }
    }
}

extension Command {
    /// Whether its form can be filled by hand: what is undone, voided or packed is chosen on its own screen, and what
    /// leaves the program says so itself.
    fileprivate static var hasForm: Bool {
        isFilledByHand && self != LedgerUndo.self && self != RecordVoid.self && !name.hasPrefix("pack.")
    }
}
