import Canvas
import Domain
import Persian
import Store

/// What is done to points, shifts and stock: each leads to the form of a command.
extension ArbaeenScreen {
    private static let point = Selection<State, ServicePoint>({ $0.point?.point }, none: nothingSelected)
    private static let shift = Selection<State, Shift>({ $0.coverage.selected(in: $0.view) }, none: noShift)
    private static let supply = Selection<State, Supply>(
        { $0.view == .supplies ? $0.stock.selected : nil },
        none: Phrase(fa: "کالایی برگزیده نیست ({screen.view} اقلام)", en: "no item is selected ({screen.view} stock)"))

    static let using = Phrase(fa: "مصرف", en: "use")

    static let edits: [ScreenAction<State>] =
        [
            ScreenAction(
                "arbaeen.new", "n", Phrase(fa: "تازه", en: "new"), command: PointPlan.self, isHint: true,
                unless: { state, _ in whyNothingNew(state) }
            ) { state, _ in newForm(state).map { .form($0) } },
            shift.action(
                "arbaeen.pattern", "r", Phrase(fa: "تکرار شیفت", en: "repeat the shift"), ShiftRepeat.self, isHint: true
            ) { shift, state, _ in .form(shift.repeatForm(until: state.point?.point.arbaeen(state.season))) },
            shift.action(
                "arbaeen.release", "w", Phrase(fa: "آزاد کردن گروه", en: "release a group"), ShiftRelease.self,
                unless: { shift, _ in
                    shift.groups.isEmpty ? Phrase(fa: "گروهی در این شیفت نیست", en: "no group is on this shift") : nil
                }
            ) { shift, _, _ in shift.release },
            shift.action(
                "arbaeen.cancel", "c", Phrase(fa: "لغو شیفت", en: "cancel the shift"), ShiftCancel.self
            ) { shift, _, _ in
                .form(FormRequest(ShiftCancel.self, fixed: [.init("code", .string(shift.code))]))
            },
            stock("arbaeen.receive", "+", Phrase(fa: "رسید کالا", en: "receive"), SupplyReceive.self),
            stock("arbaeen.use", "-", using, SupplyUse.self),
            stock("arbaeen.count", "=", Phrase(fa: "شمارش", en: "count"), SupplyCount.self),
            point.action(
                "arbaeen.state", "t", Phrase(fa: "مجوز، گشایش، پایان", en: "license, open, close"), PointLicense.self,
                also: [PointOpen.self, PointClose.self], isHint: true
            ) { point, _, context in .ask(point.stateQuestion(context)) },
            point.amend("arbaeen.amend", PointAmend.self, "e", Phrase(fa: "ویرایش نقطه", en: "edit the point")),
        ] + openWork + [
            ScreenAction(
                "arbaeen.announce", "S", Phrase(fa: "اعلام اول ماه", en: "announce a month"),
                command: SeasonAnnounce.self
            ) { state, _ in .form(announcement(state)) },
            point.action("arbaeen.print", "p", Phrase(fa: "چاپ برگه روز", en: "print the day's sheet"), nil) {
                point, state, context in
                let day =
                    state.view == .tally ? state.tally.day : state.view == .coverage ? state.coverage.day : nil
                return .print(.point, "\(point.code)/\((day ?? context.day).jalaliText(.english))")
            },
            point.action(
                "arbaeen.void", "D", Phrase(fa: "باطل کردن", en: "void"), RecordVoid.self,
                unless: { _, state in whyNotVoided(state) }
            ) { point, state, _ in voidForm(state, point) },
        ]

