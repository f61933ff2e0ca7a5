import Canvas
import Domain
import Persian
import Store

/// What is done to points, shifts and stock: each leads to the form of a command.
public enum ArbaeenEdit: Hashable, Sendable, CaseIterable {
    case new, pattern, release, cancel, receive, use, count, state, amend, settle, need, incident, announce, print, void

    /// What it is called in a keymap, and its keys.
    private var name: (id: String, keys: String) {
        switch self {
        case .new: ("arbaeen.new", "n")
        case .pattern: ("arbaeen.pattern", "r")
        case .release: ("arbaeen.release", "w")
        case .cancel: ("arbaeen.cancel", "c")
        case .receive: ("arbaeen.receive", "+")
        case .use: ("arbaeen.use", "-")
        case .count: ("arbaeen.count", "=")
        case .state: ("arbaeen.state", "t")
        case .amend: ("arbaeen.amend", "e")
        case .settle: ("arbaeen.settle", "s")
        case .need: ("arbaeen.need", "N")
        case .incident: ("arbaeen.incident", "i")
        case .announce: ("arbaeen.announce", "S")
        case .print: ("arbaeen.print", "p")
        case .void: ("arbaeen.void", "D")
        }
    }

    private var phrase: Phrase {
        switch self {
        case .new: Phrase(fa: "تازه", en: "new")
        case .pattern: Phrase(fa: "تکرار شیفت", en: "repeat the shift")
        case .release: Phrase(fa: "آزاد کردن گروه", en: "release a group")
        case .cancel: Phrase(fa: "لغو شیفت", en: "cancel the shift")
        case .receive: Phrase(fa: "رسید کالا", en: "receive")
        case .use: Phrase(fa: "مصرف", en: "use")
        case .count: Phrase(fa: "شمارش", en: "count")
        case .state: Phrase(fa: "مجوز، گشایش، پایان", en: "license, open, close")
        case .amend: Phrase(fa: "ویرایش نقطه", en: "edit the point")
        case .settle: Phrase(fa: "بستن نیاز و حادثه", en: "settle, resolve")
        case .need: Phrase(fa: "نیاز تازه", en: "raise a need")
        case .incident: Phrase(fa: "حادثه تازه", en: "record an incident")
        case .announce: Phrase(fa: "اعلام اول ماه", en: "announce a month")
        case .print: Phrase(fa: "چاپ برگه روز", en: "print the day's sheet")
        case .void: Phrase(fa: "باطل کردن", en: "void")
        }
    }

    private var command: (any Command.Type)? {
        switch self {
        case .new: PointPlan.self
        case .pattern: ShiftRepeat.self
        case .release: ShiftRelease.self
        case .cancel: ShiftCancel.self
        case .receive: SupplyReceive.self
        case .use: SupplyUse.self
        case .count: SupplyCount.self
        case .state: PointLicense.self
        case .amend: PointAmend.self
        case .settle: NeedSettle.self
        case .need: NeedRaise.self
        case .incident: IncidentRecord.self
        case .announce: SeasonAnnounce.self
        case .print: nil
        case .void: RecordVoid.self
        }
    }

    @MainActor
    static var bindings: [Binding<ArbaeenScreen.State, ArbaeenScreen.Action>] {
        allCases.map { edit in
            Binding(
                edit.name.id, edit.name.keys, edit.phrase, .edit(edit), command: edit.command,
                also: edit == .state ? [PointOpen.self, PointClose.self] : [],
                isHint: [.new, .pattern, .state, .settle].contains(edit)
            ) { state, _ in edit.disabledReason(state) }
            .here(isHint: { $0.view == .supplies && [.receive, .use, .count].contains(edit) })
        }
    }

