package vaiwg.policeuk;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import vaiwg.kpis.text.Digits;
import vaiwg.schemas.EventStream;

/**
 * What a later release says of months that earlier ones had. Its files take the place of theirs, whole: a crime that a month's file
 * no longer has is taken back for that month.
 */
final class Correction {
    /** A file with less than one in this many of the crimes that it should replace is a stub, and takes nothing back. */
    private static final int STUB_FRACTION = 10;
    /** A release that takes back more than one in this many crimes of a month does more than correct it. */
    private static final int LOSS_FRACTION = 20;

    /** A file's rows by crime id; of several, what they say together. */
    private static final class Reissue<S> {
        private final ArchiveFile file;
        private final Map<String, S> rows = new HashMap<>();

        Reissue(ArchiveFile file) {
            this.file = file;
        }

        /** Replaces what the dossiers hold of the month; adds the crimes of which that says something else. */
        void replace(
                Map<String, Dossier> dossiers,
                Function<Dossier, Statements<S>> of,
                Set<String> touched,
                List<String> doubts) {
            List<String> gone = new ArrayList<>();
            int known = 0;
            for (Map.Entry<String, Dossier> entry : dossiers.entrySet()) {
                if (of.apply(entry.getValue()).in(file.month()) != null) {
                    known++;
                    if (!rows.containsKey(entry.getKey())) {
                        gone.add(entry.getKey());
                    }
                }
            }
            if (rows.size() * STUB_FRACTION < known) {
                doubts.add(file.name() + " has less than a tenth of the " + Digits.count(known)
                        + " crimes that an earlier release had: it is a stub, and nothing vanishes by it");
                gone.clear();
            } else if (gone.size() * LOSS_FRACTION > known) {
                doubts.add(file.name() + " lacks " + Digits.count(gone.size()) + " of the " + Digits.count(known)
                        + " crimes that an earlier release had, too many for a correction: ask the publisher");
            }
            gone.forEach(id -> of.apply(dossiers.get(id)).remove(file.month()));
            touched.addAll(gone);
            rows.forEach((id, said) -> {
                Statements<S> statements = of.apply(dossiers.computeIfAbsent(id, key -> new Dossier()));
                if (!said.equals(statements.in(file.month()))) {
                    statements.put(file.month(), said);
                    touched.add(id);
                }
            });
        }
    }

    private final Release release;
    private final Map<String, List<Reissue<Dossier.CrimeSaid>>> crimes = new TreeMap<>();
    private final Map<String, List<Reissue<Dossier.OutcomeSaid>>> outcomes = new TreeMap<>();
    private final ChangeCounter changes = new ChangeCounter();
    private final List<String> doubts = new ArrayList<>();

    Correction(Release release) {
        this.release = release;
    }

    Release release() {
        return release;
    }

    /** Takes the rows of a file that replaces an earlier release's. */
    RowStatements of(ArchiveFile file) {
        Reissue<Dossier.CrimeSaid> crimeRows = new Reissue<>(file);
        Reissue<Dossier.OutcomeSaid> outcomeRows = new Reissue<>(file);
        if (file.kind() == FileKind.STREET) {
            crimes.computeIfAbsent(file.force(), force -> new ArrayList<>()).add(crimeRows);
        } else {
            outcomes.computeIfAbsent(file.force(), force -> new ArrayList<>()).add(outcomeRows);
        }
        return new RowStatements() {
            @Override
            public void crime(String crimeId, int line, Dossier.CrimeSaid said) {
                crimeRows.rows.put(crimeId, said);
            }

            @Override
            public void outcome(String crimeId, int line, Dossier.OutcomeSaid said) {
                outcomeRows.rows.merge(crimeId, said, (earlier, later) -> later.after(earlier));
            }
        };
    }

    /** Sends what differs from what is known, crimes before outcomes. */
    void apply(Ledger ledger, Announcer announcer) {
        String fingerprint = fingerprint();
        Set<String> forces = new TreeSet<>(crimes.keySet());
        forces.addAll(outcomes.keySet());
        for (String force : forces) {
            Map<String, Dossier> dossiers = ledger.of(force);
            Set<String> touched = new TreeSet<>();
            crimes.getOrDefault(force, List.of())
                    .forEach(reissue -> reissue.replace(dossiers, dossier -> dossier.crime, touched, doubts));
            for (String id : touched) {
                Dossier dossier = dossiers.get(id);
                Dossier.CrimeState before = dossier.sentCrime();
                String eventId = EventMaker.changeId(fingerprint, EventStream.CRIME_RECORDING, force, id);
                if (announcer.crime(force, id, dossier, release.publishedAt(), eventId)) {
                    changes.crime(force, before, dossier.sentCrime());
                }
            }
            touched.clear();
            outcomes.getOrDefault(force, List.of())
                    .forEach(reissue -> reissue.replace(dossiers, dossier -> dossier.outcome, touched, doubts));
            for (String id : touched) {
                Dossier dossier = dossiers.get(id);
                Dossier.OutcomeState before = dossier.sentOutcome();
                String eventId = EventMaker.changeId(fingerprint, EventStream.OUTCOME, force, id);
                if (announcer.outcome(force, id, dossier, release.publishedAt(), eventId)) {
                    changes.outcome(force, dossier.sentCrime(), before, dossier.sentOutcome());
                }
            }
        }
    }

    /** What was sent, once applied. */
    List<ReleaseChange> changes() {
        return changes.changes(release.publishedAt());
    }

    /** Files that look as if they were not what they should be, a sentence each, once applied. */
    List<String> doubts() {
        return List.copyOf(doubts);
    }

    private String fingerprint() {
        String files = release.files().stream()
                .map(file -> file.name() + "/" + file.fingerprint())
                .collect(Collectors.joining("\n"));
        return UUID.nameUUIDFromBytes(files.getBytes(StandardCharsets.UTF_8)).toString();
    }
}
