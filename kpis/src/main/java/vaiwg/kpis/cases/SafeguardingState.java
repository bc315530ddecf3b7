package vaiwg.kpis.cases;

/** All that is kept of a safeguarding case: every version that arrived. */
public final class SafeguardingState implements Subject {
    public SafeguardingVersion[] versions = new SafeguardingVersion[0];

    @Override
    public SafeguardingState with(Version event) {
        SafeguardingVersion[] more = Versions.with(versions, (SafeguardingVersion) event);
        if (more == versions) {
            return this;
        }
        SafeguardingState next = new SafeguardingState();
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