    @MainActor
    private func disabledReason(_ state: ArbaeenScreen.State) -> Phrase? {
        switch self {
        case .announce: return nil
        case .new where state.view == .points:
            guard state.season == nil else { return nil }
            return Phrase(
                fa: "نخست اول صفر را اعلام کنید ({arbaeen.announce})",
                en: "first announce the first of Safar ({arbaeen.announce})")
        case .pattern, .cancel, .release:
            guard let shift = state.coverage.selected(in: state.view) else { return ArbaeenScreen.noShift }
            guard self == .release, shift.groups.isEmpty else { return nil }
            return Phrase(fa: "گروهی در این شیفت نیست", en: "no group is on this shift")
        case .receive, .use, .count:
            guard state.view == .supplies, state.stock.selected != nil else {
                return Phrase(
                    fa: "کالایی برگزیده نیست ({screen.view} اقلام)", en: "no item is selected ({screen.view} stock)")
            }
            return nil
        case .void where state.point != nil: return voidReason(state)
        default: return state.point == nil ? ArbaeenScreen.nothingSelected : nil
        }
    }

    @MainActor
    func effect(_ state: ArbaeenScreen.State, _ context: ScreenContext) -> Effect? {
        if self == .announce { return .form(announcement(state)) }
        if self == .new, state.view == .points {
            let year = state.season.map { JSON.Member("season", .integer($0.season.year)) }
            return .form(FormRequest(PointPlan.self, initial: year.map { [$0] } ?? []))
        }
        guard let point = state.point?.point else { return nil }
        let code = JSON.Member("point", .string(point.code))
        let about = phrase.capitalisedFirst
        switch self {
        case .announce: return nil
        case .new: return newInPoint(state, code)
        case .pattern, .release, .cancel: return state.coverage.selected.flatMap { shiftEffect($0, state) }
        case .receive, .use, .count: return state.stock.selected.flatMap { stockForm($0, code) }
        case .state: return .ask(point.stateQuestion(context))
        case .amend:
            return .form(
                FormRequest(
                    PointAmend.self, fixed: [.init("code", .string(point.code))],
                    record: RecordName(ServicePoint.kind, point.code)))
        case .settle: return .openItems(NeedTarget(subject: .point, code: point.code))
        case .need:
            let target = JSON.object([.init("point", .string(point.code))])
            return .form(FormRequest(NeedRaise.self, fixed: [.init("for", target)], title: about))
        case .incident:
            let camp = JSON.Member("camp", .null)
            let now = LocalTime(context.now, in: point.zone)
            return .form(
                FormRequest(
                    IncidentRecord.self, fixed: [code, camp], initial: [.init("when", .string(now.iso))], title: about))
        case .print:
            let day = state.view == .tally ? state.tally.day : state.view == .coverage ? state.coverage.day : nil
            return .print(.point, "\(point.code)/\((day ?? context.day).jalaliText(.english))")
        case .void: return voidForm(state, point)
        }
    }

    @MainActor
    private func announcement(_ state: ArbaeenScreen.State) -> FormRequest {
        let year = state.season?.season.year
        let country = state.point?.point.country ?? .iran
        return FormRequest(
            SeasonAnnounce.self,
            initial: [
                .init("year", year.json), .init("country", country.json), .init("month", LunarMonth.safar.json),
                .init("status", AnnouncementStatus.provisional.json),
            ])
    }

    /// A shift begins with the first of Safar where there is none yet, else where the selected one ends.
    @MainActor
    private func newInPoint(_ state: ArbaeenScreen.State, _ code: JSON.Member) -> Effect? {
        guard let point = state.point?.point else { return nil }
        guard state.view == .coverage else {
            return .form(
                FormRequest(SupplyReceive.self, fixed: [code], title: SupplyReceive.title.capitalisedFirst))
        }
        let day = state.coverage.day ?? point.firstOfSafar(state.season) ?? Day(number: 0)
        let start = state.coverage.selected?.to ?? LocalTime(day.moments(in: point.zone).lowerBound, in: point.zone)
        let end = LocalTime(Moment(milliseconds: start.moment.milliseconds + 8 * 3_600_000), in: point.zone)
        return .form(
            FormRequest(
                ShiftPlan.self, fixed: [code],
                initial: [.init("from", .string(start.typed)), .init("to", .string(end.typed))],
                title: ShiftPlan.title.capitalisedFirst))
    }

