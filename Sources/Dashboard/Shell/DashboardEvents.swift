import Canvas
import Domain
import Persian

/// Passes keys and other events on, and carries out the effects that are asked for.
extension Dashboard {
    /// Handles one event. Reads what the screen needs for the next one, but draws nothing.
    ///
    /// - Parameter isLive: somebody is at the keys: a move in a list reads only the list's own rows, in ``catchUp()``,
    ///   and the rest in ``readDebounced()``, at ``debounceDeadline``.
    /// - Returns: what the one who runs the dashboard is to do.
    public func handle(_ event: Event, isLive: Bool = false) throws(DecideError) -> Effect? {
        let context = context
        let isMove = isLive && modals.isEmpty && helpOffset == nil && screen.isMove(event, context)
        if reads.isMoving, !isMove { try readDebounced() }
        if case .resize(let width, let height) = event {
            resize(width: width, height: height)
            try load()
            return nil
        }
        guard layout.isLargeEnough else { return quitOnly(event) }
        if let toast, case .key(let key) = event, [ShellBindings.wholeToast].meant(by: key, keymap) != nil,
            toast.widget(layout, hasButtons: hasButtons, language, keymap).isCut(width: width)
        {
            modals.append(WholeToast(toast))
            self.toast = nil
            return nil
        }
        toast = nil
        if let offset = helpOffset {
            if let effect = shellEffect(event), effect != .help { return try carryOut([effect]) }
            helpOffset = scrolled(offset, by: event)
            return nil
        }
        if let modal = modals.last {
            let effects = modal.handle(event, context)
            return try carryOut(shellEffect(event).map { [$0] } ?? effects)
        }
        guard let outcome = screen.handle(event, context) ?? shellOutcome(event) else { return nil }
        switch outcome {
        case .disabled(let reason):
            toast = Toast(.warning, reason)
            return nil
        case .done(let effect):
            if isMove, effect == nil {
                guard reads.move(screen.rowsDue(context)) else { return nil }
            }
            return try carryOut(effect.map { [$0] } ?? [])
        }
    }

    /// What works even over a form, where its key is no letter: suspending, redrawing and help.
    private func shellEffect(_ event: Event) -> Effect? {
        guard case .key(let key) = event, !key.isText else { return nil }
        return ShellBindings.overModals.meant(by: key, keymap)?.action
    }

    private func shellOutcome(_ event: Event) -> Outcome? {
        guard case .key(let key) = event else { return nil }
        if let binding = ShellBindings.all.meant(by: key, keymap) { return .done(binding.action) }
        let bound = key.asBound
        return screens.first { openingKey(of: $0) == bound }.map { .done(.open(screen: $0.id)) }
    }

    /// The digit of a screen.
    func openingKey(of screen: any RunningScreen) -> Key? { keymap.keys(of: "open.\(screen.id)").first }

    /// Does what a screen or a modal asked for, and hands on what only the one who runs the dashboard can do.
    func carryOut(_ effects: [Effect]) throws(DecideError) -> Effect? {
        var outward: Effect?
        for effect in effects {
            switch effect {
            case .quit:
                if let question = unsavedQuestion {
                    modals.append(QuestionModal(question, language))
                } else {
                    outward = effect
                }
            case .quitLosing: outward = .quit
            case .suspend, .redraw, .demo, .theme: outward = effect
            case .switchLanguage:
                language = language == .persian ? .english : .persian
                // Some of what was read is text in the former language.
                reads.invalidate()
            case .open(let screen): _ = open(screen)
            case .nextScreen(let step): openNext(step)
            case .show(let name, let key): try show(key, on: name)
            case .record(let name, let entry): try show(name, entry: entry)
            case .help: helpOffset = 0
            case .toast(let toast): self.toast = toast
            case .close: _ = modals.popLast()
            case .palette: modals.append(PaletteModal(self))
            case .perform(let id):
                switch screen.perform(id, self.context) {
                case .disabled(let reason): toast = Toast(.warning, reason)
                case .done(let effect?): outward = try carryOut([effect]) ?? outward
                case .done(nil), nil: break
                }
            case .backup: backup()
            case .form(let request): try openForm(request)
            case .ask(let question): modals.append(QuestionModal(question, language))
            case .importSheet(let sheet): modals.append(ImportModal(self, sheet))
            case .part(let effect): try effect.base.carryOut(in: self)
            case .send(let sending): send(sending, from: modals.last)
            case .print(let kind, let code): modals.append(PrintModal(kind, code, self))
            case .undo: try undo()
            case .redo: try redo()
            case .undoList: modals.append(UndoList())
            case .takeBack(let name): try takeBack(name)
            }
        }
        try load()
        if let next = screen.followUp(context) { outward = try carryOut([next]) ?? outward }
        return outward
    }

    /// Opens the screen that the menu shows next, or before.
    private func openNext(_ step: Int) {
        var next = current
        repeat { next = (next + step + screens.count) % screens.count } while unlisted.contains(next) && next != current
        _ = open(screens[next].id)
    }

    /// Where help is scrolled to by a key; any but those that move closes it.
    private func scrolled(_ offset: Int, by event: Event) -> Int? {
        guard case .key(let key) = event else { return offset }
        let (last, page) = HelpView.scrolling(notes, width: width, height: height, language)
        guard last > 0, let move = ListMove.meant(by: key, keymap) else { return nil }
        return min(offset, last).moved(move, in: last + 1, page: page)
    }

    /// In a window too small to show anything only leaving works; nothing is lost.
    private func quitOnly(_ event: Event) -> Effect? {
        guard case .key(let key) = event else { return nil }
        return ShellBindings.inSmallWindow.meant(by: key, keymap)?.action
    }
}
