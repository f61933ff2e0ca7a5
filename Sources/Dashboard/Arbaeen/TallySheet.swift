import Canvas
import Domain
import Persian
import Store

/// Pilgrims served on a day of a point: hours down, services across. Digits are typed into the marked hour; sent again
/// it is a correction.
struct TallySheet {
    private(set) var day: Day?
    private(set) var point: ServicePoint?
    private(set) var hours: [LocalTime] = []
    /// What was counted, by service and hour.
    private(set) var counted: [Service: [Moment: Tally]] = [:]
    private(set) var row = 0
    private(set) var column = 0
    /// What is being typed into the marked cell.
    private(set) var typed = ""
    /// Numbers that are not counted, because they were refused or nobody pressed Enter yet: they stay where they were typed
    /// until they are sent or taken away.
    private(set) var unsent: [Cell: Unsent] = [:]
    private var mark = LoadMark<Day?>()

    struct Cell: Hashable {
        let service: Service
        let hour: Moment
    }

    struct Unsent {
        let text: String
        var isRefused = false
    }

    private static let digits = 7

    var service: PointService? {
        guard let point, point.services.indices.contains(column) else { return nil }
        return point.services[column]
    }

    var hour: LocalTime? { hours.indices.contains(row) ? hours[row] : nil }

    func total(of service: Service) -> Int { counted[service]?.values.reduce(0) { $0 + $1.served } ?? 0 }

    mutating func load(
        _ point: ServicePoint, _ reader: Reader, _ context: ScreenContext
    ) throws(DecideError) {
        if self.point?.code != point.code {
            self = TallySheet()
            self.point = point
            let now = LocalTime(context.now, in: point.zone)
            day = point.closedOn.map { min($0, now.day) } ?? now.day
            row = day == now.day ? now.clock.hour : 0
        }
        guard mark.isBehind(day, context) != nil, let day else { return }
        self.point = point
        let moments = day.moments(in: point.zone)
        hours = stride(from: moments.lowerBound.milliseconds, to: moments.upperBound.milliseconds, by: 3_600_000).map {
            LocalTime(Moment(milliseconds: $0), in: point.zone)
        }
        row = max(0, min(row, hours.count - 1))
        counted = [:]
        for tally in try reader.tallies(of: point, on: day) {
            counted[tally.service, default: [:]][tally.hour.moment] = tally
        }
    }

    mutating func turn(_ days: Int) {
        keep()
        day = day?.advanced(by: days)
        typed = ""
    }

    mutating func move(_ move: ListMove) {
        keep()
        row = row.moved(move, in: hours.count, page: 6)
        typed = cell.flatMap { unsent[$0]?.text } ?? ""
    }

    mutating func step(_ step: Int) {
        keep()
        defer { typed = cell.flatMap { unsent[$0]?.text } ?? "" }
        column = max(0, min(column + step, (point?.services.count ?? 1) - 1))
    }

    /// What was typed stays in its cell when one leaves it.
    private mutating func keep() {
        guard let cell, unsent[cell]?.text != typed else { return }
        unsent[cell] = typed.isEmpty ? nil : Unsent(text: typed)
    }

    /// Numbers that stand in cells and are not counted.
    var unsaved: Phrase? {
        var cells = unsent
        if let cell, !typed.isEmpty { cells[cell] = Unsent(text: typed) }
        guard let point, !cells.isEmpty else { return nil }
        let count = cells.count
        return Phrase(
            fa:
                "آمار \(point.code): \(persianDigits(count)) عدد نوشته شده و ثبت نشده است؛ روی هر کدام {tally.count} ثبت می‌کند.",
            en: "Tally of \(point.code): \(count, "number") typed and not recorded; {tally.count} on each records it.")
    }

    /// Takes a digit.
    mutating func type(_ digit: Int) {
        if typed.count < Self.digits { typed += String(digit) }
    }

    mutating func rubOut() {
        typed.removeLast()
        if typed.isEmpty { discard() }
    }

    /// Takes away what is typed in the marked cell.
    mutating func discard() {
        typed = ""
        if let cell { unsent[cell] = nil }
    }

    private var cell: Cell? {
        guard let service, let hour else { return nil }
        return Cell(service: service.service, hour: hour.moment)
    }

