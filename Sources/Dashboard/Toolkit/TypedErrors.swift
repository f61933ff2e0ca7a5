import Domain

extension Sequence {
    /// Like `map`, keeping the type of the error.
    func mapTyped<T>(_ transform: (Element) throws(DecideError) -> T) throws(DecideError) -> [T] {
        var all: [T] = []
        for element in self { all.append(try transform(element)) }
        return all
    }

    /// Like `compactMap`, keeping the type of the error.
    func compactMapTyped<T>(_ transform: (Element) throws(DecideError) -> T?) throws(DecideError) -> [T] {
        var all: [T] = []
        for element in self { if let one = try transform(element) { all.append(one) } }
        return all
    }
}

extension Optional {
    /// Like `map`, keeping the type of the error.
    func mapTyped<T>(_ transform: (Wrapped) throws(DecideError) -> T) throws(DecideError) -> T? {
        guard let self else { return nil }
        return try transform(self)
    }

    /// Like `flatMap`, keeping the type of the error.
    func flatMapTyped<T>(_ transform: (Wrapped) throws(DecideError) -> T?) throws(DecideError) -> T? {
        guard let self else { return nil }
        return try transform(self)
    }
}
