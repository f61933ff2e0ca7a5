import Domain
import GRDB
import Testing

@testable import Store

@Suite("What a failure of the file is told as") struct FailureTests {
    @Test("A failed read says that the file cannot be read, also where nobody told what was to be done")
    func reading() {
        for code: ResultCode in [.SQLITE_IOERR_READ, .SQLITE_IOERR_SHORT_READ] {
            let error = StoreError(DatabaseError(resultCode: code), path: "qom.db")
            #expect(error.phrase.en == "Cannot read qom.db: the disk reported an error.")
        }
        let written = StoreError(DatabaseError(resultCode: .SQLITE_IOERR_WRITE), path: "qom.db")
        #expect(written.reason == .cannotWrite)
    }

    @Test("What is told already keeps its reason, and gets the file's name")
    func known() {
        let busy = StoreError(DatabaseError(resultCode: .SQLITE_BUSY))
        let named = StoreError(busy, path: "qom.db")
        #expect(named.reason == .busy)
        #expect(named.phrase.en.contains("qom.db"))
    }
}
