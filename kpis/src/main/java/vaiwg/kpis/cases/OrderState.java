package vaiwg.kpis.cases;

/** All that is kept of a protective order: every version that arrived. */
public final class OrderState implements Subject {
    public OrderVersion[] versions = new OrderVersion[0];

    @Override
    public OrderState with(Version event) {
        OrderVersion[] more = Versions.with(versions, (OrderVersion) event);
        if (more == versions) {
            return this;
        }
        OrderState next = new OrderState();
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
