import Canvas
import Domain
import Persian

/// Draws the shell: title bar with breadcrumb and calendars, menu, footer.
struct ShellView {
    let layout: ShellLayout
    let title: TitleBar
    let menu: Menu
    let toast: Toast?
    let keymap: Keymap
    /// Whether the last row above the footer holds buttons, which are to stay in sight.
    var hasButtons = false
    let footer: Footer

    @MainActor
    func draw(in region: inout Region, content: (inout Region) -> Void) {
        region.fill(Style())
        region.part(cached: "title", of: title, height: 1) { title.draw(in: &$0) }
        region.part(
            cached: "menu", of: menu, top: layout.contentTop, width: layout.menuWidth, height: layout.contentHeight
        ) { menu.draw(in: &$0) }
        region.part(
            top: layout.contentTop, start: layout.contentStart, width: layout.contentWidth,
            height: layout.contentHeight, draw: content)
        if let toast { draw(toast, in: &region) }
        region.part(cached: "footer", of: footer, top: layout.height - 1, height: 1) { footer.draw(in: &$0) }
    }

    /// What happened, and that `u` takes it back.
    @MainActor
    private func draw(_ toast: Toast, in region: inout Region) {
        let widget = toast.widget(layout, hasButtons: hasButtons, region.language, keymap)
        let height = widget.height(width: region.width)
        let bottom = layout.height - (hasButtons ? 2 : 1)
        region.part(top: bottom - height, height: height) { widget.draw(in: &$0) }
    }

    static func drawTooSmall(in region: inout Region) {
        region.fill(Style())
        let language = region.language
        let (width, height) = (ShellLayout.minimumWidth, ShellLayout.minimumHeight)
        let text = Phrase(
            fa: "پنجره کوچک است: دست‌کم \(persianDigits(width)) ستون و \(persianDigits(height)) سطر لازم است.",
            en: "The window is too small: it needs \(width) columns and \(height) rows.")
        for (row, line) in TextLayout.wrap(text[language], width: max(1, region.width)).enumerated() {
            region.put(line, row: row, direction: .page, style: Style(.strong))
        }
    }
}

extension Toast {
    /// It takes the rows above the footer, or above a form's buttons, that it needs; one of the content stays.
    @MainActor
    func widget(
        _ layout: ShellLayout, hasButtons: Bool, _ language: Language, _ keymap: Keymap
    ) -> Canvas.Toast {
        let key = { (id: String) in keymap.keys(of: id).first?.displayName(language) ?? "" }
        let undo = KeyHints.Hint(key: key("shell.undo"), label: Phrase(fa: "بازگرداندن", en: "undo")[language])
        let rest = KeyHints.Hint(key: key("shell.wholeToast"), label: ShellBindings.wholeToast.phrase[language])
        let most = layout.contentHeight - (hasButtons ? 2 : 1)
        let text = [Span(phrase[language])]
        let whole = Canvas.Toast(severity, text, hint: canBeUndone ? undo : nil, mostLines: most)
        guard whole.isCut(width: layout.width) else { return whole }
        return Canvas.Toast(severity, text, hint: canBeUndone ? undo : nil, rest: rest, mostLines: most)
    }
}

/// Whose office this is, where one is in it, and what day it is.
struct TitleBar: Equatable {
    let officeName: String
    let day: Day
    /// The beginnings of lunar months, as `LunarCalendar` keeps them.
    let announced: [Int: Day]
    let isClockFixed: Bool
    /// What clocks show now, to the minute.
    let clock: String
    let path: [String]

    func draw(in region: inout Region) {
        region.fill(Style(.text, on: .panel), height: 1)
        let name = region(Phrase(fa: "خدمت", en: "Khedmat"))
        // A long name leaves the better half to where one is, and what day it is.
        let mark = " \(region.language.parts([name, officeName])) "
        let markWidth = min(textWidth(mark), max(24, region.width / 3))
        region.put(mark, row: 0, width: markWidth, direction: .page, style: Style(.onAccent, on: .accent, .bold))
        let pathWidth = path.reduce(0) { $0 + textWidth($1) + 3 }
        let clock = region.language.digits(clock)
        let clockWidth = textWidth(clock) + 2
        region.put(
            clock, row: 0, start: region.width - clockWidth + 1, width: clockWidth - 2, direction: .leftToRight,
            style: Style(.strong, on: .panel, .bold))
        // Where one is comes before the other calendars, which have half of the line as long as that stands whole.
        let least = path.last.map { textWidth(Breadcrumb.short($0)) } ?? 0
        let half = min(region.width / 2, region.width - markWidth - least - 5)
        let room = max(half, region.width - markWidth - pathWidth - 4) - clockWidth
        let calendars = Calendars(day: day, lunar: LunarCalendar(announced: announced), isFixed: isClockFixed)
            .spans(region.language, room: room)
        let calendarsWidth = calendars.reduce(0) { $0 + textWidth($1.text) }
        let end = region.width - 1 - clockWidth - calendarsWidth
        region.put(calendars, row: 0, start: max(0, end), style: Style(.muted, on: .panel))
        region.part(start: markWidth + 2, width: max(0, end - markWidth - 4), height: 1) {
            Breadcrumb(path).draw(in: &$0)
        }
    }
}

/// What the keys do here, and who works here.
struct Footer: Equatable {
    let role: Role
    let account: String
    /// The bindings that are shown where there is room, in their order.
    let hints: [BindingNote]

    /// Who works here, as the end of the footer says it.
    private static func who(_ role: Role, _ account: String, width: Int, _ language: Language) -> (
        text: String, width: Int
    ) {
        let text = width < ShellLayout.narrow ? account : language.parts([role.phrase[language], account])
        return (text, min(textWidth(text), width / 3))
    }

    /// How many columns of a footer the keys have.
    static func room(_ role: Role, _ account: String, width: Int, _ language: Language) -> Int {
        max(0, width - who(role, account, width: width, language).width - 4)
    }

    func draw(in region: inout Region) {
        region.fill(Style(.muted, on: .panel))
        let (who, whoWidth) = Self.who(role, account, width: region.width, region.language)
        region.put(
            who, row: 0, start: region.width - 1 - whoWidth, width: whoWidth, direction: .page,
            style: Style(.muted, on: .panel))
        let language = region.language
        let room = Self.room(role, account, width: region.width, language)
        // Where room is short, what can be done now comes first; what `u` would take back and help stay last.
        let kept = hints.suffix(1) + hints.dropLast().filter { $0.id == "shell.undo" && $0.disabledReason == nil }
        let others = hints.dropLast().filter { !kept.contains($0) }
        let shown =
            others.filter { $0.disabledReason == nil } + others.filter { $0.disabledReason != nil } + kept.reversed()
        let keys = shown.map {
            KeyHints.Hint(key: $0.keyName(language), label: $0.phrase[language], isEnabled: $0.disabledReason == nil)
        }
        region.part(start: 1, width: room) { KeyHints(keys, kept: kept.count).draw(in: &$0) }
    }
}
