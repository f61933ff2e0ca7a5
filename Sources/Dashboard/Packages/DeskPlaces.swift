import Domain
import Persian
import Store

/// The campaign that is handed out now, and the bases that do.
struct DeskPlaces: Hashable {
    struct Place: Hashable {
        let base: String
        let name: String
        /// What it holds, and what it handed out today.
        let held: Int
        let today: Int
    }

    var campaign: Campaign?
    /// The codes of all campaigns that packages are handed out in.
    var open: [String] = []
    /// Those that have or had packages; in a pack its own alone.
    var all: [Place] = []
}

extension Reader {
    /// - Parameter chosen: the campaign that the desk stays with; nil for the one that people mean today.
    func deskPlaces(_ chosen: String?, _ context: ScreenContext) throws(DecideError) -> DeskPlaces {
        let subject = context.pack?.subject
        var found = try (subject?.campaign ?? chosen).flatMapTyped { (code) throws(DecideError) in
            try find(Campaign.self, key: code)
        }
        if found == nil { found = try currentCampaign(on: context.day) }
        guard let campaign = found else { return DeskPlaces() }
        let open = subject?.campaign == nil ? try campaigns().filter { $0.state == .open }.map(\.code) : []
        let rows = try stockRows(of: campaign.code, days: context.day...context.day)
        let places = rows.compactMap { row in
            row.place.base.map {
                DeskPlaces.Place(base: $0, name: row.name, held: row.stock.held, today: row.days[0])
            }
        }
        guard let own = subject?.campaign == nil ? nil : subject?.key else {
            return DeskPlaces(campaign: campaign, open: open, all: places)
        }
        let name = try find(Base.self, key: own)?.name ?? own
        let here = places.first { $0.base == own } ?? DeskPlaces.Place(base: own, name: name, held: 0, today: 0)
        return DeskPlaces(campaign: campaign, all: [here])
    }
}
