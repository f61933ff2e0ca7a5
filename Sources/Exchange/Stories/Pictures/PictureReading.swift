import CPictures
import Domain
import Persian

/// A picture as points, three bytes each, row by row.
struct Pixels {
    var width: Int
    var height: Int
    var rgb: [UInt8]
}

extension Pixels {
    /// 8,000 by 6,250 points: more than telephones take, and 150 MB while it is read.
    private static let mostPoints = 50_000_000

    /// Reads a JPEG, turned as its camera was held, or a PNG.
    ///
    /// - Throws: `unknown-value` for what is neither, is damaged or is too large.
    init(_ bytes: [UInt8]) throws(Refusal) {
        guard pictures_installed() != 0 else { throw .noPictures }
        let isJPEG = bytes.starts(with: [0xFF, 0xD8, 0xFF])
        guard isJPEG || bytes.starts(with: [0x89, 0x50, 0x4E, 0x47]) else { throw .noPicture }
        var (width, height): (Int32, Int32) = (0, 0)
        let isRead =
            isJPEG
            ? pictures_jpeg_size(bytes, bytes.count, &width, &height)
            : pictures_png_size(bytes, bytes.count, &width, &height)
        guard isRead != 0, width > 0, height > 0 else { throw .noPicture }
        guard Int(width) * Int(height) <= Self.mostPoints else { throw .hugePicture(Int(width), Int(height)) }
        var rgb = [UInt8](repeating: 0, count: Int(width) * Int(height) * 3)
        let isWhole =
            isJPEG
            ? pictures_jpeg_read(bytes, bytes.count, &rgb, width, height) : pictures_png_read(bytes, bytes.count, &rgb)
        guard isWhole != 0 else { throw .noPicture }
        self.init(width: Int(width), height: Int(height), rgb: rgb)
        if isJPEG { self = turned(orientation(ofJPEG: bytes)) }
    }

    /// The points in the place that a camera's orientation (1 to 8 of EXIF) means.
    func turned(_ orientation: Int) -> Pixels {
        guard (2...8).contains(orientation) else { return self }
        let isLying = orientation >= 5
        var other = Pixels(
            width: isLying ? height : width, height: isLying ? width : height,
            rgb: [UInt8](repeating: 0, count: rgb.count))
        for y in 0..<other.height {
            for x in 0..<other.width {
                let (column, row) =
                    switch orientation {
                    case 2: (width - 1 - x, y)
                    case 3: (width - 1 - x, height - 1 - y)
                    case 4: (x, height - 1 - y)
                    case 5: (y, x)
                    case 6: (y, height - 1 - x)
                    case 7: (width - 1 - y, height - 1 - x)
                    default: (width - 1 - y, x)
                    }
                let (from, to) = ((row * width + column) * 3, (y * other.width + x) * 3)
                for part in 0..<3 { other.rgb[to + part] = rgb[from + part] }
            }
        }
        return other
    }

    /// Smaller by averages of the points that come together, so that the longer side is at most `side` points.
    func scaled(to side: Int) -> Pixels {
        let longer = max(width, height)
        guard longer > side else { return self }
        let (newWidth, newHeight) = (max(1, width * side / longer), max(1, height * side / longer))
        var other = Pixels(
            width: newWidth, height: newHeight, rgb: [UInt8](repeating: 0, count: newWidth * newHeight * 3))
        rgb.withUnsafeBufferPointer { rgb in
            for y in 0..<newHeight {
                let rows = y * height / newHeight..<max(y * height / newHeight + 1, (y + 1) * height / newHeight)
                for x in 0..<newWidth {
                    let columns = x * width / newWidth..<max(x * width / newWidth + 1, (x + 1) * width / newWidth)
                    var (red, green, blue) = (0, 0, 0)
                    for row in rows {
                        for column in columns {
                            let place = (row * width + column) * 3
                            red += Int(rgb[place])
                            green += Int(rgb[place + 1])
                            blue += Int(rgb[place + 2])
                        }
                    }
                    let (count, place) = (rows.count * columns.count, (y * newWidth + x) * 3)
                    other.rgb[place] = UInt8((red + count / 2) / count)
                    other.rgb[place + 1] = UInt8((green + count / 2) / count)
                    other.rgb[place + 2] = UInt8((blue + count / 2) / count)
                }
            }
        }
        return other
    }

    /// As a JPEG without metadata; nil when the library fails.
    func jpeg(quality: Int) -> [UInt8]? {
        let room = pictures_jpeg_room(Int32(width), Int32(height))
        guard room > 0 else { return nil }
        var out = [UInt8](repeating: 0, count: room)
        let count = pictures_jpeg_write(rgb, Int32(width), Int32(height), Int32(quality), &out)
        return count > 0 ? Array(out.prefix(count)) : nil
    }
}

/// The orientation that the EXIF of a JPEG tells, 1 to 8; 1 where it tells none.
func orientation(ofJPEG bytes: [UInt8]) -> Int {
    var place = 2
    while place + 4 <= bytes.count, bytes[place] == 0xFF, bytes[place + 1] != 0xDA {
        let length = Int(bytes[place + 2]) << 8 | Int(bytes[place + 3])
        let end = place + 2 + length
        guard length >= 2, end <= bytes.count else { return 1 }
        if bytes[place + 1] == 0xE1, bytes[(place + 4)..<end].starts(with: Array("Exif\0\0".utf8)) {
            return exifOrientation(Array(bytes[(place + 10)..<end]))
        }
        place = end
    }
    return 1
}

private func exifOrientation(_ tiff: [UInt8]) -> Int {
    guard tiff.count >= 8 else { return 1 }
    let isLittle = tiff[0] == 0x49
    func number(_ place: Int, _ count: Int) -> Int? {
        guard place >= 0, place + count <= tiff.count else { return nil }
        let part = tiff[place..<place + count]
        return (isLittle ? part.reversed() : Array(part)).reduce(0) { $0 << 8 | Int($1) }
    }
    guard let start = number(4, 4), let count = number(start, 2) else { return 1 }
    for index in 0..<count {
        let entry = start + 2 + index * 12
        guard let tag = number(entry, 2) else { return 1 }
        if tag == 0x0112 { return number(entry + 8, 2).map { (1...8).contains($0) ? $0 : 1 } ?? 1 }
    }
    return 1
}