    /// What waits to be seen to at the selected point.
    private static let openWork: [ScreenAction<State>] = [
        point.action(
            "arbaeen.settle", "s", Phrase(fa: "بستن نیاز و حادثه", en: "settle, resolve"), NeedSettle.self, isHint: true
        ) { point, _, _ in .openItems(NeedTarget(subject: .point, code: point.code)) },
        point.action("arbaeen.need", "N", Phrase(fa: "نیاز تازه", en: "raise a need"), NeedRaise.self) { point, _, _ in
            .form(
                FormRequest(
                    NeedRaise.self, fixed: [.init("for", .object([point.field]))],
                    title: Phrase(fa: "نیاز تازه", en: "Raise a need")))
        },
        point.action(
            "arbaeen.incident", "i", Phrase(fa: "حادثه تازه", en: "record an incident"), IncidentRecord.self
        ) { point, _, context in
            .form(
                FormRequest(
                    IncidentRecord.self, fixed: [point.field, .init("camp", .null)],
                    initial: [.init("when", .string(LocalTime(context.now, in: point.zone).iso))],
                    title: Phrase(fa: "حادثه تازه", en: "Record an incident")))
        },
    ]

    /// An action on the item that is selected in the stock.
    private static func stock(
        _ id: String, _ key: String, _ phrase: Phrase, _ command: any Command.Type
    ) -> ScreenAction<State> {
        supply.action(id, key, phrase, command) { _, state, _ in stockForm(command, phrase, state) }
            .here(isHint: { $0.view == .supplies })
    }

    static func stockForm(_ command: any Command.Type, _ phrase: Phrase, _ state: State) -> Effect? {
        guard let supply = state.stock.selected else { return nil }
        let name = Phrase(
            fa: Language.persian.parts([supply.point, supply.item]),
            en: Language.english.parts([supply.point, supply.item]))
        return .form(
            FormRequest(
                command, fixed: [.init("point", .string(supply.point)), .init("item", .string(supply.item))],
                initial: command == SupplyUse.self
                    ? [] : [.init("reorderLevel", supply.reorderLevel.json), .init("unit", .string(supply.unit))],
                title: Phrase(
                    fa: "\(phrase): \(name) (\(persianDigits(supply.stock)) \(supply.unit))",
                    en: "\(phrase.capitalisedFirst): \(name) (\(supply.stock) \(supply.unit))")))
    }

    private static func announcement(_ state: State) -> FormRequest {
        let year = state.season?.season.year
        let country = state.point?.point.country ?? .iran
        return FormRequest(
            SeasonAnnounce.self,
            initial: [
                .init("year", year.json), .init("country", country.json), .init("month", LunarMonth.safar.json),
                .init("status", AnnouncementStatus.provisional.json),
            ])
    }
}

// MARK: - What depends on what is looked at

extension ArbaeenScreen {
    private static func whyNothingNew(_ state: State) -> Phrase? {
        guard state.view == .points else { return state.point == nil ? nothingSelected : nil }
        guard state.season == nil else { return nil }
        return Phrase(
            fa: "نخست اول صفر را اعلام کنید ({arbaeen.announce})",
            en: "first announce the first of Safar ({arbaeen.announce})")
    }

    /// A point; in one, a shift or an item. A shift begins with the first of Safar where there is none yet, else where the
    /// selected one ends.
    private static func newForm(_ state: State) -> FormRequest? {
        if state.view == .points {
            let year = state.season.map { JSON.Member("season", .integer($0.season.year)) }
            return FormRequest(PointPlan.self, initial: year.map { [$0] } ?? [])
        }
        guard let point = state.point?.point else { return nil }
        guard state.view == .coverage else {
            return FormRequest(SupplyReceive.self, fixed: [point.field], title: SupplyReceive.title.capitalisedFirst)
        }
        let day = state.coverage.day ?? point.firstOfSafar(state.season) ?? Day(number: 0)
        let start = state.coverage.selected?.to ?? LocalTime(day.moments(in: point.zone).lowerBound, in: point.zone)
        let end = LocalTime(Moment(milliseconds: start.moment.milliseconds + 8 * 3_600_000), in: point.zone)
        return FormRequest(
            ShiftPlan.self, fixed: [point.field],
            initial: [.init("from", .string(start.typed)), .init("to", .string(end.typed))],
            title: ShiftPlan.title.capitalisedFirst)
    }

