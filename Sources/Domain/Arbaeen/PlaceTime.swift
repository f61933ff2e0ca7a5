import Persian

/// A day and a time as somebody wrote it: which moment it is depends on the place whose clocks are meant.
public struct PlaceTime: Hashable, Sendable {
    private enum Reading: Hashable, Sendable {
        /// It came with its offset.
        case moment(Moment)
        /// What the clocks of the place show.
        case clock(Day, hour: Int, minute: Int, second: Int)
    }
    private let reading: Reading
    /// Whether only a day was written.
    let isDay: Bool

    /// Reads what people and scripts write, to the minute; see `Moment(parsing:in:)`.
    ///
    /// - Throws: what `Moment(parsing:in:)` throws.
    public init(parsing text: String) throws(DateError) {
        let shown = try Moment(parsing: text, in: .utc).wholeMinute
        let elsewhere = try Moment(parsing: text, in: .tehran).wholeMinute
        isDay = (try? Day(parsing: text)) != nil
        if shown == elsewhere {
            reading = .moment(shown)
        } else {
            let clock = shown.clock(in: .utc)
            reading = .clock(shown.day(in: .utc), hour: clock.hour, minute: clock.minute, second: clock.second)
        }
    }

    /// When the clocks of a zone show it; a day alone is its first moment.
    public func moment(in zone: Zone) -> Moment {
        switch reading {
        case .moment(let moment): moment
        case .clock(let day, let hour, let minute, let second):
            Moment(day: day, hour: hour, minute: minute, second: second, in: zone)
        }
    }

    public func time(in zone: Zone) -> LocalTime { LocalTime(moment(in: zone), in: zone) }

    /// The end of what was written: a day alone is over with its last moment.
    func end(in zone: Zone) -> Moment {
        if isDay, case .clock(let day, _, _, _) = reading { return Moment(day: day, hour: 24, minute: 0, in: zone) }
        return moment(in: zone)
    }
}

extension Parameter where Value == PlaceTime {
    /// A day and a time, in the zone of the place unless it says otherwise.
    ///
    /// - Parameter takesDay: a day alone is enough; else it is no time, rather than midnight that nobody wrote.
    static func time(_ name: String, _ phrase: Phrase, takesDay: Bool = false) -> Parameter {
        Parameter(name: name, phrase: phrase, kind: .time) { (json) throws(Refusal) in
            let text = cleaned(json.plainText)
            if json.string != nil, text.isEmpty { return nil }
            do throws(DateError) {
                let time = try PlaceTime(parsing: text)
                if time.isDay, !takesDay { throw DateError.unreadable(text) }
                return time
            } catch {
                throw .invalidTime(name, phrase, error)
            }
        }
    }
}

extension LocalTime: JSONValue {
    public init?(_ json: JSON) {
        guard let text = json.string, let time = LocalTime(iso: text) else { return nil }
        self = time
    }
    public var json: JSON { .string(iso) }
    public func display(_ language: Language) -> String {
        language.line([day.jalaliText(language), language.digits(clockText)])
    }
    public func cell(_ language: Language) -> Cell { .time(self) }
}

extension Moment {
    /// The day and the time as the clocks of a place show them, for sentences; of a time that they show twice, which of
    /// the two it is.
    func told(in zone: Zone) -> Phrase {
        let time = LocalTime(self, in: zone)
        let mark = showing(in: zone).mark
        return Phrase(fa: time.display(.persian) + mark[.persian], en: time.display(.english) + mark[.english])
    }
}
