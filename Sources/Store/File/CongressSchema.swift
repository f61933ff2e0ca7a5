/// The tables of the congress's editions and their halls: a step of the file.
extension Schema {
    static let congress =
        """
        CREATE TABLE congresses (
            \(record),
            year TEXT NOT NULL UNIQUE CHECK (length(year) = 4),
            number INTEGER NOT NULL CHECK (number > 0),
            city TEXT NOT NULL CHECK (city <> ''),
            venue TEXT NOT NULL CHECK (venue <> ''),
            "from" TEXT NOT NULL,
            "to" TEXT NOT NULL CHECK ("to" >= "from"),
            previousCity TEXT,
            \(listed)
        ) STRICT;
        CREATE INDEX congressesByName ON congresses (nameKey);
        CREATE TABLE halls (
            \(record),
            code TEXT NOT NULL UNIQUE CHECK (code <> ''),
            congress TEXT NOT NULL REFERENCES congresses (year),
            name TEXT NOT NULL CHECK (name <> ''),
            seats INTEGER NOT NULL CHECK (seats > 0),
            turnaround INTEGER NOT NULL CHECK (turnaround >= 0),
            \(listed)
        ) STRICT;
        CREATE INDEX hallsByName ON halls (nameKey);
        CREATE INDEX hallsByCongress ON halls (congress, seats);

        """ + counter("congresses") + counter("halls") + searchByAnyLength("congresses") + searchByAnyLength("halls")
}