    private static func whyNotVoided(_ state: State) -> Phrase? {
        switch state.view {
        case .points: nil
        case .coverage: state.coverage.selected == nil ? noShift : nil
        case .supplies:
            state.stock.selected == nil ? Phrase(fa: "کالایی برگزیده نیست", en: "no item is selected") : nil
        case .tally:
            state.tally.marked == nil
                ? Phrase(fa: "در این ساعت آماری نیست", en: "nothing is counted in this hour") : nil
        }
    }

    private static func voidForm(_ state: State, _ point: ServicePoint) -> Effect? {
        switch state.view {
        case .points: .form(.void(ServicePoint.kind, point.code))
        case .coverage: state.coverage.selected.map { .form(.void(Shift.kind, $0.code)) }
        case .supplies: state.stock.selected.map { .form(.void(Supply.kind, $0.key)) }
        case .tally: state.tally.marked.map { .form(.void(Tally.kind, $0.key)) }
        }
    }
}

extension Shift {
    /// The form that repeats it up to the end of a day.
    fileprivate func repeatForm(until day: Day?) -> FormRequest {
        let until = day.map { JSON.string("\(JalaliDate($0).text)T24:00") } ?? .null
        return FormRequest(
            ShiftRepeat.self, fixed: [.init("shift", .string(code))],
            initial: [.init("until", until), .init("everyHours", .integer(24))],
            title: Phrase(
                fa: "تکرار \(code) (\(hours(.persian)))؛ ۸ ساعت: سه شیفت در روز",
                en: "Repeat \(code) (\(hours(.english))); 8 hours: three a day"))
    }

    /// Releases its only group, or asks which.
    fileprivate var release: Effect? {
        func sending(_ part: CampGroup) -> Effect {
            .send(Sending(ShiftRelease.self, [.init("shift", .string(code)), .init("group", .string(part.group))]))
        }
        guard groups.count > 1 else { return groups.first.map(sending) }
        let answers = groups.prefix(6).map { part in
            Question.Answer(Phrase(fa: part.display(.persian), en: part.display(.english)), sending(part))
        }
        return .ask(
            Question(
                title: Phrase(fa: "آزاد کردن گروه از \(code)", en: "Release a group from \(code)"),
                text: Phrase(fa: "کدام گروه نمی‌آید؟", en: "Which group does not come?"),
                answers: [.init(Phrase(fa: "انصراف", en: "Back"))] + answers))
    }
}

extension LocalTime {
    /// As people type it: "1401/06/26T08:00".
    var typed: String { "\(JalaliDate(day).text)T\(clockText)" }
}

extension ServicePoint {
    /// As the commands of what it has name it.
    fileprivate var field: JSON.Member { JSON.Member("point", .string(code)) }

    /// The first of Safar and 20 Safar of its own season, by its country's announcements.
    func firstOfSafar(_ season: SeasonDates?) -> Day? {
        guard let season, season.season.year == self.season else { return nil }
        return season.calendar(of: country).arbaeen(self.season)?.advanced(by: -19)
    }

    func arbaeen(_ season: SeasonDates?) -> Day? {
        season.flatMap { $0.season.year == self.season ? $0.arbaeen[country] : nil }
    }

    /// What may become of the point now.
    fileprivate func stateQuestion(_ context: ScreenContext) -> Question {
        let fixed = [JSON.Member("code", .string(code))]
        var next: [any Command.Type] = []
        if state == .licensed { next.append(PointOpen.self) }
        if state != .closed { next.append(PointLicense.self) }
        if state == .open { next.append(PointClose.self) }
        return Question(
            title: Phrase(fa: "وضعیت \(code) · \(name)", en: "State of \(code) · \(name)"),
            text: Phrase(fa: "«\(name)» اکنون \(state.phrase) است.", en: "“\(name)” is \(state.phrase) now."),
            answers: next.compactMap { .give($0, fixed, asks: true, context) } + [.back])
    }
}
