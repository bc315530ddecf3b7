package vaiwg.cli.doctor;

import java.io.IOException;
import java.nio.file.FileStore;
import java.nio.file.Files;
import java.nio.file.Path;

/** How full the disk is on which the checkpoints lie. */
public final class DiskCheck implements Check {
    /** As the alert on full disks. */
    private static final double LEAST_FREE = 0.1;

    private static final long GIGABYTE = 1L << 30;

    private final Path folder;

    public DiskCheck(Path folder) {
        this.folder = folder;
    }

    @Override
    public String name() {
        return "disk";
    }

    @Override
    public void look(Findings found) throws IOException {
        if (!Files.isDirectory(folder)) {
            found.skipped("There is no folder " + folder + " on this machine.");
            return;
        }
        FileStore disk = Files.getFileStore(folder);
        long free = disk.getUsableSpace();
        long all = disk.getTotalSpace();
        String sentence = "Of the disk of " + folder + " " + free / GIGABYTE + " GB of " + all / GIGABYTE + " are free";
        if (free < all * LEAST_FREE) {
            found.todo(sentence + ": make room, and never shorten what Kafka keeps.");
        } else if (!Files.isWritable(folder)) {
            found.todo("This user may not write in " + folder
                    + ": run the check as the job's user, or give the folder to it.");
        } else {
            found.ok(sentence + ".");
        }
    }
}
