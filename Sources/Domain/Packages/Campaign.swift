import Persian

/// One drive, in which each household gets its package once.
public struct Campaign: Coded, Staged {
    public var id = ""
    public var version = 1
    public var code: String
    public var title: String
    public var from: Day
    /// The last day.
    public var to: Day
    /// How many packages are to be handed out.
    public var target: Int
    /// What is in a package.
    public var contents: String?
    /// Of one package, in rial.
    public var worth: Int?
    public var state: CampaignState = .open

    public var name: String { title }
    public var days: ClosedRange<Day> { from...to }

    public static let kind = RecordKind("campaign", Phrase(fa: "رزمایش", en: "campaign"))
    public static let series = CodeSeries(prefix: "RM-", digits: 3)
    public static let blank = Campaign(code: "", title: "", from: Day(number: 0), to: Day(number: 0), target: 0)

    public static let columns = CampaignFields.columns
}

/// The fields of campaigns, and what the commands about them share.
public enum CampaignFields {
    public static let code = RecordField(
        \Campaign.code, .code("code", Phrase(fa: "کد رزمایش", en: "code")), [.identifies])
    public static let title = RecordField(
        \Campaign.title, .text("title", Phrase(fa: "عنوان", en: "title"), limit: 200))
    public static let from = RecordField(\Campaign.from, SpanParameters.from)
    public static let to = RecordField(\Campaign.to, SpanParameters.to)
    public static let target = RecordField(
        \Campaign.target, .integer("target", Phrase(fa: "هدف (بسته)", en: "target (packages)"), 1...1_000_000_000))
    public static let contents = RecordField(
        \Campaign.contents, .text("contents", Phrase(fa: "محتوای بسته", en: "contents"), lines: true))
    public static let worth = RecordField(
        \Campaign.worth,
        .integer("worth", Phrase(fa: "ارزش هر بسته (ریال)", en: "worth of a package (rial)"), 0...1_000_000_000_000))

    static let columns = listed(code, title, from, to, target, contents, worth, Campaign.stateColumn)

    public static let campaign = Parameter<String>.code("campaign", Campaign.kind.phrase, of: Campaign.kind)
}

extension Campaign: NeedBearer {
    static let needSubject = NeedSubject.campaign

    /// - Throws: `wrong-state` for one that is reconciled or closed.
    func requireForNeed() throws(DecideError) { try require([.open]) }
}

extension Campaign {
    /// A span that ends before it begins, and what was handed out on other days.
    ///
    /// - Throws: `invalid-date`.
    public func check(beside moving: Set<String>, in registry: some Registry) throws(DecideError) {
        if to < from { throw .refused(.endBeforeBeginning("to", from: from, to: to)) }
        guard let served = try registry.servingDays(of: code) else { return }
        guard served.lowerBound < from || served.upperBound > to else { return }
        let (first, last) = (served.lowerBound, served.upperBound)
        throw .refused(
            Refusal(
                .invalidDate, field: served.lowerBound < from ? "from" : "to",
                Phrase(
                    fa:
                        "در رزمایش \(code) از \(first.jalaliText(.persian)) تا \(last.jalaliText(.persian)) تحویل ثبت شده است؛ روزهای آن باید این‌ها را در بر گیرد.",
                    en:
                        "In the campaign \(code) packages were handed out from \(first.jalaliText(.english)) to \(last.jalaliText(.english)); its days must include these."
                )))
    }

    /// A delivery, or a household that was not met, belongs to a day of the campaign that has come.
    ///
    /// - Throws: `invalid-date`.
    func check(_ day: Day, today: Day, field: String) throws(DecideError) {
        if days.contains(day), day <= today { return }
        let span = Phrase(
            fa: "از \(from.jalaliText(.persian)) تا \(to.jalaliText(.persian))",
            en: "from \(from.jalaliText(.english)) to \(to.jalaliText(.english))")
        let why =
            days.contains(day)
            ? Phrase(fa: "هنوز نیامده است", en: "is still to come")
            : Phrase(fa: "بیرون از روزهای رزمایش \(code) است", en: "is outside the campaign \(code)")
        throw .refused(
            Refusal(
                .invalidDate, field: field,
                Phrase(
                    fa: "\(day.jalaliText(.persian)) \(why)؛ روزی \(span) که آمده باشد پذیرفته است.",
                    en: "\(day.jalaliText(.english)) \(why); accepted is a day \(span) that has come.")))
    }
}
