import Domain
import Offices
import Persian
import Testing

/// An office that tests send commands to, as lines of a script:
///
///     let office = try TestOffice()
///     try office.carriesOut(#"{"command":"group.amend","code":"Q-0002","size":44}"#)
///     office.refuses(#"{"command":"group.amend","code":"Q-7777"}"#, as: .notFound, saying: "Q-7777")
///
/// It begins with four accounts, two councils, two bases, six people and two groups.
final class TestOffice {
    let registry: MemoryRegistry
    /// Moves on by a minute with each command.
    var now: Moment
    private var sent = 0

    static let administrator = "admin1"

    /// One that goes on from what a registry holds.
    init(_ registry: MemoryRegistry, now: Moment) {
        (self.registry, self.now) = (registry, now)
    }

    init(empty: Bool = false) throws {
        registry = MemoryRegistry()
        now = try Moment(parsing: "1401/05/09T10:00", in: .tehran)
        guard !empty else { return }
        for line in Self.beginning { try carriesOut(line) }
    }

    private static let beginning = [
        #"{"command":"staff.add","account":"admin1","name":"مدیر دفتر","role":"administrator"}"#,
        #"{"command":"staff.add","account":"operator1","name":"متصدی دفتر","role":"operator"}"#,
        #"{"command":"staff.add","account":"supervisor1","name":"ناظر اردوها","role":"supervisor"}"#,
        #"{"command":"staff.add","account":"trainer1","name":"مربی دوره‌ها","role":"trainer"}"#,
        #"{"command":"council.found","code":"SH-01","name":"شورای جهادی پردیسان"}"#,
        #"{"command":"council.found","code":"SH-02","name":"شورای جهادی نیروگاه"}"#,
        #"{"command":"base.found","code":"B-01","name":"قرارگاه جهادی کوثر","council":"SH-01"}"#,
        #"{"command":"base.found","code":"B-02","name":"قرارگاه جهادی مهر","parent":"B-01"}"#,
        #"{"command":"person.record","nationalID":"9990000018","firstName":"علی","lastName":"کریمی"}"#,
        #"{"command":"person.record","nationalID":"9990000026","firstName":"زهرا","lastName":"نوری"}"#,
        #"{"command":"person.record","nationalID":"9990000034","firstName":"مهدی","lastName":"احمدی"}"#,
        #"{"command":"person.record","nationalID":"9990000042","firstName":"مریم","lastName":"جعفری"}"#,
        #"{"command":"person.record","nationalID":"9990000050","firstName":"رضا","lastName":"باقری"}"#,
        #"{"command":"person.record","nationalID":"9990000141","firstName":"کوثر","lastName":"حیدری"}"#,
        """
        {"command":"group.register","code":"Q-0001","name":"گروه جهادی شهید کاظمی","kind":"specialised",\
        "fields":["medical"],"council":"SH-01","base":"B-01","county":"قم","size":24,"registeredOn":"1398/02/10",\
        "head":"9990000018","mediaLiaison":"9990000026"}
        """,
        """
        {"command":"group.register","code":"Q-0002","name":"گروه جهادی باران","kind":"general",\
        "fields":["construction","education"],"base":"B-02","county":"کهک","size":40,"registeredOn":"1400/01/05"}
        """,
    ]

    // MARK: Sending

    /// Sends a line as that account; a carried-out id answers as it did the first time.
    func send(_ line: String, by account: String = administrator) throws -> LedgerEntry {
        let json = try #require(JSON(parsing: line), "the test's own line is no JSON: \(line)")
        return try send(Request(json), by: Sender(account: account, station: "QOM-1"))
    }

    func send(_ request: Request, by sender: Sender) throws -> LedgerEntry {
        sent += 1
        now = Moment(milliseconds: now.milliseconds + 60_000)
        if let id = request.id, let earlier = registry.entry(id) {
            try request.checkRepetition(of: earlier, by: sender, at: now, in: registry)
            return earlier
        }
        let (envelope, decision) = try request.decide(by: sender, at: now, id: Self.id(sent), in: registry)
        let entry = LedgerEntry(
            number: registry.ledger.count + 1, envelope: envelope, request: request, decision: decision)
        try registry.keep(entry)
        return entry
    }