    /// Keeps a number that was refused in its cell, and goes back there.
    mutating func answered(_ sending: Sending, _ answer: Writer.Answer) {
        let fields = JSON.object(sending.fields)
        guard sending.command == TallyCount.name, let service = fields["service"].flatMap(Service.init),
            let hour = fields["hour"].flatMap(LocalTime.init), let number = fields["served"]?.integer
        else { return }
        let cell = Cell(service: service, hour: hour.moment)
        guard case .failure = answer else {
            unsent[cell] = nil
            return
        }
        unsent[cell] = Unsent(text: String(number), isRefused: true)
        // Who has typed on is not torn away from it; a number that stood there before was not typed.
        let isUntouched = typed.isEmpty || typed == self.cell.flatMap { unsent[$0]?.text }
        guard isUntouched, let row = hours.firstIndex(where: { $0.moment == cell.hour }),
            let column = point?.services.firstIndex(where: { $0.service == service })
        else { return }
        (self.row, self.column, typed) = (row, column, String(number))
    }

    /// Sends what was typed, and goes on to the next hour.
    mutating func count() -> Effect? {
        defer { typed = cell.flatMap { unsent[$0]?.text } ?? "" }
        guard let point, let service, let hour, let served = Int(typed) else { return nil }
        let version = marked?.version
        if row + 1 < hours.count { row += 1 }
        return .send(
            Sending(
                TallyCount.self, fields(point, service, hour) + [.init("served", .integer(served))], version: version))
    }

    private func fields(_ point: ServicePoint, _ service: PointService, _ hour: LocalTime) -> [JSON.Member] {
        [
            .init("point", .string(point.code)), .init("service", service.service.json), .init("hour", hour.json),
        ]
    }

    /// What was counted in the marked hour.
    var marked: Tally? { service.flatMap { service in hour.flatMap { counted[service.service]?[$0.moment] } } }

    /// The form of the marked hour, for those who sleep there: men and women.
    var form: Effect? {
        guard let point, let service, let hour else { return nil }
        let clock = hour.clockText
        let known = marked
        return .form(
            FormRequest(
                TallyCount.self, fixed: fields(point, service, hour),
                initial: [
                    .init("served", (known?.served).json), .init("men", (known?.men).json),
                    .init("women", (known?.women).json),
                ],
                title: Phrase(
                    fa: "\(service.service.phrase) · \(point.code) · \(persianDigits(clock))",
                    en: "\(service.service.phrase.capitalisedFirst) · \(point.code) · \(clock)")))
    }
}

extension ScreenField {
    /// Digits go into the marked hour, the arrows to the side along the services.
    static func tally(
        _ tally: WritableKeyPath<State, TallySheet>, when isShown: @escaping (State) -> Bool
    ) -> ScreenField {
        func action(
            _ id: String, _ keys: String, _ phrase: Phrase, isMove: Bool = true,
            _ act: @escaping @MainActor (inout TallySheet) -> Effect?
        ) -> ScreenAction<State> {
            Binding(id, keys, phrase, isMove: isMove, when: { !$0[keyPath: tally].typed.isEmpty }) { state, _ in
                act(&state[keyPath: tally])
            }
        }
        return ScreenField(
            hasFocus: { state, _ in isShown(state) },
            actions: Binding.columns { $0[keyPath: tally].step($1) } + [
                action("tally.count", "enter", Phrase(fa: "ثبت شمار", en: "record the number"), isMove: false) {
                    $0.count()
                },
                action("tally.rubOut", "backspace", Phrase(fa: "پاک کردن رقم", en: "delete a digit")) {
                    $0.rubOut()
                    return nil
                },
                action("tally.discard", "escape", Phrase(fa: "پاک کردن شمار", en: "take the number away")) {
                    $0.discard()
                    return nil
                },
            ], takes: { $0.digit != nil }
        ) { state, event, _ in event.digit.map { state[keyPath: tally].type($0) } }
    }
}

extension Event {
    /// The digit that is typed, in whichever script.
    fileprivate var digit: Int? {
        guard case .key(let key) = self, key.modifiers.isEmpty, case .character(let scalar) = key.code,
            let digit = Int(latinDigits(String(scalar))), (0...9).contains(digit)
        else { return nil }
        return digit
    }
}
