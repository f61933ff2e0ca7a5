/// Who did what, and whether it stands: what `u` and its list look at.
extension Schema {
    /// One row an entry of the ledger. What was done and undone before this step is worked out from the entries: one
    /// stands when nothing undid it, or when the last that did was itself undone, and so on.
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
        WITH RECURSIVE chain (first, latest, length) AS (
            SELECT DISTINCT undoes, undoes, 0 FROM acts WHERE undoes IS NOT NULL
            UNION ALL
            SELECT first, (SELECT max(number) FROM acts WHERE undoes = latest), length + 1 FROM chain
            WHERE EXISTS (SELECT 1 FROM acts WHERE undoes = latest)
        )
        UPDATE acts SET isUndone = 1
        WHERE number IN (SELECT first FROM chain GROUP BY first HAVING max(length) % 2 = 1);

        """
}
