import Persian

/// The fields of a session of a course.
enum CourseSessionParameters {
    static let code = Parameter<String>.code("code", CourseFields.session.phrase)
    static let from = Parameter<Moment>.moment("from", Phrase(fa: "آغاز جلسه", en: "session begins"))
    static let to = Parameter<Moment>.moment("to", Phrase(fa: "پایان جلسه", en: "session ends"))
    static let all = [code.required, from.required, to.required]
}

extension Parameter where Value == [CourseSession] {
    /// The sessions of a course: `[{"code":"RK-1","from":"1401/05/15T09:00","to":"1401/05/15T12:00"}]`, or as people
    /// type them: `RK-1 1401/05/15 09:00-12:00، RK-2 1401/05/16 09:00-12:00`. An end without a
    /// day is on the day of the beginning. They are kept in the order of time.
    static func courseSessions(_ name: String, _ phrase: Phrase) -> Parameter {
        Parameter(name: name, phrase: phrase, kind: .rows(CourseSessionParameters.all)) { (json) throws(Refusal) in
            var (sessions, known): ([CourseSession], Set<String>) = ([], [])
            for item in json.list ?? json.string.map(Self.typedItems) ?? [json] {
                let session = try read(item, name, phrase)
                if !known.insert(session.code).inserted {
                    throw .unknown(
                        name, phrase, value: session.code,
                        accepted: Phrase(fa: "کدی جدا برای هر جلسه", en: "a code of its own for each session"))
                }
                sessions.append(session)
            }
            sessions.sort { ($0.from, $0.to, $0.code) < ($1.from, $1.to, $1.code) }
            return sessions.isEmpty ? nil : sessions
        }.hinted(
            Phrase(
                fa: "مانند \(example(.persian))؛ پایان بی‌روز در همان روز است",
                en: "such as \(example(.english)); an end without a day is on the same day"))
    }

    private static func example(_ language: Language) -> String {
        let begin = ["1401/05/15", "09:00"].map(language.digits)
        return language.list(["RK-1", language.line(begin), language.digits("12:00")])
    }

    private static func typedItems(_ text: String) -> [JSON] {
        text.split { "،,;؛\n".contains($0) }.map { cleaned(String($0)) }.filter { !$0.isEmpty }.map { .string($0) }
    }

    private static func read(_ item: JSON, _ name: String, _ phrase: Phrase) throws(Refusal) -> CourseSession {
        let names = CourseSessionParameters.all.map(\.name)
        let parts: [JSON]
        if let text = item.string {
            parts = typed(text)
        } else if let members = item.members, members.allSatisfy({ names.contains($0.name) }) {
            parts = [item["code"] ?? .null, item["from"] ?? .null, item["to"] ?? .null]
        } else {
            parts = []
        }
        guard parts.count == 3 else {
            throw .unknown(
                name, phrase, value: item.plainText,
                accepted: Phrase(
                    fa: "کد جلسه، روز و ساعت، مانند \("RK-1 ۱۴۰۱/۰۵/۱۵ ۰۹:۰۰-۱۲:۰۰")",
                    en: "a session's code, day and hours, such as RK-1 1401/05/15 09:00-12:00"))
        }
        func value<V>(_ parameter: Parameter<V>, _ json: JSON) throws(Refusal) -> V {
            do throws(Refusal) {
                if let value = try parameter.value(json) { return value }
            } catch {
                var refusal = error
                refusal.field = name
                throw refusal
            }
            throw .missing(name, parameter.phrase)
        }
        let code = try value(CourseSessionParameters.code, parts[0])
        let from = try value(CourseSessionParameters.from, parts[1])
        let isHour = parts[2].string.map(isClockAlone) ?? false
        let end = isHour ? JSON.string("\(from.day(in: .tehran).iso)T\(parts[2].plainText)") : parts[2]
        let to = try value(CourseSessionParameters.to, end)
        guard from < to else { throw .endsTooEarly(name, code) }
        return CourseSession(code: code, from: from, to: to)
    }

    /// "RK-1 1401/05/15 09:00-12:00" as code, beginning and end; empty when it is anything else.
    private static func typed(_ text: String) -> [JSON] {
        let words = text.split(whereSeparator: \.isWhitespace).map(String.init)
        let hours = words.last.map { $0.split { "-–—".contains($0) }.map(String.init) } ?? []
        guard words.count == 3, hours.count == 2 else { return [] }
        return [.string(words[0])] + hours.map { .string("\(words[1])T\($0)") }
    }
}

extension Refusal {
    fileprivate static func endsTooEarly(_ field: String, _ code: String) -> Refusal {
        Refusal(
            .invalidDate, field: field,
            Phrase(
                fa: "پایان جلسه \(code) باید پس از آغاز آن باشد.",
                en: "The session \(code) must end after it begins."))
    }
}
