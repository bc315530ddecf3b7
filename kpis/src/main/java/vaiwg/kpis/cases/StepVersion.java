package vaiwg.kpis.cases;

import vaiwg.kpis.fields.Fields;

/** A step in the management of a stalking perpetrator. Each version number is a step of its own and stands. */
public final class StepVersion extends Version {
    /** Ordinal of the step in the schema's list. */
    public byte step;

    public boolean monthOnly;
    public long at;
    /** Number of the programme session, 0 where it is not one. */
    public short session;
    /** Whether it concerns a place on the treatment arm of the EASI programme. */
    public boolean treatment;
    /** Ordinal of the arm of the programme in the schema's list plus one, 0 where it concerns no place on it. */
    public byte arm;
    /** Ordinal of the route to the programme in the schema's list plus one, 0 where it concerns no place on it. */
    public byte route;
    /** The disposal from which follow-up is counted in both arms. */
    public long disposalAt = CrimeVersion.ABSENT;

    @Override
    long thing() {
        return version;
    }

    @Override
    public VersionKind versionKind() {
        return VersionKind.STEP;
    }

    @Override
    void content(Fields fields) {
        step = fields.number(step);
        monthOnly = fields.flag(monthOnly);
        at = fields.instant(at, changedAt);
        session = fields.number(session);
        treatment = fields.flag(treatment);
        arm = fields.number(arm);
        disposalAt = fields.instant(disposalAt, changedAt);
        route = fields.number(route);
    }
}
