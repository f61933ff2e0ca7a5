import ArgumentParser
import Domain
import Exchange
import Persian
import Store

/// What `list` and `export` are limited to, and whether whose households are goes out with it.
struct ListingOptions: ParsableArguments {
    @Option(help: ArgumentHelp("Only of this campaign · تنها این رزمایش", valueName: "code"))
    var campaign: String?

    @Option(help: ArgumentHelp("Only of this base · تنها این قرارگاه", valueName: "code"))
    var base: String?

    @Flag(help: "Names, national IDs and mobiles of households unmasked · نام و کد ملی خانوارها بی‌پوشش")
    var whole = false

    @Option(help: ArgumentHelp("Why they are taken; the ledger keeps it · علت خروجی", valueName: "text"))
    var reason: String?
}

extension Session {
    /// The question that a listing is asked. What is private goes out masked, unless somebody who may see it takes it whole
    /// with a reason, which the ledger keeps before anything is written.
    ///
    /// - Parameter leaves: whether it leaves the program as a file does; a table in a terminal is as a screen.
    func question(
        _ kind: ListingKind, _ options: ListingOptions, filter: Filter = Filter(), limit: Int? = nil, leaves: Bool
    ) throws(Failure) -> ListingQuestion {
        try options.check(kind)
        var question = ListingQuestion(
            filter: filter, limit: limit, masking: masking, day: clock.today(), language: language,
            campaign: options.campaign, base: options.base)
        guard kind.isPrivate, leaves else { return question }
        if options.whole {
            try disclose(kind, question, reason: options.reason ?? "")
        } else {
            question.masking = .outside
            if masking.isWhole { printError(Self.isMasked[language]) }
        }
        return question
    }

    private func disclose(
        _ kind: ListingKind, _ question: ListingQuestion, reason: String
    ) throws(Failure) {
        try checkReading(kind.name, kind.shows)
        let count = try deciding { () throws(DecideError) in
            try office.view { (reader) throws(DecideError) in try kind.count(question, in: reader) }
        }
        try disclose(kind.rawValue, count: count, reason: reason)
    }

    /// Keeps in the ledger that households leave the program whole.
    ///
    /// - Parameter listing: what was taken.
    func disclose(_ listing: String, count: Int, reason: String) throws(Failure) {
        try deciding { () throws(DecideError) in
            let request: Request
            do throws(Refusal) {
                request = try Disclosure.request(of: listing, count: count, reason: reason)
            } catch {
                throw .refused(error)
            }
            try office.send(request, by: sender, clock: clock)
        }
    }

    private static let isMasked = Phrase(
        fa: "نام‌ها، کدهای ملی و تلفن‌ها پوشیده است؛ برای خروجی کامل، --whole و علت آن را با --reason بدهید.",
        en: "Names, national IDs and mobiles are masked; for all of them give --whole, and why with --reason.")
}

extension ListingOptions {
    /// Whether the listing can be limited so, and needs a reason.
    fileprivate func check(_ kind: ListingKind) throws(Failure) {
        if campaign != nil { try Self.check("--campaign", kind) { $0.scopes.contains(.campaign) } }
        if base != nil { try Self.check("--base", kind) { $0.scopes.contains(.base) } }
        if whole { try Self.check("--whole", kind, where: \.isPrivate) }
        if whole, cleaned(reason ?? "").isEmpty {
            throw Failure(
                .wrongUse,
                Phrase(
                    fa: "--whole علت می‌خواهد، که در دفتر رویدادها می‌ماند: --reason \"ارسال به …\".",
                    en: "--whole wants a reason, which the ledger keeps: --reason \"sent to …\"."))
        }
        if reason != nil, !whole {
            throw Failure(
                .wrongUse,
                Phrase(fa: "--reason تنها همراه --whole می‌آید.", en: "--reason goes with --whole alone."))
        }
    }

    private static func check(
        _ option: String, _ kind: ListingKind, where isMeant: (ListingKind) -> Bool
    ) throws(Failure) {
        if isMeant(kind) { return }
        let all = ListingKind.allCases.filter(isMeant).map(\.rawValue).joined(separator: ", ")
        throw Failure(
            .wrongUse,
            Phrase(
                fa: "\(option) برای «\(kind.rawValue)» نیست؛ تنها برای این‌هاست: \(all).",
                en: "\(option) is not for “\(kind.rawValue)”; it is for: \(all)."))
    }
}
