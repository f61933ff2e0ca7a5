extension Steps {
    /// Marks undos that are redos, so that an index finds the last undo that was not redone. And keeps the speakers of
    /// an amended session, by which a person is known to be in use.
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
        CREATE TRIGGER sessionsAmendSpeakers AFTER UPDATE OF speakers ON sessions BEGIN
            DELETE FROM sessionSpeakers WHERE session = new.id;
            INSERT INTO sessionSpeakers SELECT DISTINCT value, new.id FROM json_each(new.speakers);
        END;
        DELETE FROM sessionSpeakers;
        INSERT INTO sessionSpeakers SELECT DISTINCT j.value, s.id FROM sessions s, json_each(s.speakers) j;

        """
}
