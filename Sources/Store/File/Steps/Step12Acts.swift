extension Steps {
    /// Who did what, and whether it stands: what `u` and its list look at. One row an entry of the ledger.
    ///
    /// What was done and undone before this step is worked out from the entries: one is undone while something that undid it
    /// stands. Each pass knows one undo of an undo more than the one before it; nobody went so far to and fro as these reach.
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
