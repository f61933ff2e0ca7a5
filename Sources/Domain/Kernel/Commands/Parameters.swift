import Persian

// The sorts of parameters that commands are made of.

extension Parameter where Value == String {
    /// A text: control characters removed, ends trimmed.
    static func text(_ name: String, _ phrase: Phrase, lines: Bool = false, limit: Int = 10_000) -> Parameter {
        Parameter(name: name, phrase: phrase, kind: lines ? .longText : .text) { (json) throws(Refusal) in
            guard let raw = json.string else {
                throw .unknown(name, phrase, value: json.plainText, accepted: Phrase(fa: "یک متن", en: "a text"))
            }
            let text = cleaned(raw, lines: lines)
            // Counting bytes is quicker, and enough for all but long Persian texts.
            guard text.utf8.count <= limit || text.unicodeScalars.count <= limit else {
                throw .unknown(
                    name, phrase, value: text,
                    accepted: Phrase(
                        fa: "متنی تا \(persianDigits(limit)) نویسه", en: "a text of up to \(limit) characters"))
            }
            return text.isEmpty ? nil : text
        }
    }

    /// A text that is masked for those who may not see national IDs.
    static func privateText(_ name: String, _ phrase: Phrase, limit: Int) -> Parameter {
        let text = Parameter.text(name, phrase, limit: limit)
        return Parameter(name: name, phrase: phrase, kind: .privateText, read: text.read)
    }

    /// A human code, normalised.
    static func code(_ name: String, _ phrase: Phrase, of kinds: RecordKind...) -> Parameter {
        code(name, phrase, kind: name == "code" ? .code : .record(kinds))
    }

    static func code(_ name: String, _ phrase: Phrase, kind: ParameterKind) -> Parameter {
        Parameter(name: name, phrase: phrase, kind: kind) { (json) throws(Refusal) in
            guard let raw = json.string ?? json.integer.map(String.init) else {
                throw .unknown(name, phrase, value: json.plainText, accepted: codeForm)
            }
            if cleaned(raw).isEmpty { return nil }
            guard let code = normalisedCode(cleaned(raw)) else {
                throw .unknown(name, phrase, value: raw, accepted: codeForm)
            }
            return code
        }
    }

    private static var codeForm: Phrase {
        Phrase(
            fa: "شناسه‌ای از حرف و رقم، مانند Q-0001", en: "a code of letters and digits, such as Q-0001")
    }

    static var newCodeForm: Phrase {
        Phrase(
            fa:
                "شناسه‌ای پیوسته با رقم، خط تیره یا ممیز، مانند Q-0001 یا ویژه-۱ (هر عدد تا \(persianDigits(longestNumber)) رقم)؛ خالی بماند، شناسه آزاد بعدی داده می‌شود",
            en:
                "a code without blanks that has a digit, a hyphen or a slash, such as Q-0001 or HALL-A (numbers of up to \(longestNumber) digits); left empty, the next free one is given"
        )
    }

    /// The name of a staff account, as the operating system spells it.
    static func account(_ name: String, _ phrase: Phrase) -> Parameter {
        Parameter(name: name, phrase: phrase, kind: .text) { (json) throws(Refusal) in
            let text = cleaned(json.string ?? "")
            if json.string != nil, text.isEmpty { return nil }
            let isPlain = text.unicodeScalars.allSatisfy { !$0.properties.isWhitespace }
            guard json.string != nil, isPlain, text.utf8.count <= 64 else {
                throw .unknown(
                    name, phrase, value: json.plainText,
                    accepted: Phrase(fa: "نام حساب بدون فاصله", en: "an account name without blanks"))
            }
            return text
        }
    }
}

extension Parameter where Value == Int {
    /// A whole number; texts of any digits are numbers too.
    static func integer(_ name: String, _ phrase: Phrase, _ range: ClosedRange<Int>) -> Parameter {
        whole(name, phrase, range, kind: .number(range)) { $0.number($1) }
    }

