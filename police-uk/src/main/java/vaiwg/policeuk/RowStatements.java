package vaiwg.policeuk;

/** Takes what the usable rows of one monthly file say, in the order of their lines. */
interface RowStatements {
    void crime(String crimeId, int line, Dossier.CrimeSaid said);

    void outcome(String crimeId, int line, Dossier.OutcomeSaid said);
}
