import Domain
import GRDB

extension FileRegistry {
    func pledges(for need: String) throws(DecideError) -> [Pledge] {
        try storing { try Pledge.fetch(db, where: "need = ? ORDER BY code", [need]) }
    }

    func supportLines(of pledge: String) throws(DecideError) -> [SupportLine] {
        try storing { try SupportLine.fetch(db, where: "pledge = ? ORDER BY moment, id", [pledge]) }
    }

    func institutions(called name: String) throws(DecideError) -> [Institution] {
        try storing {
            // Each part of the search text stands on a line of its own.
            try Institution.fetch(
                db, where: "instr(char(10) || search || char(10), ?) > 0 ORDER BY code LIMIT 50", ["\n\(name)\n"]
            ).filter { $0.name.folded() == name }
        }
    }

    func openNeeds(ofItem item: String, unit: String, limit: Int) throws(DecideError) -> [Need] {
        try storing {
            try Need.fetch(
                db, where: "isOpen = 1 AND matchKey = ? ORDER BY dayKey, code LIMIT ?",
                [NeedsTable.matchKey(item, unit), limit])
        }
    }
}
