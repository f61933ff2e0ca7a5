import Canvas
import Domain
import Persian
import Store

/// The dashboard: the shell around the screens. It knows no terminal; whoever runs it hands it events and shows
/// its frames.
///
///     let dashboard = try Dashboard(office, staff: staff, language: .persian, clock: Clock())
///     dashboard.resize(width: 120, height: 40)
///     try dashboard.refresh()
///     surface.present(dashboard.frame())
@MainActor
public final class Dashboard {
    private let office: OfficeFile
    private var staff: Staff
    private let clock: Clock
    private let screens: [any RunningScreen]
    private var current = 0
    private var badges: [String] = []
    private var officeName = ""
    private var width = 80
    private var height = 24
    private var showsHelp = false
    /// What the footer says until the next key.
    private var notice: Phrase?
    private var isStale = true

    public private(set) var language: Language

    public init(_ office: OfficeFile, staff: Staff, language: Language, clock: Clock) {
        self.office = office
        self.staff = staff
        self.language = language
        self.clock = clock
        screens = Screens.all()
    }

    /// The names of the screens, for `snapshot`.
    public var screenNames: [String] { screens.map(\.id) }

    /// Opens a screen by its name; false when there is none.
    public func open(_ name: String) -> Bool {
        guard let index = screens.firstIndex(where: { $0.id == name }) else { return false }
        if index != current { isStale = true }
        current = index
        return true
    }

    public func resize(width: Int, height: Int) {
        self.width = width
        self.height = height
    }

    private var screen: any RunningScreen { screens[current] }

    private var layout: ShellLayout { ShellLayout(width: width, height: height) }

    private var context: ScreenContext {
        ScreenContext(
            language: language, role: staff.role, masking: Masking(for: staff.role), day: clock.today(),
            width: layout.contentWidth, height: layout.contentHeight)
    }

    /// Reads everything again: the file has changed.
    public func refresh() throws(DecideError) {
        isStale = true
        try load()
    }

    /// Reads what the next frame shows.
    public func load() throws(DecideError) {
        let context = context
        let isChanged = isStale
        try office.view { (reader) throws(DecideError) in
            try screen.load(from: reader, context, isChanged: isChanged)
            guard isChanged else { return }
            // Whoever was shut out meanwhile sees nothing more.
            let account = staff.account
            guard let now = try reader.find(Staff.self, key: account), now.state == .active else {
                throw .refused(.unknownAccount(account, isDisabled: true))
            }
            staff = now
            officeName = try reader.setting("office.name").string ?? ""
            badges = []
            for screen in screens { badges.append(try screen.badge(reader, context)) }
        }
        isStale = false
    }

    /// Handles one event. Reads what the screen needs for the next one, but draws nothing.
    ///
    /// - Returns: what the one who runs the dashboard is to do.
    public func handle(_ event: Event) throws(DecideError) -> Effect? {
        if case .resize(let width, let height) = event {
            resize(width: width, height: height)
            try load()
            return nil
        }
        guard layout.isLargeEnough else { return quitOnly(event) }
        notice = nil
        if showsHelp {
            showsHelp = false
            if case .key(let key) = event, key.asBound == Key(.character("q")) { return nil }
        }
        guard let outcome = screen.handle(event, context) ?? shellOutcome(event) else { return nil }
        switch outcome {
        case .disabled(let reason):
            notice = reason
            return nil
        case .done(let effect):
            try load()
            return try carryOut(effect)
        }
    }

    private func shellOutcome(_ event: Event) -> Outcome? {
        guard case .key(let key) = event else { return nil }
        let bound = key.asBound
        if let binding = ShellBindings.all.first(where: { $0.keys.contains(bound) }) { return .done(binding.action) }
        guard case .character(let scalar) = bound.code, let digit = Int(String(scalar)),
            let target = screens.first(where: { $0.number == digit })
        else { return nil }
        return .done(.open(screen: target.id))
    }

    private func carryOut(_ effect: Effect?) throws(DecideError) -> Effect? {
        switch effect {
        case .switchLanguage:
            language = language == .persian ? .english : .persian
            try load()
            return nil
        case .open(let screen):
            if open(screen), isStale { try load() }
            return nil
        case .help:
            showsHelp = true
            return nil
        case .quit, .suspend, .redraw, nil: return effect
        }
    }

    /// In a window too small to show anything only leaving works; nothing is lost.
    private func quitOnly(_ event: Event) -> Effect? {
        guard case .key(let key) = event else { return nil }
        let bound = key.asBound
        return ShellBindings.all.first { $0.keys.contains(bound) && [.quit, .suspend, .redraw].contains($0.action) }?
            .action
    }

    /// The bindings of a screen and of the shell, as they are now.
    func notes(of name: String) -> [BindingNote] {
        guard let screen = screens.first(where: { $0.id == name }) else { return [] }
        let context = context
        return screen.notes(context) + ShellBindings.all.map { $0.note((), context) }
    }

    /// What the screen looks like now.
    public func frame() -> Frame {
        Region.frame(width: width, height: height, language: language) { region in
            guard layout.isLargeEnough else {
                ShellView.drawTooSmall(in: &region)
                return
            }
            let context = context
            let notes = notes(of: screen.id)
            let view = ShellView(
                layout: layout, officeName: officeName, day: context.day, isClockFixed: clock.isFixed, staff: staff,
                path: [screen.title[language]] + screen.path(), notice: notice,
                menu: screens.enumerated().map { index, screen in
                    .init(
                        number: language.digits(String(screen.number)), icon: screen.icon,
                        title: screen.title[language], badge: badges.indices.contains(index) ? badges[index] : "")
                },
                selected: current, notes: notes)
            view.draw(in: &region) { screen.view(in: &$0, context) }
            if showsHelp { HelpView(title: screen.title, notes: notes).draw(in: &region) }
        }
    }
}
