import Domain
import Persian
import Store

extension Showing {
    /// A season with 20 Safar by each country's announcements, and how far it is.
    mutating func showSeason(
        _ code: String, _ question: ListingQuestion, _ reader: Reader
    ) throws(DecideError) {
        try show(Season.self, latinDigits(code), question, reader)
        guard let year = Int(latinDigits(code)), let dates = try reader.season(year) else { return }
        var members: [JSON.Member] = []
        for country in Country.allCases {
            guard let day = dates.arbaeen[country] else { continue }
            let left = day - question.day
            facts.append(
                (
                    Phrase(fa: "۲۰ صفر در \(country.phrase)", en: "20 Safar in \(country.phrase)"),
                    Phrase(
                        fa:
                            "\(day.longText(.jalali, .persian))\(left >= 0 ? " (\(persianDigits(left)) روز دیگر)" : "")",
                        en: "\(day.longText(.jalali, .english))\(left >= 0 ? " (in \(left, "day"))" : "")")
                ))
            members.append(.init(country.rawValue, .object([.init("day", day.json), .init("left", .integer(left))])))
        }
        json = json.adding([.init("arbaeen", .object(members))])
    }

    /// The stock of an item at a point, `AP-1/آب معدنی`, however it is spelt.
    mutating func showSupply(
        _ code: String, _ question: ListingQuestion, _ reader: Reader
    ) throws(DecideError) {
        let parts = code.split(separator: "/", maxSplits: 1).map(String.init)
        let key = parts.count == 2 ? Supply.key(normalisedCode(parts[0]) ?? parts[0], parts[1]) : code
        try show(Supply.self, key, question, reader)
    }
}
