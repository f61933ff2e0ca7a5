extension Province {
    /// About how many kilometres lie between the chief towns of two provinces, as the crow flies; 0 to itself. Good enough to
    /// tell which is nearer.
    ///
    ///     Province.qom.distance(to: .markazi) < Province.qom.distance(to: .ilam)  // true
    public func distance(to other: Province) -> Int {
        let (mine, theirs) = (seat, other.seat)
        // A degree of longitude is shorter by the cosine of the latitude, 33° in the middle of the country.
        let north = (mine.latitude - theirs.latitude) * 111
        let east = (mine.longitude - theirs.longitude) * 111 * 0.84
        return Int((north * north + east * east).squareRoot().rounded())
    }

    /// Where its chief town lies, in degrees.
    private var seat: (latitude: Double, longitude: Double) {
        switch self {
        case .eastAzerbaijan: (38.08, 46.29)
        case .westAzerbaijan: (37.55, 45.08)
        case .ardabil: (38.25, 48.30)
        case .isfahan: (32.65, 51.67)
        case .alborz: (35.83, 50.99)
        case .ilam: (33.64, 46.42)
        case .bushehr: (28.97, 50.84)
        case .tehran: (35.69, 51.39)
        case .chaharmahalAndBakhtiari: (32.33, 50.86)
        case .southKhorasan: (32.87, 59.22)
        case .razaviKhorasan: (36.30, 59.61)
        case .northKhorasan: (37.47, 57.33)
        case .khuzestan: (31.32, 48.67)
        case .zanjan: (36.67, 48.48)
        case .semnan: (35.58, 53.39)
        case .sistanAndBaluchestan: (29.50, 60.86)
        case .fars: (29.59, 52.58)
        case .qazvin: (36.27, 50.00)
        case .qom: (34.64, 50.88)
        case .kurdistan: (35.31, 47.00)
        case .kerman: (30.28, 57.08)
        case .kermanshah: (34.31, 47.07)
        case .kohgiluyehAndBoyerAhmad: (30.67, 51.59)
        case .golestan: (36.84, 54.44)
        case .gilan: (37.28, 49.58)
        case .lorestan: (33.49, 48.36)
        case .mazandaran: (36.57, 53.06)
        case .markazi: (34.09, 49.69)
        case .hormozgan: (27.18, 56.28)
        case .hamadan: (34.80, 48.51)
        case .yazd: (31.90, 54.37)
        }
    }
}