    /// A number that is a name, such as a year or that of a pole: its thousands are never grouped.
    ///
    /// - Parameter reading: what is read all the same, for a rule that knows more to judge.
    static func numeral(
        _ name: String, _ phrase: Phrase, _ range: ClosedRange<Int>, reading: ClosedRange<Int>? = nil
    ) -> Parameter {
        whole(name, phrase, range, reading: reading, kind: .numeral(range)) { $0.digits(String($1)) }
    }

    private static func whole(
        _ name: String, _ phrase: Phrase, _ range: ClosedRange<Int>, reading: ClosedRange<Int>? = nil,
        kind: ParameterKind, _ shown: @escaping @Sendable (Language, Int) -> String
    ) -> Parameter {
        Parameter(name: name, phrase: phrase, kind: kind) { (json) throws(Refusal) in
            if let text = json.string, cleaned(text).isEmpty { return nil }
            let number = json.integer ?? json.string.flatMap { parseInteger(cleaned($0)) }
            if let number, (reading ?? range).contains(number) { return number }
            throw .invalidNumber(name, phrase, json, range, shown)
        }
    }
}

extension Parameter where Value == Quantity {
    /// A number with up to three decimals, written with a point, a Persian one or a slash.
    static func quantity(_ name: String, _ phrase: Phrase, _ range: ClosedRange<Int>) -> Parameter {
        Parameter(name: name, phrase: phrase, kind: .quantity(range)) { (json) throws(Refusal) in
            if let text = json.string, cleaned(text).isEmpty { return nil }
            let quantity = Quantity(json) ?? json.string.flatMap { Quantity(parsing: cleaned($0)) }
            let bounds = Quantity(range.lowerBound)...Quantity(range.upperBound)
            if let quantity, bounds.contains(quantity) { return quantity }
            throw .invalidNumber(
                name, phrase, json, range,
                form: Phrase(
                    fa: "، با حداکثر سه رقم اعشار مانند ۷٫۵", en: ", with up to three decimals such as 7.5")
            ) { $0.number($1) }
        }
    }
}

extension Refusal {
    /// `invalid-number`: what was given, and from where to where numbers are accepted.
    ///
    /// - Parameter form: what else is said of what is accepted.
    static func invalidNumber(
        _ field: String, _ label: Phrase, _ json: JSON, _ range: ClosedRange<Int>,
        form: Phrase = Phrase(fa: "", en: ""),
        _ shown: (Language, Int) -> String = { $0.number($1) }
    ) -> Refusal {
        let bounds = [range.lowerBound, range.upperBound]
        let (fa, en) = (bounds.map { shown(.persian, $0) }, bounds.map { shown(.english, $0) })
        return Refusal(
            .invalidNumber, field: field,
            Phrase(
                fa:
                    "«\(label)»: «\(json.plainText.excerpt)» عدد درستی نیست؛ عددی از \(fa[0]) تا \(fa[1])\(form) بنویسید.",
                en:
                    "\(label.capitalisedFirst): “\(json.plainText.excerpt)” is no valid number; write one from \(en[0]) to \(en[1])\(form)."
            ))
    }
}

extension Parameter where Value == String {
    /// One of the 31 provinces, however it is spelt; it is kept in one spelling.
    static func province(_ name: String, _ phrase: Phrase) -> Parameter {
        let choices = Province.allCases.map { ParameterChoice(value: $0.name.fa, phrase: $0.name) }
        return Parameter(name: name, phrase: phrase, kind: .choice(choices)) { (json) throws(Refusal) in
            let text = cleaned(json.plainText)
            if json.string != nil, text.isEmpty { return nil }
            if json.string != nil, let province = Province(named: text) { return province.name.fa }
            let near = Province.nearest(to: text).name
            throw .unknown(
                name, phrase, value: text,
                accepted: Phrase(
                    fa: "یکی از ۳۱ استان؛ نزدیک‌ترین نام: \(near)",
                    en: "one of the 31 provinces; the nearest name: \(near.fa) (\(near))"))
        }
    }
}

