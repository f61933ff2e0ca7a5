import Persian

/// Caches what the last frame drew, part by part, so that a part whose content did not change is not laid out anew.
///
/// Whoever shows one frame after another keeps one of these and gives it to
/// ``Region/frame(width:height:language:cache:draw:)``; parts ask for it by
/// ``Region/part(cached:_:of:top:start:width:height:draw:)``. A part that a frame does not draw is dropped.
public final class RenderCache {
    /// Which part: a name, and a number where many parts bear it.
    struct Name: Hashable {
        let name: String
        let number: Int
    }

    /// All that decides how a part looks: its place and what it says.
    struct Key<Content: Equatable>: Equatable {
        let top: Int
        let start: Int
        let width: Int
        let height: Int
        let content: Content
    }

    class Drawing {
        /// The runs of each of its rows, and the caret if it stands there.
        var rows: [[Run]] = []
        var caret: Frame.Position?
        var age = 0
    }

    final class KeyedDrawing<Content: Equatable>: Drawing {
        let key: Key<Content>
        init(_ key: Key<Content>) { self.key = key }
    }

    private struct Page: Equatable {
        let width: Int
        let height: Int
        let language: Language
    }

    private var drawings: [Name: Drawing] = [:]
    private var used = 0
    private var age = 0
    private var page: Page?

    public init() {}

    /// Empties the cache: something has changed that is in no part's content.
    public func removeAll() { drawings = [:] }

    func begin(width: Int, height: Int, language: Language) {
        let page = Page(width: width, height: height, language: language)
        if page != self.page { drawings = [:] }
        self.page = page
        used = 0
        age += 1
    }

    func end() {
        if used < drawings.count { drawings = drawings.filter { $0.value.age == age } }
    }

    func cached<Content: Equatable>(_ name: Name, _ key: Key<Content>) -> Drawing? {
        guard let drawing = drawings[name] as? KeyedDrawing<Content>, drawing.key == key else { return nil }
        note(drawing)
        return drawing
    }

    func store(_ drawing: Drawing, as name: Name) {
        drawings[name] = drawing
        note(drawing)
    }

    private func note(_ drawing: Drawing) {
        if drawing.age != age { used += 1 }
        drawing.age = age
    }
}

extension Region {
    /// Draws into a part of this region, or reuses what the last frame drew there when name, number, place and content
    /// are the same.
    ///
    /// - Parameters:
    ///   - name: what the part is; unique in a frame together with `number`.
    ///   - content: everything the drawing depends on besides its place, the language and what
    ///     ``RenderCache/removeAll()`` is called for.
    ///
    ///     region.part(cached: "detail", of: detail) { DetailView(detail).draw(in: &$0) }
    public mutating func part(
        cached name: String, _ number: Int = 0, of content: some Equatable, top: Int = 0, start: Int = 0,
        width: Int? = nil, height: Int? = nil, draw: (inout Region) -> Void
    ) {
        part(top: top, start: start, width: width, height: height) { region in
            guard let cache = region.sheet.cache else { return draw(&region) }
            let name = RenderCache.Name(name: name, number: number)
            let key = RenderCache.Key(
                top: region.top, start: region.start, width: region.width, height: region.height, content: content)
            if let drawing = cache.cached(name, key) {
                region.append(drawing)
            } else {
                let drawing = RenderCache.KeyedDrawing(key)
                region.draw(into: drawing, draw)
                cache.store(drawing, as: name)
            }
        }
    }

    private mutating func append(_ drawing: RenderCache.Drawing) {
        for (offset, runs) in drawing.rows.enumerated() { sheet.frame.rows[top + offset].append(contentsOf: runs) }
        if let caret = drawing.caret { sheet.frame.caret = caret }
    }

    private mutating func draw(into drawing: RenderCache.Drawing, _ draw: (inout Region) -> Void) {
        let rows = top..<(top + height)
        let before = rows.map { sheet.frame.rows[$0].count }
        let caret = sheet.frame.caret
        sheet.frame.caret = nil
        draw(&self)
        drawing.rows = zip(rows, before).map { Array(sheet.frame.rows[$0].dropFirst($1)) }
        drawing.caret = sheet.frame.caret
        sheet.frame.caret = drawing.caret ?? caret
    }
}
