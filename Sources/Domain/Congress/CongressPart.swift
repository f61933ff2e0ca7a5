import Persian

/// The editions of the martyrs' congress, their halls and programme.
enum CongressPart {
    static let commands: [any Command.Type] = [
        CongressOpen.self, HallAdd.self, SessionSchedule.self, SessionAmend.self, SessionMove.self,
        SessionCancel.self,
    ]
    static let records: [any Record.Type] = [Congress.self, Hall.self, CongressSession.self]
}
