import Domain
import Persian
import Store

extension BulletinContent {
    /// Writes the edition to a file, in the place of an old one only when it is whole.
    ///
    /// - Throws: what a template or a picture that is gone is against, or what the system says of the file.
    public func write(
        as form: BulletinForm, to path: String, picture: (String) -> [UInt8]?
    ) throws(PageError) {
        let text: String
        do throws(Refusal) {
            text = try self.text(as: form, picture: picture)
        } catch {
            throw PageError(refused: error)
        }
        do throws(SheetWriteError) {
            try FileReplacement(of: path).write(text)
        } catch {
            throw PageError(error)
        }
    }
}

extension PageError {
    fileprivate init(refused refusal: Refusal) { phrase = refusal.phrase }
}
