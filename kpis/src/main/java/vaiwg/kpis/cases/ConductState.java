package vaiwg.kpis.cases;

/** All that is kept of a complaint or conduct matter: every version that arrived. */
public final class ConductState implements Subject {
    public ConductVersion[] versions = new ConductVersion[0];

    @Override
    public ConductState with(Version event) {
        ConductVersion[] more = Versions.with(versions, (ConductVersion) event);
        if (more == versions) {
            return this;
        }
        ConductState next = new ConductState();
        next.versions = more;
        return next;
    }

    @Override
    public Version[][] streams() {
        return new Version[][] {versions};
    }

    @Override
    public Versions.Arrival arrivalOf(Version event) {
        return Versions.arrivalOf(versions, event);
    }
}
