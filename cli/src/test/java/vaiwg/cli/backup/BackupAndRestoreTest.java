package vaiwg.cli.backup;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import vaiwg.cli.Answer;
import vaiwg.cli.terminal.CommandFailure;

/** What is rejected before a server is asked, and in which order tables are filled. */
class BackupAndRestoreTest {
    @TempDir
    private Path folder;

    @Test
    void tables_follow_those_to_which_they_refer() {
        Map<String, List<String>> needed = new TreeMap<>(Map.of(
                "a", List.of("c"),
                "b", List.<String>of(),
                "c", List.of("d"),
                "d", List.<String>of()));
        assertThat(TablesBackup.inOrder(needed)).containsExactly("d", "c", "a", "b");
    }

    @Test
    void a_name_that_leads_out_of_the_folder_is_rejected() {
        assertThat(Restore.inside(folder, "sites/kent/leads.csv")).isEqualTo(folder.resolve("sites/kent/leads.csv"));
        for (String name : List.of("../passwd", "sites/../../passwd", "/etc/passwd")) {
            assertThatThrownBy(() -> Restore.inside(folder, name)).as(name).isInstanceOf(CommandFailure.class);
        }
    }

    @Test
    void a_backup_of_what_is_not_there_is_rejected() {
        Path missing = folder.resolve("users.txt");
        assertThat(Answer.to("backup", "--to", folder.resolve("new").toString(), "--keep", missing.toString()))
                .isEqualTo(new Answer(2, "", "vaiwg: " + missing + " is no file: correct the name.\n"));
        assertThat(Answer.to("backup").errors()).startsWith("vaiwg: Missing required option: '--to=DIR'");
    }

    @Test
    void two_files_of_one_name_are_rejected() throws Exception {
        Path one = Files.writeString(folder.resolve("grants"), "");
        Path other =
                Files.writeString(Files.createDirectory(folder.resolve("other")).resolve("grants"), "");
        assertThat(Answer.to("backup", "--to", folder.resolve("new").toString(), "--keep", one + "," + other)
                        .errors())
                .isEqualTo("vaiwg: Two are called grants, and a backup keeps one of each name: rename one of them.\n");
    }

    @Test
    void a_folder_with_something_in_it_takes_no_backup() throws Exception {
        Files.writeString(folder.resolve("something"), "");
        assertThat(Answer.to("backup", "--to", folder.toString()).errors())
                .isEqualTo("vaiwg: " + folder + " is not empty: name a folder that is new or empty.\n");
    }

    @Test
    void a_folder_that_is_no_backup_is_not_restored() {
        assertThat(Answer.to("restore", "--from", folder.toString(), "--only", "database,log"))
                .isEqualTo(
                        new Answer(
                                2,
                                "",
                                "vaiwg: " + folder
                                        + " has no manifest.json, so it is no backup, or one that was not finished: name another.\n"));
    }

    @Test
    void a_part_that_there_is_none_of_is_answered_with_those_there_are() {
        assertThat(Answer.to("restore", "--from", folder.toString(), "--only", "kafka")
                        .errors())
                .contains("kafka", "DATABASE, LOG, FILES");
    }
}
