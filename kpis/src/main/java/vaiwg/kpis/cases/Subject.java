package vaiwg.kpis.cases;

/** All that is kept of one subject of events: every version that arrived. Immutable, so that state may share its arrays. */
public sealed interface Subject permits CaseState, PerpetratorState, OrderState, SafeguardingState, ConductState {
    /** This subject with one more event; this object itself where the event changes nothing. */
    Subject with(Version event);

    /** How an event stands to what is there. */
    Versions.Arrival arrivalOf(Version event);
}
