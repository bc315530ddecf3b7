package vaiwg.cli;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Instant;
import vaiwg.cli.terminal.CommandFailure;
import vaiwg.jobs.reconcile.Reconciliation;

/** The result of a reconciliation as node exporter's textfile collector reads it: whole or not at all. */
final class ReconcileMetrics {
    private static final String TEXT = """
            # HELP vaiwg_reconcile_differences Published rows that are not what the log says, as far as they are named.
            # TYPE vaiwg_reconcile_differences gauge
            vaiwg_reconcile_differences %d
            # HELP vaiwg_reconcile_values Published values that were compared.
            # TYPE vaiwg_reconcile_values gauge
            vaiwg_reconcile_values %d
            # HELP vaiwg_reconcile_finished_seconds When the comparison had ended.
            # TYPE vaiwg_reconcile_finished_seconds gauge
            vaiwg_reconcile_finished_seconds %d
            """;

    private ReconcileMetrics() {}

    static void write(Path file, Reconciliation done, Instant now) {
        Path made = file.resolveSibling(file.getFileName() + ".new");
        int differences = Math.max(done.differences().size(), done.differing());
        try {
            Files.writeString(made, TEXT.formatted(differences, done.values(), now.getEpochSecond()));
            // Node exporter is another user.
            Files.setPosixFilePermissions(made, PosixFilePermissions.fromString("rw-r--r--"));
            Files.move(made, file, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
        } catch (IOException e) {
            throw CommandFailure.wrongUsage(
                    "The file " + file + " cannot be written: name one in the folder that node exporter reads, and let"
                            + " this user write there.",
                    e);
        }
    }
}
