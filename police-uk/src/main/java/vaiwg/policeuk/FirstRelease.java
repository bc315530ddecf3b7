package vaiwg.policeuk;

import java.time.Instant;

/** A monthly file that no earlier release had: each row is known from the midnight that ends the month. */
record FirstRelease(ArchiveFile file, String fingerprint, Ledger ledger, Announcer announcer) implements RowStatements {
    FirstRelease(ArchiveFile file, Ledger ledger, Announcer announcer) {
        this(file, file.fingerprint(), ledger, announcer);
    }

    @Override
    public void crime(String crimeId, int line, Dossier.CrimeSaid said) {
        Dossier dossier = ledger.dossier(file.force(), crimeId);
        dossier.crime.put(file.month(), said);
        announcer.crime(file.force(), crimeId, dossier, knownFrom(), EventMaker.rowId(file, fingerprint, line));
    }

    @Override
    public void outcome(String crimeId, int line, Dossier.OutcomeSaid said) {
        Dossier dossier = ledger.dossier(file.force(), crimeId);
        dossier.outcome.put(file.month(), said.after(dossier.outcome.in(file.month())));
        announcer.outcome(file.force(), crimeId, dossier, knownFrom(), EventMaker.rowId(file, fingerprint, line));
    }

    private Instant knownFrom() {
        return LondonMonth.end(file.month());
    }
}
