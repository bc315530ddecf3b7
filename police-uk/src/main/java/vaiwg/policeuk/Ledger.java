package vaiwg.policeuk;

import java.time.Instant;
import java.util.Collections;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;

/** What earlier releases have said: of each crime, and which monthly files they had. Empty for a first import. */
final class Ledger {
    private final Map<String, Map<String, Dossier>> forces = new TreeMap<>();
    private final Set<String> covered = new HashSet<>();
    private Instant closedThrough = Instant.MIN;

    /** The crime's dossier, begun where there is none. */
    Dossier dossier(String force, String crimeId) {
        return of(force).computeIfAbsent(crimeId, id -> new Dossier());
    }

    /** All of a force, by crime reference. */
    Map<String, Dossier> of(String force) {
        return forces.computeIfAbsent(force, slug -> new HashMap<>());
    }

    /** Names of the monthly files that earlier imports had. */
    Set<String> covered() {
        return Collections.unmodifiableSet(covered);
    }

    void cover(String fileName) {
        covered.add(fileName);
    }

    /** Until when the topics were said to be complete; what is older comes late. */
    Instant closedThrough() {
        return closedThrough;
    }

    void closeThrough(Instant instant) {
        closedThrough = instant;
    }
}
