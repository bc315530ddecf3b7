package vaiwg.board.files;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.NavigableMap;
import java.util.Optional;
import java.util.SortedMap;
import vaiwg.board.Tier;
import vaiwg.board.report.Edition;
import vaiwg.board.report.Report;
import vaiwg.kpis.digest.Sha256;

/**
 * What the report's files are and what they were made of: by it anybody can check that a file is the one that was approved.
 *
 * @param publication under which definitions the snapshot was published
 * @param definitions hash of the definitions, code maps included
 * @param codeMaps SHA-256 of each code map, by file name; empty where not known
 * @param dataThrough how far each source's data went, by stream
 * @param restricted whether this is the restricted annex
 * @param files all files but the manifest
 */
public record Manifest(
        String force,
        LocalDate asAt,
        int publication,
        String definitions,
        NavigableMap<String, String> codeMaps,
        NavigableMap<String, String> dataThrough,
        Tier tier,
        boolean restricted,
        Edition.Status status,
        Optional<Integer> edition,
        Optional<LocalDate> previousAsAt,
        Optional<String> approvedBy,
        Instant notesUntil,
        Optional<String> correction,
        boolean synthetic,
        boolean reconstructed,
        boolean complete,
        String product,
        List<Entry> files) {
    /** A file: its size in bytes and the SHA-256 of its bytes in hexadecimal. */
    record Entry(String name, int bytes, String sha256) {}

    static byte[] of(Report report, BuildInfo build, SortedMap<String, byte[]> files) {
        Edition edition = report.edition();
        return Json.bytes(new Manifest(
                edition.force(),
                edition.asAt(),
                edition.publication(),
                edition.catalogue(),
                build.codeMaps(),
                edition.dataThrough(),
                edition.tier(),
                report.restricted(),
                edition.status(),
                edition.number(),
                edition.previous(),
                edition.approvedBy(),
                edition.notesUntil(),
                edition.correction(),
                edition.synthetic(),
                edition.reconstructed(),
                edition.complete(),
                build.product(),
                files.entrySet().stream()
                        .map(file -> new Entry(file.getKey(), file.getValue().length, Sha256.hex(file.getValue())))
                        .toList()));
    }
}
