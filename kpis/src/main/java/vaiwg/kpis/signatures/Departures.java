package vaiwg.kpis.signatures;

import java.util.Objects;
import java.util.Optional;
import java.util.stream.LongStream;
import vaiwg.kpis.attrition.Cause;
import vaiwg.kpis.attrition.Exit;
import vaiwg.kpis.cases.CaseState;
import vaiwg.kpis.cases.CrimeVersion;
import vaiwg.kpis.cases.OutcomeVersion;
import vaiwg.kpis.cases.PackedCode;
import vaiwg.kpis.cases.Versions;
import vaiwg.kpis.facts.KnownCase;
import vaiwg.kpis.reference.CodeMaps;
import vaiwg.kpis.time.LondonDays;

/** How a case left the open cases, as known at an instant, and since when that is known. */
final class Departures {
    private static final long OUTCOME_16 = PackedCode.pack("16");
    private static final long OUTCOME_14 = PackedCode.pack("14");

    private final CaseState state;
    private final CodeMaps maps;

    /** A day and a cause, before it is asked since when they are known. */
    private record Departure(int day, Cause cause) {}

    Departures(CaseState state, CodeMaps maps) {
        this.state = state;
        this.maps = maps;
    }

    /**
     * The exit of a case whose crime is known at an instant; empty while it is open.
     *
     * <p>It is known since the earliest stamp from which on it was never known otherwise: a crime that was charged, then found to be
     * closed with another outcome of the same day, left for that other cause since it was found.
     */
    Optional<Exit> knownAt(long instant, int recordedDay) {
        Departure departure = departureAt(instant);
        if (departure == null) {
            return Optional.empty();
        }
        long[] stamps = LongStream.of(Versions.stamps(state.crimes, state.outcomes))
                .filter(stamp -> stamp <= instant)
                .sorted()
                .toArray();
        long since = instant;
        for (int i = stamps.length - 1; i >= 0 && Objects.equals(departureAt(stamps[i]), departure); i--) {
            since = stamps[i];
        }
        return Optional.of(new Exit(recordedDay, departure.day, departure.cause, LondonDays.boundaryFor(since) - 1));
    }

    /**
     * A removed crime left when it was closed, if it had been closed before it was removed; it was at no risk in between. Its outcome
     * is not its cause: it is no crime of the force any more.
     */
    private Departure departureAt(long instant) {
        CrimeVersion crime = Versions.currentAt(state.crimes, instant);
        if (crime == null) {
            return null;
        }
        OutcomeVersion outcome = Versions.currentAt(state.outcomes, instant);
        KnownCase known = new KnownCase(crime, outcome, maps);
        if (crime.status == CrimeVersion.ACTIVE) {
            return known.hasOutcome() ? new Departure(known.assignedDay(), cause(known)) : null;
        }
        int removed = LondonDays.dayOf(removedAt(instant));
        int day = known.hasOutcome() ? Math.min(removed, known.assignedDay()) : removed;
        return new Departure(day, Cause.REMOVED);
    }

    /** When the last version that stood was followed by one that does not: history never runs backwards. */
    private long removedAt(long instant) {
        long madeAt = Long.MIN_VALUE;
        long removedAt = Long.MIN_VALUE;
        boolean stands = true;
        for (CrimeVersion version : Versions.believedAt(state.crimes, instant)) {
            madeAt = Math.max(madeAt, version.changedAt);
            if (stands && version.status != CrimeVersion.ACTIVE) {
                removedAt = madeAt;
            }
            stands = version.status == CrimeVersion.ACTIVE;
        }
        return removedAt;
    }

    private static Cause cause(KnownCase known) {
        if (known.outcomeIs(OUTCOME_16)) {
            return Cause.OUTCOME_16;
        }
        if (known.outcomeIs(OUTCOME_14)) {
            return Cause.OUTCOME_14;
        }
        if (known.isCharged()) {
            return Cause.CHARGED;
        }
        return known.outcomeGroupIs(OutcomeVersion.UNABLE_TO_PROSECUTE)
                ? Cause.UNABLE_TO_PROSECUTE
                : Cause.OTHER_OUTCOME;
    }
}
