package vaiwg.kpis.cases;

/** All that is kept of a stalking perpetrator: every step that arrived. */
public final class PerpetratorState {
    public StepVersion[] steps = new StepVersion[0];

    /** This perpetrator with one more step; this object itself where it changes nothing. */
    public PerpetratorState with(StepVersion step) {
        StepVersion[] more = Versions.with(steps, step);
        if (more == steps) {
            return this;
        }
        PerpetratorState next = new PerpetratorState();
        next.steps = more;
        return next;
    }
}
