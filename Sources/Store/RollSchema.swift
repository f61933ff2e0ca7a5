/// The table of the roll of honour: a step of the file.
extension Schema {
    static let roll =
        """
        CREATE TABLE martyrs (
            \(record),
            code TEXT NOT NULL UNIQUE CHECK (code <> ''),
            person TEXT UNIQUE REFERENCES people (nationalID),
            name TEXT NOT NULL CHECK (name <> ''),
            diedOn TEXT NOT NULL,
            place TEXT NOT NULL CHECK (place <> ''),
            "group" TEXT REFERENCES groups (code),
            incident TEXT REFERENCES incidents (code),
            biography TEXT,
            verifiedBy TEXT NOT NULL CHECK (json_valid(verifiedBy)),
            state TEXT NOT NULL CHECK (state IN ('proposed', 'documented', 'verified', 'published')),
            \(listed),
            CHECK (state = 'proposed' OR biography IS NOT NULL),
            CHECK (state IN ('proposed', 'documented') OR json_array_length(verifiedBy) >= 2)
        ) STRICT;
        CREATE INDEX martyrsByName ON martyrs (nameKey);
        CREATE INDEX martyrsByGroup ON martyrs ("group") WHERE "group" IS NOT NULL;
        CREATE INDEX martyrsByIncident ON martyrs (incident) WHERE incident IS NOT NULL;
        CREATE INDEX martyrsPublished ON martyrs (diedOn, nameKey) WHERE state = 'published';

        """ + counter("martyrs") + searchByAnyLength("martyrs")
}
