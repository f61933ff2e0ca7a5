import Domain
import Persian
import Store

extension Showing {
    /// An institution with what it promised and what came of it, what it declined and gave of the spirit.
    mutating func showInstitution(
        _ code: String, _ question: ListingQuestion, _ reader: Reader
    ) throws(DecideError) {
        try show(Institution.self, code, question, reader)
        let (key, rule) = (normalisedCode(code) ?? code, try reader.supportRule(on: question.day))
        let figures = try reader.institutionFigures(key, rule)
        for (label, count) in figures.told { facts.append((label, Phrase(fa: "\(count)", en: "\(count)"))) }
        let pledges = try reader.pledges(ofInstitution: key, rule, limit: 200)
        for pledge in pledges { facts.append((Pledge.kind.phrase, pledge.told(rule))) }
        for decline in try reader.declines(ofInstitution: key, limit: 50) {
            facts.append((Decline.kind.phrase, decline.told(decline.need.item)))
        }
        let spiritual = try reader.spiritualSupport(ofInstitution: key, limit: 50)
        for support in spiritual { facts.append((SpiritualSupport.kind.phrase, support.told)) }
        json = json.adding(
            figures.members + [
                .init("pledges", .list(pledges.map { $0.pledge.json })),
                .init("supports", .list(spiritual.map { $0.support.json })),
            ])
    }

    /// A pledge with every line and who said it.
    mutating func showPledge(_ code: String, _ question: ListingQuestion, _ reader: Reader) throws(DecideError) {
        try show(Pledge.self, code, question, reader)
        guard let history = try reader.pledgeHistory(normalisedCode(code) ?? code) else { return }
        let need = history.row.need
        facts.append((Need.kind.phrase, Phrase(fa: "\(need.item) (\(need.code))", en: "\(need.item) (\(need.code))")))
        let outlook = history.row.outlook(try reader.supportRule(on: question.day))
        facts.append((Phrase(fa: "وضع امروز", en: "today"), outlook.phrase))
        for line in history.lines { facts.append((line.step.phrase, line.told)) }
        json = json.adding(history.members)
    }

    /// A need with its cover, who helps and who will not.
    mutating func showNeed(_ code: String, _ question: ListingQuestion, _ reader: Reader) throws(DecideError) {
        try show(Need.self, code, question, reader)
        let rule = try reader.supportRule(on: question.day)
        guard let page = try reader.needSupport(normalisedCode(code) ?? code, rule) else { return }
        let cover = page.row.cover
        let sums = [
            (Phrase(fa: "تعهدشده", en: "pledged"), cover.pledged),
            (Phrase(fa: "ارسال‌شده", en: "dispatched"), cover.dispatched),
            (Phrase(fa: "تحویل‌شده", en: "delivered"), cover.delivered),
            (Phrase(fa: "تأییدشده", en: "confirmed"), cover.confirmed), (Phrase(fa: "کمبود", en: "gap"), cover.gap),
            (Phrase(fa: "هم‌پوشی", en: "overlap"), cover.overlap),
            (Phrase(fa: "پوشش‌نداده", en: "uncovered"), cover.uncovered),
        ]
        for (label, sum) in sums { facts.append((label, Phrase(fa: "\(sum)", en: "\(sum)"))) }
        for pledge in page.pledges {
            facts.append((Pledge.kind.phrase, pledge.row.told(rule)))
            for line in pledge.lines { facts.append((line.step.phrase, line.told)) }
        }
        for decline in page.declines { facts.append((Decline.kind.phrase, decline.told(decline.institutionName))) }
        json = json.adding(
            sums.map { .init($0.0.en, .integer($0.1)) } + [
                .init(
                    "pledges", .list(page.pledges.map { $0.row.pledge.json.adding($0.members) })),
                .init("declines", .list(page.declines.map(\.decline.json))),
            ])
    }
}

extension PledgeRow {
    /// "PL-1: 200 blankets from the seminary for Bahar, delivered 180"
    fileprivate func told(_ rule: SupportRule) -> Phrase {
        let outlook = outlook(rule).phrase
        let (item, place) = (need.item, targetName ?? need.target?.code ?? need.code)
        return Phrase(
            fa:
                "\(pledge.code): \(pledge.quantity) \(need.unit) \(item) از \(institutionName) برای \(place)، ارسال \(standing.dispatched)، تحویل \(standing.delivered)، تأیید \(standing.confirmed) (\(outlook))",
            en:
                "\(pledge.code): \(pledge.quantity) \(need.unit) of \(item) from \(institutionName) for \(place), dispatched \(standing.dispatched), delivered \(standing.delivered), confirmed \(standing.confirmed) (\(outlook))"
        )
    }
}

extension SupportLine {
    /// "200 on 1401/05/04 (f.sharifi): note"
    fileprivate var told: Phrase {
        let more = note.map { Phrase(fa: ": \($0)", en: ": \($0)") }
        return Phrase(
            fa: "\(quantity) در \(on.jalaliText(.persian)) (\(account))\(more)",
            en: "\(quantity) on \(on.jalaliText(.english)) (\(account))\(more)")
    }
}

extension DeclineRow {
    /// - Parameter whom: who declined, or what.
    fileprivate func told(_ whom: String) -> Phrase {
        Phrase(fa: "\(whom): \(decline.reason)", en: "\(whom): \(decline.reason)")
    }
}

extension SpiritualRow {
    fileprivate var told: Phrase {
        let place = targetName ?? support.target?.code ?? ""
        let outcome = support.outcome.map { Phrase(fa: "، \($0)", en: ", \($0)") }
        return Phrase(
            fa: "\(support.what) برای \(place) در \(support.on.jalaliText(.persian))\(outcome)",
            en: "\(support.what) for \(place) on \(support.on.jalaliText(.english))\(outcome)")
    }
}
