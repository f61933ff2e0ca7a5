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
    var isStale = true {
        didSet { if isStale { revision += 1 } }
    }
    /// The file's change mark when everything was last read; nil for a file that has none.
    private var mark: Int?
    /// Counts how often what was read became stale.
    private var revision = 1
    /// Whether the menu's figures are still to be read.
    private var areBadgesStale = true
    /// Whether the rows that a move brought into view are still to be read.
    var isLoadDue = false
    /// When what stands beside the list is to be read, after the last of several moves; nil when nothing waits.
    public internal(set) var debounceDeadline: ContinuousClock.Instant?

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
        if index != current { isStale = true }
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
            isMoving: debounceDeadline != nil, revision: revision, pack: office.pack, keymap: keymap)
    }

    /// Reads what the first frame shows. What stands beside the list and the menu's figures wait for
    /// ``readDebounced()``, which is due at once.
    public func begin() throws(DecideError) {
        debounceDeadline = .now
        try refresh()
    }

    /// Reads everything again: the file has changed.
    public func refresh() throws(DecideError) {
        isStale = true
        try load()
    }

    /// Reads everything again if the file has changed since it was read: the bell also rings for one's own commit,
    /// which was read with its answer.
    public func refreshIfChanged() throws(DecideError) {
        heedChanges()
        try load()
    }

    /// Marks what was read as stale if the file has changed.
    func heedChanges() {
        if mark == nil || office.changeMark != mark { isStale = true }
    }

    /// Reads the rows that moves brought into view, before they are drawn.
    public func catchUp() throws(DecideError) {
        if isLoadDue { try load() }
    }

    /// Reads what stands beside the list as well, once no move follows another.
    public func readDebounced() throws(DecideError) {
        debounceDeadline = nil
        try load()
    }

    /// Prefetches while nothing else is to be done: what a filter did not find at once, and rows that the next moves
    /// may bring into view.
    ///
    /// - Returns: whether there is more to be seen now.
    public func readAhead() throws(DecideError) -> Bool {
        var context = context
        let due = screen.rowsDue(context)
        let isDebounced = debounceDeadline.map { $0 <= .now } ?? false
        guard modals.isEmpty, helpOffset == nil, !isDebounced, due == .ahead || due == .search else { return false }
        context.isPrefetching = true
        try office.view { (reader) throws(DecideError) in
            try screen.load(from: reader, context, isChanged: false)
        }
        return due == .search
    }

    /// Reads what the next frame shows.
    public func load() throws(DecideError) {
        isLoadDue = false
        let context = context
        let isChanged = isStale
        if isChanged { mark = office.changeMark }
        try office.view { (reader) throws(DecideError) in
            try screen.load(from: reader, context, isChanged: isChanged)
            for modal in modals { try modal.load(from: reader, context, isChanged: isChanged) }
            if isChanged { try loadShell(reader, context) }
            if areBadgesStale, !context.isMoving { try loadBadges(reader, context) }
        }
        modals.removeAll(where: \.isFinished)
        // The role, the day and the language may have changed too.
        if isChanged { renderCache.removeAll() }
        isStale = false
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
        areBadgesStale = true
    }

    private func loadBadges(_ reader: Reader, _ context: ScreenContext) throws(DecideError) {
        for index in screens.indices {
            let badge = try readable(screens[index]).badge(reader, context)
            menuItems[index].badge = badge
            // The folded menu shows an alarm by this colour alone.
            menuItems[index].badgeColor = badge.hasPrefix("▲") ? .alarm : .muted
        }
        areBadgesStale = false
    }
}