extension Parameter where Value == Bool {
    static func flag(_ name: String, _ phrase: Phrase) -> Parameter {
        Parameter(name: name, phrase: phrase, kind: .flag) { (json) throws(Refusal) in
            guard case .bool(let truth) = json else {
                throw .unknown(
                    name, phrase, value: json.plainText, accepted: Phrase(fa: "true یا false", en: "true or false"))
            }
            return truth
        }
    }
}

extension Parameter where Value == Day {
    /// A day: Jalali when the year is below 1700, Gregorian otherwise.
    static func day(_ name: String, _ phrase: Phrase) -> Parameter {
        Parameter(name: name, phrase: phrase, kind: .date) { (json) throws(Refusal) in
            let text = cleaned(json.plainText)
            if json.string != nil, text.isEmpty { return nil }
            do throws(DateError) {
                return try Day(parsing: text)
            } catch {
                throw .invalidDate(name, phrase, error)
            }
        }
    }
}

extension Refusal {
    static func invalidDate(_ field: String, _ label: Phrase, _ error: DateError) -> Refusal {
        Refusal(
            .invalidDate, field: field,
            Phrase(
                fa: "«\(label)»: \(error.explanation)",
                en: "\(label.capitalisedFirst): \(error.explanation)"))
    }
}

extension Refusal {
    /// What is no time: a day with an hour is what was due.
    static func invalidTime(_ field: String, _ label: Phrase, _ error: DateError) -> Refusal {
        guard case .unreadable(let text) = error else { return invalidDate(field, label, error) }
        return Refusal(
            .invalidDate, field: field,
            Phrase(
                fa: "«\(label)»: «\(text.excerpt)» زمان نیست؛ روز و ساعت بنویسید، مانند ۱۴۰۱/۰۵/۰۹ ۱۰:۳۰",
                en:
                    "\(label.capitalisedFirst): “\(text.excerpt)” is no time; write a day and an hour, such as 1401/05/09 10:30"
            ))
    }
}

extension Moment {
    /// The minute that it falls in: clocks and forms of the office show no seconds, and nothing lasts less than a minute.
    var wholeMinute: Moment {
        let rest = milliseconds % 60_000
        return Moment(milliseconds: milliseconds - (rest < 0 ? rest + 60_000 : rest))
    }
}

extension Parameter where Value: Choice {
    /// One of a few named values.
    static func choice(_ name: String, _ phrase: Phrase) -> Parameter {
        let choices = Value.choices
        return Parameter(name: name, phrase: phrase, kind: .choice(choices)) { (json) throws(Refusal) in
            try Value.read(json, name, phrase)
        }
    }
}

extension Parameter {
    /// Some of a few named values, each once, in the order given.
    static func choices<Item: Choice>(_ name: String, _ phrase: Phrase) -> Parameter where Value == [Item] {
        let choices = Item.choices
        return Parameter(name: name, phrase: phrase, kind: .choices(choices)) { (json) throws(Refusal) in
            var values: [Item] = []
            for item in json.list ?? [json] {
                if let value = try Item.read(item, name, phrase), !values.contains(value) { values.append(value) }
            }
            return values.isEmpty ? nil : values
        }
    }

    /// A list of short texts, each once, however it is spelt.
    static func texts(_ name: String, _ phrase: Phrase) -> Parameter where Value == [String] {
        let (most, longest) = (200, 200)
        return Parameter(name: name, phrase: phrase, kind: .list) { (json) throws(Refusal) in
            let items = json.list ?? [json]
            guard items.count <= most else {
                throw .unknown(
                    name, phrase, value: Phrase(fa: "\(items.count) مورد", en: "\(items.count) items"),
                    accepted: Phrase(fa: "تا \(persianDigits(most)) مورد", en: "up to \(most) items"))
            }
            let one = Parameter<String>.text(name, phrase, limit: longest)
            var (values, known): ([String], Set<String>) = ([], [])
            for item in items {
                guard item != .null, let text = try one.read(item) else { continue }
                if known.insert(text.folded()).inserted { values.append(text) }
            }
            return values
        }
    }
}

extension Choice {
    fileprivate static var choices: [ParameterChoice] {
        allCases.map { ParameterChoice(value: $0.rawValue, phrase: $0.phrase) }
    }

