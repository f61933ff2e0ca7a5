import Domain
import Persian
import Store

enum ShiftsListing: PlainListing {
    typealias Item = Shift
    static let id = "shifts"
}

enum SuppliesListing: PlainListing {
    static let id = "supplies"
    typealias Item = Supply
    static let showsKey = true

    static func show(
        _ code: String, _ question: ListingQuestion, _ reader: Reader, in showing: inout Showing
    ) throws(DecideError) {
        try showing.showSupply(code, question, reader)
    }
}
enum TalliesListing: PlainListing {
    static let id = "tallies"
    typealias Item = Tally
    static let showsKey = true
}

/// Service points with how they stand today.
enum PointsListing: RecordListing {
    typealias Item = ServicePoint
    static let id = "points"

    private static let counted = [
        Phrase(fa: "خدمت امروز", en: "served today"), Phrase(fa: "نیاز باز", en: "open needs"),
        Phrase(fa: "حادثه باز", en: "open incidents"),
    ]

    static func headers(_ language: Language) -> [String] {
        (ServicePoint.columns.map(\.phrase) + counted).map { $0[language] }
    }

    static func each(
        _ question: ListingQuestion, in reader: Reader, _ body: (ListingRow) throws(DecideError) -> Void
    ) throws(DecideError) {
        try reader.each(ServicePoint.self, matching: question.filter, limit: question.limit) {
            (point) throws(DecideError) in
            let noon = Moment(day: question.day, hour: 12, minute: 0, in: point.zone)
            guard let row = try reader.pointRow(point.code, noon) else { return }
            let counts = [row.servedToday, row.openNeeds, row.openIncidents]
            let json = point.json(question.masking).adding(
                zip(["servedToday", "openNeeds", "openIncidents"], counts).map { .init($0, .integer($1)) })
            try body(ListingRow(cells: question.cells(point) + counts.map(String.init), json: json))
        }
    }
}

/// Seasons in the columns of the sheet from which they are announced: a row an announcement of each.
enum SeasonsListing: RecordListing {
    typealias Item = Season
    static let id = "seasons"

    static func show(
        _ code: String, _ question: ListingQuestion, _ reader: Reader, in showing: inout Showing
    ) throws(DecideError) {
        try showing.showSeason(code, question, reader)
    }

    static func headers(_ language: Language) -> [String] {
        SeasonsSheet.written.map { SeasonsSheet.header(of: $0, in: language) }
    }

    static func each(
        _ question: ListingQuestion, in reader: Reader, _ body: (ListingRow) throws(DecideError) -> Void
    ) throws(DecideError) {
        try reader.each(Season.self, matching: question.filter, limit: question.limit) { (season) throws(DecideError) in
            let rows = season.announcements.map { item in
                SeasonsSheet.written.map { column in
                    switch column {
                    case .year: season.key
                    case .country: item.country.phrase[question.language]
                    case .month: item.month.phrase[question.language]
                    case .startsOn: item.startsOn.jalaliText(.english)
                    case .status: item.status.phrase[question.language]
                    }
                }
            }
            try body(ListingRow(rows: rows, json: season.json(question.masking)))
        }
    }
}
