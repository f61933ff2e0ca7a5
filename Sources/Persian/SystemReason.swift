import Glibc

/// Why the system refused, in words for the errors that people meet and in the system's own words for the others.
///
///     systemReason(ENOSPC).en  // "no space left on the disk"
public func systemReason(_ code: Int32) -> Phrase {
    switch code {
    case ENOENT: Phrase(fa: "چنین پرونده یا پوشه‌ای نیست", en: "no such file or folder")
    case EACCES, EPERM: Phrase(fa: "اجازه دسترسی ندارید", en: "permission denied")
    case EISDIR: Phrase(fa: "این نشانی یک پوشه است", en: "it is a folder")
    case ENOTDIR: Phrase(fa: "بخشی از این نشانی پوشه نیست", en: "a part of the path is not a folder")
    case ENOSPC, EDQUOT: Phrase(fa: "جا روی دیسک نمانده است", en: "no space left on the disk")
    case EROFS: Phrase(fa: "این دیسک فقط خواندنی است", en: "the disk is read-only")
    case EIO: Phrase(fa: "دیسک خطا داد", en: "the disk reported an error")
    case EEXIST: Phrase(fa: "از پیش هست", en: "it is already there")
    case ELOOP: Phrase(fa: "پیوند است، نه پرونده", en: "it is a link and no file")
    case EFBIG: Phrase(fa: "بزرگ‌تر از آن است که پذیرفته شود", en: "it is larger than what is accepted")
    case EMFILE, ENFILE: Phrase(fa: "پرونده‌های باز بیش از اندازه است", en: "too many files are open")
    case ENAMETOOLONG: Phrase(fa: "نام بیش از اندازه بلند است", en: "the name is too long")
    case notRegular: Phrase(fa: "پرونده معمولی نیست", en: "it is no regular file")
    default: Phrase(fa: "خطای \(code) سیستم", en: String(cString: strerror(code)))
    }
}

/// What we call it when something is a pipe or a device where a file is wanted; the system has no name for it.
public let notRegular: Int32 = 4096
