package vaiwg.kpis.cases;

import vaiwg.kpis.fields.Fields;

/**
 * Something that happens in a case beside its record and its outcome: a contact with the victim, a submission to the CPS. A case has
 * several, told apart by their ids; each has versions of its own, of which the highest is current.
 */
public abstract sealed class CaseStep extends Version
        permits ContactVersion, SubmissionVersion, ItemVersion, ManagementVersion {
    /** The step's id as a code ({@link UnitCode}): which of the case's steps it is. */
    public long step;

    public boolean monthOnly;
    /** Whether the entry was taken back: it counts nowhere. */
    public boolean withdrawn;

    /** Whether it counts, by the day. */
    public final boolean stands() {
        return !withdrawn && !monthOnly;
    }

    @Override
    final long thing() {
        return step;
    }

    @Override
    public void pass(Fields fields) {
        super.pass(fields);
        step = fields.bits(step);
    }
}
