extension Steps {
    /// How many records of a sort stood open on each day, kept as what each day changed; and how often evidence changed.
    static let days = """
        CREATE TABLE dayCounts (
            name TEXT NOT NULL,
            day TEXT NOT NULL,
            change INTEGER NOT NULL,
            PRIMARY KEY (name, day)
        ) STRICT, WITHOUT ROWID;
        INSERT INTO counters (name, value) VALUES ('activity', 0);
        CREATE TRIGGER activityBegins AFTER INSERT ON activity BEGIN
            UPDATE counters SET value = value + 1 WHERE name = 'activity';
        END;
        CREATE TRIGGER activityIsOver AFTER DELETE ON activity BEGIN
            UPDATE counters SET value = value + 1 WHERE name = 'activity';
        END;

        """
}
