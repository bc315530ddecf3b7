package vaiwg.jobs.admission;

import vaiwg.kpis.cases.CrimeVersion;
import vaiwg.kpis.cases.OutcomeVersion;
import vaiwg.kpis.cases.StepVersion;
import vaiwg.kpis.cases.Version;

/** An admitted event on its way to its subject: one of the three versions, stamped. */
public final class SubjectEvent {
    private static final char SEPARATOR = '/';

    public String force;
    public String subject;
    /** Ordinal of the event's source in the schema's list. */
    public byte source;

    public CrimeVersion crime;
    public OutcomeVersion outcome;
    public StepVersion step;

    /** The version that it carries. */
    public Version version() {
        if (crime != null) {
            return crime;
        }
        return outcome != null ? outcome : step;
    }

    /** Whether it belongs to a case, and not to a perpetrator. */
    public boolean isOfCase() {
        return step == null;
    }

    /** The key by which a subject's events meet: ids are unique within a force only. */
    public String key() {
        return force + SEPARATOR + subject;
    }

    /** The force of a {@link #key}: its slug has no separator in it. */
    public static String forceOf(String key) {
        return key.substring(0, key.indexOf(SEPARATOR));
    }
}
