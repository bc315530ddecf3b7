package vaiwg.engine.contributions;

import java.util.Arrays;
import java.util.Comparator;
import java.util.Objects;
import java.util.Optional;
import vaiwg.kpis.cases.CaseState;
import vaiwg.kpis.cases.CrimeVersion;
import vaiwg.kpis.cases.OutcomeVersion;
import vaiwg.kpis.cases.PackedCode;
import vaiwg.kpis.cases.Version;
import vaiwg.kpis.facts.AskedFacts;
import vaiwg.kpis.facts.KnownCase;
import vaiwg.kpis.facts.KnownCrime;
import vaiwg.kpis.reference.Cause;
import vaiwg.kpis.time.LondonDays;
import vaiwg.statistics.attrition.Exit;

/** How a case left the open cases, as known at an instant, and since when that is known. */
record Departures(CaseState state, AskedFacts asked) {
    private static final long OUTCOME_16 = PackedCode.pack("16");
    private static final long OUTCOME_14 = PackedCode.pack("14");
    private static final Comparator<Version> AS_KNOWN =
            Comparator.<Version>comparingLong(version -> version.knownAt).thenComparingLong(version -> version.version);

    /** A day and a cause, before it is asked since when they are known. */
    private record Departure(int day, Cause cause) {}

    /**
     * The exit of a case as known at an instant; empty while it is open.
     *
     * <p>It is known since the earliest knowledge time from which on it was never known otherwise: a crime that was charged, then found to be
     * closed with another outcome of the same day, left for that other cause since it was found.
     *
     * @param known the case at that instant
     */
    Optional<Exit> knownAt(long instant, KnownCase known) {
        if (known.crime().status == CrimeVersion.ACTIVE && !known.hasOutcome()) {
            return Optional.empty();
        }
        Version[] versions = knownBy(instant);
        Removal crimes = new Removal(state.crimes.length);
        OutcomeVersion outcome = null;
        Departure departure = null;
        long since = instant;
        boolean isNew = false;
        for (int i = 0; i < versions.length; i++) {
            if (versions[i] instanceof CrimeVersion next) {
                isNew |= crimes.add(next);
            } else if (outcome == null || versions[i].supersedes(outcome)) {
                outcome = (OutcomeVersion) versions[i];
                isNew = true;
            }
            long knowledgeTime = versions[i].knownAt;
            boolean isLastOfKnowledgeTime = i + 1 == versions.length || versions[i + 1].knownAt != knowledgeTime;
            if (isNew && isLastOfKnowledgeTime) {
                isNew = false;
                Departure now = departure(crimes, outcome);
                if (!Objects.equals(now, departure)) {
                    departure = now;
                    since = knowledgeTime;
                }
            }
        }
        return Optional.of(
                new Exit(known.recordedDay(), departure.day, departure.cause, LondonDays.cutOffFor(since) - 1));
    }

    /** The versions that are known at an instant, in the order in which they became so; of those at one knowledge time the lowest first. */
    private Version[] knownBy(long instant) {
        Version[] versions = new Version[state.crimes.length + state.outcomes.length];
        int count = 0;
        for (Version[] stream : new Version[][] {state.crimes, state.outcomes}) {
            for (Version version : stream) {
                if (version.knownAt <= instant) {
                    versions[count++] = version;
                }
            }
        }
        Version[] known = count == versions.length ? versions : Arrays.copyOf(versions, count);
        Arrays.sort(known, AS_KNOWN);
        return known;
    }

    /**
     * A removed crime left when it was closed, if it had been closed before it was removed; it was at no risk in between. Its outcome
     * is not its cause: it is no crime of the force any more.
     */
    private Departure departure(Removal crimes, OutcomeVersion outcome) {
        if (crimes.current() == null) {
            return null;
        }
        KnownCase known = new KnownCase(KnownCrime.of(crimes.current(), asked), outcome);
        if (crimes.current().status == CrimeVersion.ACTIVE) {
            return known.hasOutcome() ? new Departure(known.assignedDay(), cause(known)) : null;
        }
        int removed = LondonDays.dayOf(crimes.removedAt());
        int day = known.hasOutcome() ? Math.min(removed, known.assignedDay()) : removed;
        return new Departure(day, Cause.REMOVED);
    }

    private static Cause cause(KnownCase known) {
        if (known.outcome().is(OUTCOME_16)) {
            return Cause.OUTCOME_16;
        }
        if (known.outcome().is(OUTCOME_14)) {
            return Cause.OUTCOME_14;
        }
        if (known.isCharged()) {
            return Cause.CHARGED;
        }
        return known.outcome().group == OutcomeVersion.UNABLE_TO_PROSECUTE
                ? Cause.UNABLE_TO_PROSECUTE
                : Cause.OTHER_OUTCOME;
    }
}
