package vaiwg.demo.embedded;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

class FreePortsTest {
    @Test
    void ports_differ_and_are_none_that_are_given_to_connections() throws Exception {
        List<Integer> ports = FreePorts.find(200);
        assertThat(ports).doesNotHaveDuplicates().hasSize(200);
        assertThat(ports).allMatch(port -> port >= FreePorts.FIRST && port <= FreePorts.LAST);
    }
}
