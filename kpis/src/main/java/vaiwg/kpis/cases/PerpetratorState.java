package vaiwg.kpis.cases;

/** All that is kept of a stalking perpetrator: every step that arrived. */
public final class PerpetratorState implements Subject {
    public StepVersion[] steps = new StepVersion[0];

    @Override
    public PerpetratorState with(Version step) {
        StepVersion[] more = Versions.with(steps, (StepVersion) step);
        if (more == steps) {
            return this;
        }
        PerpetratorState next = new PerpetratorState();
        next.steps = more;
        return next;
    }

    @Override
    public Version[][] streams() {
        return new Version[][] {steps};
    }

    @Override
    public Versions.Arrival arrivalOf(Version step) {
        return Versions.arrivalOf(steps, step);
    }
}
