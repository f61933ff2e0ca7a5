import Domain
import Persian
import Store

/// Takes pictures of stories in: of a JPEG or PNG nothing stays but what can be seen, small enough for a bulletin.
///
///     let hash = try StoryPictures.keep(bytes, in: folder)  // "9f86d081884c7d65…"
public enum StoryPictures {
    /// The longer side, in points.
    public static let side = 800
    /// The most bytes: two of them, as base64, leave a bulletin below 200 KB.
    public static let mostBytes = 48_000
    /// The largest file that is read, in bytes.
    public static let mostRead = 30_000_000

    /// Pictures are taken in by those who may write stories.
    ///
    /// - Throws: `not-permitted`.
    public static func check(mayTake staff: Staff) throws(DecideError) {
        guard !staff.role.maySend(StoryAmend.self) else { return }
        throw .refused(.notPermitted(staff.account, staff.role, StoryAmend.self))
    }

    /// What is kept of a picture: a JPEG without EXIF, place or comment.
    ///
    /// - Throws: `unknown-value` for what is neither JPEG nor PNG, is damaged or is too large.
    public static func reduced(_ bytes: [UInt8]) throws(Refusal) -> [UInt8] {
        let whole = try Pixels(bytes)
        var side = Self.side
        while side >= 100 {
            let pixels = whole.scaled(to: side)
            for quality in [82, 74, 66, 58, 50, 42] {
                guard let jpeg = pixels.jpeg(quality: quality) else { throw .noPicture }
                if jpeg.count <= mostBytes { return jpeg }
            }
            side = side * 3 / 4
        }
        throw .noPicture
    }

    /// Keeps a picture in an office's folder.
    ///
    /// - Returns: the hash by which a story names it.
    /// - Throws: as ``reduced(_:)``, and what the folder says.
    public static func keep(_ bytes: [UInt8], in folder: PictureFolder) throws(DecideError) -> String {
        let reduced: [UInt8]
        do throws(Refusal) { reduced = try self.reduced(bytes) } catch { throw .refused(error) }
        do throws(StoreError) { return try folder.keep(reduced) } catch { throw .store(error) }
    }
}

extension StoryPictures {
    /// The same of a file.
    ///
    /// - Returns: the hash by which a story names it.
    /// - Throws: `not-found` for what cannot be read; as ``keep(_:in:)``.
    public static func keep(file path: String, in folder: PictureFolder) throws(DecideError) -> String {
        let bytes: [UInt8]
        do throws(SmallFile.Fault) {
            bytes = try SmallFile.read(path, limit: mostRead)
        } catch {
            let what =
                switch error {
                case .system(let code): systemReason(code)
                case .tooLarge: Phrase(fa: "بیش از ۳۰ مگابایت است", en: "it has more than 30 MB")
                }
            throw .refused(
                Refusal(
                    .notFound, field: "pictures",
                    Phrase(
                        fa: "تصویر \(path) خوانده نشد: \(what).", en: "The picture \(path) could not be read: \(what).")
                ))
        }
        return try keep(bytes, in: folder)
    }
}

extension Refusal {
    /// `unknown-value`: no picture that is taken.
    static let noPicture = Refusal(
        .unknownValue, field: "pictures",
        Phrase(
            fa: "این پرونده تصویر JPEG یا PNG سالمی نیست؛ آن را در برنامه عکس باز کنید و از نو ذخیره کنید.",
            en: "This file is no sound JPEG or PNG; open it in a program for pictures and save it anew."))

    /// `unknown-value`: the libraries that read pictures are missing.
    static let noPictures = Refusal(
        .unknownValue, field: "pictures",
        Phrase(
            fa: "کتابخانه تصویر نصب نیست؛ بسته‌های libturbojpeg0 و libpng16-16 را نصب کنید.",
            en: "The libraries of pictures are not installed; install the packages libturbojpeg0 and libpng16-16."))

    /// `unknown-value`: more points than are read.
    static func hugePicture(_ width: Int, _ height: Int) -> Refusal {
        Refusal(
            .unknownValue, field: "pictures",
            Phrase(
                fa: "تصویر \(width) در \(height) نقطه است؛ تا ۵۰٬۰۰۰٬۰۰۰ نقطه پذیرفته است، آن را کوچک‌تر کنید.",
                en: "The picture has \(width) by \(height) points; up to 50,000,000 are taken, make it smaller."))
    }
}
