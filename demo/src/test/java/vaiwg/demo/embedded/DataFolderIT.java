package vaiwg.demo.embedded;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.BufferedReader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import vaiwg.cli.terminal.CommandFailure;
import vaiwg.demo.DemoProcess;

@Timeout(60)
class DataFolderIT {
    @TempDir
    Path parent;

    @Test
    void makes_its_sub_folders_and_can_be_taken_again_after_close() throws Exception {
        Path folder = parent.resolve("data");
        for (int run = 0; run < 2; run++) {
            try (DataFolder data = DataFolder.open(folder)) {
                assertThat(data.kafka()).isDirectory();
                assertThat(data.postgres()).isDirectory();
                assertThat(data.prometheus()).isDirectory();
                assertThat(data.checkpoints()).isDirectory();
                assertThat(data.logs()).isDirectory();
            }
        }
    }

    @Test
    void rejects_a_second_holder_in_the_same_process_and_keeps_the_first() throws Exception {
        try (DataFolder first = DataFolder.open(parent)) {
            for (int attempt = 0; attempt < 2; attempt++) {
                assertThatThrownBy(() -> DataFolder.open(parent))
                        .isInstanceOf(CommandFailure.class)
                        .hasMessage("The folder " + parent + " is in use by another run (process "
                                + ProcessHandle.current().pid() + "); stop that run, or choose another folder.");
            }
            assertThat(first.kafka()).isDirectory();
        }
    }

    @Test
    void rejects_a_folder_of_another_process_until_that_ends() throws Exception {
        List<String> command = DemoProcess.command(System.getProperty("java.class.path"), Holder.class.getName());
        command.add(parent.toString());
        Process holder = new ProcessBuilder(command)
                .redirectError(ProcessBuilder.Redirect.INHERIT)
                .start();
        try {
            BufferedReader output = holder.inputReader();
            assertThat(output.readLine()).isEqualTo(ChildRun.READY);
            assertThatThrownBy(() -> DataFolder.open(parent))
                    .isInstanceOf(CommandFailure.class)
                    .hasMessageContaining("in use by another run (process " + holder.pid() + ")");
        } finally {
            holder.destroyForcibly().waitFor();
        }
        try (DataFolder data = DataFolder.open(parent)) {
            assertThat(data.root()).isEqualTo(parent.toRealPath());
        }
    }

    @Test
    void a_folder_that_cannot_be_made_is_told_in_one_sentence() throws Exception {
        Path file = Files.writeString(parent.resolve("file"), "not a folder");

        assertThatThrownBy(() -> DataFolder.open(file))
                .isInstanceOf(CommandFailure.class)
                .hasMessage("The folder " + file + " cannot be written; check whose it is, or choose another folder.");
    }

    /** Holds a folder until it is killed. */
    static final class Holder {
        private Holder() {}

        public static void main(String[] args) throws Exception {
            try (DataFolder held = DataFolder.open(Path.of(args[0]))) {
                System.out.println(ChildRun.READY);
                System.in.read();
            }
        }
    }
}
