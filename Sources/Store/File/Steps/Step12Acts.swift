extension Steps {
    /// Who did what, and whether it is undone: what `u` and its list read. One row for each entry of the ledger.
    ///
    /// For older entries this is computed from the ledger: an entry is undone while an undo of it is not undone itself.
    /// Each pass resolves one more level of undone undos; nobody nested them as deep as the passes go.
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
        UPDATE acts SET isUndone = EXISTS (SELECT 1 FROM acts u WHERE u.undoes = acts.number AND u.isUndone = 0)
        WHERE number IN (SELECT undoes FROM acts WHERE undoes IS NOT NULL);
        UPDATE acts SET isUndone = EXISTS (SELECT 1 FROM acts u WHERE u.undoes = acts.number AND u.isUndone = 0)
        WHERE number IN (SELECT undoes FROM acts WHERE undoes IS NOT NULL);
        UPDATE acts SET isUndone = EXISTS (SELECT 1 FROM acts u WHERE u.undoes = acts.number AND u.isUndone = 0)
        WHERE number IN (SELECT undoes FROM acts WHERE undoes IS NOT NULL);
        UPDATE acts SET isUndone = EXISTS (SELECT 1 FROM acts u WHERE u.undoes = acts.number AND u.isUndone = 0)
        WHERE number IN (SELECT undoes FROM acts WHERE undoes IS NOT NULL);
        UPDATE acts SET isUndone = EXISTS (SELECT 1 FROM acts u WHERE u.undoes = acts.number AND u.isUndone = 0)
        WHERE number IN (SELECT undoes FROM acts WHERE undoes IS NOT NULL);
        UPDATE acts SET isUndone = EXISTS (SELECT 1 FROM acts u WHERE u.undoes = acts.number AND u.isUndone = 0)
        WHERE number IN (SELECT undoes FROM acts WHERE undoes IS NOT NULL);
        UPDATE acts SET isUndone = EXISTS (SELECT 1 FROM acts u WHERE u.undoes = acts.number AND u.isUndone = 0)
        WHERE number IN (SELECT undoes FROM acts WHERE undoes IS NOT NULL);
        UPDATE acts SET isUndone = EXISTS (SELECT 1 FROM acts u WHERE u.undoes = acts.number AND u.isUndone = 0)
        WHERE number IN (SELECT undoes FROM acts WHERE undoes IS NOT NULL);
        UPDATE acts SET isUndone = EXISTS (SELECT 1 FROM acts u WHERE u.undoes = acts.number AND u.isUndone = 0)
        WHERE number IN (SELECT undoes FROM acts WHERE undoes IS NOT NULL);
        UPDATE acts SET isUndone = EXISTS (SELECT 1 FROM acts u WHERE u.undoes = acts.number AND u.isUndone = 0)
        WHERE number IN (SELECT undoes FROM acts WHERE undoes IS NOT NULL);
        UPDATE acts SET isUndone = EXISTS (SELECT 1 FROM acts u WHERE u.undoes = acts.number AND u.isUndone = 0)
        WHERE number IN (SELECT undoes FROM acts WHERE undoes IS NOT NULL);
        UPDATE acts SET isUndone = EXISTS (SELECT 1 FROM acts u WHERE u.undoes = acts.number AND u.isUndone = 0)
        WHERE number IN (SELECT undoes FROM acts WHERE undoes IS NOT NULL);
        UPDATE acts SET isUndone = EXISTS (SELECT 1 FROM acts u WHERE u.undoes = acts.number AND u.isUndone = 0)
        WHERE number IN (SELECT undoes FROM acts WHERE undoes IS NOT NULL);
        UPDATE acts SET isUndone = EXISTS (SELECT 1 FROM acts u WHERE u.undoes = acts.number AND u.isUndone = 0)
        WHERE number IN (SELECT undoes FROM acts WHERE undoes IS NOT NULL);
        UPDATE acts SET isUndone = EXISTS (SELECT 1 FROM acts u WHERE u.undoes = acts.number AND u.isUndone = 0)
        WHERE number IN (SELECT undoes FROM acts WHERE undoes IS NOT NULL);
        UPDATE acts SET isUndone = EXISTS (SELECT 1 FROM acts u WHERE u.undoes = acts.number AND u.isUndone = 0)
        WHERE number IN (SELECT undoes FROM acts WHERE undoes IS NOT NULL);

        """
}
