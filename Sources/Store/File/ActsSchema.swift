/// Who did what, and whether it stands: what `u` and its list look at.
extension Schema {
    /// One row an entry of the ledger. What was done and undone before this step is worked out from the entries: one is
    /// undone while something that undid it stands.
    static let acts = """
        CREATE TABLE acts (
            number INTEGER PRIMARY KEY REFERENCES ledger (number),
            account TEXT NOT NULL,
            batch TEXT,
            undoes INTEGER REFERENCES ledger (number),
            isUndone INTEGER NOT NULL DEFAULT 0 CHECK (isUndone IN (0, 1))
        ) STRICT;
        INSERT INTO acts (number, account, batch, undoes)
            SELECT l.number, json_extract(l.entry, '$.as'), l.batch,
                CASE json_extract(l.entry, '$.command') WHEN 'ledger.undo' THEN (
                    SELECT u.number FROM ledger u WHERE u.id = lower(json_extract(l.entry, '$.fields.undo'))) END
            FROM ledger l;
        CREATE INDEX actsDone ON acts (account, number) WHERE isUndone = 0 AND undoes IS NULL;
        CREATE INDEX actsUndone ON acts (account, number) WHERE isUndone = 0 AND undoes IS NOT NULL;
        CREATE INDEX actsByBatch ON acts (batch, account, isUndone, number) WHERE batch IS NOT NULL;
        CREATE INDEX actsByTarget ON acts (undoes, number) WHERE undoes IS NOT NULL;

        """ + String(repeating: actsUndone, count: 16)

    /// Which of what was taken back was done again by that: however many these are, the last that was not is found at once.
    static let redos = """
        ALTER TABLE acts ADD COLUMN isRedo INTEGER NOT NULL DEFAULT 0 CHECK (isRedo IN (0, 1));
        WITH RECURSIVE steps (number, isRedo) AS (
            SELECT a.number, 0 FROM acts a JOIN acts t ON t.number = a.undoes WHERE t.undoes IS NULL
            UNION ALL
            SELECT a.number, 1 - s.isRedo FROM steps s JOIN acts a ON a.undoes = s.number
        )
        UPDATE acts SET isRedo = 1 WHERE number IN (SELECT number FROM steps WHERE isRedo = 1);
        DROP INDEX actsUndone;
        CREATE INDEX actsUndone ON acts (account, number) WHERE isUndone = 0 AND undoes IS NOT NULL AND isRedo = 0;

        """

    /// Each pass knows one undo of an undo more than the one before it; nobody went so far to and fro as these reach.
    private static let actsUndone = """
        UPDATE acts SET isUndone = EXISTS (SELECT 1 FROM acts u WHERE u.undoes = acts.number AND u.isUndone = 0)
        WHERE number IN (SELECT undoes FROM acts WHERE undoes IS NOT NULL);

        """
}
