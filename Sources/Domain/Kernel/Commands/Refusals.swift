import Persian

/// The sentences that many commands share.
extension Refusal {
    /// `program-error`: the command is not carried out, and all others are.
    public static let fault = Refusal(
        .programError,
        Phrase(
            fa:
                "برنامه نتوانست این فرمان را بنویسد و چیزی از آن نوشته نشد؛ این خطای برنامه است و در گزارش خطاهای آن آمد. کارهای دیگر را ادامه دهید و این را به سازندگان برنامه بگویید.",
            en:
                "The program could not write this command, and nothing of it was written; that is an error of the program, which its log tells of. Go on with other work, and report it."
        ))

    /// `missing-value`: a field that must be filled.
    public static func missing(_ field: String, _ label: Phrase) -> Refusal {
        Refusal(
            .missingValue, field: field,
            Phrase(
                fa: "«\(label)» باید پر شود.", en: "\(label.capitalisedFirst) is required.")
        )
    }

    /// `unknown-value`: what was given, and what would be accepted.
    public static func unknown(_ field: String, _ label: Phrase, value: String, accepted: Phrase) -> Refusal {
        unknown(field, label, value: Phrase(fa: value, en: value), accepted: accepted)
    }

    /// The same for a value that has a name in either language.
    public static func unknown(_ field: String, _ label: Phrase, value: Phrase, accepted: Phrase) -> Refusal {
        Refusal(
            .unknownValue, field: field,
            Phrase(
                fa: "«\(label)»: «\(value.fa.excerpt)» پذیرفته نیست؛ پذیرفتنی: \(accepted).",
                en: "\(label.capitalisedFirst): “\(value.en.excerpt)” is not accepted; accepted: \(accepted)."))
    }

    /// `not-found`: no record of that key.
    public static func notFound(_ kind: RecordKind, _ key: String, field: String) -> Refusal {
        // Codes stand in Latin letters and digits everywhere; a national ID or a year has the page's.
        let isNumber = [4, 10].contains(key.utf8.count) && key.utf8.allSatisfy { (0x30...0x39).contains($0) }
        return Refusal(
            .notFound, field: field,
            Phrase(
                fa:
                    "\(kind.phrase) با شناسه «\(isNumber ? persianDigits(key.excerpt) : key.excerpt)» یافت نشد؛ آن را در فهرست بجویید یا نخست ثبت کنید.",
                en: "There is no \(kind.phrase) \(key.excerpt); look it up in the list, or record it first."))
    }

    static func wrongState(_ record: Phrase, is state: Phrase, accepted: Phrase) -> Refusal {
        Refusal(
            .wrongState,
            Phrase(
                fa: "\(record) «\(state)» است؛ این فرمان تنها در این وضعیت پذیرفته می‌شود: \(accepted).",
                en: "\(record.capitalisedFirst) is \(state); this can be done only when it is \(accepted)."))
    }

    /// `duplicate-code`: whose it is, by its title, and the next free one of the series.
    static func duplicateCode(_ code: String, of taken: Phrase, next: String) -> Refusal {
        Refusal(
            .duplicateCode, field: "code",
            Phrase(
                fa: "شناسه \(code) از آنِ \(taken) است؛ نخستین شناسه آزاد: \(next).",
                en: "\(code) already belongs to the \(taken); the next free one is \(next)."))
    }

    /// `duplicate-code`: whose it is, and the next free one of the series.
    public static func duplicateCode(_ code: String, of taken: Phrase, name: String, next: String?) -> Refusal {
        let free = next.map { Phrase(fa: "؛ نخستین شناسه آزاد: \($0)", en: "; the next free one is \($0)") }
        return Refusal(
            .duplicateCode, field: "code",
            Phrase(
                fa: "شناسه \(code) از آنِ \(taken) «\(name)» است\(free).",
                en: "\(code) already belongs to the \(taken) “\(name)”\(free)."))
    }

    /// An end before its beginning.
    static func endBeforeBeginning(_ field: String, from: Day, to: Day) -> Refusal {
        Refusal(
            .invalidDate, field: field,
            Phrase(
                fa:
                    "پایان (\(to.jalaliText(.persian))) پیش از آغاز (\(from.jalaliText(.persian))) است؛ پایان باید همان روز یا پس از آن باشد.",
                en:
                    "The end (\(to.jalaliText(.english))) is before the beginning (\(from.jalaliText(.english))); it must be the same day or later."
            ))
    }
}

extension String {
    /// Its first 60 characters, so that a sentence stays one.
    public var excerpt: String { shortened(to: 60) }

    /// With a capital at the beginning, as a sentence or a title has it.
    public var capitalisedFirst: String { prefix(1).uppercased() + dropFirst() }
}

extension Phrase {
    /// With a capital at the beginning of the English sentence.
    public var capitalisedFirst: Phrase { Phrase(fa: self[.persian], en: self[.english].capitalisedFirst) }
}

extension Sequence where Element == Phrase {
    /// "one، two، three" in both languages.
    public func listed() -> Phrase {
        let all = Array(self)
        return Phrase(
            fa: Language.persian.list(all.map { $0[.persian] }), en: Language.english.list(all.map { $0[.english] }))
    }
}
