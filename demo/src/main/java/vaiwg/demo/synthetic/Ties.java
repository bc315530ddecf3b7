package vaiwg.demo.synthetic;

/**
 * What a crime record tells at some time of those whom it shares with others, as the generator planned them: the same victim, the same
 * suspect, the same place. Whom the record does not name, or not so that records are linked, is null here.
 *
 * @param victim a person
 * @param suspect pseudonym of the suspect
 * @param cell the cell of 250 m
 * @param said the victim's answers, of which those up to the stage are in the record; null where no victim is recorded
 * @param stage how many contacts after recording they go up to
 */
record Ties(Person victim, String suspect, String cell, VictimRecord said, int stage) {
    static final Ties NONE = new Ties(null, null, null, null, 0);

    /** With the victim as recorded up to a stage. */
    Ties withVictim(VictimRecord record, int reached) {
        return new Ties(record.linked(), suspect, cell, record, reached);
    }

    Ties withSuspect(String pseudonym) {
        return new Ties(victim, pseudonym, cell, said, stage);
    }

    Ties withCell(String place) {
        return new Ties(victim, suspect, place, said, stage);
    }
}
