import Domain
import GRDB
import Persian

extension OfficeFile {
    /// Who opens the file and what they may do. The first account to open a new file becomes its administrator.
    ///
    /// - Parameter begins: whether an office begins in a file where nobody works yet.
    /// - Throws: `not-permitted` for an unknown or disabled account, and for one that may not act for another;
    ///   `cannotOpen` where no office has begun and none is to begin.
    public func admit(_ sender: Sender, clock: Clock, begins: Bool = true) throws(DecideError) -> Staff {
        guard try hasNoStaff() else { return try standing(of: sender) }
        guard begins else { throw .store(.noOffice(path ?? "")) }
        let own = sender.administrator ?? sender.account
        let founder = Sender(account: own, station: sender.station)
        let request: Request
        do throws(Refusal) {
            request = try Request(
                StaffAdd.self,
                [
                    .init("account", .string(own)), .init("name", .string(own)),
                    .init("role", .string(Role.administrator.rawValue)),
                ])
        } catch {
            throw .refused(error)
        }
        do throws(DecideError) {
            try send(request, by: founder, clock: clock)
        } catch {
            // Another program began it in the same moment: then this one comes to an office that is there.
            guard case .refused = error, try !hasNoStaff() else { throw error }
        }
        return try standing(of: sender)
    }

    /// What an account may do here now.
    ///
    /// - Throws: `not-permitted` for an unknown or disabled account, and for one that may not act for another.
    public func standing(of sender: Sender) throws(DecideError) -> Staff {
        let staff = try read { try sender.standing(in: FileRegistry(db: $0)) }
        show(Masking(for: staff.role))
        return staff
    }

    private func hasNoStaff() throws(DecideError) -> Bool {
        try read { try Int.fetchOne($0, sql: "SELECT 1 FROM staff LIMIT 1") == nil }
    }

    /// Puts the file's path into store errors, and remembers damage that was found.
    func naming<T>(_ work: () throws(DecideError) -> T) throws(DecideError) -> T {
        do throws(DecideError) {
            return try work()
        } catch {
            guard case .store(let error) = error else { throw error }
            let named = error.named(path)
            noteDamage(named)
            throw .store(named)
        }
    }
}