    fileprivate static func read(_ json: JSON, _ name: String, _ phrase: Phrase) throws(Refusal) -> Self? {
        let word = cleaned(json.plainText)
        if json.string != nil, word.isEmpty { return nil }
        guard json.string != nil, let value = Self(word: word) else {
            throw .unknown(name, phrase, value: word, accepted: allCases.map(\.phrase).listed())
        }
        return value
    }
}

extension Parameter where Value == NationalID {
    static func nationalID(_ name: String, _ phrase: Phrase, kind: ParameterKind = .nationalID) -> Parameter {
        Parameter(name: name, phrase: phrase, kind: kind) { (json) throws(Refusal) in
            let text = cleaned(json.plainText)
            if json.string != nil, text.isEmpty { return nil }
            do throws(NationalIDError) {
                return try NationalID(text)
            } catch {
                let why = error.explanation(of: text)
                throw Refusal(
                    .invalidNationalID, field: name,
                    Phrase(
                        fa: "«\(phrase)»: «\(text.excerpt)» کد ملی درستی نیست: \(why).",
                        en: "\(phrase.capitalisedFirst): \(text.excerpt) is no valid national ID: \(why)."))
            }
        }
    }
}

extension NationalIDError {
    /// What is wrong with what was typed, and that leading zeros were put in front of it where it has fewer than ten digits.
    ///
    /// - Parameter text: what was typed.
    public func explanation(of text: String) -> Phrase {
        let digits = latinDigits(text).filter { $0.isASCII && $0.isNumber }
        guard case .checkDigit = self, digits.count < 10 else { return explanation }
        let whole = String(repeating: "0", count: 10 - digits.count) + digits
        return Phrase(
            fa:
                "\(persianDigits(digits.count)) رقم دارد و با صفر آغازین \(persianDigits(whole)) خوانده شد؛ \(explanation)",
            en: "it has \(digits.count, "digit") and was read with zeros in front, \(whole); \(explanation)")
    }

    /// What is wrong with it, and what would be right.
    public var explanation: Phrase {
        switch self {
        case .length(let count):
            Phrase(
                fa: "\(persianDigits(count)) رقم دارد؛ کد ملی ده رقم است (صفرهای آغاز را می‌توان ننوشت)",
                en: "it has \(count, "digit"); a national ID has ten (leading zeros may be left out)")
        case .notDigits(let character):
            Phrase(fa: "«\(character)» رقم نیست؛ ده رقم بنویسید", en: "“\(character)” is no digit; write ten digits")
        case .equalDigits:
            Phrase(fa: "ده رقم یکسان هیچ‌گاه کد ملی نیست", en: "ten equal digits are never a national ID")
        case .checkDigit(let expected, let found):
            Phrase(
                fa:
                    "رقم پایانی باید \(persianDigits(expected)) باشد، نه \(persianDigits(found))؛ رقم‌ها را با کارت بسنجید",
                en: "its last digit should be \(expected), not \(found); compare it with the card")
        }
    }
}

extension Parameter where Value == Mobile {
    static func mobile(_ name: String, _ phrase: Phrase) -> Parameter {
        Parameter(name: name, phrase: phrase, kind: .mobile) { (json) throws(Refusal) in
            let text = cleaned(json.plainText)
            if json.string != nil, text.isEmpty { return nil }
            guard let mobile = try? Mobile(text) else {
                throw Refusal(
                    .invalidMobile, field: name,
                    Phrase(
                        fa:
                            "«\(phrase)»: «\(text.excerpt)» شماره همراه درستی نیست؛ ۰۹ و نه رقم پس از آن پذیرفته است، مانند ۰۹۱۲۳۴۵۶۷۸۹.",
                        en:
                            "\(phrase.capitalisedFirst): \(text.excerpt) is no mobile number; accepted: 09 and nine more digits, such as 09123456789."
                    ))
            }
            return mobile
        }
    }
}

extension JSON {
    /// The value as a person would write it, for sentences and for numbers that came as texts.
    public var plainText: String { string ?? text }
}
