package vaiwg.bench.measure;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class LogServerIT {
    @TempDir
    private Path folder;

    @Test
    void a_broker_that_rejects_the_log_ends_without_an_address() throws Exception {
        // A record far ahead of the broker's clock is rejected.
        List<String> arguments = List.of(folder.resolve("kafka").toString(), "2200-01-01", "1", "7");
        try (ChildJvm broker = ChildJvm.start(LogServer.class, arguments)) {
            assertThat(broker.readLine()).isNull();
            assertThatThrownBy(() -> broker.requireEnd("The broker")).hasMessageContaining("exit code 1");
        }
    }
}
