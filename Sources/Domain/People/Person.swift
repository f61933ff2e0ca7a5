import Persian

/// Anyone known by a national ID.
public struct Person: Record {
    public var id = ""
    public var version = 1
    /// Ten digits, unique.
    public var nationalID: String
    public var firstName: String
    public var lastName: String
    public var gender: Gender?
    /// 09 and nine digits.
    public var mobile: String?
    /// In the Jalali calendar.
    public var birthYear: Int?
    public var skills: [String] = []

    public var key: String { nationalID }
    public var shortTitle: String { fullName }
    public var fullName: String { "\(firstName) \(lastName)" }

    public static let kind = RecordKind("person", Phrase(fa: "شخص", en: "person"))
    public static let hasNumericKey = true
    public static let hasPrivateKey = true
    public static let blank = Person(nationalID: "", firstName: "", lastName: "")
    public static let columns = PersonFields.columns
}

public enum PersonFields {
    public static let nationalID = RecordField(
        \Person.nationalID, .nationalID("nationalID", Phrase(fa: "کد ملی", en: "national ID")), as: { $0.digits },
        [.identifies])
    public static let firstName = RecordField(
        \Person.firstName, .text("firstName", Phrase(fa: "نام", en: "first name"), limit: 100))
    public static let lastName = RecordField(
        \Person.lastName, .text("lastName", Phrase(fa: "نام خانوادگی", en: "last name"), limit: 100))
    public static let gender = RecordField(\Person.gender, .choice("gender", Phrase(fa: "جنسیت", en: "gender")))
    public static let mobile = RecordField(
        \Person.mobile, .mobile("mobile", Phrase(fa: "تلفن همراه", en: "mobile")), as: { $0.digits })
    public static let birthYear = RecordField(\Person.birthYear, birthYearParameter).shown { $1.numeral($0.birthYear) }
    public static let skills = RecordField(\Person.skills, .texts("skills", Phrase(fa: "مهارت", en: "skills")))

    static let columns = listed(nationalID, firstName, lastName, gender, mobile, birthYear, skills)

    // The day tells up to which year: a greater one is for the rule that knows it.
    private static let birthYearParameter = Parameter<Int>.numeral(
        "birthYear", birthYearPhrase, firstBirthYear...1498, reading: firstBirthYear...9999
    ).held { (json, day) throws(Refusal) in try checkBirthYear(json, on: day) }
    private static let birthYearPhrase = Phrase(fa: "سال تولد", en: "birth year")
    private static let firstBirthYear = 1280

    /// Nobody was born after the year in which the birth is recorded.
    static func checkBirthYear(_ json: JSON, on day: Day) throws(Refusal) {
        // A clock may be set to any year.
        let years = firstBirthYear...max(firstBirthYear, JalaliDate(day).year)
        if let text = json.string, cleaned(text).isEmpty { return }
        if let year = json.integer ?? json.string.flatMap({ parseInteger(cleaned($0)) }), years.contains(year) {
            return
        }
        throw .invalidNumber("birthYear", birthYearPhrase, json, years) { $0.digits(String($1)) }
    }
}

extension Person {
    static func check(birthYear: Int?, _ envelope: Envelope) throws(DecideError) {
        guard let birthYear else { return }
        do throws(Refusal) {
            try PersonFields.checkBirthYear(.integer(birthYear), on: envelope.day)
        } catch {
            throw .refused(error)
        }
    }
}

/// National IDs and mobiles show whole only to those who may edit the person.
public struct Masking: Sendable {
    /// Whether nothing is masked.
    public let isWhole: Bool

    /// For nobody's eyes in particular: what goes out of the office.
    public static let outside = Masking(isWhole: false)

    private init(isWhole: Bool) { self.isWhole = isWhole }

    public init(for role: Role) {
        isWhole = role == .administrator || PersonAmend.roles.contains(role)
    }

    /// A national ID, a mobile or a name, told apart by what they are made of.
    public func mask(_ text: String) -> String {
        if isWhole || text.isEmpty { return text }
        if text.contains(where: \.isLetter) { return name(text) }
        return text.utf8.count == 10 ? nationalID(text) : mobile(text)
    }

    /// The first letters of a name, for those who may not read it: `م••• ا•••`.
    public func name(_ text: String) -> String {
        if isWhole { return text }
        return text.split(whereSeparator: \.isWhitespace).map { "\($0.prefix(1))•••" }.joined(separator: " ")
    }

    /// A text that may be one of the two, as people type them. Anything else, such as a day, which has fewer digits, stays
    /// as it is.
    func part(_ text: some StringProtocol) -> String {
        let typed = String(text)
        guard typed.unicodeScalars.count >= 10 else { return typed }
        let figures = latinDigits(typed).utf8.count { (0x30...0x39).contains($0) }
        if figures == 10, let id = try? NationalID(typed) { return nationalID(id.digits) }
        return figures >= 10 ? (try? Mobile(typed)).map { mobile($0.digits) } ?? typed : typed
    }

    /// A sentence that may name people by their numbers: what stands by itself and is one of the two, in any digits.
    ///
    ///     Masking(for: .supervisor).sentence("There is no person 9990000018.")  // "There is no person 999••••018."
    public func sentence(_ text: String) -> String {
        if isWhole { return text }
        var (said, word) = ("", "")
        func close() {
            said += word.count >= 10 && word.allSatisfy(\.isNumber) ? part(word) : word
            word = ""
        }
        for character in text {
            if character.isLetter || character.isNumber {
                word.append(character)
            } else {
                close()
                said.append(character)
            }
        }
        close()
        return said
    }

    /// The same in both languages.
    public func sentence(_ phrase: Phrase) -> Phrase { Phrase(fa: sentence(phrase.fa), en: sentence(phrase.en)) }

    /// `999••••018` for those who may not see it whole, however it was typed.
    public func nationalID(_ digits: String) -> String {
        isWhole ? digits : (try? NationalID(cleaned(digits)))?.masked() ?? "••••••••••"
    }

    /// `0912••••018` for those who may not see it whole.
    public func mobile(_ digits: String) -> String {
        isWhole ? digits : (try? Mobile(cleaned(digits)))?.masked() ?? "•••••••••••"
    }
}

extension Parameter where Value == NationalID {
    /// Somebody who is recorded, known by the national ID.
    static func person(_ name: String, _ phrase: Phrase) -> Parameter {
        nationalID(name, phrase, kind: .record([Person.kind]))
    }
}
