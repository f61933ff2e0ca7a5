extension Steps {
    /// A pledge is in doubt too when its receivers confirm more than was ever dispatched; how many of an institution are
    /// stands in the index that its figures are counted from.
    static let doubts = """
        DROP TRIGGER pledgesSums;
        CREATE TRIGGER pledgesSums AFTER UPDATE OF dispatched, delivered, confirmed, words, heard ON pledges BEGIN
            UPDATE pledges SET
                awaited = state = 'pledged' AND delivered < quantity
                    AND (SELECT state FROM needs WHERE code = pledges.need) = 'open',
                due = CASE
                    WHEN state = 'pledged' AND delivered < quantity
                        AND (SELECT state FROM needs WHERE code = pledges.need) = 'open'
                    THEN ifnull(dueBy, (SELECT neededBy FROM needs WHERE code = pledges.need)) END,
                inDoubt = words > 0 AND (confirmed < delivered OR confirmed > dispatched),
                excess = CASE WHEN delivered > dispatched THEN 1 END
            WHERE code = new.code;
            UPDATE needs SET (pledged, dispatched, delivered, confirmed, worst) = (
                SELECT s.pledged, s.dispatched, s.delivered, s.confirmed,
                (s.pledged > 0) * 1000000000000000
                + (1000000 - (max(needs.quantity - s.delivered, 0) * 1000000 + needs.quantity - 1) / needs.quantity) * 100000000
                + ifnull(CAST(replace(needs.neededBy, '-', '') AS INTEGER), 99999999)
                FROM (
                    SELECT ifnull(sum(CASE state WHEN 'pledged' THEN quantity ELSE delivered END), 0) AS pledged,
                        ifnull(sum(dispatched), 0) AS dispatched, ifnull(sum(delivered), 0) AS delivered,
                        ifnull(sum(confirmed), 0) AS confirmed
                    FROM pledges WHERE need = new.need) s) WHERE code = new.need;
        END;
        UPDATE pledges SET inDoubt = words > 0 AND (confirmed < delivered OR confirmed > dispatched);
        DROP INDEX pledgesOfInstitution;
        CREATE INDEX pledgesOfInstitution ON pledges
            (institution, awaited, due, state, heard, quantity, delivered, inDoubt, need);

        """
}