    /// The id of the nth command sent.
    static func id(_ number: Int) -> String {
        let digits = String(number)
        return "01890000-0000-7000-8000-" + String(repeating: "0", count: 12 - digits.count) + digits
    }

    // MARK: Expecting

    /// The command must be carried out, and leave no promise between records broken.
    @discardableResult
    func carriesOut(
        _ line: String, by account: String = administrator, at location: SourceLocation = #_sourceLocation
    ) throws -> LedgerEntry {
        do {
            let entry = try send(line, by: account)
            #expect(registry.brokenPromises() == [], sourceLocation: location)
            return entry
        } catch {
            Issue.record("refused: \(sentence(of: error)) \(line)", sourceLocation: location)
            throw error
        }
    }

    /// The command must be refused with that code, change nothing, and say why in both languages; each of the
    /// fragments stands in both sentences, its digits in the Persian one as the page writes them.
    @discardableResult
    func refuses(
        _ line: String, as code: RefusalCode, field: String? = nil, saying fragments: String..., fa: String = "",
        en: String = "", by account: String = administrator, at location: SourceLocation = #_sourceLocation
    ) -> Refusal? {
        let (before, entries) = (registry.contents, registry.ledger.count)
        do {
            let entry = try send(line, by: account)
            Issue.record("carried out, not refused as \(code.rawValue): \(entry.answer.text)", sourceLocation: location)
            return nil
        } catch {
            guard let refusal = refusal(in: error) else {
                Issue.record("no refusal: \(error)", sourceLocation: location)
                return nil
            }
            let phrase = refusal.phrase
            #expect(refusal.code == code, "\(phrase.en)", sourceLocation: location)
            if refusal.canBeOverridden, let name = JSON(parsing: line)?["command"]?.string {
                let declared = Commands.named(name)?.overrides ?? []
                #expect(declared.contains(code), "\(name) should name its override", sourceLocation: location)
            }
            if let field { #expect(refusal.field == field, sourceLocation: location) }
            #expect(phrase.isSaidInBothLanguages, "\(phrase)", sourceLocation: location)
            for fragment in fragments {
                #expect(
                    phrase.fa.contains(fragment) || phrase.fa.contains(persianDigits(fragment)),
                    sourceLocation: location)
                #expect(phrase.en.contains(fragment), sourceLocation: location)
            }
            #expect(fa.isEmpty || phrase.fa.contains(fa), "\(phrase.fa)", sourceLocation: location)
            #expect(en.isEmpty || phrase.en.contains(en), "\(phrase.en)", sourceLocation: location)
            #expect(registry.contents == before && registry.ledger.count == entries, sourceLocation: location)
            return refusal
        }
    }

    private func sentence(of error: any Error) -> String { refusal(in: error)?.phrase.en ?? "\(error)" }

    private func refusal(in error: any Error) -> Refusal? {
        if let refusal = error as? Refusal { return refusal }
        if case .refused(let refusal)? = error as? DecideError { return refusal }
        return nil
    }

    // MARK: Looking

    func group(_ code: String) throws -> Group { try #require(registry.find(Group.self, key: code)) }
    func council(_ code: String) throws -> Council { try #require(registry.find(Council.self, key: code)) }
    func base(_ code: String) throws -> Base { try #require(registry.find(Base.self, key: code)) }
    func person(_ id: String) throws -> Person { try #require(registry.find(Person.self, key: id)) }
    func staff(_ account: String) throws -> Staff { try #require(registry.find(Staff.self, key: account)) }
}

extension Phrase {
    /// Whether each language has a sentence of its own: Persian in Persian letters, English in Latin ones.
    var isSaidInBothLanguages: Bool {
        let arabic = fa.unicodeScalars.contains { (0x0600...0x06FF).contains($0.value) }
        let latin = en.unicodeScalars.contains { ("a"..."z").contains($0) }
        return arabic && latin && fa != en && fa.count > 10 && en.count > 10
    }
}

/// A day as people write it.
func day(_ text: String) throws -> Day { try Day(parsing: text) }
