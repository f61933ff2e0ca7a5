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
enum PointsListing: RecordListing, ColumnListing {
    typealias Item = ServicePoint
    typealias Line = PointRow
    static let id = "points"

    static let columns: [ListingColumn<PointRow>] =
        ListingColumn.fields { $0.point } + [
            .init(Phrase(fa: "خدمت امروز", en: "served today"), json: "servedToday") { row, _ in
                .number(row.servedToday)
            },
            .init(Phrase(fa: "نیاز باز", en: "open needs"), json: "openNeeds") { row, _ in .number(row.openNeeds) },
            .init(Phrase(fa: "حادثه باز", en: "open incidents"), json: "openIncidents") { row, _ in
                .number(row.openIncidents)
            },
        ]

    static func read(
        _ question: ListingQuestion, in reader: Reader, _ body: ([PointRow], JSON) throws(DecideError) -> Void
    ) throws(DecideError) {
        try reader.each(ServicePoint.self, matching: question.filter, limit: question.limit) {
            (point) throws(DecideError) in
            let noon = Moment(day: question.day, hour: 12, minute: 0, in: point.zone)
            guard let row = try reader.pointRow(point.code, noon) else { return }
            try body([row], point.json(question.masking))
        }
    }
}

/// Seasons in the columns of the sheet from which they are announced: a row an announcement of each.
enum SeasonsListing: RecordListing, ColumnListing {
    typealias Item = Season
    typealias Line = (season: Season, item: Announcement)
    static let id = "seasons"

    static func show(
        _ code: String, _ question: ListingQuestion, _ reader: Reader, in showing: inout Showing
    ) throws(DecideError) {
        try showing.showSeason(code, question, reader)
    }

    static let columns: [ListingColumn<Line>] = SeasonsSheet.listed(
        of: { $0.season },
        [
            .country: { Cell($0.item.country.phrase[$1.language]) },
            .month: { Cell($0.item.month.phrase[$1.language]) },
            .startsOn: { line, _ in .day(line.item.startsOn) },
            .status: { Cell($0.item.status.phrase[$1.language]) },
        ])

    static func read(
        _ question: ListingQuestion, in reader: Reader, _ body: ([Line], JSON) throws(DecideError) -> Void
    ) throws(DecideError) {
        try reader.each(Season.self, matching: question.filter, limit: question.limit) { (season) throws(DecideError) in
            try body(season.announcements.map { (season, $0) }, season.json(question.masking))
        }
    }
}
