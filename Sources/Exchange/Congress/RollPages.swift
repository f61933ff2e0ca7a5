import Domain
import Persian
import Store

/// The roll of honour of an edition of the congress: a cover, and the published names by the day of death with their
/// biographies. Names since the edition before come first.
struct RollPages: Printable {
    private let congress: Congress
    private let previous: Congress?
    private let martyrs: [Martyr]
    private let groups: [String: String]
    private let office: String

    /// - Parameter year: the edition's, in any digits.
    init(_ year: String, in reader: Reader) throws(DecideError) {
        let key = normalisedCode(year) ?? year
        guard let congress = try reader.find(Congress.self, key: key) else {
            throw .refused(.notFound(Congress.kind, year, field: "code"))
        }
        self.congress = congress
        previous = try reader.congresses().first { $0.to < congress.from }
        martyrs = try reader.roll(of: congress)
        var groups: [String: String] = [:]
        for group in martyrs.compactMap(\.group) where groups[group] == nil {
            groups[group] = try reader.find(Group.self, key: group)?.name
        }
        self.groups = groups
        office = try reader.setting("office.name").string ?? ""
    }

    var count: Int { martyrs.count }

    /// In Persian, as everything that the congress hands out.
    func pages() throws(PageError) -> PrintedPages {
        let language = Language.persian
        let values: [String: Any] = [
            "office": office, "city": congress.city, "venue": congress.venue,
            "number": language.digits(String(congress.number)),
            "year": language.digits(congress.year),
            "from": congress.from.longText(.jalali, language), "to": congress.to.longText(.jalali, language),
            "count": language.number(martyrs.count), "isEmpty": martyrs.isEmpty,
            "previous": previous?.city ?? "", "previousYear": previous.map { language.digits($0.year) } ?? "",
            "parts": parts.filter { !$0.martyrs.isEmpty }.map { part in
                ["title": part.title, "martyrs": part.martyrs.map { entry($0, language) }] as [String: Any]
            },
        ]
        let cover = try PrintedPages.render(PackageResources.rollcover_mustache, values)
        let names = try PrintedPages.render(PackageResources.roll_mustache, values)
        return PrintedPages(
            title: "فهرست شهدای جهادگر، \(congress.city) \(language.digits(congress.year))", style: Self.style,
            sheets: [cover, names])
    }

    /// Those who died since the edition before, and those whom it commemorated.
    private var parts: [(title: String, martyrs: [Martyr])] {
        guard let previous else { return [("", martyrs)] }
        let isNew = { (martyr: Martyr) in martyr.diedOn > previous.to }
        return [
            ("شهدای پس از کنگره \(previous.city)", martyrs.filter(isNew)),
            ("شهدای دوره‌های پیش", martyrs.filter { !isNew($0) }),
        ]
    }

    private func entry(_ martyr: Martyr, _ language: Language) -> [String: Any] {
        [
            "name": martyr.name, "diedOn": martyr.diedOn.longText(.jalali, language), "place": martyr.place,
            "group": martyr.group.flatMap { groups[$0] } ?? "",
            "paragraphs": (martyr.biography ?? "").split(whereSeparator: \.isNewline).map(String.init),
        ]
    }

    private static let style = """
        .sheet { height: auto; min-height: 297mm; overflow: visible }
        .cover { height: 269mm; border: .5mm solid #b08d3c; outline: .2mm solid #b08d3c; outline-offset: -2.5mm; padding: 22mm 14mm; text-align: center }
        .cover h1 { margin-top: 62mm; font-size: 34pt; font-weight: 600; line-height: 1.5; overflow-wrap: anywhere }
        .cover h2 { font-size: 16pt; font-weight: 400; color: #6b5523; margin-top: 6mm; overflow-wrap: anywhere }
        .cover p { font-size: 12pt; color: #52606d; line-height: 1.9; overflow-wrap: anywhere }
        .cover .count { margin-top: 40mm }
        .rule { display: inline-block; width: 46mm; border-top: .4mm solid #b08d3c; margin: 6mm 0 }
        .roll h2 { font-size: 13pt; font-weight: 400; color: #6b5523; border-bottom: .3mm solid #b08d3c; padding-bottom: 2mm; margin: 0 0 6mm; break-after: avoid }
        .roll section + section { margin-top: 12mm }
        article { break-inside: avoid; margin-bottom: 9mm }
        article h3 { font-size: 17pt; font-weight: 600; margin: 0; overflow-wrap: anywhere }
        article .when { font-size: 10.5pt; color: #6b5523; margin: 1mm 0 2mm; overflow-wrap: anywhere }
        article p { font-size: 11.5pt; line-height: 1.95; text-align: justify; overflow-wrap: anywhere }
        .none { color: #52606d; text-align: center; margin-top: 60mm }
        @page { margin: 14mm }
        @media print { .sheet { width: auto; min-height: 0; padding: 0 } .cover { height: 266mm } }
        """
}
