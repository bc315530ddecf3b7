package vaiwg.kpis.cases;

/** All that is kept of a case: every version of the crime and of its outcome that arrived. */
public final class CaseState implements Subject {
    public CrimeVersion[] crimes = new CrimeVersion[0];
    public OutcomeVersion[] outcomes = new OutcomeVersion[0];

    @Override
    public CaseState with(Version event) {
        CaseState next = new CaseState();
        next.crimes = event instanceof CrimeVersion crime ? Versions.with(crimes, crime) : crimes;
        next.outcomes = event instanceof OutcomeVersion outcome ? Versions.with(outcomes, outcome) : outcomes;
        return next.crimes == crimes && next.outcomes == outcomes ? this : next;
    }

    @Override
    public Versions.Arrival arrivalOf(Version event) {
        return Versions.arrivalOf(event instanceof CrimeVersion ? crimes : outcomes, event);
    }
}
