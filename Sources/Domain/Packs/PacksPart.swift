import Persian

extension Part {
    /// Parts of the file that travel and come back.
    public static let packs = Part(
        "packs", records: [Pack.self], commands: [PackIssue.self, PackReceive.self, PackRecall.self])
}

/// What the rules about packs read.
public protocol PacksRegistry {
    /// The pack that this file is; nil in an office's own file.
    func carriedPack() throws(DecideError) -> Pack?
    /// The pack whose secret has that hash.
    func pack(sealed seal: String) throws(DecideError) -> Pack?
}
