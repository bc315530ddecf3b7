package vaiwg.policeuk;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** What one import has seen of one force: each crime's trail, and the counts. */
final class ForceTally {
    private final String force;
    private final Map<String, CrimeTrail> trails = new HashMap<>();
    private final Map<Count, Long> counts = new EnumMap<>(Count.class);
    private final Map<String, RejectedRows> rejections = new LinkedHashMap<>();
    private final List<FileReport> files = new ArrayList<>();

    ForceTally(String force) {
        this.force = force;
    }

    void add(Count count) {
        add(count, 1);
    }

    void addFile(FileReport file) {
        files.add(file);
    }

    void reject(ArchiveFile file, int line, String reason) {
        add(file.kind() == FileKind.STREET ? Count.STREET_ROWS_REJECTED : Count.OUTCOME_ROWS_REJECTED);
        RejectedRows first = new RejectedRows(force, reason, 1, file.name(), line);
        rejections.merge(reason, first, (known, another) -> known.oneMore());
    }

    CrimeTrail trail(String crimeId) {
        return trails.computeIfAbsent(crimeId, id -> new CrimeTrail());
    }

    /** The counts so far, with those that only whole trails can tell: a crime may come after its outcome. */
    ForceReport report() {
        Map<Count, Long> all = new EnumMap<>(counts);
        for (CrimeTrail trail : trails.values()) {
            count(trail, all);
        }
        return new ForceReport(force, files, all, rejections.values());
    }

    private static void count(CrimeTrail trail, Map<Count, Long> all) {
        if (!trail.inStreetFiles()) {
            all.merge(Count.ORPHAN_CRIMES, 1L, Long::sum);
            all.merge(Count.ORPHAN_OUTCOME_ROWS, (long) trail.outcomeRows(), Long::sum);
            return;
        }
        all.merge(Count.CRIMES, 1L, Long::sum);
        if (trail.outcomeRows() > 0) {
            all.merge(Count.CRIMES_WITH_OUTCOME, 1L, Long::sum);
        }
        if (trail.outcomeRows() > 1) {
            all.merge(Count.CRIMES_WITH_SEVERAL_OUTCOMES, 1L, Long::sum);
        }
        if (trail.severalOutcomesInOneMonth()) {
            all.merge(Count.CRIMES_WITH_SEVERAL_OUTCOMES_IN_MONTH, 1L, Long::sum);
        }
        if (trail.outcomeReplaced()) {
            all.merge(Count.CRIMES_WITH_REPLACED_OUTCOME, 1L, Long::sum);
        }
        if (trail.outcomeBeforeCrime()) {
            all.merge(Count.CRIMES_WITH_OUTCOME_BEFORE_MONTH, 1L, Long::sum);
        }
    }

    private void add(Count count, long by) {
        counts.merge(count, by, Long::sum);
    }
}
