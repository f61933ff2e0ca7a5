/// The names that a template of bulletins may use. `README.md` beside this tells them to those who write one.
struct BulletinNames: Sendable {
    /// What is filled in as text, escaped. Each may stand as a section too, left out where it is empty.
    var texts: Set<String> = []
    /// Our own drawings and texts already set, which alone may stand unescaped.
    var drawings: Set<String> = []
    /// What there may be several of, each with names of its own.
    var lists: [String: BulletinNames] = [:]

    static let all = BulletinNames(
        texts: ["office", "title", "called", "date", "season"],
        drawings: ["monthsChart", "packagesChart", "map"],
        lists: [
            "lead": BulletinNames(texts: ["text"]), "errata": BulletinNames(texts: ["edition", "date", "note"]),
            "stories": BulletinNames(
                texts: ["code", "title", "about", "author"], drawings: ["body"],
                lists: ["pictures": BulletinNames(texts: ["image", "alt"])]),
            "figures": BulletinNames(texts: ["name", "label", "value", "source", "listing"]),
            "months": BulletinNames(texts: ["name", "personDays", "packages"]),
            "provinces": BulletinNames(texts: ["name", "value"]),
        ])

    /// All that may be filled in here, for a refusal.
    var told: [String] { (Array(texts) + Array(drawings) + Array(lists.keys)).sorted() }
}
