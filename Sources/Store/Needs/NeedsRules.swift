import Domain
import GRDB

extension FileRegistry {
    func openNeeds(of target: NeedTarget) throws(DecideError) -> [Need] {
        try storing {
            try Need.fetch(
                db, where: "\(NeedsTable.column(of: target.subject)) = ? AND state = 'open' ORDER BY code",
                [target.code])
        }
    }

    func openIncidents(of camp: String) throws(DecideError) -> [Incident] {
        try storing { try Incident.fetch(db, where: "camp = ? AND state = 'open' ORDER BY code", [camp]) }
    }
}
