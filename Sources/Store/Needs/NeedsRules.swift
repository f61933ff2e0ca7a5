import Domain
import GRDB

extension FileRegistry {
    func openNeeds(of camp: String) throws(DecideError) -> [Need] {
        try storing { try Need.fetch(db, where: "camp = ? AND state = 'open' ORDER BY code", [camp]) }
    }

    func openIncidents(of camp: String) throws(DecideError) -> [Incident] {
        try storing { try Incident.fetch(db, where: "camp = ? AND state = 'open' ORDER BY code", [camp]) }
    }
}
