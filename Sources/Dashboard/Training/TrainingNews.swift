import Canvas
import Domain
import Persian
import Store

extension Reader {
    /// An enrolment in a sentence about it: the course, who, and how he or she stands to it now.
    fileprivate func subject(_ enrolment: Enrolment) throws(DecideError) -> Phrase {
        let name = try find(Person.self, key: enrolment.person)?.fullName ?? ""
        let place = try enrolmentRow(of: enrolment.person, in: enrolment.course)?.place
        let state = enrolment.state.phrase
        return Phrase(
            fa: "\(enrolment.course) · \(name) · \(state)\(place.map { " \(persianDigits($0))" } ?? "")",
            en: "\(enrolment.course) · \(name) · \(state)\(place.map { " at place \($0)" } ?? "")")
    }

    /// Whom a command promoted from a waiting list.
    fileprivate func promoted(by entry: LedgerEntry) throws(DecideError) -> [String] {
        var names: [String] = []
        for change in entry.changes {
            guard let before = change.before as? Enrolment, let after = change.after as? Enrolment,
                before.state == .waitlisted, after.state == .enrolled
            else { continue }
            names.append(try find(Person.self, key: after.person)?.fullName ?? "")
        }
        return names
    }
}

extension LedgerEntry {
    /// Who was passed over on a waiting list and why, and who has the seat: more than fits on one line. Nil when nobody
    /// was.
    fileprivate func waitingListQuestion(_ promoted: [String]) -> Question? {
        let passed = warnings.filter { $0["warning"]?.string == RefusalCode.notEligible.rawValue }
        guard !passed.isEmpty else { return nil }
        let seat =
            promoted.isEmpty
            ? Phrase(fa: "", en: "")
            : Phrase(
                fa: " جا به «\(Language.persian.list(promoted))» رسید.",
                en: " The seat went to “\(Language.english.list(promoted))”.")
        return Question(
            title: title,
            text: Phrase(
                fa: passed.compactMap { $0["fa"]?.string }.joined(separator: " ") + seat[.persian],
                en: passed.compactMap { $0["en"]?.string }.joined(separator: " ") + seat[.english]),
            answers: [.init(Phrase(fa: "باشد", en: "Understood"))])
    }
}

extension News {
    /// How somebody stands to a course now, who got a seat that became free, and who was passed over.
    mutating func tellOfSeats(_ entry: LedgerEntry, _ reader: Reader) throws(DecideError) {
        if let enrolment = entry.main?.record as? Enrolment { subject = try reader.subject(enrolment) }
        // Who waits has no seat yet.
        isMixed = isMixed || (entry.main?.after as? Enrolment)?.state == .waitlisted
        let promoted = try reader.promoted(by: entry)
        if !promoted.isEmpty {
            consequence = Phrase(
                fa: "جا به \(Language.persian.list(promoted)) رسید",
                en: "the seat went to \(Language.english.list(promoted))")
        }
        question = entry.waitingListQuestion(promoted) ?? question
    }
}

/// Issues a certificate to everybody who completed a course.
private struct CertifyAll: PartEffect {
    let course: String

    func carryOut(in dashboard: Dashboard) throws(DecideError) { try dashboard.certifyAll(course) }
}

extension Effect {
    static func certifyAll(_ course: String) -> Effect { .of(CertifyAll(course: course)) }
}

extension Dashboard {
    /// Issues a certificate to everybody who completed a course and holds none, by name.
    fileprivate func certifyAll(_ course: String) throws(DecideError) {
        let people = try office.view { (reader) throws(DecideError) in
            var people: [String] = []
            for place in try reader.roster(of: course, withSeat: true) {
                guard let row = try reader.enrolmentRow(at: place), row.enrolment.state == .completed,
                    row.certificate == nil
                else { continue }
                people.append(row.person.nationalID)
            }
            return people
        }
        guard !people.isEmpty else {
            toast = Toast(.information, Phrase(fa: "همه گواهی دارند", en: "All of them hold certificates"))
            return
        }
        let tally = Issued(pending: people.count)
        for person in people {
            let sending = Sending(
                CourseCertify.self, [.init("course", .string(course)), .init("person", .string(person))])
            guard let request = try? sending.request() else { continue }
            writer.send(request) { [weak self] result in
                if case .failure(let error) = result { tally.refusal = error.phrase } else { tally.issued += 1 }
                tally.pending -= 1
                guard tally.pending == 0, let self else { return }
                toast = tally.toast
                settle { () throws(DecideError) in try refresh() }
            }
        }
    }
}

/// How many certificates were issued of those that were asked for at once.
@MainActor
private final class Issued {
    var pending: Int
    var issued = 0
    var refusal: Phrase?

    init(pending: Int) { self.pending = pending }

    var toast: Toast {
        let said = Phrase(
            fa: "\(persianDigits(issued)) گواهی صادر شد",
            en: "\(issued, "certificate") issued")
        guard let refusal else { return Toast(.good, said) }
        return Toast(.warning, Phrase(fa: "\(said). \(refusal)", en: "\(said). \(refusal)"))
    }
}