    @MainActor
    private func shiftEffect(_ shift: Shift, _ state: ArbaeenScreen.State) -> Effect? {
        let code = JSON.Member("shift", .string(shift.code))
        switch self {
        case .pattern:
            let end = state.point?.point.arbaeen(state.season)
            let until = end.map { JSON.string("\(JalaliDate($0).text)T24:00") } ?? .null
            return .form(
                FormRequest(
                    ShiftRepeat.self, fixed: [code],
                    initial: [.init("until", until), .init("everyHours", .integer(24))],
                    title: Phrase(
                        fa: "تکرار \(shift.code) (\(shift.hours(.persian)))؛ ۸ ساعت: سه شیفت در روز",
                        en: "Repeat \(shift.code) (\(shift.hours(.english))); 8 hours: three a day")))
        case .cancel:
            return .form(FormRequest(ShiftCancel.self, fixed: [.init("code", .string(shift.code))]))
        default:
            guard shift.groups.count > 1 else {
                return shift.groups.first.map {
                    .send(Sending(ShiftRelease.self, [code, .init("group", .string($0.group))]))
                }
            }
            let back = Question.Answer(Phrase(fa: "انصراف", en: "Back"))
            let answers = shift.groups.prefix(6).map { part in
                Question.Answer(
                    Phrase(fa: part.display(.persian), en: part.display(.english)),
                    .send(Sending(ShiftRelease.self, [code, .init("group", .string(part.group))])))
            }
            return .ask(
                Question(
                    title: Phrase(fa: "آزاد کردن گروه از \(shift.code)", en: "Release a group from \(shift.code)"),
                    text: Phrase(fa: "کدام گروه نمی‌آید؟", en: "Which group does not come?"), answers: [back] + answers))
        }
    }

    private func stockForm(_ supply: Supply, _ code: JSON.Member) -> Effect? {
        guard let command else { return nil }
        let name = Phrase(
            fa: Language.persian.parts([supply.point, supply.item]),
            en: Language.english.parts([supply.point, supply.item]))
        return .form(
            FormRequest(
                command, fixed: [code, .init("item", .string(supply.item))],
                initial: self == .use
                    ? [] : [.init("reorderLevel", supply.reorderLevel.json), .init("unit", .string(supply.unit))],
                title: Phrase(
                    fa: "\(phrase): \(name) (\(persianDigits(supply.stock)) \(supply.unit))",
                    en: "\(phrase.capitalisedFirst): \(name) (\(supply.stock) \(supply.unit))")))
    }

    /// What there is to void depends on what is looked at.
    @MainActor
    private func voidReason(_ state: ArbaeenScreen.State) -> Phrase? {
        switch state.view {
        case .points: nil
        case .coverage: state.coverage.selected == nil ? ArbaeenScreen.noShift : nil
        case .supplies:
            state.stock.selected == nil ? Phrase(fa: "کالایی برگزیده نیست", en: "no item is selected") : nil
        case .tally:
            state.tally.marked == nil
                ? Phrase(fa: "در این ساعت آماری نیست", en: "nothing is counted in this hour") : nil
        }
    }

    @MainActor
    private func voidForm(_ state: ArbaeenScreen.State, _ point: ServicePoint) -> Effect? {
        switch state.view {
        case .points: return .form(.void(ServicePoint.kind, point.code))
        case .coverage: return state.coverage.selected.map { .form(.void(Shift.kind, $0.code)) }
        case .supplies: return state.stock.selected.map { .form(.void(Supply.kind, $0.key)) }
        case .tally: return state.tally.marked.map { .form(.void(Tally.kind, $0.key)) }
        }
    }
}

extension LocalTime {
    /// As people type it: "1401/06/26T08:00".
    var typed: String { "\(JalaliDate(day).text)T\(clockText)" }
}

extension ServicePoint {
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
