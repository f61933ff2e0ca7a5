import Persian

/// Parts of the file that travel and come back.
enum PacksPart {
    static let commands: [any Command.Type] = [PackIssue.self, PackReceive.self, PackRecall.self]
    static let records: [any Record.Type] = [Pack.self]
}

/// What the rules about packs read.
public protocol PacksRegistry {
    /// The pack that this file is; nil in an office's own file.
    func carriedPack() throws(DecideError) -> Pack?
    /// The pack whose secret has that hash.
    func pack(sealed seal: String) throws(DecideError) -> Pack?
}
