import Domain
import GRDB
import Persian

extension FileRegistry {
    func memberships(of person: NationalID, in group: String) throws(DecideError) -> [Membership] {
        try storing {
            try Membership.fetch(db, where: "\"group\" = ? AND person = ? ORDER BY \"from\"", [group, person.digits])
        }
    }

    func memberships(ofPerson person: String) throws(DecideError) -> [Membership] {
        try storing { try Membership.fetch(db, where: "person = ? ORDER BY \"from\", id", [person]) }
    }

    func terms(ofPerson person: String) throws(DecideError) -> [Term] {
        try storing { try Term.fetch(db, where: "person = ? ORDER BY \"from\", id", [person]) }
    }
}
