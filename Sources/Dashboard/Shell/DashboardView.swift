import Canvas
import Domain
import Persian

/// How the dashboard looks: the shell around the screen, the modals over it, help over all.
extension Dashboard {
    /// What the keys do here.
    var notes: [BindingNote] {
        if let modal = modals.last { return modal.notes(context) }
        let field = screen.focusedField(context)
        return (field?.notes ?? []) + Self.untyped(notes(of: screen.id), field)
    }

    /// Without the keys that do something else now: those of the field that has the focus, and what is typed into it.
    private static func untyped(_ notes: [BindingNote], _ field: FocusedField?) -> [BindingNote] {
        let notes = notes.filter { !$0.keys.isEmpty }
        guard let field else { return notes }
        let taken = Set(field.notes.flatMap(\.keys))
        return notes.compactMap { note in
            var note = note
            note.keys.removeAll { taken.contains($0) || field.takes($0) }
            return note.keys.isEmpty ? nil : note
        }
    }

    /// The bindings of a screen and of the shell, as they are now.
    func notes(of name: String) -> [BindingNote] {
        guard let screen = screens.first(where: { $0.id == name }) else { return [] }
        return notes(of: screen, context, isHint: false)
    }

    private func notes(of screen: any RunningScreen, _ context: ScreenContext, isHint: Bool) -> [BindingNote] {
        let shell = ShellBindings.all.filter { !isHint || $0.isHint }.map { $0.note((), context) }
        return screen.notes(context, isHint: isHint) + shell
    }

    /// What the screen looks like now.
    public func frame() -> Frame {
        Region.frame(width: width, height: height, language: language, cache: renderCache) { region in
            guard layout.isLargeEnough else {
                ShellView.drawTooSmall(in: &region)
                return
            }
            let context = context
            let path = [screen.title[language]] + screen.path() + modals.map { $0.title[language] }
            let view = ShellView(
                layout: layout,
                title: TitleBar(
                    officeName: officeName, day: context.day, announced: lunar.announced, isClockFixed: clock.isFixed,
                    clock: context.now.clockText(in: .tehran), path: path),
                menu: Menu(listed.map { menuItems[$0] }, selected: listed.firstIndex(of: current) ?? 0),
                toast: shownToast(context), keymap: keymap, hasButtons: hasButtons,
                footer: Footer(
                    role: staff.role, account: staff.account,
                    hints: hints(context)))
            view.draw(in: &region) { drawContent(in: &$0) }
            if let helpOffset {
                let more = Phrase(fa: "{list.down} {list.up} بقیه", en: "{list.down} {list.up} the rest")
                HelpView(
                    title: modals.last?.title ?? screen.title, notes: notes, offset: helpOffset,
                    more: context.told(more)
                ).draw(in: &region)
            }
        }
    }

    /// What stands between title bar, menu and footer: the screen, and the modals over it.
    func drawContent(in region: inout Region) {
        let context = context
        screen.view(in: &region, context)
        for modal in modals { modal.view(in: &region, context) }
    }

    /// Whether the last row above the footer holds buttons.
    var hasButtons: Bool { modals.last is FormModal }

    /// What the footer shows: the keys that do something now, but for what this person may never do. While a field has the focus, a letter is typed into it.
    private func hints(_ context: ScreenContext) -> [BindingNote] {
        if let modal = modals.last { return modal.notes(context).filter { $0.isHint && !$0.keys.isEmpty } }
        let field = screen.focusedField(context)
        let notes = Self.untyped(notes(of: screen, context, isHint: true).filter(\.isPermitted), field)
        let first = (field?.notes ?? []).filter(\.isHint) + notes.filter(\.isOfPlace)
        let all = first + notes.filter { !$0.isOfPlace }
        // What `u` would take back is named in the room that the other keys leave.
        let taken = all.reduce(0) { $0 + textWidth($1.keyName(language)) + textWidth($1.phrase[language]) + 4 }
        let free = Footer.room(staff.role, staff.account, width: width, language) - taken
        return all.map { $0.id == "shell.undo" ? undoNote($0, room: free) : $0 }
    }

    /// `u undo "report of C-014"`
    private func undoNote(_ note: BindingNote, room: Int) -> BindingNote {
        var note = note
        guard let undoable else {
            note.disabledReason = Phrase(fa: "چیزی برای بازگرداندن نیست", en: "there is nothing to undo")
            return note
        }
        // In a narrow window the other keys need the room more.
        let width = min(48, max(12, 12 + (self.width - 80) * 9 / 20, room))
        let name = Phrase(
            fa: undoable.title(.persian, width: width), en: undoable.title(.english, width: width))
        note.disabledReason = undoObstacle
        note.phrase = Phrase(fa: "\(note.phrase) «\(name)»", en: "\(note.phrase) “\(name)”")
        return note
    }

    /// The toast offers `u` only where that key takes something back.
    private func shownToast(_ context: ScreenContext) -> Toast? {
        guard var toast else { return nil }
        let field = screen.focusedField(context)
        if !modals.isEmpty || keymap.keys(of: "shell.undo").contains(where: { field?.takes($0) ?? false }) {
            toast.canBeUndone = false
        }
        return toast
    }

    /// The places of the screens that the menu shows.
    private var listed: [Int] { menuItems.indices.filter { !unlisted.contains($0) || $0 == current } }
}
