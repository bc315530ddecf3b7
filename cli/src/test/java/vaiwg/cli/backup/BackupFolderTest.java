package vaiwg.cli.backup;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import vaiwg.cli.backup.Manifest.Checksum;
import vaiwg.cli.backup.Manifest.Partition;
import vaiwg.cli.backup.Manifest.Table;
import vaiwg.cli.backup.Manifest.Topic;
import vaiwg.cli.terminal.CommandFailure;

/** A backup is known to be whole, or it is said what is wrong with it. */
class BackupFolderTest {
    /** Of "abc", from FIPS 180. */
    private static final String ABC = "ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad";

    @TempDir
    private Path folder;

    private Path root;
    private Manifest manifest;

    @BeforeEach
    void make() throws Exception {
        root = folder.resolve("backup");
        BackupFolder backup = BackupFolder.make(root);
        try (OutputStream out = backup.write("files/abc")) {
            out.write('a');
            out.write("bc".getBytes(UTF_8));
        }
        manifest = new Manifest(
                Manifest.FORMAT,
                "vaiwg 1, commit abc",
                "2026-12-01T00:00:00Z",
                Map.of("kent", "2026-11-30"),
                List.of(new Table("kpi_series", "series_id, force", 2)),
                "vaiwg.outcome=id",
                List.of(new Topic(
                        "outcome",
                        (short) 3,
                        Map.of("retention.ms", "-1"),
                        List.of(new Partition(0, 2, 9, 7, "2026-11-30T23:00:00Z"), new Partition(1, 0, 0, 0, "")))),
                backup.checksums());
        backup.complete(manifest);
    }

    @Test
    void the_manifest_is_read_as_it_was_written_with_the_checksum_of_every_file() {
        Manifest read = Manifest.read(root);
        assertThat(read).isEqualTo(manifest);
        assertThat(read.files()).isEqualTo(Map.of("files/abc", new Checksum(3, ABC)));
        assertThat(read.records()).isEqualTo(7);
        BackupFolder.of(root).requireWhole(read);
    }

    @Test
    void a_site_that_is_a_link_and_holds_links_is_kept_as_what_they_lead_to() throws Exception {
        Path site = Files.createDirectories(folder.resolve("release-7"));
        Path shared = Files.createDirectories(folder.resolve("shared"));
        Files.writeString(site.resolve("leads.csv"), "abc");
        Files.writeString(shared.resolve("posts.csv"), "abc");
        Files.createSymbolicLink(site.resolve("shared"), shared);
        Path link = Files.createSymbolicLink(folder.resolve("kent"), site);

        BackupFolder backup = BackupFolder.make(folder.resolve("other"));
        Backup.copySite(link, backup);

        Checksum abc = new Checksum(3, ABC);
        assertThat(backup.checksums())
                .isEqualTo(Map.of("sites/kent/leads.csv", abc, "sites/kent/shared/posts.csv", abc));
    }

    @Test
    void nobody_else_may_open_it() throws Exception {
        for (String name : List.of("", "files")) {
            assertThat(permissions(root.resolve(name))).isEqualTo("rwx------");
        }
        assertThat(permissions(root.resolve("files/abc"))).isEqualTo("rw-------");
        assertThat(permissions(root.resolve(Manifest.FILE))).isEqualTo("rw-------");
    }

    @Test
    void a_file_that_changed_or_is_missing_is_named() throws Exception {
        Path file = root.resolve("files/abc");
        Files.writeString(file, "abd");
        assertThatThrownBy(() -> BackupFolder.of(root).requireWhole(manifest))
                .isInstanceOf(CommandFailure.class)
                .hasMessage("The backup is damaged: " + file
                        + " is not the file that was written; restore from another backup.");
        Files.delete(file);
        assertThatThrownBy(() -> BackupFolder.of(root).requireWhole(manifest))
                .hasMessage("The backup is damaged: " + file + " is missing; restore from another backup.");
    }

    @Test
    void one_that_was_not_finished_is_none() throws Exception {
        Files.delete(root.resolve(Manifest.FILE));
        assertThatThrownBy(() -> Manifest.read(root))
                .hasMessageContaining("is no backup, or one that was not finished");
    }

    @Test
    void one_of_another_format_names_the_build_that_reads_it() throws Exception {
        Path file = root.resolve(Manifest.FILE);
        Files.writeString(file, Files.readString(file).replace("\"format\" : 1", "\"format\" : 2"));
        assertThatThrownBy(() -> Manifest.read(root))
                .hasMessageContaining("has the format 2")
                .hasMessageContaining("vaiwg 1, commit abc");
    }

    @Test
    void nothing_is_written_over_what_is_there() {
        assertThatThrownBy(() -> BackupFolder.make(root)).hasMessageContaining("is not empty");
        assertThatThrownBy(() -> BackupFolder.make(root.resolve("files/abc"))).hasMessageContaining("is no folder");
    }

    private static String permissions(Path path) throws Exception {
        return PosixFilePermissions.toString(Files.getPosixFilePermissions(path));
    }
}
