import ArgumentParser
import Domain
import Exchange
import Persian
import Store

extension ArgumentHelp {
    /// The sort of records that a listing command takes.
    static let kind = ArgumentHelp(
        "\(ListingKind.allCases.map(\.rawValue).joined(separator: ", ")) · گونه رکورد",
        valueName: "kind")
}

extension ListingKind {
    /// The kind that the command line names, in the plural or the singular.
    static func named(_ word: String) throws(Failure) -> ListingKind {
        if let kind = ListingKind(word: word) { return kind }
        throw .unknown(
            Phrase(fa: "گونه رکورد", en: "kind of record"), word, accepted: ListingKind.allCases.map(\.rawValue))
    }
}

extension Session {
    /// Writes a listing in pieces, as far as this account may read it.
    func write(
        _ kind: ListingKind, _ question: ListingQuestion, as format: ListingFormat, to out: (String) -> Void
    ) throws(Failure) {
        try checkReading(kind)
        try deciding { () throws(DecideError) in
            try office.view { (reader) throws(DecideError) in
                try kind.write(question, as: format, in: reader, to: out)
            }
        }
    }

    /// Trainers read groups, people and what is about courses; everybody else reads everything.
    func checkReading(_ kind: ListingKind) throws(Failure) {
        let open: Set<ListingKind> = [
            .groups, .people, .members, .councils, .bases, .courses, .enrolments, .certificates, .hours, .groupHours,
        ]
        guard staff.role == .trainer, !open.contains(kind) else { return }
        let others = Role.allCases.filter { $0 != .trainer }.map(\.phrase).listed()
        throw Failure(
            .failed,
            Phrase(
                fa:
                    "\(staff.account) (\(staff.role.phrase.fa)) این فهرست را نمی‌بیند؛ این برای این کاربران است: \(others.fa).",
                en:
                    "\(staff.account) (\(staff.role.phrase.en)) may not read \(kind.rawValue); that is for: \(others.en)."
            ))
    }
}
