import Persian

// What is done and yet cannot be quite right: it is kept, and whoever did it is told.

extension Decision {
    /// Warns when the day by which a pledge is to be delivered is past on the day it is promised: it is late from the start.
    mutating func warnOfPastDue(_ pledge: Pledge, in registry: some Registry) throws(DecideError) {
        guard let need = try registry.find(Need.self, key: pledge.need), let due = pledge.dueBy ?? need.neededBy,
            due < envelope.day
        else { return }
        warn(
            Warning(
                .pastDue,
                Phrase(
                    fa:
                        "مهلت این تعهد برای \(need.code) (\(need.item)) \(due.dayAndMonth(.persian)) بود و گذشته است: از همین حالا دیرکرده شمرده می‌شود؛ مهلتی تازه برای تعهد بنویسید.",
                    en:
                        "This pledge for \(need.code) (\(need.item)) is due by \(due.dayAndMonth(.english)), which is past: it counts as late from now on; give it a new day."
                )))
    }

    /// Warns when somebody declines what they have promised: the pledge stands until it is withdrawn.
    mutating func warnOfStanding(_ decline: Decline, in registry: some Registry) throws(DecideError) {
        let standing = try registry.standings(for: decline.need).map(\.pledge).filter {
            $0.institution == decline.institution && $0.state == .pledged
        }
        guard let pledge = standing.first else { return }
        let name = try registry.name(ofInstitution: decline.institution)
        warn(
            Warning(
                .wrongState,
                Phrase(
                    fa:
                        "\(name) برای همین نیاز تعهدی برقرار دارد (\(pledge.code)، \(pledge.quantity))؛ اگر آن را هم نمی‌دهد، پس گرفتن تعهد را ثبت کنید.",
                    en:
                        "\(name) has a pledge for this need that stands (\(pledge.code), \(pledge.quantity)); if it does not give that either, withdraw the pledge."
                )))
    }

    /// Warns when something arrived of a pledge that was withdrawn or moved elsewhere: whoever promised it may have sent it yet.
    mutating func warnOfWithdrawn(_ pledge: Pledge, in registry: some Registry) throws(DecideError) {
        guard pledge.state != .pledged else { return }
        let title = try pledge.title(in: registry)
        warn(
            Warning(
                .wrongState,
                Phrase(
                    fa:
                        "\(title) «\(pledge.state.phrase)» است و اکنون گیرنده می‌گوید چیزی از آن رسیده است؛ از دستگاه بپرسید و اگر فرستاده است، ارسال و تحویل آن را ثبت کنید.",
                    en:
                        "The \(title) is “\(pledge.state.phrase)”, and now the receiver says that some of it arrived; ask the institution, and if it was sent, record its dispatch and delivery."
                )))
    }

    /// Warns when the receivers have confirmed more than was ever sent: the same goods may have been confirmed twice.
    mutating func warnOfUnsent(_ standing: PledgeStanding, in registry: some Registry) throws(DecideError) {
        guard standing.confirmed > standing.dispatched else { return }
        let title = try standing.pledge.title(in: registry)
        warn(
            Warning(
                .exceedsDispatched,
                Phrase(
                    fa:
                        "از \(title) \(standing.dispatched) ارسال شده و اکنون \(standing.confirmed) تأیید شده است؛ شاید یک محموله دو بار تأیید شده یا ارسالی ثبت نشده است. تعهد «مورد تردید» می‌ماند.",
                    en:
                        "Of the \(title) \(standing.dispatched) were dispatched and now \(standing.confirmed) are confirmed; the same goods may have been confirmed twice, or a dispatch was not recorded. The pledge stays in doubt."
                )))
    }

    /// Warns when goods were handed over before any of them was on the way.
    mutating func warnOfOrder(
        _ line: SupportLine, _ lines: [SupportLine], in registry: some Registry
    ) throws(DecideError) {
        guard line.step == .delivered, let sent = lines.filter({ $0.step == .dispatched }).map(\.on).min(),
            line.on < sent, let pledge = try registry.find(Pledge.self, key: line.pledge)
        else { return }
        let title = try pledge.title(in: registry)
        warn(
            Warning(
                .beforeDispatch,
                Phrase(
                    fa:
                        "تحویل \(title) به تاریخ \(line.on.dayAndMonth(.persian)) نوشته شد، پیش از نخستین ارسال آن در \(sent.dayAndMonth(.persian))؛ اگر اشتباه است، آن را باطل کنید و از نو بنویسید.",
                    en:
                        "The delivery of the \(title) is dated \(line.on.dayAndMonth(.english)), before its first dispatch on \(sent.dayAndMonth(.english)); if that is a slip, void it and record it again."
                )))
    }

    /// Warns when a need is settled of which something is still to come, or as met without having been delivered.
    mutating func warnOfUnfinished(_ need: Need, as outcome: NeedOutcome, in registry: some Registry)
        throws(DecideError)
    {
        let standings = try registry.standings(for: need.code)
        let cover = Cover(of: need, pledges: standings)
        let awaited = standings.filter { $0.isAwaited(for: need) }
        guard !awaited.isEmpty || (outcome == .met && cover.pledged > 0 && cover.uncovered > 0) else { return }
        var names: [Phrase] = []
        for standing in awaited.prefix(4) {
            let name = try registry.name(ofInstitution: standing.pledge.institution)
            let rest = standing.pledge.quantity - standing.delivered
            names.append(Phrase(fa: "\(name) (\(rest))", en: "\(name) (\(rest))"))
        }
        let waiting: Phrase? =
            names.isEmpty
            ? nil
            : Phrase(
                fa: " از این تعهدها دیگر چیزی انتظار نمی‌رود: \(names.joined(fa: "، ", en: ", ")).",
                en: " Nothing more is awaited of these pledges: \(names.joined(fa: "، ", en: ", ")).")
        warn(
            Warning(
                .notComplete,
                Phrase(
                    fa:
                        "نیاز \(need.code) (\(need.item)) بسته شد؛ از \(cover.requested) \(need.unit) \(cover.delivered) تحویل شده است.\(waiting)",
                    en:
                        "The need \(need.code) (\(need.item)) is settled; of \(cover.requested) \(need.unit) \(cover.delivered) were delivered.\(waiting)"
                )))
    }
}

extension Registry {
    /// Another institution that is called the same, however it is spelt; nil for none.
    func namesake(of institution: Institution) throws(DecideError) -> Institution? {
        let name = institution.name.folded()
        return try institutions(called: name).first { $0.code != institution.code }
    }
}

extension Decision {
    /// Warns when two institutions are called the same: by its name neither is found then.
    mutating func warnOfNamesake(_ institution: Institution, in registry: some Registry) throws(DecideError) {
        guard let other = try registry.namesake(of: institution) else { return }
        warn(
            Warning(
                .duplicateName,
                Phrase(
                    fa:
                        "دستگاه دیگری نیز «\(other.name)» نام دارد؛ در فهرست‌ها این دو تنها با شناسه از هم شناخته می‌شوند.",
                    en:
                        "Another institution is called “\(other.name)” too; in sheets only their codes tell the two apart."
                )))
    }
}
