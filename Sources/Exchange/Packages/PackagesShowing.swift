import Domain
import Persian
import Store

extension Showing {
    /// A campaign with its figures, and what its store and each base hold.
    mutating func showCampaign(
        _ code: String, _ question: ListingQuestion, _ reader: Reader
    ) throws(DecideError) {
        try show(Campaign.self, code, question, reader)
        let key = normalisedCode(code) ?? code
        guard let campaign = try reader.find(Campaign.self, key: key),
            let figures = try reader.campaignFigures(campaign.code)
        else { return }
        let told = CampaignFigures.told.map { ($0.name, $0.phrase, figures[keyPath: $0.figure]) }
        for (_, phrase, figure) in told { facts.append((phrase, Phrase(fa: "\(figure)", en: "\(figure)"))) }
        let rows = try reader.stockRows(of: campaign.code, days: campaign.days)
        for row in rows { facts.append((row.label, row.stock.told)) }
        json = json.adding(
            told.map { .init($0.0, .integer($0.2)) } + [
                .init("stocks", .list(rows.map { $0.stock.json(at: $0.place) }))
            ])
    }

    /// What a base, `RM-1401/B-01`, or the store of a campaign, `RM-1401`, holds, with its latest movements.
    mutating func showStock(
        _ code: String, _ question: ListingQuestion, _ reader: Reader
    ) throws(DecideError) {
        guard let row = try reader.stockRow(code) else {
            throw .refused(.notFound(RecordKind("stock", StocksListing.title), code, field: "code"))
        }
        facts.append((Campaign.kind.phrase, Phrase(fa: row.place.campaign, en: row.place.campaign)))
        facts.append((Phrase(fa: "جا", en: "place"), row.label))
        for figure in Stock.told {
            let count = row.stock[keyPath: figure.figure]
            facts.append((figure.phrase, Phrase(fa: "\(count)", en: "\(count)")))
        }
        let lines = try reader.stockLines(at: row.place, limit: 50)
        for line in lines { facts.append((line.move.phrase, try reader.title(of: line))) }
        json = row.stock.json(at: row.place).adding([
            .init("movements", .list(lines.map { $0.json(question.masking) }))
        ])
    }

    /// A household with all it got, when it was missed, and whom it resembles.
    mutating func showHousehold(
        _ code: String, _ question: ListingQuestion, _ reader: Reader
    ) throws(DecideError) {
        let key = try reader.household(code, question.masking)
        try show(Household.self, key, question, reader)
        let deliveries = try reader.deliveries(toHousehold: key)
        let misses = try reader.misses(ofHousehold: key)
        let suspects = try reader.suspects(of: key)
        for delivery in deliveries {
            facts.append((Delivery.kind.phrase, try reader.told(delivery)))
            for double in try reader.doubles(of: delivery) {
                facts.append((Phrase(fa: "تحویل مشترک", en: "double delivery"), try reader.told(double)))
            }
        }
        for miss in misses { facts.append((Miss.kind.phrase, try reader.title(of: miss))) }
        for row in suspects {
            let other = row.a.code == key ? row.b : row.a
            let verdict = row.verdict.map { Phrase(fa: "، \($0.verdict.phrase)", en: ", \($0.verdict.phrase)") }
            let alike = row.likeness.told(question.masking)
            facts.append(
                (
                    SuspectsListing.title,
                    Phrase(fa: "\(other.code) (\(alike))\(verdict)", en: "\(other.code) (\(alike))\(verdict)")
                ))
        }
        json = json.adding([
            .init("deliveries", .list(deliveries.map { $0.json(question.masking) })),
            .init("misses", .list(misses.map { $0.json(question.masking) })),
            .init("suspects", .list(suspects.map { $0.json(question.masking) })),
        ])
    }

    /// A delivery, and the ones of which neither desk knew.
    mutating func showDelivery(
        _ code: String, _ question: ListingQuestion, _ reader: Reader
    ) throws(DecideError) {
        try show(Delivery.self, code, question, reader)
        guard let delivery = try reader.find(Delivery.self, key: code) else { return }
        let doubles = try reader.doubles(of: delivery)
        for double in doubles {
            facts.append((Phrase(fa: "تحویل مشترک", en: "double delivery"), try reader.told(double)))
        }
        json = json.adding([.init("doubles", .list(doubles.map { $0.json(question.masking) }))])
    }

    /// Two households side by side: `H-00001/H-00002`.
    mutating func showSuspect(
        _ code: String, _ question: ListingQuestion, _ reader: Reader
    ) throws(DecideError) {
        let codes = code.split(separator: "/").map { normalisedCode(String($0)) ?? String($0) }
        guard codes.count == 2, let row = try reader.suspect(HouseholdPair(codes[0], codes[1])) else {
            throw .refused(.notFound(RecordKind("suspect", SuspectsListing.title), code, field: "code"))
        }
        for column in Household.columns {
            for household in [row.a, row.b] where column.read(household) != .null {
                let value = Phrase(
                    fa: household.display(column, .persian, question.masking),
                    en: household.display(column, .english, question.masking))
                facts.append((column.phrase, value))
            }
        }
        facts.append((Phrase(fa: "همانندی", en: "alike"), row.likeness.told(question.masking)))
        if let verdict = row.verdict {
            facts.append((HouseholdVerdictFields.verdict.column.phrase, verdict.verdict.phrase))
        }
        json = row.json(question.masking)
    }
}

extension Reader {
    /// The code of a household that is named by it or, by those who may know it, by a national ID of it.
    fileprivate func household(_ typed: String, _ masking: Masking) throws(DecideError) -> String {
        if masking.isWhole, let id = try? NationalID(typed), let found = try households(of: id.digits).first {
            return found.code
        }
        return normalisedCode(typed) ?? typed
    }

    /// The stock of a campaign's base or store; nil where there is none. A code may hold slashes itself.
    fileprivate func stockRow(_ code: String) throws(DecideError) -> StockRow? {
        let key = normalisedCode(code) ?? code
        for campaign in try campaigns() {
            let rows = try stockRows(of: campaign.code, days: campaign.days)
            let found = rows.first { row in
                key == ([row.place.campaign] + (row.place.base.map { [$0] } ?? [])).joined(separator: "/")
            }
            if let found { return found }
        }
        return nil
    }

    /// What was handed out, and that it was handed out elsewhere or again.
    fileprivate func told(_ delivery: Delivery) throws(DecideError) -> Phrase {
        let title = try title(of: delivery)
        let reason = delivery.reason.map { Phrase(fa: "؛ \($0)", en: "; \($0)") }
        return Phrase(fa: "\(delivery.campaign)، \(title)\(reason)", en: "\(delivery.campaign), \(title)\(reason)")
    }
}

extension StockRow {
    /// "the base نور (B-01)", "store"
    fileprivate var label: Phrase {
        guard let base = place.base else { return Stock.store }
        return Phrase(fa: "\(name) (\(base))", en: "\(name) (\(base))")
    }
}

extension Stock {
    /// "allocated 9000, delivered 8900, held 100": what is not nothing.
    fileprivate var told: Phrase {
        let all = Self.told.map { ($0.phrase, self[keyPath: $0.figure]) }.filter { $0.1 != 0 }
        return all.map { Phrase(fa: "\($0.0) \($0.1)", en: "\($0.0) \($0.1)") }.joined(fa: "، ", en: ", ")
    }

    fileprivate func json(at place: StockPlace) -> JSON {
        .object(
            [.init("campaign", .string(place.campaign)), .init("base", place.base.json)]
                + Self.told.map { .init($0.name, .integer(self[keyPath: $0.figure])) })
    }
}
