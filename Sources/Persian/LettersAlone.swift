extension StringProtocol {
    /// Its letters and digits alone, folded: what is left of a word when one writer divides it by a space, another by a
    /// half-space, a hyphen, a slash or not at all.
    ///
    ///     "روستا / محله".lettersAlone()  // "روستامحله"
    ///     "علمی-آموزشی".lettersAlone()   // "علمیاموزشی"
    public func lettersAlone() -> String {
        var letters = String.UnicodeScalarView()
        for scalar in folded().unicodeScalars
        where scalar.properties.isAlphabetic || scalar.properties.numericType != nil {
            letters.append(scalar)
        }
        return String(letters)
    }
}
