import Canvas
import Domain
import Persian
import Store

/// The dashboard: the shell around the screens. It knows no terminal; whoever runs it hands it events and shows
/// its frames.
///
///     let dashboard = Dashboard(office, staff: staff, writer: writer, drafts: drafts, language: .persian, clock: Clock())
///     dashboard.resize(width: 120, height: 40)
///     try dashboard.refresh()
///     surface.present(dashboard.frame())
@MainActor
public final class Dashboard {
    var office: OfficeFile
    var writer: Writer
    let drafts: Drafts
    let clock: Clock
    let screens: [any RunningScreen]
    let keymap: Keymap
    private(set) var current = 0
    /// How the menu shows each of the screens.
    private(set) var menuItems: [Menu.Item] = []
    /// The screens that the menu leaves out, by their places: there is nothing on them yet.
    private(set) var unlisted: Set<Int> = []
    private(set) var officeName = ""
    /// The lunar calendar as Iran announced it.
    private(set) var lunar = LunarCalendar()
    private(set) var width = 80
    private(set) var height = 24
    /// The first row of help that is shown; nil while it is closed.
    var helpOffset: Int?
    /// What the last frame drew.
    let renderCache = RenderCache()
    /// When what is read.
    var reads = ReadScheduler()
    /// When what stands beside the list is to be read, after the last of several moves; nil when nothing waits.
    public var debounceDeadline: ContinuousClock.Instant? { reads.deadline }

    var staff: Staff
    /// Forms, questions and the like over the screen, the topmost last.
    var modals: [any Modal] = []
    /// What stands above the footer until the next key.
    var toast: Toast?
    /// What `u` would take back and Ctrl-R would do again.
    var undoable: NamedAct?
    /// Why `u` could not take it back now.
    var undoObstacle: Phrase?
    var redoable: NamedAct?
    /// Whether an undo is running; no other is begun meanwhile.
    var isUndoing = false
    /// The ids of the commands and imports that were sent from here since it was opened.
    var ownActs: Set<String> = []

    public internal(set) var language: Language

    /// - Parameters:
    ///   - staff: who works here.
    ///   - writer: carries commands out on its own queue; whoever runs the dashboard delivers its answers.
    public init(
        _ office: OfficeFile, staff: Staff, writer: Writer, drafts: Drafts, language: Language, clock: Clock,
        keymap: Keymap = .standard
    ) {
        self.office = office
        self.staff = staff
        self.writer = writer
        self.drafts = drafts
        self.language = language
        self.clock = clock
        self.keymap = keymap
        screens = Screens.all(in: office.pack)
        _ = open(Screens.first(for: staff.role, in: office.pack))
    }

    /// The names of the screens, for `snapshot`.
    public var screenNames: [String] { screens.map(\.id) }

    /// Opens a screen by its name; false when there is none.
    public func open(_ name: String) -> Bool {
        guard let index = screens.firstIndex(where: { $0.id == name }) else { return false }
        if index != current { reads.invalidate() }
        current = index
        return true
    }

    public func resize(width: Int, height: Int) {
        self.width = width
        self.height = height
    }

    /// The screen that is open; where this person may not read it, one that says so.
    var screen: any RunningScreen { readable(screens[current]) }

    private func readable(_ screen: any RunningScreen) -> any RunningScreen {
        staff.role.mayRead(screen.shows) ? screen : ClosedScreen(screen)
    }

    var layout: ShellLayout { ShellLayout(width: width, height: height) }

    var context: ScreenContext {
        let now = clock.now()
        return ScreenContext(
            language: language, account: staff.account, role: staff.role, masking: Masking(for: staff.role), now: now,
            day: now.day(in: .tehran), width: layout.contentWidth, height: layout.contentHeight,
            revision: reads.revision, pack: office.pack, keymap: keymap)
    }

    /// Reads what the first frame shows. What stands beside the list and the menu's figures wait for
    /// ``readDebounced()``, which is due at once.
    public func begin() throws(DecideError) {
        reads.begin()
        try refresh()
    }

    /// Reads everything again: the file has changed.
    public func refresh() throws(DecideError) {
        reads.invalidate()
        try load()
    }

    /// Reads everything again if the file has changed since it was read: the bell also rings for one's own commit,
    /// which was read with its answer.
    public func refreshIfChanged() throws(DecideError) {
        reads.heed(office.changeMark)
        try load()
    }

    /// Reads the rows that moves brought into view, before they are drawn.
    public func catchUp() throws(DecideError) {
        if reads.areRowsDue { try load() }
    }

    /// Reads what stands beside the list as well, once no move follows another.
    public func readDebounced() throws(DecideError) {
        reads.rest()
        try load()
    }

    /// Prefetches while nothing else is to be done: what a filter did not find at once, and rows that the next moves
    /// may bring into view.
    ///
    /// - Returns: whether there is more to be seen now.
    public func readAhead() throws(DecideError) -> Bool {
        var context = context
        let due = screen.rowsDue(context)
        guard modals.isEmpty, helpOffset == nil, !reads.isRested, due == .ahead || due == .search else { return false }
        context.isPrefetching = true
        try office.view { (reader) throws(DecideError) in try screen.load(from: reader, context, beside: false) }
        return due == .search
    }

    /// Reads what the next frame shows.
    public func load() throws(DecideError) {
        let context = context
        let reading = reads.reading(office.changeMark, isCovered: !modals.isEmpty)
        try office.view { (reader) throws(DecideError) in
            try screen.load(from: reader, context, beside: reading.readsBeside)
            for modal in modals { try modal.load(from: reader, context) }
            if reading.isStale { try loadShell(reader, context) }
            if reading.readsFigures { try loadFigures(reader, context) }
        }
        modals.removeAll(where: \.isFinished)
        // The role, the day and the language may have changed too.
        if reading.isStale { renderCache.removeAll() }
        reads.completed(reading)
    }

    private func loadShell(_ reader: Reader, _ context: ScreenContext) throws(DecideError) {
        // An account that was disabled meanwhile sees nothing more.
        let account = staff.account
        guard let now = try reader.find(Staff.self, key: account), now.state == .active else {
            throw .refused(.unknownAccount(account, isDisabled: true))
        }
        // Forms and lists over the screen were opened under the former role.
        if now.role != staff.role { modals = [] }
        staff = now
        let name = try reader.setting("office.name").string ?? ""
        officeName = office.pack?.header(context.language) ?? name
        lunar = try reader.seasons().calendar(of: .iran)
        try loadActs(reader, context)
        let badges = menuItems.map(\.badge)
        menuItems = []
        unlisted = []
        for index in screens.indices {
            let screen = readable(screens[index])
            menuItems.append(
                Menu.Item(
                    number: openingKey(of: screen)?.shown(language) ?? "", icon: screen.icon,
                    title: screen.title[language], badge: badges.isEmpty ? "" : badges[index]))
            if try !screen.isListed(reader) { unlisted.insert(index) }
        }
    }

    private func loadFigures(_ reader: Reader, _ context: ScreenContext) throws(DecideError) {
        for index in screens.indices {
            let badge = try readable(screens[index]).badge(reader, context)
            menuItems[index].badge = badge
            // The folded menu shows an alarm by this colour alone.
            menuItems[index].badgeColor = badge.hasPrefix("▲") ? .alarm : .muted
        }
    }
}
