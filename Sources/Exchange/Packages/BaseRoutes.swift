import Domain
import Persian
import Store

/// The list with which a base goes out: by place, each on pages of its own, the households that have got nothing in a
/// campaign, with room for a signature. On A4.
struct BaseRoutes: Printable {
    let base: Base
    let campaign: Campaign
    let day: Day
    let masking: Masking
    let office: String
    /// The households of each place.
    let routes: [(place: String, households: [HouseholdRow])]

    /// - Parameter key: the code of the base, with that of the campaign where it is not the current one: `B-01/RM-1401`.
    /// - Throws: `not-found` for the base and the campaign.
    init(_ key: String, on day: Day, for masking: Masking, in reader: Reader) throws(DecideError) {
        (base, campaign) = try Self.subject(key, day, reader)
        self.day = day
        self.masking = masking
        office = try reader.setting("office.name").string ?? ""
        var routes: [(place: String, households: [HouseholdRow])] = []
        let filter = HouseholdFilter(scope: .unserved, campaign: campaign.code, base: base.code)
        try reader.eachHousehold(filter) { (row) throws(DecideError) in
            // Places are one however they are spelt.
            if routes.last?.place.folded() == row.household.place.folded() {
                routes[routes.count - 1].households.append(row)
            } else {
                routes.append((row.household.place, [row]))
            }
            return true
        }
        self.routes = routes
    }

    /// A code may hold slashes itself, so the whole key is tried first.
    private static func subject(
        _ key: String, _ day: Day, _ reader: Reader
    ) throws(DecideError) -> (Base, Campaign) {
        let code = normalisedCode(key) ?? key
        if let base = try reader.find(Base.self, key: code) {
            if let campaign = try reader.currentCampaign(on: day) { return (base, campaign) }
            throw .refused(.missing("campaign", Campaign.kind.phrase))
        }
        for index in key.indices where key[index] == "/" {
            let (first, rest) = (String(key[..<index]), String(key[key.index(after: index)...]))
            guard let base = try reader.find(Base.self, key: normalisedCode(first) ?? first) else { continue }
            if let campaign = try reader.find(Campaign.self, key: normalisedCode(rest) ?? rest) {
                return (base, campaign)
            }
            throw .refused(.notFound(Campaign.kind, rest, field: "campaign"))
        }
        throw .refused(.notFound(Base.kind, code, field: "code"))
    }

    var count: Int { 1 }

    var disclosed: Int { masking.isWhole ? routes.reduce(0) { $0 + $1.households.count } : 0 }

    /// How many households stand on a sheet: as many as A4 has room for, with two lines to each.
    private static let rows = 18

    func pages() throws(PageError) -> PrintedPages {
        var sheets: [String] = []
        for route in routes {
            let households = route.households
            let pages = (households.count + Self.rows - 1) / Self.rows
            for page in 0..<pages {
                let shown = households[page * Self.rows..<min((page + 1) * Self.rows, households.count)]
                sheets.append(try sheet(route.place, households.count, shown, first: page * Self.rows, page, of: pages))
            }
        }
        if sheets.isEmpty { sheets = [try sheet("", 0, [], first: 0, 0, of: 1)] }
        return PrintedPages(title: "\(base.code) \(campaign.code)", style: Self.style, sheets: sheets)
    }

    private func sheet(
        _ place: String, _ count: Int, _ households: ArraySlice<HouseholdRow>, first: Int, _ page: Int, of pages: Int
    ) throws(PageError) -> String {
        let language = Language.persian
        return try PrintedPages.render(
            PackageResources.base_mustache,
            [
                "office": office, "base": base.name, "baseCode": base.code, "campaign": campaign.title,
                "campaignCode": campaign.code,
                "day": "\(day.weekday.name[.persian]) \(day.longText(.jalali, .persian))", "place": place,
                "count": language.number(count), "hasPages": pages > 1, "page": language.number(page + 1),
                "pages": language.number(pages), "isEmpty": households.isEmpty,
                "rows": households.enumerated().map { offset, row in values(row, number: first + offset + 1) },
            ])
    }

    private func values(_ row: HouseholdRow, number: Int) -> [String: Any] {
        let household = row.household
        return [
            "number": Language.persian.number(number), "code": household.code,
            "name": masking.mask(household.headName), "id": persianDigits(masking.mask(household.head)),
            "size": Language.persian.number(household.size),
            "mobile": household.mobile.map { persianDigits(masking.mask($0)) } ?? "",
            "missed": row.servedWith.map { "با \(Language.persian.isolated($0.household)) گرفته است" }
                ?? row.miss.map { "\($0.reason.phrase.fa)، \($0.on.jalaliText(.persian))" } ?? "",
        ]
    }

    private static let style = """
        .sheet { padding: 12mm 12mm }
        h1 { font-size: 15pt; color: #14705c; overflow-wrap: anywhere; margin: 1mm 0 }
        .head { color: #52606d; font-size: 10pt }
        .place { font-size: 13pt; font-weight: bold; margin: 2mm 0; overflow-wrap: anywhere }
        table { font-size: 9.5pt; margin-top: 2mm }
        th { background: #e4efec }
        td { height: 12mm; padding: .8mm 1.5mm; vertical-align: middle; overflow-wrap: anywhere }
        .number { direction: ltr; unicode-bidi: isolate; white-space: nowrap }
        .name { width: 42mm } .sign { width: 40mm }
        .missed { color: #9b1c1c; font-size: 8.5pt }
        .foot { position: absolute; bottom: 7mm; inset-inline: 12mm; color: #52606d; font-size: 9pt }
        """
}
